package import Statistics

/// The effect of one arm on one metric: treated minus control, in the unit of the metric.
package struct MetricEffect: Sendable, Hashable {
    /// What the numbers say about the true effect, against the smallest one that matters.
    package enum Reading: String, Sendable, Hashable, CaseIterable, Codable {
        /// A gain, and where a relevant size is stated it may well reach that.
        case better
        /// A gain for sure, but for sure smaller than what matters.
        case betterButSmall = "better-but-small"
        case worse
        /// For sure smaller than what matters, in either direction.
        case equivalent
        /// Neither: too few data to tell.
        case unresolved
    }

    package var controlValue: Double
    package var treatedValue: Double
    package var controlUnits: Int
    package var treatedUnits: Int
    /// With the covariate's help, where there is one.
    package var estimate: Estimate
    /// Without the covariate.
    package var unadjusted: Estimate
    /// How the p-value was reached: "z", "Welch t", "delta method".
    package var test: String
    package var pValue: Double
    /// The effect over the control's value; nil where that is too near zero.
    package var relative: Estimate?
    /// At every look where the design is monitored, else for the one at the horizon.
    package var interval: ConfidenceInterval
    /// Cohen's h for proportions, d for means; nil for ratios.
    package var effectSize: Double?
    /// The share of variance that the covariate took away; nil without one.
    package var varianceReduction: Double?
    package var winsorized: Winsorized?
    /// By how much the rows of one unit belong together; nil where every unit has one row.
    package var designEffect: Double?
    /// The p-value that ignores this; never to be decided by.
    package var naivePValue: Double?
    /// The chance of a gain, given the data and no prior opinion.
    package var probabilityOfGain: Double
    /// The average loss of switching to the treated arm, in the unit of the metric.
    package var expectedLoss: Double
    /// The smallest true effect that so many units show with the design's power.
    package var minimumDetectableEffect: Double
    package var reading: Reading
}

extension MetricEffect {
    /// Why the power "achieved" is not printed, and what is instead.
    ///
    /// Post-hoc power is a function of the p-value alone: it repeats it, and says nothing about the design
    /// (Hoenig and Heisey 2001).
    package static let insteadOfPostHocPower = """
        The power at the observed effect only repeats the p-value, so it cannot validate a result. What the \
        data could have shown is the minimum detectable effect; what they do show is the interval.
        """

    /// Reads an interval of the gain against the smallest gain that matters.
    static func reading(
        gain: ConfidenceInterval,
        isSignificant: Bool,
        value: Double,
        relevant: Double?
    ) -> Reading {
        if isSignificant, value < 0 {
            if let relevant, gain.low > -relevant { return .equivalent }
            return .worse
        }
        if isSignificant {
            if let relevant, gain.high < relevant { return .betterButSmall }
            return .better
        }
        if let relevant, gain.low > -relevant, gain.high < relevant { return .equivalent }
        return .unresolved
    }
}
