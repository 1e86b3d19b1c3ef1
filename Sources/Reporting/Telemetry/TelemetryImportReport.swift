package import Telemetry

/// What an import read, kept and refused.
package struct TelemetryImportReport: Report {
    private let outcomes: [TelemetryImport.Outcome]
    private let rollup: Rollup.Outcome?

    /// `rollup` is nil for a dry run.
    package init(_ outcomes: [TelemetryImport.Outcome], rollup: Rollup.Outcome?) {
        self.outcomes = outcomes
        self.rollup = rollup
    }

    package func lines(_ style: TextStyle) -> [String] {
        var lines = outcomes.flatMap { outcome -> [String] in
            var text =
                "\(printable(outcome.file)): \(Numbers.count(outcome.lines, "line")), "
                + "\(Numbers.count(outcome.events, rollup == nil ? "valid event" : "new event")), "
                + "\(Numbers.count(outcome.duplicates)) known already, \(Numbers.count(outcome.rejectedCount)) rejected"
            if outcome.start > 0 { text += " (continued at byte \(Numbers.count(Int(outcome.start))))" }
            var lines = style.wrapped(text)
            let rules = outcome.rejected.sorted { $0.key.rawValue < $1.key.rawValue }
            if !rules.isEmpty {
                lines += style.wrapped(
                    "  rejected: "
                        + rules.map { "\($0.key.rawValue) \(Numbers.count($0.value))" }.joined(
                            separator: ", "
                        )
                )
            }
            if outcome.unknownFields > 0 {
                lines.append(
                    "  \(Numbers.count(outcome.unknownFields, "field")) not in the schema, passed over"
                )
            }
            return lines
        }
        if let rollup {
            lines.append(
                "rolled up \(Numbers.count(rollup.days, "day")) and \(Numbers.count(rollup.tasks, "task"))"
            )
        } else {
            lines.append("dry run: nothing was written")
        }
        return lines
    }

    package var json: JSONValue {
        .document(
            "telemetry-import",
            [
                "dry_run": .bool(rollup == nil),
                "days_rolled_up": .optional(rollup?.days),
                "files": .array(
                    outcomes.map { outcome in
                        .object([
                            "file": .text(outcome.file), "lines": .integer(outcome.lines),
                            "events": .integer(outcome.events), "duplicates": .integer(outcome.duplicates),
                            "rejected": .object(
                                Dictionary(
                                    uniqueKeysWithValues: outcome.rejected.map {
                                        ($0.key.rawValue, .integer($0.value))
                                    }
                                )
                            ),
                            "unknown_fields": .integer(outcome.unknownFields),
                            "start_byte": .integer(Int(outcome.start)),
                        ])
                    }
                ),
            ]
        )
    }
}

/// Lines that were no events, newest first.
package struct QuarantineReport: Report {
    private let counts: [String: Int]
    private let entries: [QuarantinedLine]

    package init(counts: [String: Int], lines: [QuarantinedLine]) {
        self.counts = counts
        entries = lines
    }

    package func lines(_ style: TextStyle) -> [String] {
        guard !counts.isEmpty else { return ["the quarantine is empty"] }
        let rules = counts.sorted { $0.key < $1.key }.map { "\($0.key) \(Numbers.count($0.value))" }
        let table = TextTable(
            columns: [.init("line"), .init("rule"), .init("why", minimum: 20), .init("text", minimum: 10)],
            rows: entries.map { entry in
                [
                    "\(printable(entry.file)):\(entry.line)", printable(entry.rule), printable(entry.message),
                    printable(String(entry.text.prefix(200))),
                ]
            }
        )
        return style.wrapped("in quarantine: " + rules.joined(separator: ", ")) + table.lines(style)
    }

    package var json: JSONValue {
        .document(
            "telemetry-quarantine",
            [
                "counts": .object(counts.mapValues(JSONValue.integer)),
                "lines": .array(
                    entries.map { entry in
                        .object([
                            "file": .text(entry.file), "line": .integer(entry.line),
                            "rule": .text(entry.rule),
                            "message": .text(entry.message), "text": .text(entry.text),
                        ])
                    }
                ),
            ]
        )
    }
}
