import Foundation

/// The stored runs, the newest first.
package struct RunListReport: Report {
    private let runs: [Entry]

    package init(_ runs: [Entry]) { self.runs = runs }

    package struct Entry: Sendable, Hashable {
        package var run: RunDescription
        package var counts: SampleCounts
        /// pass@1; nil where nothing is scored yet.
        package var passAtOne: Double?

        package init(run: RunDescription, counts: SampleCounts, passAtOne: Double?) {
            self.run = run
            self.counts = counts
            self.passAtOne = passAtOne
        }
    }

    package func lines(_ style: TextStyle) -> [String] {
        guard !runs.isEmpty || !style.isAligned else { return ["No runs yet."] }
        let columns: [TextTable.Column] = [
            .init("run"), .init("started (UTC)"), .init("model", isFlexible: true),
            .init("suite", isFlexible: true), .init("scored", .right), .init("pass@1", .right),
            .init("infra", .right), .init("status"),
        ]
        let rows = runs.map { entry in
            [
                entry.run.id, Self.time(entry.run.created), printable(entry.run.model),
                printable(entry.run.suite), "\(entry.counts.scored)/\(entry.counts.planned)",
                Numbers.percent(entry.passAtOne), "\(entry.counts.infrastructure)",
                entry.run.status.rawValue + (entry.run.isPartial ? ", partial" : ""),
            ]
        }
        return TextTable(columns: columns, rows: rows).lines(style)
    }

    package var json: JSONValue {
        .document(
            "runs",
            [
                "runs": .array(
                    runs.map { entry in
                        var fields = entry.run.json
                        fields["counts"] = entry.counts.json
                        fields["pass_at_1"] = .optional(entry.passAtOne)
                        return .object(fields)
                    }
                )
            ]
        )
    }

    private static func time(_ seconds: Double) -> String {
        let date = Date(timeIntervalSince1970: seconds)
        return date.formatted(
            Date.ISO8601FormatStyle().year().month().day().dateTimeSeparator(.space).time(
                includingFractionalSeconds: false
            )
        )
        .prefix(16).description
    }
}
