import HarnessCore
import ResultStore
import Scoring

extension RunExport {
    /// One line for each sample, without texts: they do not belong into a spreadsheet.
    func writeSampleCSV(to sink: (String) throws -> Void) throws {
        let columns = [
            "model", "run", "task", "language", "index", "category", "difficulty", "outcome", "class", "mode",
            "rule", "cases_passed", "cases_total", "cpu_ms", "wall_ms", "edit_normalized", "program_sha256",
        ]
        try sink(Records.csvLine(columns.map(JSONValue.text)))
        for run in runs {
            for row in try store.sampleRows(run: run.reference) {
                try sink(Records.csvLine(Self.values(row, run)))
            }
        }
    }

    private static func values(_ row: SampleRow, _ run: ComparedRun) -> [JSONValue] {
        let verdict = row.result?.verdict
        var mode: FailureMode?
        if case .failed(let failure)? = verdict?.outcome { mode = failure }
        return [
            .text(run.name), .text(run.reference), .text(row.taskID), .text(row.language.rawValue),
            .integer(row.index), .optional(row.category?.rawValue), .optional(row.difficulty?.rawValue),
            .text(outcome(verdict?.outcome)), .optional(mode?.family.rawValue), .optional(mode?.rawValue),
            .optional(verdict?.rule), .optional(verdict?.casesPassed), .optional(verdict?.casesTotal),
            .optional(verdict.map { Double($0.usage.cpuMicroseconds) / 1_000 }),
            .optional(verdict.map { Double($0.usage.wallMicroseconds) / 1_000 }),
            .optional(row.result?.editDistance?.normalized), .text(row.programHash.hexadecimal),
        ]
    }

    private static func outcome(_ outcome: Verdict.Outcome?) -> String {
        switch outcome {
        case nil: SampleFilter.Outcome.missing.rawValue
        case .passed: SampleFilter.Outcome.passed.rawValue
        case .failed: SampleFilter.Outcome.failed.rawValue
        case .infrastructureError: SampleFilter.Outcome.infrastructureError.rawValue
        }
    }

    /// One object for each sample with all its texts.
    func writeSampleJSONL(to sink: (String) throws -> Void) throws {
        try forEachSample { run, detail in
            var fields = detail.row.json
            fields["model"] = .text(run.name)
            fields["run"] = .text(run.reference)
            fields["prompt"] = .text(detail.prompt)
            fields["completion"] = .text(detail.completion)
            fields["program"] = .text(detail.program)
            try sink(JSONValue.document("sample", fields).serialized + "\n")
        }
    }

    /// Visits all samples with their texts, one at a time.
    func forEachSample(_ body: (ComparedRun, SampleDetail) throws -> Void) throws {
        for run in runs {
            for row in try store.sampleRows(run: run.reference) {
                guard let detail = try store.sampleDetail(run: run.reference, key: row.key) else { continue }
                try body(run, detail)
            }
        }
    }

    // MARK: - JUnit

    /// A suite for each run and language, a case for each task: a task fails where any sample does.
    var junit: JUnit {
        JUnit(name: "evalharness", suites: runs.indices.flatMap { suites(of: $0) })
    }

    private func suites(of index: Int) -> [JUnit.Suite] {
        let run = runs[index]
        return Dictionary(grouping: run.tasks, by: \.key.language).sorted { $0.key < $1.key }
            .map { language, tasks in
                JUnit.Suite(
                    name: "\(run.stored?.record.suiteName ?? "suite")/\(language)",
                    timestamp: run.stored.map { $0.record.created.replacing("Z", with: "") },
                    properties: properties(of: index),
                    cases: tasks.map { Self.test($0, in: run) }
                )
            }
    }

    private func properties(of index: Int) -> [(name: String, value: String)] {
        let run = runs[index]
        let rates = table.row(index).map { cell in
            (
                name: "\(table.metric).\(cell.language?.rawValue ?? "all")",
                value: cell.mean.map { Numbers.fixed($0.value, places: 6) } ?? ""
            )
        }
        return [("model", run.name), ("run", run.reference)] + rates
    }

    private static func test(_ task: ArmTask, in run: ComparedRun) -> JUnit.Case {
        let outcome: JUnit.Outcome
        if task.judged == 0 {
            outcome =
                task.infrastructureErrors > 0
                ? .error(message: "\(task.infrastructureErrors) infrastructure errors, no sample judged")
                : .skipped(message: "no sample judged")
        } else if task.passed == task.judged {
            outcome = .passed
        } else {
            let modes = task.failures.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            let words = modes.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
            outcome = .failed(
                type: modes.first?.key.rawValue ?? "failed",
                message: "\(task.passed) of \(task.judged) samples pass: \(words)"
            )
        }
        return JUnit.Case(
            className: "\(run.name).\(task.key.language)",
            name: task.key.taskID,
            outcome: outcome
        )
    }
}
