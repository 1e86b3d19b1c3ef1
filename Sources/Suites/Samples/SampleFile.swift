import Foundation
import HarnessCore

/// Reads samples from a file of JSON lines.
struct SampleFile {
    var file: URL
    var suite: TaskSuite
    var maximumBytes: Int

    /// A sample whose index is not settled yet.
    private struct Entry {
        var taskID: String
        var completionID: Int?
        var language: Language
        var form: Sample.Form
        var text: String
        var label: String?
    }

    private struct Key: Hashable {
        var taskID: String
        var language: Language
        var completionID: Int
    }

    private static let fields: Set<String> = [
        "task_id", "name", "completion", "solution", "generation", "completion_id", "language", "label",
    ]

    func load() throws(HarnessError) -> [Sample] {
        let reader = try LineReader(file: file, maximumLineBytes: maximumBytes)
        let tasks = Dictionary(suite.tasks.map { ($0.id, $0) }) { first, _ in first }
        var faults = FaultList()
        var entries: [Entry] = []
        var lines: [Key: Int] = [:]
        while let line = try reader.next() {
            do throws(HarnessError) {
                guard let entry = try entry(from: line, tasks: tasks, at: reader.location) else {
                    continue
                }
                if let completionID = entry.completionID {
                    let key = Key(taskID: entry.taskID, language: entry.language, completionID: completionID)
                    if let first = lines.updateValue(reader.lineNumber, forKey: key) {
                        throw duplicate(key, firstLine: first, at: reader.location)
                    }
                }
                // What is faulty already is read on for its faults only.
                if faults.isEmpty { entries.append(entry) } else { entries = [] }
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfAny(in: reader.shownPath)
        guard !entries.isEmpty else {
            throw HarnessError(
                .badData,
                "the file has no samples",
                at: reader.shownPath,
                remedy: "write one JSON object per line with task_id and completion or solution"
            )
        }
        return numbered(entries)
    }

    private func entry(
        from line: LineReader.Line,
        tasks: [String: EvalTask],
        at location: String
    ) throws(HarnessError) -> Entry? {
        let bytes: [UInt8]
        switch line {
        case .content(let content): bytes = content
        case .tooLong(let byteCount):
            throw HarnessError(
                .badData,
                "the line has \(byteCount) bytes; a sample may have \(maximumBytes)",
                at: location,
                remedy: "shorten this sample or leave it out"
            )
        }
        guard let line = try JSONLine(bytes, fields: Self.fields, at: location) else { return nil }
        let taskID = try line.text(line.has("task_id") ? "task_id" : line.has("name") ? "name" : "task_id")
        guard let task = tasks[taskID] else {
            throw HarnessError(
                .badData,
                "unknown task id \(Quoting.quoted(taskID))",
                at: location,
                remedy: Suggestion.remedy(for: taskID, among: suite.tasks.map(\.id))
                    ?? "the suite \(suite.name) has no such task; is this the right suite?"
            )
        }
        let field = ["solution", "completion", "generation"].first(where: line.has)
        guard let field else {
            throw HarnessError(
                .badData,
                "missing field \"completion\" or \"solution\"",
                at: location,
                remedy: "give what follows the prompt as completion, or a whole program as solution"
            )
        }
        return Entry(
            taskID: taskID,
            completionID: try line.count("completion_id"),
            language: try language(of: line, task: task, at: location),
            form: field == "solution" ? .solution : .completion,
            text: try line.text(field),
            label: line.has("label") ? try line.text("label") : nil
        )
    }

    /// The language of a sample: what its line says, or else the only one that the task is asked in.
    private func language(
        of line: JSONLine,
        task: EvalTask,
        at location: String
    ) throws(HarnessError) -> Language {
        let only = task.test.onlyLanguage
        guard line.has("language") else { return only ?? .python }
        let name = try line.text("language")
        guard let language = ForeignLanguage.named(name) else {
            throw HarnessError(
                .badData,
                "\(Quoting.quoted(name)) is not the name of a language",
                at: location,
                remedy: "write a name such as python"
            )
        }
        if case .program = task.test, let only, language != only {
            throw HarnessError(
                .badData,
                "the sample is in \(language), the task \(Quoting.quoted(task.id)) is asked in \(only) only",
                at: location,
                remedy: "is this the suite's file for \(language)?"
            )
        }
        return language
    }

    private func duplicate(_ key: Key, firstLine: Int, at location: String) -> HarnessError {
        HarnessError(
            .badData,
            "the completion_id \(key.completionID) of \(Quoting.quoted(key.taskID)) stands twice, "
                + "first on line \(firstLine)",
            at: location,
            remedy:
                "give every sample of a task in a language a completion_id of its own, or leave them all out"
        )
    }

    /// Settles the indices: the file's own numbers where every line has one, else the order in the file.
    private func numbered(_ entries: [Entry]) -> [Sample] {
        let usesOwnNumbers = entries.allSatisfy { $0.completionID != nil }
        var counts: [Language: [String: Int]] = [:]
        return entries.map { entry in
            let position = counts[entry.language]?[entry.taskID] ?? 0
            counts[entry.language, default: [:]][entry.taskID] = position + 1
            return Sample(
                taskID: entry.taskID,
                index: usesOwnNumbers ? entry.completionID ?? position : position,
                language: entry.language,
                text: entry.text,
                form: entry.form,
                plantedLabel: entry.label
            )
        }
    }
}
