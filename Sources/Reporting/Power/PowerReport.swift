package import Scoring
package import Statistics

/// Tasks and samples that an effect needs, and the effect that a suite can see.
package struct PowerReport: Report {
    private let plan: PowerPlan
    private let tasks: Int?
    private let effect: Double?
    private let counts: [Int]
    private let visible: [Double]
    private let needed: [Int]
    private let chance: Double?
    /// Samples that show the effect on the tasks there are; nil within where none do.
    private let samples: Int??
    private let asked: Int

    /// Computes everything that the given numbers determine.
    ///
    /// `samples` are those of each task in each arm, `effect` is a share. Without tasks or effect what depends on
    /// them is left out.
    package init(
        _ plan: PowerPlan,
        tasks: Int?,
        samples: Int,
        effect: Double?
    ) throws(StatisticsError) {
        self.plan = plan
        self.tasks = tasks
        self.effect = effect
        asked = samples
        counts = Set([1, 5, 10, 20, 100, samples]).sorted()
        var visible: [Double] = []
        var needed: [Int] = []
        for count in counts {
            if let tasks { visible.append(try plan.visible(tasks: tasks, samples: count)) }
            if let effect { needed.append(try plan.tasks(effect: effect, samples: count)) }
        }
        self.visible = visible
        self.needed = needed
        if let tasks, let effect {
            chance = try plan.chance(of: effect, tasks: tasks, samples: samples)
            self.samples = .some(try plan.samples(effect: effect, tasks: tasks))
        } else {
            chance = nil
            self.samples = nil
        }
    }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        let power = plan.power
        let title =
            "paired comparison of pass@1, two-sided \(Self.percent(power.alpha)), power \(Self.percent(plan.chance))"
        var lines = [style.coloured(title, .bold)]
        lines += style.wrapped(printable(plan.source))
        lines += style.wrapped(
            "spread between tasks of the difference \(Self.deviation(power.between)) pp, inside a task one sample "
                + "\(Self.deviation(power.firstWithin)) and \(Self.deviation(power.secondWithin)) pp (SD)"
                + (power.designEffect > 1.0001
                    ? ", design effect of clusters \(Numbers.fixed(power.designEffect, places: 2))" : "")
        )
        let columns =
            [TextTable.Column("samples per task")] + counts.map { TextTable.Column("\($0)", .right) }
        var rows: [[String]] = []
        if let tasks {
            rows.append(
                ["\(Numbers.count(tasks, "task")) see pp"]
                    + visible.map { Numbers.fixed($0 * 100, places: 1) }
            )
        }
        if let effect {
            rows.append(
                ["tasks for \(Numbers.fixed(effect * 100, places: 1)) pp"] + needed.map(Numbers.count)
            )
        }
        lines += [""] + TextTable(columns: columns, rows: rows).lines(style)
        return lines + answer.flatMap { style.wrapped($0) }
            + [""] + style.wrapped("Miller 2024; normal approximation. Samples cannot replace tasks.")
    }

    private var answer: [String] {
        guard let tasks, let effect, let chance, let samples else { return [] }
        let size = Numbers.fixed(effect * 100, places: 1) + " pp"
        let start =
            "\(Numbers.count(tasks, "task")) × \(Numbers.count(asked, "sample")) show \(size) with a chance of "
            + "\(Numbers.percent(chance)). "
        guard let samples else {
            return [
                start
                    + "No number of samples shows it with \(Self.percent(plan.chance)): more tasks are needed."
            ]
        }
        return [
            start
                + "\(Numbers.count(samples, "sample")) of each task would show it with \(Self.percent(plan.chance))."
        ]
    }

    private static func deviation(_ variance: Double) -> String {
        Numbers.fixed(variance.squareRoot() * 100, places: 1)
    }

    private static func percent(_ share: Double) -> String {
        let text = Numbers.fixed(share * 100, places: 1)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
    }

    package var json: JSONValue {
        let power = plan.power
        return .document(
            "power",
            [
                "source": .text(plan.source), "alpha": .number(power.alpha), "power": .number(plan.chance),
                "variance": .object([
                    "between_tasks": .number(power.between), "within_base": .number(power.firstWithin),
                    "within_cand": .number(power.secondWithin), "design_effect": .number(power.designEffect),
                ]),
                "tasks": .optional(tasks), "samples": .integer(asked), "effect": .optional(effect),
                "by_samples": .array(
                    counts.indices.map { index in
                        .object([
                            "samples": .integer(counts[index]),
                            "mde": visible.isEmpty ? .null : .number(visible[index]),
                            "tasks_needed": needed.isEmpty ? .null : .integer(needed[index]),
                        ])
                    }
                ),
                "chance": .optional(chance), "samples_needed": .optional(samples ?? nil),
            ]
        )
    }
}
