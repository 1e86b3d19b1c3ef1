package import Statistics

extension ArmMeans {
    /// How means are formed from models of the outcome and of the assignment.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        /// A linear outcome model per arm, averaged over the population (regression adjustment by arm, Lin 2013).
        case regression = "ra"
        /// The same, its rows weighted by the propensity (inverse probability weighted regression adjustment,
        /// Wooldridge 2007).
        case weightedRegression = "ipwra"
        /// Outcome models, corrected by weighted residuals (augmented weighting, Robins, Rotnitzky and Zhao 1994).
        case augmented = "aipw"
    }

    /// Means for everybody or for the treated; right if the outcome models or the propensity are (but
    /// `regression`: the outcome models alone).
    ///
    /// Standard errors include that all models were fitted.
    ///
    /// - Throws: `.outOfRange` for the overlap estimand, `.collinear` or `.tooFew` in an arm.
    package init(
        _ study: ObservationalStudy,
        propensity: PropensityModel,
        method: Method = .augmented,
        estimand: Estimand = .all
    ) throws(StatisticsError) {
        try Require.holds(estimand != .overlap, "estimand", rule: "everybody's or that of the treated")
        let weighting = Weighting(propensity, estimand: estimand)
        treated = try Self.mean(study, weighting, treated: true, method)
        control = try Self.mean(study, weighting, treated: false, method)
        clusters = study.clusters
    }

    private static func mean(
        _ study: ObservationalStudy,
        _ weighting: Weighting,
        treated: Bool,
        _ method: Method
    ) throws(StatisticsError) -> Influence {
        let model = weighting.model
        let rows = study.rowCount
        let isOfTreated = weighting.estimand == .treated
        let weights = method == .weightedRegression ? weighting.weights : nil
        let outcome = try OutcomeModel(study, treated: treated, weights: weights)
        // The population: each row counts 1, or 1 / (share of treated) if treated.
        let scale = isOfTreated ? Double(rows) / Double(study.treatedCount) : 1
        let member = study.isTreated.map { isOfTreated && !$0 ? 0 : scale }
        // Rows of the arm with what their residual weighs in the mean.
        let correction: [Double] = (0..<rows).map { row in
            guard method == .augmented, study.isTreated[row] == treated else { return 0 }
            return scale * weighting.weights[row]
        }
        var value = 0.0
        for row in 0..<rows {
            value += member[row] * outcome.fitted[row] + correction[row] * outcome.residuals[row]
        }
        value /= Double(rows)
        let gradient = model.meanGradient { member[$0] - correction[$0] }
        let fromOutcome = outcome.contributions(gradient: gradient)
        var propensityGradient: [Double]?
        switch method {
        case .regression: break
        case .augmented:
            propensityGradient = model.meanGradient { row in
                correction[row] == 0 ? 0 : scale * weighting.slopes[row] * outcome.residuals[row]
            }
        case .weightedRegression:
            propensityGradient = outcome.propensityGradient(gradient: gradient, slopes: weighting.slopes)
        }
        let fromPropensity = propensityGradient.map(model.contributions(gradient:))
        let contributions = (0..<rows).map { row in
            member[row] * (outcome.fitted[row] - value) + correction[row] * outcome.residuals[row]
                + fromOutcome[row] + (fromPropensity?[row] ?? 0)
        }
        return Influence(value: value, contributions: contributions)
    }
}
