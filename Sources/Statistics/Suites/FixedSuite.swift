import Foundation

/// The reading "on these tasks": only the drawing of samples is random, the tasks are not.
package enum FixedSuite {
    /// The mean over tasks with the standard error that comes from sampling alone: √(Σ vᵢ) / T.
    ///
    /// `values` holds one estimate per task, `variances` the sampling variance of each, as
    /// `SamplingVariance` gives it.
    ///
    /// - Throws: `.noVariation` where no task's samples differ among themselves.
    package static func mean(
        of values: [Double],
        variances: [Double]
    ) throws(StatisticsError) -> Estimate {
        try Require.sameLength(values.count, variances.count, "values and variances")
        try Require.finite(values, "values")
        try Require.finite(variances, "variances")
        try Require.holds(variances.allSatisfy { $0 >= 0 }, "variances", rule: "at least 0")
        let total = Double(values.count)
        return try Estimate(
            value: Moments(finite: values).mean,
            standardError: variances.reduce(0, +).squareRoot() / total
        )
    }

    /// First minus second on the same tasks, their samples drawn independently.
    package static func difference(
        of first: [Double],
        _ second: [Double],
        firstVariances: [Double],
        secondVariances: [Double]
    ) throws(StatisticsError) -> Estimate {
        try Require.sameLength(first.count, second.count, "paired values")
        try Require.sameLength(firstVariances.count, secondVariances.count, "variances")
        return try mean(
            of: zip(first, second).map { $0 - $1 },
            variances: zip(firstVariances, secondVariances).map { $0 + $1 }
        )
    }
}

/// The variance of one task's estimate over repeated sampling of the same task.
package enum SamplingVariance {
    /// Of a task's pass@1, `successes` of `samples`: p(1 − p) / (n − 1), unbiased.
    ///
    /// - Throws: `.tooFew` for one sample, whose variance is unknown.
    package static func passAt1(successes: Int, samples: Int) throws(StatisticsError) -> Double {
        guard samples >= 2 else { throw .tooFew("samples of a task", needed: 2, given: samples) }
        try Require.holds((0...samples).contains(successes), "successes", rule: "in 0...samples")
        let share = Double(successes) / Double(samples)
        return share * (1 - share) / Double(samples - 1)
    }

    /// Of a task's unbiased pass@k: Σ over Bin(n, c/n) of the estimator's squared deviation (plug-in).
    ///
    /// Small by the factor (n − 1)/n at k = 1, where `passAt1` is unbiased; zero at c = 0 and c = n.
    ///
    /// - Throws: `.tooFew` for fewer than two samples or fewer than k.
    /// - Complexity: O(n).
    package static func passAtK(successes: Int, samples: Int, k: Int) throws(StatisticsError) -> Double {
        guard samples >= max(2, k) else {
            throw .tooFew("samples of a task", needed: max(2, k), given: samples)
        }
        try Require.holds(k >= 1, "k", rule: "at least 1")
        try Require.holds((0...samples).contains(successes), "successes", rule: "in 0...samples")
        guard successes > 0, successes < samples else { return 0 }
        let share = Double(successes) / Double(samples)
        var mean = 0.0
        var square = 0.0
        for count in 0...samples {
            let weight = Distribution.binomialProbability(count, trials: samples, probability: share)
            let value =
                1
                - Distribution.hypergeometricProbability(0, total: samples, marked: count, drawn: k)
            mean += weight * value
            square += weight * value * value
        }
        return max(0, square - mean * mean)
    }
}
