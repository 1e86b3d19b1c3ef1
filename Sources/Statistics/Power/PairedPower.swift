import Foundation

/// Power of a comparison of two candidates on the same tasks.
///
/// Miller 2024 (arXiv 2411.00640): the variance of a paired difference is
/// (ω_d² + σ_A²/K_A + σ_B²/K_B) / T for T tasks with K samples each. Normal approximation; independent
/// tasks, else multiply the tasks by `designEffect`.
package struct PairedPower: Sendable, Hashable {
    /// ω_d²: variance over tasks of the true difference.
    package var between: Double
    /// Mean variance of one sample of the first candidate inside a task: p(1 − p) for a binary outcome.
    package var firstWithin: Double
    package var secondWithin: Double
    /// By how much clusters raise the variance; 1 without.
    package var designEffect: Double
    /// Probability of a false alarm; two-sided unless `isOneSided`.
    package var alpha: Double
    package var isOneSided: Bool

    /// - Throws: `.outOfRange` for negative variances, all of them zero, an effect below zero or an alpha
    ///   outside (0, 1).
    package init(
        between: Double,
        firstWithin: Double,
        secondWithin: Double,
        designEffect: Double = 1,
        alpha: Double = 0.05,
        isOneSided: Bool = false
    ) throws(StatisticsError) {
        let variances = [between, firstWithin, secondWithin]
        try Require.finite(variances, "variances")
        try Require.holds(variances.allSatisfy { $0 >= 0 }, "variances", rule: "at least 0")
        try Require.holds(variances.contains { $0 > 0 }, "variances", rule: "positive for one of them")
        try Require.positive(designEffect, "design effect")
        try Require.openUnit(alpha, "alpha")
        self.between = between
        self.firstWithin = firstWithin
        self.secondWithin = secondWithin
        self.designEffect = designEffect
        self.alpha = alpha
        self.isOneSided = isOneSided
    }

    /// The variance that one task contributes, with these numbers of samples.
    package func variancePerTask(firstSamples: Int, secondSamples: Int) throws(StatisticsError) -> Double {
        try Require.holds(firstSamples >= 1 && secondSamples >= 1, "samples", rule: "at least 1")
        return designEffect
            * (between + firstWithin / Double(firstSamples) + secondWithin / Double(secondSamples))
    }

    /// The number of tasks, rounded up, that show a true difference of `effect` with this power.
    ///
    /// - Throws: `.outOfRange` for an effect of zero, a power outside (0, 1), or more than 10¹⁵ tasks.
    package func tasks(
        for effect: Double,
        power: Double = 0.8,
        firstSamples: Int = 1,
        secondSamples: Int = 1
    ) throws(StatisticsError) -> Int {
        try Require.positive(abs(effect), "effect")
        let reach = try reach(power)
        let variance = try variancePerTask(firstSamples: firstSamples, secondSamples: secondSamples)
        let exact = reach * reach * variance / (effect * effect)
        try Require.holds(exact < 1e15, "tasks", rule: "fewer than 1e15: the effect is too small")
        // A whole number that arithmetic missed by its last digits is that number.
        return max(2, Int((exact * (1 - 1e-12)).rounded(.up)))
    }

    /// The smallest true difference that so many tasks show with this power (minimum detectable effect).
    package func minimumDetectableEffect(
        tasks: Int,
        power: Double = 0.8,
        firstSamples: Int = 1,
        secondSamples: Int = 1
    ) throws(StatisticsError) -> Double {
        try Require.holds(tasks >= 2, "tasks", rule: "at least 2")
        let reach = try reach(power)
        let variance = try variancePerTask(firstSamples: firstSamples, secondSamples: secondSamples)
        return reach * (variance / Double(tasks)).squareRoot()
    }

    /// The probability that so many tasks show a true difference of `effect`.
    package func power(
        of effect: Double,
        tasks: Int,
        firstSamples: Int = 1,
        secondSamples: Int = 1
    ) throws(StatisticsError) -> Double {
        try Require.holds(tasks >= 2, "tasks", rule: "at least 2")
        try Require.finite([effect], "effect")
        let variance = try variancePerTask(firstSamples: firstSamples, secondSamples: secondSamples)
        let shift = abs(effect) / (variance / Double(tasks)).squareRoot()
        let critical = Distribution.normalQuantile(isOneSided ? 1 - alpha : 1 - alpha / 2)
        let near = Distribution.normalSurvival(critical - shift)
        return isOneSided ? near : near + Distribution.normalCumulative(-critical - shift)
    }

    /// z of the level plus z of the power.
    private func reach(_ power: Double) throws(StatisticsError) -> Double {
        try Require.openUnit(power, "power")
        return Distribution.normalQuantile(isOneSided ? 1 - alpha : 1 - alpha / 2)
            + Distribution.normalQuantile(power)
    }
}
