import Statistics

/// How many units show an effect on one metric of a design, and what so many units show.
///
/// Shares by the pooled normal formula, everything else by the noncentral t law, guardrails by the normal law of a
/// one-sided test against the margin. Several treated arms or metrics share alpha (Bonferroni: what a plan can
/// promise of any correction). A monitored design pays for its looks: the critical value is that of the
/// always-valid interval at the horizon, and earlier looks are not counted, which is cautious.
package struct MetricPower: Sendable, Hashable {
    package var metric: Metric
    package var assumptions: MetricAssumptions
    package var power: Double
    /// The significance level of this comparison.
    package var alpha: Double
    /// By how much looking at growing data raises the number of units; 1 where it is read once.
    package var priceOfLooks: Double

    /// Units of a treated arm per unit of the control.
    private let ratio: Double
    private let isGuardrail: Bool

    /// - Throws: `.design` for an invalid design, or assumptions that contradict themselves.
    package init(
        _ design: ExperimentDesign,
        metric: Metric,
        isGuardrail: Bool = false,
        assuming assumptions: MetricAssumptions
    ) throws(ExperimentError) {
        try design.validate()
        try assumptions.validate(metric)
        guard !design.isPaired else {
            throw .design("a paired design is planned from the spread of differences inside units")
        }
        self.metric = metric
        self.assumptions = assumptions
        self.isGuardrail = isGuardrail
        power = design.power
        alpha = isGuardrail ? design.alpha : design.alphaPerComparison
        ratio = design.treatedRatio
        priceOfLooks = 1
        guard design.isMonitored else { return }
        // The mixture is tuned for the horizon, so that there τ²/V depends on alpha only.
        let tuning = try numbers { () throws(StatisticsError) -> Double in
            let tau = try AlwaysValid(tunedFor: 1, deviation: 1, alpha: design.alpha).tau
            return tau * tau
        }
        let once = Distribution.normalQuantile(isGuardrail ? 1 - alpha : 1 - alpha / 2)
        let bound = AlwaysValid.criticalValue(alpha: alpha, tuning: tuning)
        let chance = Distribution.normalQuantile(power)
        priceOfLooks = (bound + chance) * (bound + chance) / ((once + chance) * (once + chance))
    }

    /// By how much clusters, covariate and looks change the number of units over independent events.
    private var factor: Double {
        assumptions.designEffect * (1 - assumptions.covariateRSquared) * priceOfLooks
            / assumptions.eventsPerUnit
    }

    /// Independent events of the control that show a gain of `effect`, or refute a loss of it.
    private func events(for effect: Double) throws(StatisticsError) -> Double {
        if isGuardrail {
            let reach = Distribution.normalQuantile(1 - alpha) + Distribution.normalQuantile(power)
            return reach * reach * assumptions.variance * (1 + 1 / ratio) / (effect * effect)
        }
        if assumptions.isShare {
            let power = try shares()
            return try power.unitsOfFirstArm(toDetect: power.base + effect, power: self.power)
        }
        return try MeanPower(.twoArms(ratio: ratio), alpha: alpha)
            .units(for: effect / assumptions.variance.squareRoot(), power: power)
    }

    /// A fall of a share is a rise of its complement.
    private func shares() throws(StatisticsError) -> ProportionPower {
        let base = metric.sign > 0 ? assumptions.base : 1 - assumptions.base
        return try ProportionPower(base: base, ratio: ratio, alpha: alpha)
    }

    /// Units of the control that show a gain of `effect` (a guardrail: refute a loss of it where there is none).
    ///
    /// `effect` is in the unit of the metric, positive. The result is not rounded.
    ///
    /// - Throws: `.statistics` for an effect that no number of units shows, `.design` for more than 1e15 units.
    package func controlUnits(for effect: Double) throws(ExperimentError) -> Double {
        guard effect > 0 else { throw .design("effect of \(metric.name): positive, in its unit") }
        let needed = try numbers { () throws(StatisticsError) in try events(for: effect) } * factor
        guard needed < 1e15 else { throw .design("effect: more than 1e15 units are needed") }
        return needed
    }

    /// The smallest gain that so many units of the control show (a guardrail: the smallest loss they refute).
    ///
    /// - Throws: `.statistics` where no gain is large enough.
    package func visibleEffect(controlUnits units: Double) throws(ExperimentError) -> Double {
        let events = units / factor
        return try numbers { () throws(StatisticsError) -> Double in
            guard events.isFinite, events > 0 else { throw .outOfRange("units", rule: "positive") }
            if isGuardrail {
                let reach = Distribution.normalQuantile(1 - alpha) + Distribution.normalQuantile(power)
                return reach * (assumptions.variance * (1 + 1 / ratio) / events).squareRoot()
            }
            if assumptions.isShare {
                return try shares().minimumDetectableEffect(unitsOfFirstArm: events, power: power)
            }
            return try MeanPower(.twoArms(ratio: ratio), alpha: alpha)
                .minimumDetectableEffect(units: events, power: power) * assumptions.variance.squareRoot()
        }
    }
}

extension ExperimentDesign {
    /// Units of the smallest treated arm per unit of the control.
    var treatedRatio: Double {
        (arms.dropFirst().map(\.share).min() ?? 1) / (arms.first?.share ?? 1)
    }

    /// What Bonferroni leaves of alpha for one metric of one treated arm.
    package var alphaPerComparison: Double { alpha / Double(max(1, metrics.count * (arms.count - 1))) }

    /// Units of the control when the smallest arm has so many.
    func controlUnits(smallest units: Int) -> Double { Double(units) / min(1, treatedRatio) }
}
