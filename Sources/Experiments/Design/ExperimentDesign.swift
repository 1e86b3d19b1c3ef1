package import Statistics

/// What was decided before the data: who is randomised, what is measured, when and how it is decided.
package struct ExperimentDesign: Sendable, Hashable, Codable {
    package var name: String
    /// What is randomised and counted once: "developer", "task".
    package var unit: String
    /// The first is the control.
    package var arms: [Arm]
    /// What the experiment is to improve.
    package var metrics: [Metric]
    /// What it must not harm.
    package var guardrails: [Guardrail]
    /// Units per arm at which the decision is due; nil where none was set.
    package var horizon: Int?
    /// Whether the data are looked at before the horizon: intervals are then valid at every look, and wider.
    package var isMonitored: Bool
    /// Whether every unit is measured under every arm, as every task is by every model.
    ///
    /// Differences are then taken inside units. Otherwise a unit belongs to one arm.
    package var isPaired: Bool
    /// Probability of a false alarm over all metrics and arms together, two-sided.
    package var alpha: Double
    /// Probability of finding an effect of the size that matters.
    package var power: Double
    /// Across metrics and arms, and across segments.
    package var correction: MultipleTesting

    package init(
        name: String,
        unit: String,
        arms: [Arm],
        metrics: [Metric],
        guardrails: [Guardrail] = [],
        horizon: Int? = nil,
        isMonitored: Bool = false,
        isPaired: Bool = false,
        alpha: Double = 0.05,
        power: Double = 0.8,
        correction: MultipleTesting = .holm
    ) {
        self.name = name
        self.unit = unit
        self.arms = arms
        self.metrics = metrics
        self.guardrails = guardrails
        self.horizon = horizon
        self.isMonitored = isMonitored
        self.isPaired = isPaired
        self.alpha = alpha
        self.power = power
        self.correction = correction
    }

    /// The first arm, which the others are compared with.
    package var control: Arm? { arms.first }

    /// Checks that the parts fit together.
    ///
    /// - Throws: `ExperimentError.design` naming the part and the rule.
    package func validate() throws(ExperimentError) {
        guard arms.count >= 2 else { throw .design("arms: at least two, the control first") }
        guard Set(arms.map(\.name)).count == arms.count else { throw .design("arms: two have one name") }
        guard arms.allSatisfy({ $0.share > 0 && $0.share.isFinite }) else {
            throw .design("arms: a share is not positive")
        }
        guard !isPaired || Set(arms.map(\.share)).count == 1 else {
            throw .design("arms: every unit of a paired design is in all of them, so shares say nothing")
        }
        guard !metrics.isEmpty else { throw .design("metrics: at least one to decide by") }
        let names = metrics.map(\.name) + guardrails.map(\.metric.name)
        guard Set(names).count == names.count else { throw .design("metrics: two have one name") }
        guard alpha > 0, alpha < 0.5 else { throw .design("alpha: in (0, 0.5)") }
        guard power > alpha, power < 1 else { throw .design("power: between alpha and 1") }
        if let horizon, horizon < 2 { throw .design("horizon: at least 2 units per arm") }
        if isMonitored, horizon == nil {
            throw .design("horizon: needed to tune the intervals of a monitored one")
        }
        for guardrail in guardrails where !(guardrail.margin > 0 && guardrail.margin.isFinite) {
            throw .design("guardrail \(guardrail.metric.name): a margin that is not positive")
        }
        for metric in metrics + guardrails.map(\.metric) {
            try metric.validate()
            guard !isPaired || metric.cap == nil else {
                throw .design("metric \(metric.name): a paired design has no caps")
            }
        }
    }
}

/// One of the variants that units are assigned to.
package struct Arm: Sendable, Hashable, Codable {
    package var name: String
    /// The intended part of the units, relative to the other arms.
    package var share: Double

    package init(_ name: String, share: Double = 1) {
        self.name = name
        self.share = share
    }
}

/// A number per unit, and what is hoped of it.
package struct Metric: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// One yes or no per unit.
        case proportion
        /// One number per unit.
        case mean
        /// Σ numerator / Σ denominator over units: accepted over shown suggestions.
        case ratio
    }

    package enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
        case increase
        case decrease
    }

    package var name: String
    package var kind: Kind
    /// The change that is a gain.
    package var direction: Direction
    /// The smallest gain worth having, in the unit of the metric; nil where none was stated.
    package var relevantEffect: Double?
    /// The quantile of non-zero values at which means are capped, 0.999 say; nil for none.
    package var cap: Double?
    /// What planning and simulation take for granted; nil where nothing was stated.
    package var assumptions: MetricAssumptions?

    package init(
        _ name: String,
        kind: Kind,
        direction: Direction = .increase,
        relevantEffect: Double? = nil,
        cap: Double? = nil,
        assumptions: MetricAssumptions? = nil
    ) {
        self.name = name
        self.kind = kind
        self.direction = direction
        self.relevantEffect = relevantEffect
        self.cap = cap
        self.assumptions = assumptions
    }

    /// +1 where more is better, −1 where less is.
    package var sign: Double { direction == .increase ? 1 : -1 }

    func validate() throws(ExperimentError) {
        if let relevantEffect, !(relevantEffect > 0 && relevantEffect.isFinite) {
            throw .design("metric \(name): a relevant effect that is not positive")
        }
        if let cap, !(cap > 0.5 && cap < 1) { throw .design("metric \(name): a cap outside (0.5, 1)") }
        if cap != nil, kind != .mean { throw .design("metric \(name): only means are capped") }
        try assumptions?.validate(self)
    }
}

/// A metric that may get worse by a margin at most.
package struct Guardrail: Sendable, Hashable, Codable {
    package var metric: Metric
    /// The loss that would still be accepted, in the unit of the metric; positive.
    package var margin: Double

    package init(_ metric: Metric, margin: Double) {
        self.metric = metric
        self.margin = margin
    }
}
