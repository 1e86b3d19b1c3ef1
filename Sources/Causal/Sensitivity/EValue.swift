import Foundation
package import Statistics

/// How strong a hidden cause would have to be to explain an effect away.
package enum Sensitivity {
    /// The risk ratio with treatment and outcome that a hidden cause needs (VanderWeele and Ding 2017).
    ///
    /// For a risk ratio; a common outcome's odds ratio goes in as its square root, a standardised
    /// difference d as exp(0.91 d). At least 1, which means that none is needed.
    ///
    /// - Throws: `.outOfRange` for a ratio that is not positive.
    package static func eValue(riskRatio: Double) throws(StatisticsError) -> Double {
        try Require.positive(riskRatio, "risk ratio")
        let ratio = riskRatio < 1 ? 1 / riskRatio : riskRatio
        return ratio + (ratio * (ratio - 1)).squareRoot()
    }

    /// The E-value of the interval's bound nearer to no effect; 1 where the interval contains it.
    ///
    /// - Throws: `.outOfRange` for bounds that are not positive.
    package static func eValue(of interval: ConfidenceInterval) throws(StatisticsError) -> Double {
        try Require.positive(interval.low, "lower bound")
        try Require.positive(interval.high, "upper bound")
        if interval.low > 1 { return try eValue(riskRatio: interval.low) }
        return interval.high < 1 ? try eValue(riskRatio: interval.high) : 1
    }

    /// The E-values of a standardised mean difference and of its 95 % bound, by RR ≈ exp(0.91 d).
    ///
    /// The bound is exp(0.91 d ± 1.78 · standard error), as in the paper.
    ///
    /// - Throws: `.outOfRange` for a negative standard error.
    package static func eValue(
        standardizedDifference d: Double,
        standardError: Double
    ) throws(StatisticsError) -> (estimate: Double, bound: Double) {
        try Require.finite([d, standardError], "difference")
        try Require.holds(standardError >= 0, "standard error", rule: "at least 0")
        let interval = ConfidenceInterval(
            low: exp(0.91 * d - 1.78 * standardError),
            high: exp(0.91 * d + 1.78 * standardError),
            level: 0.95,
            method: .normal
        )
        return (try eValue(riskRatio: exp(0.91 * d)), try eValue(of: interval))
    }
}
