import HarnessCore
import ResultStore
import Scoring

extension RunExport {
    /// SARIF 2.1.0: one result for each task and failure mode, at the task's file where the suite is built in.
    func sarif() throws -> JSONValue {
        var reports: [JSONValue] = []
        for index in runs.indices { reports.append(try sarifRun(index)) }
        return .object([
            "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"), "version": .text("2.1.0"),
            "runs": .array(reports),
        ])
    }

    private func sarifRun(_ index: Int) throws -> JSONValue {
        let run = runs[index]
        let groups = try failureGroups(of: run)
        let modes = Set(groups.map(\.mode)).sorted { $0.rawValue < $1.rawValue }
        return .object([
            "tool": .object([
                "driver": .object([
                    "name": .text("evalharness"), "version": .text(toolVersion),
                    "rules": .array(
                        modes.map { mode in
                            .object([
                                "id": .text(mode.rawValue),
                                "shortDescription": .object([
                                    "text": .text("Samples fail with \(mode.rawValue)")
                                ]),
                                "properties": .object(["tags": .array([.text(mode.family.rawValue)])]),
                            ])
                        }
                    ),
                ])
            ]),
            "automationDetails": .object(["id": .text("evalharness/\(run.name)/\(run.reference)")]),
            "results": .array(groups.map { $0.json(in: run) }),
            "properties": .object([
                "model": .text(run.name), "run": .text(run.reference),
                "passRates": .array(
                    table.row(index).map { cell in
                        .object([
                            "language": .text(cell.language?.rawValue ?? "all"),
                            "metric": .text(table.metric),
                            "value": .optional(cell.mean?.value),
                        ])
                    }
                ),
            ]),
        ])
    }

    /// The failed samples of a run by task, language and mode, in the suite's order.
    private func failureGroups(of run: ComparedRun) throws -> [FailureGroup] {
        var groups: [FailureGroup] = []
        var known: [FailureGroup.Key: Int] = [:]
        try store.forEachSampleRow(run: run.reference, filter: SampleFilter(outcome: .failed)) { row in
            guard case .failed(let mode)? = row.result?.verdict.outcome else { return }
            let key = FailureGroup.Key(task: row.taskID, language: row.language, mode: mode)
            if let index = known[key] {
                groups[index].samples += 1
            } else {
                known[key] = groups.count
                groups.append(FailureGroup(row, mode: mode))
            }
        }
        let judged = Dictionary(
            run.tasks.map { ($0.key, $0.judged) },
            uniquingKeysWith: { first, _ in first }
        )
        for index in groups.indices {
            let key = ArmTask.Key(taskID: groups[index].task, language: groups[index].language)
            groups[index].judged = judged[key] ?? 0
        }
        return groups
    }
}

/// Failed samples of one task that share a mode, with the message of the first.
private struct FailureGroup {
    struct Key: Hashable {
        var task: String
        var language: Language
        var mode: FailureMode
    }

    /// A message is for reading; the sample's own report has all of it.
    private static let maximumMessage = 500

    var task: String
    var category: EvalTask.Category?
    var language: Language
    var mode: FailureMode
    var samples = 1
    var judged = 0
    var message: String
    var firstIndex: Int

    init(_ row: SampleRow, mode: FailureMode) {
        task = row.taskID
        category = row.category
        language = row.language
        self.mode = mode
        message = String(
            (row.result?.verdict.evidence.message ?? "").unicodeScalars.prefix(Self.maximumMessage)
        )
        firstIndex = row.index
    }

    func json(in run: ComparedRun) -> JSONValue {
        let name = "\(run.stored?.record.suiteName ?? "")/\(language)/\(task)"
        var location: [String: JSONValue] = [
            "logicalLocations": .array([
                .object(["fullyQualifiedName": .text(name), "kind": .text("member")])
            ])
        ]
        if let file = taskFile(in: run) {
            location["physicalLocation"] = .object([
                "artifactLocation": .object(["uri": .text(file)]),
                "region": .object(["startLine": .integer(1)]),
            ])
        }
        let text =
            "\(samples) of \(judged) samples of \(run.name): \(message.isEmpty ? mode.rawValue : message)"
        return .object([
            "ruleId": .text(mode.rawValue), "level": .text("error"),
            "message": .object(["text": .text(printable(text))]),
            "locations": .array([.object(location)]),
            "partialFingerprints": .object([
                "task/v1": .text(ContentHash(ofParts: [name, mode.rawValue]).hexadecimal)
            ]),
            "properties": .object([
                "samples": .integer(samples), "judged": .integer(judged), "first_index": .integer(firstIndex),
            ]),
        ])
    }

    /// The task's file in the repository; only ids of the built-in form become part of a path.
    private func taskFile(in run: ComparedRun) -> String? {
        let isPlain = task.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                || $0 == UInt8(ascii: "-")
        }
        guard run.stored?.settings.suiteSource == "core", isPlain, !task.isEmpty, let category else {
            return nil
        }
        return "tasks/core/\(category.rawValue)/\(task).yaml"
    }
}
