/// Two candidates on the same tasks: the mean difference and what stands behind it.
///
/// The tasks, or clusters of them, count as a sample of all tasks of their kind: the question is whether the
/// first would also lead on *new* tasks. `FixedSuite` answers for these tasks only.
package struct PairedComparison: Sendable, Hashable {
    /// First minus second, with its clustered standard error.
    package var difference: ClusteredMean
    /// Pearson's, over tasks; nil where one candidate has the same value on all tasks.
    package var correlation: Double?
    /// Variance of an unpaired comparison over that of the paired: how much the pairing is worth.
    package var pairingGain: Double
    /// Tasks on which the first is ahead.
    package var wins: Int
    package var ties: Int
    /// Tasks on which the second is ahead.
    package var losses: Int
    /// Exact two-sided sign test on the tasks that differ; blind to the size of a difference.
    package var signTest: HypothesisTest

    /// Compares `first[i]` with `second[i]`, each the mean of candidate on task i, in [0, 1] or any unit.
    ///
    /// - Parameters:
    ///   - first: Values of the candidate whose lead is positive.
    ///   - second: Values of the other on the same tasks in the same order.
    ///   - clusters: Tasks with equal numbers are one problem (in several languages, say); nil if none are.
    ///   - correction: For few clusters; see `ClusteredMean`.
    /// - Throws: `.noVariation` where all differences are equal, thus also for two equal candidates;
    ///   `.tooFew` for fewer than two tasks or clusters.
    package init(
        _ first: [Double],
        _ second: [Double],
        clusters: [Int]? = nil,
        correction: ClusterCorrection = .cr2
    ) throws(StatisticsError) {
        try Require.sameLength(first.count, second.count, "paired values")
        try Require.finite(first, "first", atLeast: 2)
        try Require.finite(second, "second", atLeast: 2)
        let differences = zip(first, second).map { $0 - $1 }
        difference = try ClusteredMean(of: differences, clusters: clusters, correction: correction)
        let (one, two) = (Moments(finite: first), Moments(finite: second))
        let product = (one.variance * two.variance).squareRoot()
        correlation = product > 0 ? Moments.covariance(first, second) / product : nil
        pairingGain = (one.variance + two.variance) / Moments(finite: differences).variance
        wins = differences.count { $0 > 0 }
        losses = differences.count { $0 < 0 }
        ties = differences.count - wins - losses
        signTest = try SignTest.exact(positive: wins, negative: losses)
    }
}

/// The sign test of paired values.
package enum SignTest {
    /// Exact: under the null hypothesis either sign has probability ½.
    ///
    /// Ties are left out before. Without any sign p is 1. The statistic is the number of positive ones.
    ///
    /// - Throws: `.outOfRange` for negative counts.
    package static func exact(
        positive: Int,
        negative: Int,
        alternative: Alternative = .twoSided
    ) throws(StatisticsError) -> HypothesisTest {
        try Require.holds(positive >= 0 && negative >= 0, "signs", rule: "at least 0")
        let total = positive + negative
        let lower = Distribution.binomialCumulative(positive, trials: total, probability: 0.5)
        let upper = Distribution.binomialSurvival(positive - 1, trials: total, probability: 0.5)
        let pValue =
            switch alternative {
            case .twoSided: min(1, 2 * min(lower, upper))
            case .greater: upper
            case .less: lower
            }
        return HypothesisTest(statistic: Double(positive), pValue: pValue)
    }
}
