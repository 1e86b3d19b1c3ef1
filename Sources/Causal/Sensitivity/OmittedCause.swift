package import Statistics

/// How a regression's effect would change if a cause had been left out (Cinelli and Hazlett 2020).
///
/// A cause's strength is the share of what is left of the variance of treatment, and of outcome, that it
/// explains (partial R²).
package struct OmittedCause: Sendable, Hashable {
    /// The effect without the cause.
    package let effect: Double
    /// Under equal variances, whose degrees of freedom are `degrees`.
    package let standardError: Double
    package let degrees: Double
    /// The standard error that is reported over that under equal variances.
    private let inflation: Double

    /// From the effect, its standard error under equal variances, and the one that is reported.
    ///
    /// - Throws: `.outOfRange` for an error that is not positive or fewer than two degrees of freedom.
    package init(
        effect: Double,
        standardError: Double,
        degrees: Double,
        reportedError: Double? = nil
    ) throws(StatisticsError) {
        try Require.finite([effect], "effect")
        try Require.positive(standardError, "standard error")
        try Require.holds(degrees >= 2, "degrees of freedom", rule: "at least 2")
        self.effect = effect
        self.standardError = standardError
        self.degrees = degrees
        inflation = (reportedError ?? standardError) / standardError
    }

    /// The share of the outcome's remaining variance that the treatment explains.
    package var partialRSquared: Double {
        let t = effect / standardError
        return t * t / (t * t + degrees)
    }

    /// The strength, in treatment and outcome alike, that would bring the effect to (1 − share) of itself.
    ///
    /// For the share 1: to zero.
    package func robustnessValue(share: Double = 1) -> Double {
        Self.robustness(share * abs(effect / standardError) / degrees.squareRoot())
    }

    /// The strength that would bring the interval of this level to contain zero; 0 where it does already.
    package func robustnessOfInterval(level: Double = 0.95) -> Double {
        let strength = abs(effect / standardError) / degrees.squareRoot()
        let t = Distribution.studentTQuantile((1 + level) / 2, degreesOfFreedom: degrees - 1)
        return Self.robustness(strength - inflation * t / (degrees - 1).squareRoot())
    }

    private static func robustness(_ f: Double) -> Double {
        guard f > 0 else { return 0 }
        let square = f * f
        return min(1, ((square * square + 4 * square).squareRoot() - square) / 2)
    }

    /// The effect if a cause of these strengths, working against it, had been left out.
    ///
    /// Strengths are shares from 0 to below 1 (treatment) and to 1 (outcome).
    ///
    /// - Throws: `.outOfRange`.
    package func effect(
        withTreatmentShare treatment: Double,
        outcomeShare outcome: Double
    ) throws(StatisticsError) -> Double {
        try Require.holds((0..<1).contains(treatment), "treatment share", rule: "from 0 to below 1")
        try Require.holds((0...1).contains(outcome), "outcome share", rule: "from 0 to 1")
        let bias =
            standardError * degrees.squareRoot() * (outcome * treatment / (1 - treatment)).squareRoot()
        return effect < 0 ? effect + bias : effect - bias
    }

    /// Strengths of a cause that is `times` as strong as an observed covariate; nil where none can be so strong.
    ///
    /// From the covariate's own shares of treatment (given the other covariates) and of outcome (given those and
    /// treatment).
    package static func strength(
        times: Double,
        treatmentShare: Double,
        outcomeShare: Double
    ) -> (treatment: Double, outcome: Double)? {
        guard times * treatmentShare < 1, outcomeShare < 1, treatmentShare < 1 else { return nil }
        let treatment = times * treatmentShare / (1 - treatmentShare)
        let between =
            times * treatmentShare * treatmentShare / ((1 - times * treatmentShare) * (1 - treatmentShare))
        guard treatment < 1, between < 1 else { return nil }
        let root = (times.squareRoot() + between.squareRoot()) / (1 - between).squareRoot()
        return (treatment, min(1, root * root * outcomeShare / (1 - outcomeShare)))
    }
}

extension ObservationalStudy {
    /// How much an observed column tells of treatment and outcome, for comparison with a hidden cause.
    package struct Strength: Sendable, Hashable {
        /// The column, all its levels together.
        package var source: String
        /// Of the treatment's variance that the other columns leave.
        package var treatmentShare: Double
        /// Of the outcome's variance that the other columns and the treatment leave.
        package var outcomeShare: Double
    }

    /// The strengths of all covariates by column, in the order of the study.
    ///
    /// - Throws: `.collinear`, `.tooFew`.
    package func strengths() throws(StatisticsError) -> [Strength] {
        var sources: [String] = []
        for covariate in covariates where !sources.contains(covariate.source) {
            sources.append(covariate.source)
        }
        let treatment = isTreated.map { $0 ? 1.0 : 0 }
        let ones = [Double](repeating: 1, count: rowCount)
        func left(_ response: [Double], _ columns: [[Double]]) throws(StatisticsError) -> Double {
            let design = try DesignMatrix(columns: [ones] + columns, hasIntercept: false)
            return try LinearRegression(design, response: response).residuals.reduce(0) { $0 + $1 * $1 }
        }
        let all = covariates.map(\.values)
        let leftOfTreatment = try left(treatment, all)
        let leftOfOutcome = try left(outcomes, [treatment] + all)
        var strengths: [Strength] = []
        for source in sources {
            let others = covariates.filter { $0.source != source }.map(\.values)
            strengths.append(
                Strength(
                    source: source,
                    treatmentShare: max(0, 1 - leftOfTreatment / (try left(treatment, others))),
                    outcomeShare: max(0, 1 - leftOfOutcome / (try left(outcomes, [treatment] + others)))
                )
            )
        }
        return strengths
    }
}
