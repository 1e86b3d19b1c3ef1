import Statistics

/// What a design needs before it starts, metric by metric, and what it would see at its horizon.
package struct ExperimentPlan: Sendable, Hashable {
    /// One metric or guardrail.
    package struct Need: Sendable, Hashable {
        package enum Role: String, Sendable, Hashable {
            case metric
            case guardrail
        }

        package var metric: Metric
        package var role: Role
        package var assumptions: MetricAssumptions
        /// The gain to show, or the margin to refute; nil where none was stated.
        package var effect: Double?
        /// Units of the control and of the smallest treated arm; nil without an effect.
        package var controlUnits: Int?
        package var treatedUnits: Int?
        /// The smallest gain seen (a guardrail: loss refuted) at the horizon; nil without a horizon, and where
        /// no gain is large enough.
        package var visibleAtHorizon: Double?
        /// The significance level of the comparison; two-sided for metrics, one-sided for guardrails.
        package var alpha: Double
        /// The factor for looks before the horizon, included in the numbers; 1 where the data are read once.
        package var priceOfLooks: Double

        /// Events of the control, where units have several.
        package var controlEvents: Int? {
            controlUnits.map { Int((Double($0) * assumptions.eventsPerUnit).rounded(.up)) }
        }
    }

    package var design: ExperimentDesign
    /// In the order of the design, metrics first.
    package var needs: [Need]

    /// Units of the control that all metrics and guardrails need together: the largest number.
    package var controlUnits: Int? { needs.compactMap(\.controlUnits).max() }
    package var treatedUnits: Int? { needs.compactMap(\.treatedUnits).max() }

    /// Whether the horizon is too near for what the design is to show; nil where one of the two is not known.
    package var isHorizonTooNear: Bool? {
        guard let horizon = design.horizon, let control = controlUnits, let treated = treatedUnits else {
            return nil
        }
        return horizon < min(control, treated)
    }

    /// Plans every metric that has assumptions.
    ///
    /// `effect` replaces the relevant effect of all metrics, in their unit; guardrails keep their margins.
    ///
    /// - Throws: `.design` for an invalid design, or one without assumptions for any metric; `.statistics` for an
    ///   effect that no number of units shows.
    package init(_ design: ExperimentDesign, effect: Double? = nil) throws(ExperimentError) {
        try design.validate()
        self.design = design
        needs = []
        for metric in design.metrics {
            guard let assumptions = metric.assumptions else { continue }
            let power = try MetricPower(design, metric: metric, assuming: assumptions)
            needs.append(try Self.need(.metric, design, power, effect ?? metric.relevantEffect))
        }
        for guardrail in design.guardrails {
            guard let assumptions = guardrail.metric.assumptions else { continue }
            let power = try MetricPower(
                design,
                metric: guardrail.metric,
                isGuardrail: true,
                assuming: assumptions
            )
            needs.append(try Self.need(.guardrail, design, power, guardrail.margin))
        }
        guard !needs.isEmpty else {
            throw .design("assumptions: none of the metrics says what to assume of its data")
        }
    }

    private static func need(
        _ role: Need.Role,
        _ design: ExperimentDesign,
        _ power: MetricPower,
        _ effect: Double?
    ) throws(ExperimentError) -> Need {
        var need = Need(
            metric: power.metric,
            role: role,
            assumptions: power.assumptions,
            effect: effect,
            alpha: power.alpha,
            priceOfLooks: power.priceOfLooks
        )
        if let effect {
            let units = try power.controlUnits(for: effect)
            need.controlUnits = Int(units.rounded(.up))
            need.treatedUnits = Int((units * design.treatedRatio).rounded(.up))
        }
        if let horizon = design.horizon {
            // No visible effect is an answer, not a fault: the horizon is too near for any.
            need.visibleAtHorizon = try? power.visibleEffect(
                controlUnits: design.controlUnits(smallest: horizon)
            )
        }
        return need
    }
}
