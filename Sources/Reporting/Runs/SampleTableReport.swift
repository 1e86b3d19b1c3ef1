import HarnessCore
package import ResultStore

/// Samples of a run with what decided about each.
package struct SampleTableReport: Report {
    private let runID: String
    private let rows: [SampleRow]
    /// Samples that match, of which `rows` may be the first ones.
    private let total: Int

    package init(runID: String, rows: [SampleRow], total: Int) {
        self.runID = runID
        self.rows = rows
        self.total = total
    }

    package func lines(_ style: TextStyle) -> [String] {
        guard !rows.isEmpty || !style.isAligned else { return ["No such samples in \(runID)."] }
        // A column of one word says nothing, as long as it is the usual one.
        let showsLanguage = rows.contains { $0.language != .python }
        var columns: [TextTable.Column] = [
            .init("task", minimum: 8), .init("language"), .init("#", .right), .init("outcome"),
            .init("rule", minimum: 12), .init("line", .right), .init("message", minimum: 24),
        ]
        if !showsLanguage { columns.remove(at: 1) }
        let cells = rows.map { row in
            [printable(row.taskID)] + (showsLanguage ? [printable(row.language.rawValue)] : []) + [
                "\(row.index)", row.outcomeName,
                printable(row.result?.verdict.rule ?? "–"),
                row.result?.verdict.evidence.line.map(String.init) ?? "–",
                // A table cell needs the beginning only; the whole message is in the sample's own report.
                printable(String((row.result?.verdict.evidence.message ?? "").unicodeScalars.prefix(200))),
            ]
        }
        var lines = TextTable(columns: columns, rows: cells).lines(style)
        if style.isAligned && total > rows.count {
            lines.append("… \(Numbers.count(total - rows.count)) more; --limit 0 shows all")
        }
        return lines
    }

    package var json: JSONValue {
        .document(
            "samples",
            [
                "run": .text(runID), "total": .integer(total),
                "samples": .array(rows.map { .object($0.json) }),
            ]
        )
    }
}
