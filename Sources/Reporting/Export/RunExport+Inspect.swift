import HarnessCore
import ResultStore
import Scoring

extension RunExport {
    /// A log of Inspect (inspect_ai), version 2, which `inspect view` and `read_eval_log` open.
    ///
    /// The top-level fields come in the order Inspect writes them: its readers of headers stop before `samples`.
    /// Infrastructure errors and missing samples are left out of the samples and counted in the metadata.
    func writeInspectLog(to sink: (String) throws -> Void) throws {
        guard let run = runs.first, let record = run.stored?.record else {
            throw HarnessError(.usage, "an Inspect log holds one stored run")
        }
        let created = record.created.inspectTime
        let status = record.status == .complete ? "success" : "cancelled"
        try sink("{\"version\":2,\"status\":\"\(status)\",\"eval\":\(evalJSON(run, record).serialized),")
        try sink("\"plan\":{\"name\":\"plan\",\"steps\":[],\"config\":{}},")
        try sink("\"results\":\(resultsJSON(run).serialized),")
        let stats = JSONValue.object([
            "started_at": .text(created),
            "completed_at": .text((record.finished ?? record.created).inspectTime),
            "model_usage": .object([:]),
        ])
        try sink("\"stats\":\(stats.serialized),\"samples\":[")
        var isFirst = true
        try forEachSample { _, detail in
            guard let sample = Self.sampleJSON(detail, model: record.model) else { return }
            try sink((isFirst ? "\n" : ",\n") + sample.serialized)
            isFirst = false
        }
        try sink("\n]}\n")
    }

    private func evalJSON(_ run: ComparedRun, _ record: RunRecord) -> JSONValue {
        let epochs = run.tasks.map { $0.judged + $0.infrastructureErrors + $0.missing }.max() ?? 1
        return .object([
            "eval_id": .text(record.id), "run_id": .text(record.id),
            "created": .text(record.created.inspectTime),
            "task": .text(record.suiteName), "task_id": .text(record.id), "task_version": .integer(0),
            "task_attribs": .object([:]), "task_args": .object([:]),
            "dataset": .object([
                "name": .text(record.suiteName), "samples": .integer(run.tasks.count),
                "sample_ids": .array(run.tasks.map { .text(Self.inspectID($0.key)) }),
                "shuffled": .bool(false),
            ]),
            "model": .text("evalharness/\(record.model)"), "model_args": .object([:]),
            "model_generate_config": .object([:]), "config": .object(["epochs": .integer(epochs)]),
            "packages": .object(["evalharness": .text(record.toolVersion)]),
            "metadata": .object([
                "suite_hash": .text(record.suiteHash.hexadecimal),
                "isolation": .text(record.isolation.rawValue),
                "infrastructure_errors": .integer(run.tasks.reduce(0) { $0 + $1.infrastructureErrors }),
                "missing": .integer(run.tasks.reduce(0) { $0 + $1.missing }), "pass_rates": table.json,
            ]),
        ])
    }

    private func resultsJSON(_ run: ComparedRun) -> JSONValue {
        let metrics = table.row(0).compactMap { cell -> (String, JSONValue)? in
            guard let mean = cell.mean else { return nil }
            let name = cell.language.map { "\(table.metric) \($0)" } ?? table.metric
            return (
                name, .object(["name": .text(name), "value": .number(mean.value), "params": .object([:])])
            )
        }
        return .object([
            "total_samples": .integer(
                run.tasks.reduce(0) { $0 + $1.judged + $1.infrastructureErrors + $1.missing }
            ),
            "completed_samples": .integer(run.judged),
            "scores": .array([
                .object([
                    "name": .text("passed"), "scorer": .text("passed"), "params": .object([:]),
                    "metrics": .object(Dictionary(metrics, uniquingKeysWith: { first, _ in first })),
                ])
            ]),
        ])
    }

    private static func inspectID(_ key: ArmTask.Key) -> String { "\(key.taskID) (\(key.language))" }

    private static func sampleJSON(_ detail: SampleDetail, model: String) -> JSONValue? {
        guard let verdict = detail.row.result?.verdict else { return nil }
        let value: String
        var mode: FailureMode?
        switch verdict.outcome {
        case .passed: value = "C"
        case .failed(let failure):
            value = "I"
            mode = failure
        case .infrastructureError: return nil
        }
        let key = ArmTask.Key(taskID: detail.row.taskID, language: detail.row.language)
        let answer = JSONValue.object([
            "role": .text("assistant"), "content": .text(detail.completion), "source": .text("generate"),
        ])
        return .object([
            "id": .text(inspectID(key)), "epoch": .integer(detail.row.index + 1),
            "input": .text(detail.prompt),
            "target": .text(detail.reference ?? ""),
            "messages": .array([
                .object(["role": .text("user"), "content": .text(detail.prompt), "source": .text("input")]),
                answer,
            ]),
            "output": .object([
                "model": .text(model),
                "choices": .array([.object(["message": answer, "stop_reason": .text("stop")])]),
            ]),
            "scores": .object([
                "passed": .object([
                    "value": .text(value), "answer": .text(detail.program),
                    "explanation": .text(verdict.evidence.message),
                    "metadata": .object([
                        "rule": .text(verdict.rule), "mode": .optional(mode?.rawValue),
                        "cases_passed": .integer(verdict.casesPassed),
                        "cases_total": .integer(verdict.casesTotal),
                    ]),
                ])
            ]),
            "metadata": .object([
                "category": .optional(detail.row.category?.rawValue),
                "difficulty": .optional(detail.row.difficulty?.rawValue),
                "language": .text(detail.row.language.rawValue),
            ]),
            "store": .object([:]), "events": .array([]), "model_usage": .object([:]),
            "attachments": .object([:]),
        ])
    }

    /// The file name Inspect's viewer lists logs by: time, task, id.
    package static func inspectFileName(_ run: ComparedRun) -> String? {
        guard let record = run.stored?.record else { return nil }
        func plain(_ text: String) -> String {
            String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        }
        return "\(plain(record.created))_\(plain(record.suiteName))_\(plain(record.id)).json"
    }
}

extension String {
    /// ISO 8601 with an offset, as Inspect writes times.
    fileprivate var inspectTime: String { hasSuffix("Z") ? dropLast() + "+00:00" : self }
}
