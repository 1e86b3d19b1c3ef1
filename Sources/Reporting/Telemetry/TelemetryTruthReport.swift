package import Telemetry

/// What was built into generated events, and what was counted while they were made.
package struct TelemetryTruthReport: Report {
    private let plan: GeneratorPlan
    private let tally: GeneratorTally

    package init(_ plan: GeneratorPlan, _ tally: GeneratorTally) {
        self.plan = plan
        self.tally = tally
    }

    package func lines(_ style: TextStyle) -> [String] {
        let acceptance = tally.shown.keys.sorted().map { model in
            let shown = tally.shown[model] ?? 0
            let share = shown > 0 ? Double(tally.accepted[model] ?? 0) / Double(shown) : nil
            return "\(model) \(Numbers.percent(share)) of \(Numbers.count(shown))"
        }
        return [
            "\(Numbers.count(tally.events, "event")) of \(Numbers.count(plan.developers, "developer")) on "
                + "\(Numbers.count(plan.days, "day")), \(Numbers.count(tally.sessions, "session")), seed \(plan.seed)",
            "accepted: " + acceptance.joined(separator: ", "),
            "\(Numbers.count(tally.duplicates)) sent twice, \(Numbers.count(tally.late)) late, "
                + "\(Numbers.count(tally.corrupt)) broken",
        ]
    }

    package var json: JSONValue {
        let truth = plan.truth
        return .document(
            "telemetry-truth",
            [
                "seed": .text("\(plan.seed)"),
                "developers": .integer(plan.developers),
                "days": .integer(plan.days),
                "first_day": .text(EventTime.dayText(plan.firstDay)),
                "effects": .object([
                    "unit": .text("log-odds of acceptance"),
                    "baseline": .number(truth.baseline),
                    "model_v2": .number(truth.modelEffect),
                    "latency_per_100_ms": .number(truth.latencyEffect),
                    "developer_sd": .number(truth.developerSpread),
                    "per_week": .number(truth.weeklyDrift),
                    "languages": .object(truth.languages.mapValues(JSONValue.number)),
                ]),
                "latency_median_ms": .object(truth.latencyMedian.mapValues(JSONValue.number)),
                "latency_log_sd": .number(truth.latencySpread),
                "outage_day": .optional(truth.outageDay.map { EventTime.dayText(plan.firstDay + Int64($0)) }),
                "counts": .object([
                    "events": .integer(tally.events),
                    "sessions": .integer(tally.sessions),
                    "errors": .integer(tally.errors),
                    "shown": .object(tally.shown.mapValues(JSONValue.integer)),
                    "accepted": .object(tally.accepted.mapValues(JSONValue.integer)),
                    "duplicates": .integer(tally.duplicates),
                    "late": .integer(tally.late),
                    "corrupt": .integer(tally.corrupt),
                ]),
            ]
        )
    }
}
