import Statistics
import Testing

@testable import Experiments

struct ExperimentPlanTests {
    /// R's `power.prop.test(p1 = .28, p2 = .30, power = .8)` gives n = 8,080.5 by the pooled formula;
    /// the design effect of 40 events with correlation .05 is 2.95.
    @Test func `a plan for two points of acceptance counts developers' events`() throws {
        let plan = try ExperimentPlan(
            ExperimentFixture.design(),
            effect: 0.02,
            assuming: .init(base: 0.28)
        )
        let clustered = try ExperimentPlan(
            ExperimentFixture.design(),
            effect: 0.02,
            assuming: .init(base: 0.28, eventsPerUnit: 40, intraclassCorrelation: 0.05)
        )

        #expect(abs(plan.controlUnits - 8080) <= 1)
        #expect(isClose(clustered.designEffect, 2.95))
        #expect(abs(Double(clustered.controlUnits) - 2.95 * 8080.5) < 4)
    }

    /// statsmodels `TTestIndPower().solve_power(.5, power=.8, alpha=.05)` = 63.77 per arm.
    @Test func `means use the t law and a covariate saves its share`() throws {
        let design = ExperimentFixture.design(metrics: [Metric("minutes", kind: .mean)])
        let plain = try ExperimentPlan(design, effect: 5, assuming: .init(base: 60, standardDeviation: 10))
        let helped = try ExperimentPlan(
            design,
            effect: 5,
            assuming: .init(base: 60, standardDeviation: 10, covariateRSquared: 0.5)
        )

        #expect(plain.controlUnits == 64)
        #expect(helped.controlUnits == 32)
    }

    @Test func `more metrics share alpha and need more units`() throws {
        let two = ExperimentFixture.design(
            metrics: [Metric("acceptance", kind: .proportion), Metric("retention", kind: .proportion)]
        )
        let plan = try ExperimentPlan(two, effect: 0.02, assuming: .init(base: 0.28))

        #expect(plan.alphaPerComparison == 0.025)
        #expect(plan.controlUnits > 9000)
    }

    @Test func `no effect, an impossible share and a missing deviation are refused`() {
        #expect(throws: ExperimentError.statistics(.outOfRange("share", rule: "different from the base"))) {
            try ExperimentPlan(ExperimentFixture.design(), effect: 0, assuming: .init(base: 0.3))
        }
        #expect(throws: ExperimentError.statistics(.outOfRange("share", rule: "in (0, 1)"))) {
            try ExperimentPlan(ExperimentFixture.design(), effect: 0.8, assuming: .init(base: 0.3))
        }
        #expect(throws: ExperimentError.self) {
            try ExperimentPlan(
                ExperimentFixture.design(metrics: [Metric("minutes", kind: .mean)]),
                effect: 1,
                assuming: .init(base: 3)
            )
        }
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
    }
}
