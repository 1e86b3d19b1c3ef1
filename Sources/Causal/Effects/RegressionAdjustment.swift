package import Statistics

/// The effect as the coefficient of treatment in a linear regression of the outcome.
///
/// One slope per covariate for both arms: where effects differ between rows it is a mean that counts rows by
/// the variance of their treatment (Angrist 1998). `ArmMeans` with `.regression` averages over everybody.
package struct RegressionAdjustment: Sendable {
    package let regression: LinearRegression
    private let clusters: [Int]?

    /// Of the outcome on treatment and covariates; without covariates the difference of means.
    ///
    /// - Throws: `.collinear` where covariates determine the treatment, `.tooFew`.
    package init(_ study: ObservationalStudy, withCovariates: Bool = true) throws(StatisticsError) {
        let treatment = study.isTreated.map { $0 ? 1.0 : 0 }
        let columns = withCovariates ? study.covariates.map(\.values) : []
        regression = try LinearRegression(
            DesignMatrix(columns: [treatment] + columns),
            response: study.outcomes
        )
        clusters = study.clusters
    }

    /// The effect; without errors named: HC2, or CR2 with Satterthwaite's degrees of freedom for clusters.
    ///
    /// - Throws: `.noVariation` for an exact fit, `.tooFew` clusters.
    package func effect(
        errors: LinearRegression.StandardErrors? = nil
    ) throws(StatisticsError) -> Estimate {
        try regression.estimate(1, errors: errors ?? clusters.map { .clustered($0, .cr2) } ?? .hc2)
    }
}
