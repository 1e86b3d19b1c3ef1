package import Statistics

/// Arms made alike by weights from the propensity score e.
///
/// Per row of the treated and of the untreated arm: everybody 1/e and 1/(1 − e); the treated 1 and e/(1 − e);
/// overlap 1 − e and e.
package struct Weighting: Sendable {
    package let estimand: Estimand
    let model: PropensityModel
    /// One per row, before any normalisation.
    package let weights: [Double]
    /// The change of each weight per logit of the score.
    let slopes: [Double]

    package init(_ model: PropensityModel, estimand: Estimand = .all) {
        self.model = model
        self.estimand = estimand
        var (weights, slopes): ([Double], [Double]) = ([], [])
        for (score, isTreated) in zip(model.scores, model.isTreated) {
            let (weight, slope) = Self.weight(score, isTreated: isTreated, estimand)
            weights.append(weight)
            slopes.append(slope)
        }
        self.weights = weights
        self.slopes = slopes
    }

    private static func weight(
        _ score: Double,
        isTreated: Bool,
        _ estimand: Estimand
    ) -> (weight: Double, slope: Double) {
        let odds = score / (1 - score)
        switch (estimand, isTreated) {
        case (.all, true): return (1 / score, -1 / odds)
        case (.all, false): return (1 / (1 - score), odds)
        case (.treated, true): return (1, 0)
        case (.treated, false): return (odds, odds)
        case (.overlap, true): return (1 - score, -score * (1 - score))
        case (.overlap, false): return (score, score * (1 - score))
        }
    }

    /// Weights times the share of the row's arm, of mean about one (Robins, Hernán and Brumback 2000).
    ///
    /// The Hájek effect is the same with them; they show how extreme weights are.
    package var stabilized: [Double] {
        let share = Double(model.isTreated.count { $0 }) / Double(model.isTreated.count)
        return zip(weights, model.isTreated).map { $0 * ($1 ? share : 1 - share) }
    }

    /// Kish's effective number of rows of an arm: (Σ w)² / Σ w².
    package func effectiveCount(treated: Bool) -> Double {
        var (sum, squares) = (0.0, 0.0)
        for (weight, isTreated) in zip(weights, model.isTreated) where isTreated == treated {
            sum += weight
            squares += weight * weight
        }
        return squares > 0 ? sum * sum / squares : 0
    }

    /// The largest share of its arm's weight that one row has.
    package func largestShare(treated: Bool) -> Double {
        let arm = zip(weights, model.isTreated).filter { $0.1 == treated }.map(\.0)
        return (arm.max() ?? 0) / arm.reduce(0, +)
    }

    /// The difference of weighted means (Hájek: weights of each arm add up to one).
    ///
    /// The standard error includes that the scores were fitted.
    ///
    /// - Throws: `.noVariation`, `.tooFew` clusters.
    package func effect(_ study: ObservationalStudy) throws(StatisticsError) -> Estimate {
        try (mean(study, treated: true) - mean(study, treated: false)).estimate(clusters: study.clusters)
    }

    /// The difference of weighted sums over n (Horvitz and Thompson 1952), for everybody's effect.
    ///
    /// Weights need not add up, so a shift of the outcome moves it: prefer `effect`.
    ///
    /// - Throws: `.outOfRange` for another estimand, `.noVariation`, `.tooFew` clusters.
    package func horvitzThompson(_ study: ObservationalStudy) throws(StatisticsError) -> Estimate {
        try Require.holds(estimand == .all, "estimand", rule: "everybody's effect")
        let signed = zip(study.outcomes, study.isTreated).map { $1 ? $0 : -$0 }
        let terms = zip(weights, signed).map(*)
        let value = terms.reduce(0, +) / Double(terms.count)
        let fitted = model.contributions(gradient: model.meanGradient { slopes[$0] * signed[$0] })
        let influence = Influence(value: value, contributions: zip(terms, fitted).map { $0 - value + $1 })
        return try influence.estimate(clusters: study.clusters)
    }

    /// The weighted mean of an arm.
    func mean(_ study: ObservationalStudy, treated: Bool) -> Influence {
        let inArm = study.isTreated.map { $0 == treated }
        var (total, sum) = (0.0, 0.0)
        for row in weights.indices where inArm[row] {
            total += weights[row]
            sum += weights[row] * study.outcomes[row]
        }
        let mean = sum / total
        let scale = Double(weights.count) / total
        let fitted = model.contributions(
            gradient: model.meanGradient { row in
                inArm[row] ? scale * slopes[row] * (study.outcomes[row] - mean) : 0
            }
        )
        let contributions = weights.indices.map { row in
            (inArm[row] ? scale * weights[row] * (study.outcomes[row] - mean) : 0) + fitted[row]
        }
        return Influence(value: mean, contributions: contributions)
    }
}
