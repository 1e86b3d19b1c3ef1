import Foundation

extension ConfidenceInterval {
    /// The bias-corrected and accelerated bootstrap interval of a mean (Efron 1987).
    ///
    /// nil where it is not defined: fewer than two values, or all of them equal. The same values and seed
    /// give the same interval.
    ///
    /// - Complexity: O(n · replicates).
    package static func bcaBootstrap(
        of values: [Double],
        level: Double = 0.95,
        replicates: Int = 10_000,
        seed: UInt64
    ) -> ConfidenceInterval? {
        guard values.count >= 2, replicates >= 100, let first = values.first,
            values.contains(where: { $0 != first })
        else { return nil }
        let total = values.reduce(0, +)
        let mean = total / Double(values.count)
        let means = resampledMeans(of: values, replicates: replicates, seed: seed).sorted()

        // Ties count half: means of a few distinct values often equal the observed one exactly.
        let tolerance = 1e-12 * max(1, abs(mean))
        let below = means.count { $0 < mean - tolerance }
        let tied = means.count { abs($0 - mean) <= tolerance }
        let share = (Double(below) + Double(tied) / 2) / Double(replicates)
        let bias = Distribution.normalQuantile(share)
        let acceleration = acceleration(of: values, total: total)
        guard bias.isFinite else { return nil }

        func bound(_ probability: Double) -> Double {
            let shifted = bias + Distribution.normalQuantile(probability)
            let adjusted = Distribution.normalCumulative(bias + shifted / (1 - acceleration * shifted))
            return Quantile.type7(adjusted, ofSorted: means)
        }
        return ConfidenceInterval(
            low: bound((1 - level) / 2),
            high: bound((1 + level) / 2),
            level: level,
            method: .bcaBootstrap
        )
    }

    private static func resampledMeans(of values: [Double], replicates: Int, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        return (0..<replicates).map { _ in
            var sum = 0.0
            for _ in values.indices { sum += values[generator.index(below: values.count)] }
            return sum / Double(values.count)
        }
    }

    /// Skewness of the jackknife means over six: Σd³ / (6 (Σd²)^1.5).
    private static func acceleration(of values: [Double], total: Double) -> Double {
        let count = Double(values.count)
        let left = values.map { (total - $0) / (count - 1) }
        let centre = left.reduce(0, +) / count
        let squares = left.reduce(0) { $0 + pow(centre - $1, 2) }
        let cubes = left.reduce(0) { $0 + pow(centre - $1, 3) }
        return cubes / (6 * pow(squares, 1.5))
    }
}
