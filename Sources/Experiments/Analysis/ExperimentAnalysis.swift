package import Statistics

/// What an experiment says: assignment first, then metrics, guardrails, segments and what to do.
package struct ExperimentAnalysis: Sendable, Hashable {
    package var design: ExperimentDesign
    package var assignment: AssignmentCheck
    /// What seems to have been assigned instead of the design's unit; nil where nothing does.
    package var suspectedUnit: SuspectedUnit?
    /// Metric by metric, arm by arm, in the order of the design.
    package var metrics: [MetricResult]
    package var guardrails: [GuardrailResult]
    /// Of the metrics, by the dimensions of the data in the order of their names.
    package var segments: [SegmentBreakdown]
    /// One per treated arm.
    package var recommendations: [Recommendation]

    /// Analyses rows of data as the design says.
    ///
    /// Rows of one unit are summed before anything is computed; the p-value that takes them as independent
    /// is kept beside (`MetricEffect.naivePValue`) but never decides.
    ///
    /// - Throws: `.design`, `.data` where the two do not fit, or an arm has no units.
    package init(_ design: ExperimentDesign, data: ExperimentData) throws(ExperimentError) {
        try design.validate()
        try data.validate(design)
        let table = UnitTable(data, design)
        let assignment = try AssignmentCheck(design, data, table)
        func samples(_ metric: Metric) -> [Result<ArmSample, StatisticsError>] {
            design.arms.indices.map { arm in Self.sample(design, metric, data, table, arm: arm) }
        }
        let breakdowns = SegmentAnalyzer(design: design, data: data)
        self.init(
            design,
            assignment,
            suspectedUnit: try SuspectedUnit.find(design, data, table),
            samples: samples,
            segments: breakdowns.breakdowns
        )
    }

    /// Analyses counts of independent units: one yes or no each, one metric, no guardrails.
    ///
    /// The classical two-proportion experiment, from its four numbers.
    ///
    /// - Throws: `.design`, also for other metrics than one proportion; `.data` for counts that do not fit.
    package init(_ design: ExperimentDesign, proportions: [Proportion]) throws(ExperimentError) {
        try design.validate()
        guard design.metrics.count == 1, design.metrics[0].kind == .proportion, design.guardrails.isEmpty
        else {
            throw .design("counts are analysed for one proportion, without guardrails")
        }
        guard proportions.count == design.arms.count else {
            throw .data("\(proportions.count) counts for \(design.arms.count) arms")
        }
        guard !design.isPaired else { throw .design("counts do not say which units belong together") }
        let assignment = try AssignmentCheck(design, units: proportions.map(\.trials))
        self.init(
            design,
            assignment,
            suspectedUnit: nil,
            samples: { _ in proportions.map { .success(.proportion($0)) } },
            segments: { _ in [] }
        )
    }

    private init(
        _ design: ExperimentDesign,
        _ assignment: AssignmentCheck,
        suspectedUnit: SuspectedUnit?,
        samples: (Metric) -> [Result<ArmSample, StatisticsError>],
        segments: ([MetricResult]) -> [SegmentBreakdown]
    ) {
        self.design = design
        self.assignment = assignment
        self.suspectedUnit = suspectedUnit
        metrics = Self.corrected(
            design.metrics.flatMap { Self.results(design, $0, samples($0)) },
            design
        )
        guardrails = design.guardrails.flatMap { guardrail in
            Self.results(design, guardrail.metric, samples(guardrail.metric)).map {
                GuardrailResult(guardrail, $0, design)
            }
        }
        self.segments = segments(metrics)
        recommendations = []
        recommendations = design.arms.dropFirst().map { Recommendation(for: $0.name, in: self) }
    }

    static func sample(
        _ design: ExperimentDesign,
        _ metric: Metric,
        _ data: ExperimentData,
        _ table: UnitTable,
        arm: Int
    ) -> Result<ArmSample, StatisticsError> {
        Result { () throws(StatisticsError) in
            try ArmSample(metric, data, table, arm: arm, isPaired: design.isPaired)
        }
    }

    /// The comparisons of a metric, uncorrected.
    static func results(
        _ design: ExperimentDesign,
        _ metric: Metric,
        _ samples: [Result<ArmSample, StatisticsError>]
    ) -> [MetricResult] {
        let estimator = EffectEstimator(design: design, metric: metric)
        return design.arms.indices.dropFirst().map { arm in
            let effect = Result { () throws(StatisticsError) in
                try estimator.effect(treated: samples[arm].get(), control: samples[0].get())
            }
            let outcome: MetricResult.Outcome =
                switch effect {
                case .success(let effect): .estimated(effect)
                case .failure(let error): .notEstimable(error)
                }
            return MetricResult(metric: metric, arm: design.arms[arm].name, outcome: outcome)
        }
    }

    /// Adds adjusted p-values over all comparisons, and with them the readings.
    static func corrected(_ results: [MetricResult], _ design: ExperimentDesign) -> [MetricResult] {
        // p-values of finite statistics are in [0, 1]; the correction cannot refuse them.
        let adjusted = (try? design.correction.adjust(results.compactMap(\.effect?.pValue))) ?? []
        var next = adjusted.makeIterator()
        return results.map { result in
            guard var effect = result.effect, let pValue = next.next() else { return result }
            let metric = result.metric
            let bounds = [metric.sign * effect.interval.low, metric.sign * effect.interval.high]
            effect.reading = MetricEffect.reading(
                gain: ConfidenceInterval(
                    low: min(bounds[0], bounds[1]),
                    high: max(bounds[0], bounds[1]),
                    level: effect.interval.level,
                    method: effect.interval.method
                ),
                isSignificant: pValue < design.alpha,
                value: metric.sign * effect.estimate.value,
                relevant: metric.relevantEffect
            )
            var corrected = result
            corrected.outcome = .estimated(effect)
            corrected.adjustedPValue = pValue
            return corrected
        }
    }
}
