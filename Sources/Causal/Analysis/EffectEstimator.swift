import Statistics

/// Fits what several methods share once and gives each method's answer.
struct EffectEstimator: Sendable {
    let study: ObservationalStudy
    let options: CausalAnalysis.Options
    let propensity: Result<PropensityModel, CausalError>
    let matched: Result<MatchedEffect, CausalError>
    /// The augmented means; they carry the ratio of risks too.
    let augmented: Result<ArmMeans, CausalError>

    init(_ study: ObservationalStudy, options: CausalAnalysis.Options, strata: [Int]?) {
        self.study = study
        self.options = options
        propensity = Result { () throws(CausalError) in try PropensityModel(study) }
        matched = propensity.flatMap { model in
            Result { () throws(CausalError) in try Self.match(study, model, options, strata) }
        }
        augmented = propensity.flatMap { model in
            Result { () throws(CausalError) in
                try numbers { () throws(StatisticsError) in
                    try ArmMeans(study, propensity: model, estimand: options.estimand)
                }
            }
        }
    }

    var noOverlap: String? {
        guard case .failure(let error) = propensity else { return nil }
        return "\(error)"
    }

    private static func match(
        _ study: ObservationalStudy,
        _ model: PropensityModel,
        _ options: CausalAnalysis.Options,
        _ strata: [Int]?
    ) throws(CausalError) -> MatchedEffect {
        try numbers { () throws(StatisticsError) in
            let logits = model.logits
            let deviation = Moments(finite: logits).standardDeviation
            return try MatchedEffect(
                study,
                scores: logits,
                exactly: strata,
                options: NearestNeighborMatching.Options(
                    isWithReplacement: options.isWithReplacement,
                    ratio: options.ratio,
                    caliper: options.caliper.map { $0 * deviation }
                )
            )
        }
    }

    func result(_ method: CausalMethod) -> MethodResult {
        let answer = Result { () throws(CausalError) in try estimate(method) }
        let outcome: MethodResult.Outcome =
            switch answer {
            case .success(let estimate): .estimate(estimate)
            case .failure(.statistics(.noVariation)): .refused("nothing is left to vary")
            case .failure(.noOverlap): .refused("no overlap")
            case .failure(.statistics(.collinear(let column))): .refused(collinear(column, method))
            case .failure(let error): .refused("\(error)")
            }
        return MethodResult(
            method: method,
            estimand: estimand(method),
            outcome: outcome,
            convention: convention(method)
        )
    }

    private func collinear(_ column: Int, _ method: CausalMethod) -> String {
        // Regressions per arm have no column for the treatment.
        let index = column - (method == .adjusted ? 2 : 1)
        guard study.covariates.indices.contains(index) else { return "covariates determine the treatment" }
        return "\(study.covariates[index].name) does not vary of itself in an arm"
    }

    private func estimand(_ method: CausalMethod) -> Estimand? {
        switch method {
        case .naive: nil
        // Weighted by the variance of treatment, which is what overlap weights weight by.
        case .adjusted, .overlapWeighted: .overlap
        case .matched, .matchedAdjusted: .treated
        case .adjustedByArm, .weighted, .weightedRegression, .doublyRobust: options.estimand
        }
    }

    private var regressionErrors: LinearRegression.StandardErrors? {
        options.errors?.standardErrors(clusters: study.clusters)
    }

    private func convention(_ method: CausalMethod) -> String {
        switch method {
        case .naive, .adjusted:
            options.errors?.title ?? (study.clusters == nil ? "HC2" : "CR2")
        case .matched, .matchedAdjusted: (try? matched.get().convention.rawValue) ?? "–"
        case .adjustedByArm, .weighted, .overlapWeighted, .weightedRegression, .doublyRobust:
            study.clusters == nil ? "influence" : "influence, CR1"
        }
    }

    private func estimate(_ method: CausalMethod) throws(CausalError) -> Estimate {
        switch method {
        case .naive, .adjusted:
            return try numbers { () throws(StatisticsError) in
                try RegressionAdjustment(study, withCovariates: method == .adjusted)
                    .effect(errors: regressionErrors)
            }
        case .matched: return try matched.get().estimate
        case .matchedAdjusted:
            guard !options.isWithReplacement else { throw .data("not where controls serve again") }
            let effect = try matched.get()
            return try numbers { () throws(StatisticsError) in try effect.adjusted(study) }
        case .weighted, .overlapWeighted:
            let estimand = method == .weighted ? options.estimand : .overlap
            let model = try propensity.get()
            return try numbers { () throws(StatisticsError) in
                try Weighting(model, estimand: estimand).effect(study)
            }
        case .doublyRobust:
            let means = try augmented.get()
            return try numbers { () throws(StatisticsError) in try means.effect() }
        case .adjustedByArm, .weightedRegression:
            let model = try propensity.get()
            return try numbers { () throws(StatisticsError) in
                try ArmMeans(
                    study,
                    propensity: model,
                    method: method == .adjustedByArm ? .regression : .weightedRegression,
                    estimand: options.estimand
                )
                .effect()
            }
        }
    }

    func assignment() throws(CausalError) -> CausalAnalysis.Assignment? {
        guard case .success(let model) = propensity else { return nil }
        let weighting = Weighting(model, estimand: options.estimand)
        let match = try? matched.get()
        return try numbers { () throws(StatisticsError) in
            CausalAnalysis.Assignment(
                overlap: try Overlap(scores: model.scores, isTreated: study.isTreated),
                areaUnderCurve: try model.areaUnderCurve(),
                effectiveTreated: weighting.effectiveCount(treated: true),
                effectiveControl: weighting.effectiveCount(treated: false),
                largestShare: max(
                    weighting.largestShare(treated: true),
                    weighting.largestShare(treated: false)
                ),
                matchedTreated: match.map { zip($0.weights, study.isTreated).count { $0 > 0 && $1 } },
                matchedControls: match.map { zip($0.weights, study.isTreated).count { $0 > 0 && !$1 } }
            )
        }
    }
}
