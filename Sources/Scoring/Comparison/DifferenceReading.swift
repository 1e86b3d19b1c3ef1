import Foundation
import Statistics

/// How sure a difference is, read for one population.
///
/// Keeps what makes the interval rather than one interval, because a gate asks for bounds at levels of its own.
package struct DifferenceReading: Sendable, Hashable {
    /// Candidate minus baseline.
    package var difference: Double
    package var basis: Basis
    /// nil where nothing varied; the interval is then a bound, never a point.
    private var estimate: Estimate?
    /// What the interval may not be narrower than.
    private var floor: Floor

    /// What the interval is made of.
    package enum Basis: String, Sendable, Hashable, CaseIterable {
        /// Student's t over clusters of tasks.
        case tasks = "t-clustered"
        /// One pass or failure per task and arm, no clusters: Newcombe's interval for pairs (1998, method 10), and
        /// McNemar's test with mid-p (Fagerland 2013).
        case binary = "newcombe-paired"
        /// Student's t over the sampling noise inside tasks.
        case samples = "t-sampling"
        /// Nothing varied: what could be there and was not seen.
        case bound = "exact-bound"
    }

    private enum Floor: Sendable, Hashable {
        case binary(PairedProportions)
        case clusters(Int)
        case samples(Double)
    }

    /// 0 where nothing varied.
    package var standardError: Double {
        if case .binary(let pairs) = floor { return pairs.standardError }
        return estimate?.standardError ?? 0
    }

    /// nil where nothing varied, and for pairs of single outcomes.
    package var degreesOfFreedom: Double? { estimate?.degreesOfFreedom }

    /// Reads differences for new tasks like these: the tasks are a sample, their clusters independent.
    ///
    /// Sampling noise is inside the spread of the differences already. nil for fewer than two clusters.
    init?(newTasks differences: [Double], clusters: [Int]) {
        let count = Set(clusters).count
        guard count >= 2 else { return nil }
        floor = .clusters(count)
        do {
            let mean = try ClusteredMean(of: differences, clusters: clusters)
            difference = mean.estimate.value
            estimate = mean.estimate
            basis = .tasks
        } catch StatisticsError.noVariation {
            difference = differences.reduce(0, +) / Double(differences.count)
            basis = .bound
        } catch {
            return nil
        }
    }

    /// Reads single outcomes for new tasks like these, one task a cluster; nil where a value is neither 0 nor 1.
    init?(outcomes values: [PairValue]) {
        guard values.count >= 2,
            values.allSatisfy({ [0, 1].contains($0.base) && [0, 1].contains($0.candidate) })
        else { return nil }
        func tasks(_ candidate: Double, _ base: Double) -> Int {
            values.count { $0.candidate == candidate && $0.base == base }
        }
        do {
            let pairs = try PairedProportions(
                bothPass: tasks(1, 1),
                firstOnly: tasks(1, 0),
                secondOnly: tasks(0, 1),
                bothFail: tasks(0, 0)
            )
            difference = pairs.difference
            floor = .binary(pairs)
            basis = .binary
        } catch {
            return nil
        }
    }

    /// Reads differences for these tasks only: their samples drawn again.
    ///
    /// SE² = T⁻² Σ (varₐ + varᵦ) with each task's own variance, degrees of freedom by Welch and Satterthwaite
    /// over the (variance, samples − 1) of all tasks and arms. nil where a task has fewer than two samples.
    init?(thisSuite pairs: [TaskPair], metric: ComparisonMetric, difference: Double) {
        var sum = 0.0
        var squares = 0.0
        var fewest = Int.max
        for pair in pairs {
            for task in [pair.base, pair.candidate] {
                guard let variance = metric.samplingVariance(of: task) else { return nil }
                sum += variance
                squares += variance * variance / Double(task.judged - 1)
                fewest = min(fewest, task.judged)
            }
        }
        guard !pairs.isEmpty else { return nil }
        self.difference = difference
        floor = .samples(Double(pairs.count) * Double(fewest))
        basis = sum > 0 ? .samples : .bound
        guard sum > 0 else { return }
        do {
            estimate = try Estimate(
                value: difference,
                standardError: sum.squareRoot() / Double(pairs.count),
                degreesOfFreedom: sum * sum / squares
            )
        } catch {
            return nil
        }
    }

    /// The two-sided interval at a level in (0, 1).
    ///
    /// Tasks: where all G clusters differ by the same amount d, a share q of tasks unlike them would go unseen
    /// with a chance of (1 − q)^G, so q < 1 − (α/2)^(1/G) (Clopper and Pearson 1934 for 0 of G), and such tasks
    /// could differ by anything in [−1, 1].
    ///
    /// Samples: the half-width is t · SE, but no less than ln(2/α) / (T · n): with samples that all came out as
    /// their task's others did, the mean share of those that do not is below that (the "rule of three", Hanley
    /// and Lippman-Hand 1983).
    package func interval(level: Double) -> (low: Double, high: Double) {
        let alpha = 1 - level
        let half = estimate.map { $0.criticalValue(level: level) * $0.standardError }
        switch floor {
        case .binary(let pairs):
            // Refused only for a level outside (0, 1); then nothing is known.
            guard let interval = try? pairs.interval(level: level) else { return (-1, 1) }
            return (interval.low, interval.high)
        case .clusters(let clusters):
            if let half { return around(difference, half) }
            let unseen = 1 - pow(alpha / 2, 1 / Double(clusters))
            return around(difference * (1 - unseen), unseen)
        case .samples(let samples): return around(difference, max(half ?? 0, log(2 / alpha) / samples))
        }
    }

    /// Two-sided p of no difference: the largest α whose interval still holds 0.
    package var p: Double {
        if case .binary(let pairs) = floor { return (try? pairs.midP().pValue) ?? 1 }
        let size = abs(difference)
        guard size > 1e-12 else { return 1 }
        switch floor {
        case .binary: return 1
        case .clusters(let clusters):
            return estimate?.pValue() ?? min(1, 2 * pow(1 - size / (1 + size), Double(clusters)))
        case .samples(let samples):
            return min(1, max(estimate?.pValue() ?? 0, 2 * exp(-size * samples)))
        }
    }

    private func around(_ centre: Double, _ half: Double) -> (low: Double, high: Double) {
        (max(-1, centre - half), min(1, centre + half))
    }
}
