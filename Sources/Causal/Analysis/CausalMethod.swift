package import Statistics

/// A way to an effect; the raw value is its name in JSON.
package enum CausalMethod: String, Sendable, Hashable, CaseIterable {
    /// The difference of means, nothing adjusted for.
    case naive
    /// One linear regression on treatment and covariates.
    case adjusted
    /// A linear regression per arm, averaged over everybody or the treated.
    case adjustedByArm = "adjusted-by-arm"
    /// Nearest neighbours on the logit of the propensity.
    case matched
    /// A linear regression of the matched rows.
    case matchedAdjusted = "matched-adjusted"
    /// Inverse propensity weights.
    case weighted
    /// Overlap weights.
    case overlapWeighted = "overlap-weighted"
    /// Weighted regressions per arm.
    case weightedRegression = "ipwra"
    /// Augmented inverse propensity weights.
    case doublyRobust = "aipw"
}

/// One method's answer.
package struct MethodResult: Sendable, Hashable {
    package var method: CausalMethod
    /// Whose effect it is; nil for the naive difference, which is nobody's.
    package var estimand: Estimand?
    /// The effect, or why there is none.
    package var outcome: Outcome
    /// How the standard error is made, in a few words.
    package var convention: String

    package enum Outcome: Sendable, Hashable {
        case estimate(Estimate)
        case refused(String)
    }

    /// The effect; nil where there is none.
    package var estimate: Estimate? {
        guard case .estimate(let estimate) = outcome else { return nil }
        return estimate
    }
}
