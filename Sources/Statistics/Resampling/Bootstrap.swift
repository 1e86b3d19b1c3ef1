/// The bootstrap: the spread of a statistic over samples drawn from the sample (Efron 1979).
///
/// The same data, seed and number of replicates give the same numbers.
package struct Bootstrap: Sendable, Hashable {
    package var replicates: Int
    package var seed: UInt64

    /// - Throws: `.outOfRange` for fewer than 100 or more than 10⁷ replicates.
    package init(replicates: Int = 10_000, seed: UInt64) throws(StatisticsError) {
        try Require.holds((100...10_000_000).contains(replicates), "replicates", rule: "in 100...10,000,000")
        self.replicates = replicates
        self.seed = seed
    }

    /// Means of resampled values, unsorted.
    ///
    /// With clusters whole clusters are drawn, each as often as there are clusters; a mean then divides by
    /// the number of values drawn. Holds its level from about thirty clusters on.
    ///
    /// - Throws: `.tooFew` for fewer than two values or clusters, `.notFinite`, `.unequalLengths`.
    /// - Complexity: O(replicates · clusters).
    package func means(of values: [Double], clusters: [Int]? = nil) throws(StatisticsError) -> [Double] {
        try Require.finite(values, "values", atLeast: 2)
        let groups = try ClusterSums(of: values, clusters: clusters)
        return clusters == nil ? plainMeans(values) : ratioMeans(groups.sums, groups.sizes)
    }

    /// Ratios of resampled sums: Σ numerators / Σ denominators over units drawn with replacement.
    ///
    /// - Throws: As `means`; `.outOfRange` where a denominator is not positive.
    package func ratios(numerators: [Double], denominators: [Double]) throws(StatisticsError) -> [Double] {
        try Require.sameLength(numerators.count, denominators.count, "numerators and denominators")
        try Require.finite(numerators, "numerators", atLeast: 2)
        try Require.finite(denominators, "denominators", atLeast: 2)
        try Require.holds(denominators.allSatisfy { $0 > 0 }, "denominators", rule: "positive")
        return ratioMeans(numerators, denominators)
    }

    /// Any statistic of units drawn with replacement; `statistic` receives their positions.
    ///
    /// - Throws: `.tooFew` for fewer than two units, `.notFinite` where the statistic is not defined.
    package func distribution(
        units: Int,
        statistic: (_ positions: [Int]) -> Double
    ) throws(StatisticsError) -> [Double] {
        guard units >= 2 else { throw .tooFew("units", needed: 2, given: units) }
        var generator = SeededGenerator(seed: seed)
        var positions = [Int](repeating: 0, count: units)
        var values: [Double] = []
        values.reserveCapacity(replicates)
        for _ in 0..<replicates {
            for index in positions.indices { positions[index] = generator.index(below: units) }
            values.append(statistic(positions))
        }
        guard values.allSatisfy(\.isFinite) else { throw .notFinite("statistic of a replicate") }
        return values
    }

    /// The interval between quantiles of a bootstrap distribution.
    ///
    /// `.percentileBootstrap`, or `.basicBootstrap`, which reflects it at the estimate.
    ///
    /// - Throws: `.outOfRange` for another method or a level outside (0, 1).
    package static func interval(
        around estimate: Double,
        distribution: [Double],
        method: ConfidenceInterval.Method = .percentileBootstrap,
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        try Require.finite(distribution, "replicates", atLeast: 100)
        try Require.holds(
            method == .percentileBootstrap || method == .basicBootstrap,
            "method",
            rule: "percentile-bootstrap or basic-bootstrap, not \(method.rawValue)"
        )
        let sorted = distribution.sorted()
        let low = Quantile.type7((1 - level) / 2, ofSorted: sorted)
        let high = Quantile.type7((1 + level) / 2, ofSorted: sorted)
        return method == .percentileBootstrap
            ? ConfidenceInterval(low: low, high: high, level: level, method: method)
            : ConfidenceInterval(
                low: 2 * estimate - high,
                high: 2 * estimate - low,
                level: level,
                method: method
            )
    }

    private func plainMeans(_ values: [Double]) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let count = values.count
        return values.withUnsafeBufferPointer { values in
            (0..<replicates).map { _ in
                var sum = 0.0
                for _ in 0..<count { sum += values[generator.index(below: count)] }
                return sum / Double(count)
            }
        }
    }

    private func ratioMeans(_ sums: [Double], _ sizes: [Double]) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let count = sums.count
        return (0..<replicates).map { _ in
            var sum = 0.0
            var size = 0.0
            for _ in 0..<count {
                let index = generator.index(below: count)
                sum += sums[index]
                size += sizes[index]
            }
            return sum / size
        }
    }
}
