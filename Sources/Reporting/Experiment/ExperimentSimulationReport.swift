package import Experiments
import Statistics

/// How a design fares where the truth is known.
package struct ExperimentSimulationReport: Report {
    private let simulation: ExperimentSimulation

    package init(_ simulation: ExperimentSimulation) {
        self.simulation = simulation
    }

    private var design: ExperimentDesign { simulation.design }
    private var options: ExperimentSimulation.Options { simulation.options }
    private var units: String { printable(design.unit) + "s" }

    package func lines(_ style: TextStyle) -> [String] {
        var style = style
        style.isAligned = true
        let title =
            "\(printable(design.name)): \(Numbers.count(options.experiments, "simulated experiment")) for each "
            + "question"
        let origin =
            "\(Numbers.count(options.units)) \(units) per arm, "
            + (simulation.isFromData
                ? "drawn with replacement from all arms of the data together"
                : "drawn from what the design assumes") + ", metrics "
            + (simulation.isFromData ? "of one unit kept together" : "independent of each other")
            + "; seed \(options.seed)"
        var lines = [style.coloured(title, .bold)] + style.wrapped(origin)
        for scenario in simulation.scenarios {
            lines += ["", style.coloured(Self.heading(scenario.question), .bold)]
            lines += decisions(scenario).lines(style)
            let table = metrics(scenario)
            if !table.rows.isEmpty { lines += table.lines(style) }
        }
        return lines + [""] + readings.flatMap { style.wrapped($0) }
    }

    private static func heading(_ question: ExperimentSimulation.Scenario.Question) -> String {
        switch question {
        case .nothing: "Nothing differs (A/A)"
        case .gain: "Every metric gains what matters (A/B)"
        case .loss: "The same, and every guardrail loses its margin exactly"
        }
    }

    private func decisions(_ scenario: ExperimentSimulation.Scenario) -> TextTable {
        let tally = scenario.tally
        var rows = [
            ["shipped", Self.rate(tally.shipped, tally.experiments)],
            ["held", Self.rate(tally.held, tally.experiments)],
            ["more data asked for", Self.rate(tally.undecided, tally.experiments)],
        ]
        if scenario.question == .nothing {
            rows.append(["a difference claimed at the end", Self.rate(tally.alarms, tally.experiments)])
            if options.looks > 1 {
                rows.append([
                    "a difference claimed at one of \(options.looks) looks",
                    Self.rate(tally.alarmsAtAnyLook, tally.experiments),
                ])
            }
            if tally.naive > 0 {
                rows.append([
                    "claimed with events as independent", Self.rate(tally.naiveAlarms, tally.naive),
                ])
            }
        }
        if scenario.question == .gain, design.isMonitored, tally.shippedAtAnyLook > 0 {
            rows.append([
                "shipped at one of \(options.looks) looks",
                Self.rate(tally.shippedAtAnyLook, tally.experiments),
            ])
            rows.append([
                "\(units) per arm by then, mean",
                Numbers.count(tally.unitsWhenShipped / tally.shippedAtAnyLook),
            ])
        }
        if tally.refused > 0 {
            rows.append(["could not be analysed", Self.rate(tally.refused, tally.experiments)])
        }
        return TextTable(columns: [.init("decision"), .init("share ± error", .right)], rows: rows)
    }

    private func metrics(_ scenario: ExperimentSimulation.Scenario) -> TextTable {
        var rows: [[String]] = []
        for metric in design.metrics {
            guard let counts = scenario.tally.metrics[metric.name] else { continue }
            rows.append([
                printable(metric.name), Words.signed(scenario.shifts[metric.name] ?? 0),
                Self.rate(counts.gains, counts.estimated),
                // What a cap does to the effect is not known, so coverage has no truth to hold to.
                metric.cap == nil ? Self.rate(counts.covered, counts.estimated) : "–",
            ])
        }
        for guardrail in design.guardrails {
            guard let counts = scenario.tally.metrics[guardrail.metric.name] else { continue }
            rows.append([
                printable(guardrail.metric.name), Words.signed(scenario.shifts[guardrail.metric.name] ?? 0),
                Self.rate(counts.kept, counts.estimated),
                guardrail.metric.cap == nil ? Self.rate(counts.covered, counts.estimated) : "–",
            ])
        }
        return TextTable(
            columns: [
                .init("", minimum: 6), .init("true effect", .right), .init("gain claimed / kept", .right),
                .init("interval covers", .right),
            ],
            rows: rows
        )
    }

    /// What the numbers mean for this design, in sentences.
    private var readings: [String] {
        var sentences: [String] = []
        if let nothing = simulation.scenarios.first(where: { $0.question == .nothing })?.tally,
            nothing.experiments > 0
        {
            let rate = Double(nothing.alarms) / Double(nothing.experiments)
            let error = 2 * (design.alpha * (1 - design.alpha) / Double(nothing.experiments)).squareRoot()
            sentences.append(
                rate <= design.alpha + error
                    ? "False alarms keep to alpha (\(Words.percent(design.alpha)))."
                    : "False alarms exceed alpha (\(Words.percent(design.alpha))): the data are too few or too "
                        + "skewed for the normal law; more units, or a cap, help."
            )
            if options.looks > 1, !design.isMonitored {
                sentences.append(
                    "Who looks \(options.looks) times and stops at the first p below alpha is fooled in "
                        + "\(Self.rate(nothing.alarmsAtAnyLook, nothing.experiments)) of the cases; "
                        + "\"monitored: true\" makes looking safe."
                )
            }
        }
        if let gain = simulation.scenarios.first(where: { $0.question == .gain })?.tally,
            gain.experiments > 0
        {
            let shipped = Double(design.isMonitored ? gain.shippedAtAnyLook : gain.shipped)
            let rate = shipped / Double(gain.experiments)
            sentences.append(
                "A change that matters is shipped in \(Words.percent(rate)) of the cases"
                    + (rate + 0.02 < design.power
                        ? ", less than the \(Words.percent(design.power)) asked for: more units are needed, "
                            + "for the metrics and every guardrail together."
                        : ".")
            )
        }
        return sentences
    }

    /// A share with its Monte Carlo error.
    private static func rate(_ count: Int, _ total: Int) -> String {
        guard total > 0 else { return "–" }
        let share = Double(count) / Double(total)
        let error = (share * (1 - share) / Double(total)).squareRoot()
        return Numbers.fixed(share * 100, places: 1) + " ± " + Numbers.fixed(error * 100, places: 1) + " %"
    }

    package var json: JSONValue {
        .document(
            "experiment-simulation",
            [
                "name": .text(design.name), "experiments": .integer(options.experiments),
                "seed": .text(String(options.seed)), "units_per_arm": .integer(options.units),
                "looks": .integer(options.looks), "alpha": .number(design.alpha),
                "power": .number(design.power), "monitored": .bool(design.isMonitored),
                "from_data": .bool(simulation.isFromData),
                "scenarios": .array(simulation.scenarios.map { Self.json($0) }),
            ]
        )
    }

    private static func json(_ scenario: ExperimentSimulation.Scenario) -> JSONValue {
        let tally = scenario.tally
        return .object([
            "question": .text(scenario.question.rawValue), "experiments": .integer(tally.experiments),
            "shipped": .integer(tally.shipped), "held": .integer(tally.held),
            "undecided": .integer(tally.undecided), "refused": .integer(tally.refused),
            "alarms": .integer(tally.alarms), "alarms_at_any_look": .integer(tally.alarmsAtAnyLook),
            "shipped_at_any_look": .integer(tally.shippedAtAnyLook),
            "naive": .integer(tally.naive), "naive_alarms": .integer(tally.naiveAlarms),
            "metrics": .object(
                tally.metrics.mapValues { counts in
                    .object([
                        "estimated": .integer(counts.estimated), "covered": .integer(counts.covered),
                        "gains": .integer(counts.gains), "kept": .integer(counts.kept),
                        "broken": .integer(counts.broken),
                    ])
                }
            ),
            "true_effects": .object(scenario.shifts.mapValues { .number($0) }),
        ])
    }
}
