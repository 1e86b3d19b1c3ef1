package import Experiments
import Statistics

/// What an experiment needs before it starts.
package struct ExperimentPlanReport: Report {
    private let plan: ExperimentPlan

    package init(_ plan: ExperimentPlan) {
        self.plan = plan
    }

    private var design: ExperimentDesign { plan.design }
    private var units: String { printable(design.unit) + "s" }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        let title =
            "\(printable(design.name)): \(design.arms.map { printable($0.name) }.joined(separator: ", ")), "
            + "two-sided alpha \(Words.percent(design.alpha)), power \(Words.percent(design.power))"
        return [style.coloured(title, .bold), ""] + table.lines(style) + [""]
            + sentences.flatMap { style.wrapped($0) }
    }

    private var table: TextTable {
        let rows = plan.needs.map { need -> [String] in
            let assumed = need.assumptions
            let deviation = assumed.standardDeviation.map { " ± \(Words.number($0))" } ?? ""
            return [
                printable(need.metric.name), need.role == .metric ? "shows" : "refutes",
                need.effect.map { Words.number($0) } ?? "–", "\(Words.number(assumed.base))\(deviation)",
                need.controlUnits.map { Numbers.count($0) } ?? "–",
                need.treatedUnits.map { Numbers.count($0) } ?? "–",
                need.visibleAtHorizon.map { Words.number($0) } ?? "–",
            ]
        }
        return TextTable(
            columns: [
                .init("", minimum: 6), .init(""), .init("change", .right), .init("assumed", .right),
                .init("\(units) of \(printable(design.arms[0].name))", .right), .init("treated", .right),
                .init("at horizon", .right),
            ],
            rows: rows
        )
    }

    private var sentences: [String] {
        var sentences: [String] = []
        if let control = plan.controlUnits, let treated = plan.treatedUnits {
            sentences.append(
                "\(Numbers.count(control)) \(units) of \(printable(design.arms[0].name)) and "
                    + "\(Numbers.count(treated)) of each other arm answer every question."
            )
        }
        if let horizon = design.horizon {
            let isNear = plan.isHorizonTooNear
            sentences.append(
                "The horizon is \(Numbers.count(horizon)) \(units) per arm"
                    + (isNear.map { $0 ? ": too near." : ": enough." } ?? ".")
            )
        }
        for need in plan.needs {
            let assumed = need.assumptions
            var parts: [String] = []
            if assumed.eventsPerUnit > 1 {
                parts.append(
                    "\(Words.number(assumed.eventsPerUnit)) events of one \(printable(design.unit)), correlation "
                        + "\(Words.number(assumed.intraclassCorrelation)): design effect "
                        + Words.number(assumed.designEffect)
                        + (need.controlEvents.map { ", \(Numbers.count($0)) events in the control" } ?? "")
                )
            }
            if assumed.covariateRSquared > 0 {
                parts.append("CUPED takes \(Words.percent(assumed.covariateRSquared)) of the variance")
            }
            if need.priceOfLooks > 1 {
                parts.append(
                    "being read at every look costs \(Words.number(need.priceOfLooks)) times the units"
                )
            }
            if !parts.isEmpty {
                sentences.append("\(printable(need.metric.name)): " + parts.joined(separator: "; ") + ".")
            }
        }
        let comparisons = design.metrics.count * (design.arms.count - 1)
        if comparisons > 1 {
            sentences.append(
                "\(comparisons) comparisons share alpha: \(Words.percent(design.alphaPerComparison)) each "
                    + "(Bonferroni, the least that \(design.correction.rawValue) gives)."
            )
        }
        return sentences
    }

    package var json: JSONValue {
        .document(
            "experiment-plan",
            [
                "name": .text(design.name), "unit": .text(design.unit),
                "arms": .array(design.arms.map { .text($0.name) }), "alpha": .number(design.alpha),
                "power": .number(design.power), "alpha_per_comparison": .number(design.alphaPerComparison),
                "horizon": .optional(design.horizon), "monitored": .bool(design.isMonitored),
                "control_units": .optional(plan.controlUnits), "treated_units": .optional(plan.treatedUnits),
                "horizon_too_near": plan.isHorizonTooNear.map { .bool($0) } ?? .null,
                "needs": .array(plan.needs.map { Self.json($0) }),
            ]
        )
    }

    private static func json(_ need: ExperimentPlan.Need) -> JSONValue {
        .object([
            "metric": .text(need.metric.name), "role": .text(need.role.rawValue),
            "effect": .optional(need.effect), "control_units": .optional(need.controlUnits),
            "treated_units": .optional(need.treatedUnits), "control_events": .optional(need.controlEvents),
            "mde_at_horizon": .optional(need.visibleAtHorizon), "alpha": .number(need.alpha),
            "design_effect": .number(need.assumptions.designEffect),
            "variance_reduction": .number(need.assumptions.covariateRSquared),
            "price_of_looks": .number(need.priceOfLooks), "base": .number(need.assumptions.base),
            "sd": .optional(need.assumptions.standardDeviation),
        ])
    }
}
