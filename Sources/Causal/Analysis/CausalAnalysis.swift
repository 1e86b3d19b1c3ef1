package import Statistics

/// One effect by every method, side by side, with what the numbers lean on and how wrong one would have to be.
package struct CausalAnalysis: Sendable {
    /// What is asked; defaults suit a first look.
    package struct Options: Sendable {
        /// `.all` (default) or `.treated`.
        package var estimand = Estimand.all
        /// The farthest match, in standard deviations of the propensity's logit (default: 0.2); nil for any.
        package var caliper: Double? = 0.2
        /// Controls per treated row, 1 by default.
        package var ratio = 1
        /// Whether a control may serve several treated rows; not by default.
        package var isWithReplacement = false
        /// Rows of one number are matched only with each other; nil (default) for no exact matching.
        package var strata: [Int]?
        /// Only rows with a propensity in this range are analysed, its model fitted again; nil (default) for all.
        package var trim: ClosedRange<Double>?
        /// Errors of the naive and the adjusted regression; nil (default) for HC2, or CR2 with clusters.
        package var errors: RegressionErrors?
        /// Of intervals, 0.95 by default.
        package var level = 0.95
        /// Repetitions of each refuter that draws, 20 by default; 0 for none.
        package var repetitions = 20
        /// Starts the draws of the refuters.
        package var seed: UInt64 = 1

        package init() {}
    }

    package let options: Options
    /// What was analysed: after trimming, if any.
    package let study: ObservationalStudy
    /// Rows that trimming left out.
    package let trimmed: Int
    package let results: [MethodResult]
    package let assignment: Assignment?
    /// Why there is no propensity; nil where there is.
    package let noOverlap: String?
    package let balance: [CovariateBalance]
    package let stress: StressReport
    package let refutations: [Refutation]

    /// What the propensity says of the arms.
    package struct Assignment: Sendable, Hashable {
        package var overlap: Overlap
        package var areaUnderCurve: Double
        /// Kish's effective number of rows of each arm under the weights of the estimand.
        package var effectiveTreated: Double
        package var effectiveControl: Double
        /// The largest share of its arm's weight that one row has.
        package var largestShare: Double
        /// Treated rows with a match, and different controls that serve; nil where nothing could be matched.
        package var matchedTreated: Int?
        package var matchedControls: Int?
    }

    /// - Throws: `.data` where trimming leaves too little, or for options that do not fit.
    package init(
        _ original: ObservationalStudy,
        options: Options = Options(),
        negativeControl: [Double]? = nil
    ) throws(CausalError) {
        guard options.estimand != .overlap else {
            throw .data("the effect is everybody's or that of the treated; overlap weights are shown beside")
        }
        guard negativeControl == nil || negativeControl?.count == original.rowCount else {
            throw .data("the negative control has another number of rows")
        }
        let kept = try Self.trim(original, options)
        let study = kept.study
        let strata = options.strata.map { strata in kept.rows.map { strata[$0] } }
        self.options = options
        self.study = study
        trimmed = original.rowCount - study.rowCount
        let estimator = EffectEstimator(study, options: options, strata: strata)
        results = CausalMethod.allCases.map(estimator.result)
        noOverlap = estimator.noOverlap
        assignment = try estimator.assignment()
        balance = CovariateBalance.all(study, estimator: estimator)
        stress = StressReport(study, estimator: estimator, level: options.level)
        refutations =
            Refuter(
                study,
                options: options,
                negativeControl: negativeControl.map { values in kept.rows.map { values[$0] } }
            )
            .refutations
    }

    /// The answer: doubly robust, or where the arms do not overlap the regression, which then extrapolates.
    package var headline: MethodResult? {
        [.doublyRobust, .adjusted].lazy
            .compactMap { method in results.first { $0.method == method && $0.estimate != nil } }
            .first
    }

    private static func trim(
        _ study: ObservationalStudy,
        _ options: Options
    ) throws(CausalError) -> (study: ObservationalStudy, rows: [Int]) {
        guard let range = options.trim else { return (study, Array(0..<study.rowCount)) }
        let scores = try PropensityModel(study).scores
        let rows = scores.indices.filter { range.contains(scores[$0]) }
        return (try study.filtered { range.contains(scores[$0]) }, rows)
    }
}

/// Errors of a regression by name, whatever the data: clusters are filled in.
package enum RegressionErrors: String, Sendable, Hashable, CaseIterable {
    case hc0, hc1, hc2, hc3
    case cr0, cr1, cr2

    /// The errors for a study's rows; nil where these need clusters that it lacks, or ignore those it has.
    package func standardErrors(clusters: [Int]?) -> LinearRegression.StandardErrors? {
        switch (self, clusters) {
        case (.hc0, nil): .hc0
        case (.hc1, nil): .hc1
        case (.hc2, nil): .hc2
        case (.hc3, nil): .hc3
        case (.cr0, let clusters?): .clustered(clusters, .cr0)
        case (.cr1, let clusters?): .clustered(clusters, .cr1)
        case (.cr2, let clusters?): .clustered(clusters, .cr2)
        default: nil
        }
    }

    /// What a report calls them.
    package var title: String { rawValue.uppercased() }
}
