/// A difference of means made more precise by what was known before the experiment (CUPED).
///
/// Deng et al. 2013. The covariates must not be touched by the treatment: measured before it.
package struct ControlVariate: Sendable {
    /// One coefficient per covariate, estimated over both arms.
    package let coefficients: [Double]
    /// The share of the outcome's variance that the covariates explain, over both arms.
    package let varianceReduction: Double
    /// Adjusted values of the arms, for `TwoMeans`; their difference estimates the same effect.
    package let first: [Double]
    package let second: [Double]

    /// Takes Σ θⱼ xⱼ from every outcome, θ by least squares over both arms together.
    ///
    /// `firstCovariates[j][i]` is covariate j of unit i of the first arm.
    ///
    /// - Throws: `.collinear` for a constant or dependent covariate (counting from 1), `.unequalLengths`,
    ///   `.tooFew`, `.notFinite`.
    package init(
        first: [Double],
        second: [Double],
        firstCovariates: [[Double]],
        secondCovariates: [[Double]]
    ) throws(StatisticsError) {
        try Require.finite(first, "first arm", atLeast: 2)
        try Require.finite(second, "second arm", atLeast: 2)
        try Require.sameLength(firstCovariates.count, secondCovariates.count, "covariates of the arms")
        for covariate in firstCovariates { try Require.sameLength(covariate.count, first.count, "covariate") }
        for covariate in secondCovariates {
            try Require.sameLength(covariate.count, second.count, "covariate")
        }
        let columns = zip(firstCovariates, secondCovariates).map { $0 + $1 }
        let design = try DesignMatrix(columns: columns)
        let outcome = first + second
        let fit = try LinearRegression(design, response: outcome)
        coefficients = Array(fit.coefficients.dropFirst())
        let total = Moments(finite: outcome).variance
        varianceReduction = total > 0 ? 1 - Moments(finite: fit.residuals).variance / total : 0
        // The mean stays: adjusted values read like the outcome.
        let centres = columns.map { Moments(finite: $0).mean }
        func adjusted(_ outcome: [Double], _ covariates: [[Double]], _ theta: [Double]) -> [Double] {
            outcome.indices.map { unit in
                theta.indices.reduce(outcome[unit]) { $0 - theta[$1] * (covariates[$1][unit] - centres[$1]) }
            }
        }
        let theta = Array(fit.coefficients.dropFirst())
        self.first = adjusted(first, firstCovariates, theta)
        self.second = adjusted(second, secondCovariates, theta)
    }
}

/// The effect of a treatment from a regression on treatment and covariates.
package enum RegressionAdjustment {
    /// The treatment's coefficient next to the covariates; `isInteracted` gives each arm its own slopes.
    ///
    /// Interacted with centred covariates it is never less precise than the plain difference (Lin 2013).
    /// Standard errors are HC2.
    ///
    /// - Throws: `.collinear`, `.tooFew`, `.noVariation`, `.unequalLengths`.
    package static func effect(
        outcome: [Double],
        isTreated: [Bool],
        covariates: [[Double]],
        isInteracted: Bool = true
    ) throws(StatisticsError) -> Estimate {
        try Require.sameLength(outcome.count, isTreated.count, "outcomes and treatments")
        guard isTreated.contains(true), isTreated.contains(false) else { throw .noVariation("treatment") }
        let treatment = isTreated.map { $0 ? 1.0 : 0.0 }
        var centred: [[Double]] = []
        for covariate in covariates {
            try Require.sameLength(outcome.count, covariate.count, "covariate")
            try Require.finite(covariate, "a covariate")
            let mean = Moments(finite: covariate).mean
            centred.append(covariate.map { $0 - mean })
        }
        var columns = [treatment] + centred
        if isInteracted { columns += centred.map { covariate in zip(covariate, treatment).map { $0 * $1 } } }
        return try LinearRegression(DesignMatrix(columns: columns), response: outcome).estimate(1)
    }
}
