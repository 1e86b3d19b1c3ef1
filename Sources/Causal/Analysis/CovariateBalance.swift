import Statistics

/// How alike the arms are in a covariate: as they came, matched, and weighted.
package struct CovariateBalance: Sendable, Hashable {
    package var name: String
    package var raw: Measures
    /// Nil where nothing could be matched.
    package var matched: Measures?
    /// Under the weights of the estimand; nil without a propensity.
    package var weighted: Measures?

    /// Nil where an arm does not vary.
    package struct Measures: Sendable, Hashable {
        /// The difference of means over the arms' root mean variance before any weighting; below 0.1 is usual.
        package var difference: Double?
        /// Of the treated over the untreated; 0.5 to 2 is usual.
        package var varianceRatio: Double?
        /// Kolmogorov and Smirnov's D.
        package var distributionGap: Double?

        package init(difference: Double?, varianceRatio: Double? = nil, distributionGap: Double? = nil) {
            self.difference = difference
            self.varianceRatio = varianceRatio
            self.distributionGap = distributionGap
        }
    }

    package init(name: String, raw: Measures, matched: Measures?, weighted: Measures?) {
        self.name = name
        self.raw = raw
        self.matched = matched
        self.weighted = weighted
    }

    /// The largest standardised difference, without its sign, that is called balanced.
    package static let threshold = 0.1

    static func all(_ study: ObservationalStudy, estimator: EffectEstimator) -> [CovariateBalance] {
        let matched = try? estimator.matched.get().weights
        let weighted = try? Weighting(estimator.propensity.get(), estimand: estimator.options.estimand)
            .weights
        return study.covariates.map { covariate in
            func measures(_ weights: [Double]?) -> Measures {
                let (values, treated) = (covariate.values, study.isTreated)
                return Measures(
                    difference: try? Balance.pooledDifference(values, isTreated: treated, weights: weights),
                    varianceRatio: try? Balance.varianceRatio(values, isTreated: treated, weights: weights),
                    distributionGap: try? Balance.distributionGap(
                        values,
                        isTreated: treated,
                        weights: weights
                    )
                )
            }
            return CovariateBalance(
                name: covariate.name,
                raw: measures(nil),
                matched: matched.map(measures),
                weighted: weighted.map(measures)
            )
        }
    }
}
