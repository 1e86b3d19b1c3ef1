import HarnessCore
package import ResultStore
import Scoring

/// Stored runs in a format of somebody else; the same runs give the same bytes.
package struct RunExport {
    let runs: [ComparedRun]
    let table: PassRateTable
    let store: ResultStore
    /// The version of this tool, for formats that name their writer.
    let toolVersion: String

    /// Prepares the export of runs that are in the store.
    package init(_ runs: [ComparedRun], k: Int, store: ResultStore, toolVersion: String) {
        self.runs = runs
        self.store = store
        self.toolVersion = toolVersion
        table = PassRateTable(runs, k: k)
    }

    /// Whether no task of any run has the k samples that the rates need.
    package var isWithoutValue: Bool { runs.indices.allSatisfy { table.row($0)[0].mean == nil } }

    /// Writes the export piece by piece, so that texts of many samples need not be held together.
    package func write(
        _ format: ExportFormat,
        level: ExportLevel,
        to sink: (String) throws -> Void
    ) throws {
        switch (format, level) {
        case (.csv, .run): try sink(table.records.csv)
        case (.jsonl, .run): try sink(table.records.jsonl)
        case (.csv, .task): try sink(taskRecords.csv)
        case (.jsonl, .task): try sink(taskRecords.jsonl)
        case (.csv, .sample): try writeSampleCSV(to: sink)
        case (.jsonl, .sample): try writeSampleJSONL(to: sink)
        case (.markdown, _): try sink(document(level).markdown)
        case (.html, _): try sink(document(level).html)
        case (.latex, _): try sink(document(level).latex)
        case (.junit, _): try sink(junit.xml)
        case (.sarif, _): try sink(try sarif().serialized + "\n")
        case (.inspect, _): try writeInspectLog(to: sink)
        case (.huggingFace, _): try sink(leaderboardYAML)
        }
    }

    // MARK: - Tables

    private func document(_ level: ExportLevel) -> Document {
        var parts: [Document.Part] = [.table(table.table)]
        parts += runs.map { .sentence(Self.provenance(of: $0)) }
        if level == .task {
            let records = taskRecords
            parts.append(
                .table(
                    Document.Table(
                        caption: "Samples by task",
                        columns: records.columns.map { column in
                            ["judged", "passed", "infrastructure", "missing"].contains(column)
                                ? .number(column) : .text(column)
                        },
                        rows: records.rows.map { $0.map(Self.cell) }
                    )
                )
            )
        }
        return Document(title: "\(table.metric) by model and language", parts: parts)
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .text(let text): text
        default: value.serialized
        }
    }

    /// What makes the numbers of a run mean something, in one line.
    static func provenance(of run: ComparedRun) -> String {
        guard let record = run.stored?.record else { return run.reference }
        return
            "\(run.name) \(run.reference): suite \(record.suiteName) \(record.suiteHash.hexadecimal.prefix(12)), "
            + "\(run.samplesPerTask) samples per task, isolation \(record.isolation.rawValue), seed \(record.seed), "
            + "\(record.created), evalharness \(record.toolVersion)"
            + (run.gap.map { "; \($0)" } ?? "")
    }

    private var taskRecords: Records {
        Records(
            columns: [
                "model", "run", "task", "language", "category", "difficulty", "judged", "passed",
                "infrastructure",
                "missing", "pass_rate",
            ],
            rows: runs.flatMap { run in
                run.tasks.map { task in
                    [
                        .text(run.name), .text(run.reference), .text(task.key.taskID),
                        .text(task.key.language.rawValue), .optional(task.category),
                        .optional(task.difficulty),
                        .integer(task.judged), .integer(task.passed), .integer(task.infrastructureErrors),
                        .integer(task.missing), .optional(ComparisonMetric.passAt(1).value(of: task)),
                    ]
                }
            }
        )
    }
}
