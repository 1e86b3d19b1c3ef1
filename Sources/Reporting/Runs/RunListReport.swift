import ResultStore

/// The stored runs, the newest first.
package struct RunListReport: Report {
    private let runs: [StoredRun]

    package init(_ runs: [StoredRun]) { self.runs = runs }

    package func lines(_ style: TextStyle) -> [String] {
        guard !runs.isEmpty || !style.isAligned else { return ["No runs yet."] }
        let columns: [TextTable.Column] = [
            .init("run"), .init("started"), .init("model", minimum: 8),
            .init("suite", minimum: 8), .init("scored", .right), .init("passed", .right),
            .init("infra", .right), .init("status"),
        ]
        let rows = runs.map { run in
            let counts = run.counts
            return [
                run.record.id, run.record.created, printable(run.record.model),
                printable(run.record.suiteName), "\(counts.judged)/\(counts.samples)",
                counts.judged > 0 ? Numbers.percent(Double(counts.passed) / Double(counts.judged)) : "–",
                "\(counts.infrastructureErrors)",
                run.record.status.rawValue + (run.settings.isPartial ? "*" : ""),
            ]
        }
        var lines = TextTable(columns: columns, rows: rows).lines(style)
        if style.isAligned {
            lines.append("passed: share of scored samples.")
            if runs.contains(where: \.settings.isPartial) {
                lines.append("* partial: the selection may leave out tasks of the suite.")
            }
        }
        return lines
    }

    package var json: JSONValue {
        .document("runs", ["runs": .array(runs.map { .object($0.json) })])
    }
}
