import Foundation

/// The Bayesian reading of an estimate under a normal prior: what to believe about an effect.
package struct NormalPosterior: Sendable, Hashable {
    package var mean: Double
    package var standardDeviation: Double

    /// Combines an estimate with a prior of this mean and standard deviation.
    ///
    /// An infinite deviation is no prior: the posterior is then the estimate itself. The estimate's law is
    /// taken as normal.
    ///
    /// - Throws: `.outOfRange` for a prior deviation that is not positive.
    package init(
        of estimate: Estimate,
        priorMean: Double = 0,
        priorDeviation: Double = .infinity
    ) throws(StatisticsError) {
        try Require.finite([priorMean], "prior mean")
        try Require.holds(priorDeviation > 0, "prior deviation", rule: "positive")
        let data = 1 / (estimate.standardError * estimate.standardError)
        let prior = 1 / (priorDeviation * priorDeviation)
        mean = (estimate.value * data + priorMean * prior) / (data + prior)
        standardDeviation = 1 / (data + prior).squareRoot()
    }

    /// The chance that the effect exceeds a threshold.
    package func probability(above threshold: Double = 0) -> Double {
        Distribution.normalSurvival((threshold - mean) / standardDeviation)
    }

    /// The average loss of acting as if the effect were positive: E max(−effect, 0).
    package var expectedLossOfShipping: Double { Self.partialMean(-mean, standardDeviation) }

    /// The average loss of doing nothing: E max(effect, 0).
    package var expectedLossOfHolding: Double { Self.partialMean(mean, standardDeviation) }

    package func interval(level: Double = 0.95) -> ConfidenceInterval {
        let half = Distribution.normalQuantile((1 + level) / 2) * standardDeviation
        return ConfidenceInterval(low: mean - half, high: mean + half, level: level, method: .credible)
    }

    /// E max(X, 0) of a normal X.
    private static func partialMean(_ mean: Double, _ deviation: Double) -> Double {
        let z = mean / deviation
        let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        return max(0, mean * Distribution.normalCumulative(z) + deviation * density)
    }
}
