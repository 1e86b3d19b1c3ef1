import Foundation

/// Inference that stays valid however often one looks at growing data: the mixture likelihood ratio.
///
/// Johari et al. 2017 (mSPRT), equal to the asymptotic confidence sequence of Waudby-Smith et al. for
/// τ² = ρ²σ². The price is a wider interval: about 1.5 times at the planned size.
package struct AlwaysValid: Sendable, Hashable {
    /// The standard deviation of the effects that the mixture expects, in the unit of the estimate.
    package var tau: Double

    /// - Throws: `.outOfRange` for a tau that is not positive.
    package init(tau: Double) throws(StatisticsError) {
        try Require.positive(tau, "tau")
        self.tau = tau
    }

    /// The mixture whose interval is narrowest at a planned size.
    ///
    /// `deviation` is the standard deviation of one unit's contribution: standard error · √units. τ is
    /// deviation · √((−2 ln α + ln(1 − 2 ln α))/units).
    ///
    /// - Throws: `.outOfRange`.
    package init(tunedFor units: Double, deviation: Double, alpha: Double = 0.05) throws(StatisticsError) {
        try Require.positive(units, "units")
        try Require.positive(deviation, "deviation")
        try Require.openUnit(alpha, "alpha")
        let rho = ((-2 * log(alpha) + log(1 - 2 * log(alpha))) / units).squareRoot()
        try self.init(tau: rho * deviation)
    }

    /// The interval that contains the true value at *every* look with this confidence.
    ///
    /// ± √(V(V + τ²)/τ² · (2 ln(1/α) + ln((V + τ²)/V))) with V the squared standard error. The convention
    /// is α, as Johari's and Zhao's; Statsig's α/2 is wider.
    package func interval(of estimate: Estimate, level: Double = 0.95) -> ConfidenceInterval {
        let variance = estimate.standardError * estimate.standardError
        let total = variance + tau * tau
        let inner = variance * total / (tau * tau) * (-2 * log(1 - level) + log(total / variance))
        let half = max(0, inner).squareRoot()
        return ConfidenceInterval(
            low: estimate.value - half,
            high: estimate.value + half,
            level: level,
            method: .alwaysValid
        )
    }

    /// The p-value that may be read at every look: one over the mixture likelihood ratio, at most 1.
    ///
    /// For a sequence of looks report the smallest so far.
    package func pValue(of estimate: Estimate, against null: Double = 0) -> Double {
        let variance = estimate.standardError * estimate.standardError
        let total = variance + tau * tau
        let gap = estimate.value - null
        let logRatio = log(variance / total) / 2 + tau * tau * gap * gap / (2 * variance * total)
        return min(1, exp(-logRatio))
    }

    /// The z-value at which the p-value falls to `alpha`, where τ² is `tuning` times the squared standard error.
    ///
    /// √(2 (1 + r)/r · (ln(1/α) + ln(1 + r)/2)), from the mixture likelihood ratio solved for the estimate. At the
    /// size the mixture was tuned for, r is −2 ln α + ln(1 − 2 ln α).
    package static func criticalValue(alpha: Double, tuning: Double) -> Double {
        (2 * (1 + tuning) / tuning * (log(1 / alpha) + log(1 + tuning) / 2)).squareRoot()
    }
}
