import Statistics
import Testing

@testable import Experiments

struct ExperimentPlanTests {
    private func design(
        _ assumptions: MetricAssumptions,
        kind: Metric.Kind = .proportion,
        direction: Metric.Direction = .increase
    ) -> ExperimentDesign {
        ExperimentFixture.design(
            metrics: [Metric("m", kind: kind, direction: direction, assumptions: assumptions)]
        )
    }

    private func need(_ design: ExperimentDesign, effect: Double) throws -> ExperimentPlan.Need {
        try #require(try ExperimentPlan(design, effect: effect).needs.first)
    }

    /// R's `power.prop.test(p1 = .28, p2 = .30, power = .8)` gives n = 8,080.5 by the pooled formula;
    /// the design effect of 40 events with correlation .05 is 2.95.
    @Test func `a plan for two points of acceptance counts developers, and their events`() throws {
        let plain = try need(design(.init(base: 0.28)), effect: 0.02)
        let clustered = try need(
            design(.init(base: 0.28, eventsPerUnit: 40, intraclassCorrelation: 0.05), kind: .ratio),
            effect: 0.02
        )

        #expect(abs(try #require(plain.controlUnits) - 8080) <= 1)
        #expect(isClose(clustered.assumptions.designEffect, 2.95))
        // 8,080.5 · 2.95 / 40 = 595.9 developers.
        #expect(clustered.controlUnits == 596)
        #expect(clustered.controlEvents == 23_840)
    }

    /// 1 + ((1 + 0.7²) · 40 − 1) · 0.05 = 3.93: Eldridge, Ashby and Kerry (2006), by hand.
    @Test func `units that differ in their events need more`() {
        let assumed = MetricAssumptions(
            base: 0.28,
            eventsPerUnit: 40,
            eventsVariation: 0.7,
            intraclassCorrelation: 0.05
        )

        #expect(isClose(assumed.designEffect, 3.93))
    }

    /// statsmodels `TTestIndPower().solve_power(.5, power=.8, alpha=.05)` = 63.77 per arm.
    @Test func `means use the t law and a covariate saves its share`() throws {
        let plain = try need(design(.init(base: 60, standardDeviation: 10), kind: .mean), effect: 5)
        let helped = try need(
            design(.init(base: 60, standardDeviation: 10, covariateRSquared: 0.5), kind: .mean),
            effect: 5
        )

        #expect(plain.controlUnits == 64)
        #expect(helped.controlUnits == 32)
    }

    @Test func `a fall of a share is a rise of its complement`() throws {
        let fall = try need(design(.init(base: 0.3), direction: .decrease), effect: 0.02)
        let rise = try need(design(.init(base: 0.7)), effect: 0.02)

        #expect(fall.controlUnits == rise.controlUnits)
    }

    @Test func `more metrics share alpha and need more units`() throws {
        let two = ExperimentFixture.design(
            metrics: ["acceptance", "retention"].map {
                Metric($0, kind: .proportion, assumptions: .init(base: 0.28))
            }
        )
        let plan = try ExperimentPlan(two, effect: 0.02)

        #expect(plan.needs.map(\.alpha) == [0.025, 0.025])
        #expect(try #require(plan.controlUnits) > 9000)
    }

    /// (1.644854 + 0.841621)² · 2 · 120² / 20² = 445.2, by hand.
    @Test func `a guardrail needs units too, one-sided against its margin`() throws {
        let latency = Metric(
            "latency",
            kind: .mean,
            direction: .decrease,
            assumptions: .init(base: 300, standardDeviation: 120)
        )
        var design = design(.init(base: 0.28))
        design.guardrails = [Guardrail(latency, margin: 20)]
        design.horizon = 446
        let plan = try ExperimentPlan(design, effect: 0.1)
        let guardrail = plan.needs[1]

        #expect(guardrail.controlUnits == 446)
        #expect(try #require(guardrail.visibleAtHorizon) <= 20)
        #expect(plan.isHorizonTooNear == false)
    }

    @Test func `the effect visible at the horizon is the one that needs so many units`() throws {
        for kind in [Metric.Kind.proportion, .mean] {
            var design = design(.init(base: 0.3, standardDeviation: kind == .mean ? 0.4 : nil), kind: kind)
            design.horizon = 500
            let visible = try #require(try ExperimentPlan(design).needs[0].visibleAtHorizon)
            let back = try need(design, effect: visible)

            #expect(abs(try #require(back.controlUnits) - 500) <= 1)
        }
    }

    @Test func `looking at every look costs units, and a horizon that is too near is said`() throws {
        var design = design(.init(base: 0.28))
        design.horizon = 9000
        let once = try need(design, effect: 0.02)
        design.isMonitored = true
        let plan = try ExperimentPlan(design, effect: 0.02)

        // −2 ln .05 + ln(1 − 2 ln .05) = 7.94 = r; z² = 2 (1 + r)/r (ln 20 + ln(1 + r)/2): z = 3.035;
        // (3.035 + 0.842)² / (1.960 + 0.842)² = 1.915.
        #expect(abs(plan.needs[0].priceOfLooks - 1.915) < 0.001)
        let ratio = Double(try #require(plan.controlUnits)) / Double(try #require(once.controlUnits))
        #expect(abs(ratio - plan.needs[0].priceOfLooks) < 0.001)
        #expect(plan.isHorizonTooNear == true)
    }

    @Test func `no effect, an impossible share and a missing deviation are refused`() {
        #expect(throws: ExperimentError.design("effect of m: positive, in its unit")) {
            try need(design(.init(base: 0.3)), effect: 0)
        }
        #expect(throws: ExperimentError.statistics(.outOfRange("share", rule: "in (0, 1)"))) {
            try need(design(.init(base: 0.3)), effect: 0.8)
        }
        #expect(throws: ExperimentError.design("assumptions of m: a mean needs the deviation of one value")) {
            try need(design(.init(base: 3), kind: .mean), effect: 1)
        }
        #expect(
            throws: ExperimentError.design("assumptions: none of the metrics says what to assume of its data")
        ) { try ExperimentPlan(ExperimentFixture.design(), effect: 0.02) }
    }

    @Test func `a design that contradicts itself is refused`() {
        func refuses(_ message: String, _ change: (inout ExperimentDesign) -> Void) {
            var design = ExperimentFixture.design()
            change(&design)
            #expect(throws: ExperimentError.design(message)) { try design.validate() }
        }

        refuses("arms: at least two, the control first") { $0.arms.removeLast() }
        refuses("arms: two have one name") { $0.arms[1].name = "v1" }
        refuses("arms: a share is not positive") { $0.arms[1].share = 0 }
        refuses("metrics: at least one to decide by") { $0.metrics = [] }
        refuses("alpha: in (0, 0.5)") { $0.alpha = 0 }
        refuses("power: between alpha and 1") { $0.power = 1 }
        refuses("horizon: at least 2 units per arm") { $0.horizon = 1 }
        refuses("horizon: needed to tune the intervals of a monitored one") { $0.isMonitored = true }
        refuses("guardrail latency: a margin that is not positive") {
            $0.guardrails = [Guardrail(Metric("latency", kind: .mean), margin: 0)]
        }
        refuses("metric acceptance: only means are capped") { $0.metrics[0].cap = 0.99 }
        refuses("arms: every unit of a paired design is in all of them, so shares say nothing") {
            $0.isPaired = true
            $0.arms[1].share = 2
        }
        refuses("assumptions of acceptance: a share in (0, 1), or the deviation of one event's value") {
            $0.metrics[0].assumptions = .init(base: 1.5)
        }
    }
}
