package import Statistics

/// One comparison: an arm with the control on a metric.
package struct MetricResult: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case estimated(MetricEffect)
        /// Why there is no number: an arm without variation, a unit only.
        case notEstimable(StatisticsError)
    }

    package var metric: Metric
    package var arm: String
    package var outcome: Outcome
    /// After the correction over all comparisons of the metrics; nil where nothing was estimated.
    package var adjustedPValue: Double?

    package var effect: MetricEffect? {
        guard case .estimated(let effect) = outcome else { return nil }
        return effect
    }
}

/// Whether an arm keeps a guardrail: the loss is for sure within the margin.
package struct GuardrailResult: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, CaseIterable, Codable {
        /// The loss is within the margin.
        case kept
        /// The loss exceeds the margin.
        case broken
        /// The data do not tell.
        case unresolved
    }

    package var guardrail: Guardrail
    package var result: MetricResult
    package var status: Status
    /// The one-sided p-value of a loss of at least the margin: small means kept.
    ///
    /// nil where nothing was estimated, and where the design is monitored: its interval decides.
    package var pValue: Double?
    /// The largest loss that the data allow, one-sided at alpha; negative is a gain.
    package var worstCase: Double?

    init(_ guardrail: Guardrail, _ result: MetricResult, _ design: ExperimentDesign) {
        self.guardrail = guardrail
        self.result = result
        guard let effect = result.effect,
            let gain = try? Estimate(
                value: guardrail.metric.sign * effect.estimate.value,
                standardError: effect.estimate.standardError,
                degreesOfFreedom: effect.estimate.degreesOfFreedom
            )
        else {
            status = .unresolved
            return
        }
        if design.isMonitored {
            // The interval that holds at every look decides.
            let bounds = [effect.interval.low, effect.interval.high].map { guardrail.metric.sign * $0 }
            let (low, high) = (min(bounds[0], bounds[1]), max(bounds[0], bounds[1]))
            worstCase = -low
            status = low > -guardrail.margin ? .kept : high < -guardrail.margin ? .broken : .unresolved
        } else {
            let pValue = gain.pValue(against: -guardrail.margin, alternative: .greater)
            self.pValue = pValue
            worstCase = -gain.lowerBound(level: 1 - design.alpha)
            let isBroken = gain.upperBound(level: 1 - design.alpha) < -guardrail.margin
            status = pValue < design.alpha ? .kept : isBroken ? .broken : .unresolved
        }
    }
}

/// The effect of one arm on one metric by the labels of a dimension.
package struct SegmentBreakdown: Sendable, Hashable {
    package struct Segment: Sendable, Hashable {
        package var label: String
        package var outcome: MetricResult.Outcome
        /// After the correction over all labels of the dimension.
        package var adjustedPValue: Double?
        /// The effect drawn towards the mean of all by its share of noise; nil where nothing was estimated.
        package var shrunken: Double?
    }

    package var dimension: String
    package var metric: Metric
    package var arm: String
    /// In the order of labels.
    package var segments: [Segment]
    /// Whether the segments differ; nil for fewer than two with a number.
    package var heterogeneity: Heterogeneity?
    /// Whether the whole points one way and the segments, taken together, the other (Simpson's paradox).
    ///
    /// The effect then depends on who happens to be in which arm, and the whole must not be read.
    package var isReversed: Bool
}
