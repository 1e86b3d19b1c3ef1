package import Foundation
package import HarnessCore

/// Reads generations and results of MultiPL-E, which are JSON documents and no lines.
///
/// Three forms: a problem with `completions`; its results with `results`, each a whole `program` and how it ended; and the
/// table of all results that Qwen's evaluation writes, a list of `[index, {code, passed}]` for each task. A whole program
/// is taken apart at the suite's prompt and tests, so that it is judged by the suite's tests and no others.
package enum StoredPrograms {
    /// Larger documents are refused: 256 MiB unpacked.
    private static let maximumBytes = 256 << 20

    /// Whether a file is such a document by its name.
    package static func isDocument(_ file: URL) -> Bool {
        [".json", ".json.gz"].contains { file.lastPathComponent.hasSuffix($0) }
    }

    /// The documents of a folder, sorted by name; of generations and their results the results only; nil for none.
    static func documents(in folder: URL) -> [URL]? {
        let entries =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let documents = entries.filter(isDocument).sorted { $0.lastPathComponent < $1.lastPathComponent }
        let judged = Set(
            documents.compactMap { file in
                stem(of: file).hasSuffix(resultsMark)
                    ? String(stem(of: file).dropLast(resultsMark.count)) : nil
            }
        )
        let kept = documents.filter { !judged.contains(stem(of: $0)) }
        return kept.isEmpty ? nil : kept
    }

    private static let resultsMark = ".results"

    private static func stem(of file: URL) -> String {
        var name = file.lastPathComponent
        for suffix in [".gz", ".json"] where name.hasSuffix(suffix) { name.removeLast(suffix.count) }
        return name
    }

    /// Reads the samples of a document.
    ///
    /// - Throws: `badData` naming file, task and rule for what is none of the forms, for a task that the suite has not
    ///   and for a program that does not begin with the suite's prompt.
    package static func samples(at file: URL, for suite: TaskSuite) throws(HarnessError) -> [Sample] {
        let tasks = Dictionary(suite.tasks.map { ($0.id, $0) }) { first, _ in first }
        var samples: [Sample] = []
        for entry in try entries(of: file) {
            let place = "\(file.relativePath): \(Quoting.quoted(entry.task))"
            guard let task = tasks[entry.task] else {
                throw HarnessError(
                    .badData,
                    "unknown task id \(Quoting.quoted(entry.task))",
                    at: file.relativePath,
                    remedy: Suggestion.remedy(for: entry.task, among: suite.tasks.map(\.id))
                        ?? "the suite \(suite.name) has no such task; is this the right suite?"
                )
            }
            let text =
                if let program = entry.program {
                    try completion(in: program, of: task, at: place)
                } else {
                    entry.completion ?? ""
                }
            samples.append(
                Sample(
                    taskID: task.id,
                    index: entry.index,
                    language: task.test.onlyLanguage ?? .python,
                    text: text,
                    form: .completion
                )
            )
        }
        guard !samples.isEmpty else {
            throw HarnessError(.badData, "the file has no samples", at: file.relativePath, remedy: forms)
        }
        return samples
    }

    /// Reads how programs ended where they were judged: whether each passed, by task, in the samples' order.
    ///
    /// - Throws: `badData` where the document holds no results.
    package static func verdicts(at file: URL) throws(HarnessError) -> [String: [Bool]] {
        var verdicts: [String: [Bool]] = [:]
        for entry in try entries(of: file) {
            guard let passed = entry.passed else {
                throw HarnessError(
                    .badData,
                    "has no result of task \(Quoting.quoted(entry.task))",
                    at: file.relativePath,
                    remedy: "these are generations; results stand in a file of their own"
                )
            }
            verdicts[entry.task, default: []].append(passed)
        }
        return verdicts
    }

    private struct Entry {
        var task: String
        var index: Int
        var completion: String?
        var program: String?
        var passed: Bool?
    }

    private static let forms =
        "expected a problem of MultiPL-E with \"completions\" or \"results\", or a table of results by task"

    private static func entries(of file: URL) throws(HarnessError) -> [Entry] {
        let content = try WholeFile.contents(of: file, maximumBytes: maximumBytes)
        try TextCheck.validate(content, at: file.relativePath)
        let decoder = JSONDecoder()
        do {
            let data = Data(content)
            if let problem = try? decoder.decode(Problem.self, from: data) {
                if let completions = problem.completions {
                    return completions.enumerated().map { index, text in
                        Entry(task: problem.name, index: index, completion: text)
                    }
                }
                if let results = problem.results {
                    return results.enumerated().map { index, result in
                        Entry(
                            task: problem.name,
                            index: index,
                            program: result.program,
                            passed: result.status == "OK" && result.exitCode == 0
                        )
                    }
                }
            }
            let table = try decoder.decode([String: [TableRow]].self, from: data)
            return table.sorted { $0.key < $1.key }.flatMap { task, rows in
                rows.enumerated().map { index, row in
                    Entry(task: task, index: index, program: row.code, passed: row.passed)
                }
            }
        } catch {
            throw HarnessError(
                .badData,
                "holds neither generations nor results: \(reason(of: error))",
                at: file.relativePath,
                remedy: forms
            )
        }
    }

    private static func reason(of error: any Error) -> String {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            "missing field \"\(key.stringValue)\" at \(place(of: context))"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(context.debugDescription) at \(place(of: context))"
        default: "it is not JSON"
        }
    }

    private static func place(of context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        return path.isEmpty ? "the top" : path.joined(separator: ".")
    }

    /// What stands between a task's prompt and its tests in a whole program.
    private static func completion(
        in program: String,
        of task: EvalTask,
        at place: String
    ) throws(HarnessError) -> String {
        guard let prompt = program.firstRange(of: task.prompt) else {
            throw HarnessError(
                .badData,
                "the stored program does not hold the suite's prompt",
                at: place,
                remedy: "name the file of problems from which these programs were made"
            )
        }
        var rest = program[prompt.upperBound...]
        if case .program(let test) = task.test {
            let tests = test.tests.trimmingCharacters(in: .whitespacesAndNewlines)
            guard let range = rest.range(of: tests, options: [.backwards, .literal]) else {
                throw HarnessError(
                    .badData,
                    "the stored program does not hold the suite's tests",
                    at: place,
                    remedy: "name the file of problems from which these programs were made"
                )
            }
            rest = rest[..<range.lowerBound]
            if rest.hasSuffix("\n") { rest = rest.dropLast() }
        }
        return String(rest)
    }

    private struct Problem: Decodable {
        var name: String
        var completions: [String]?
        var results: [Result]?

        struct Result: Decodable {
            var program: String
            var status: String
            var exitCode: Int

            enum CodingKeys: String, CodingKey {
                case program, status
                case exitCode = "exit_code"
            }
        }
    }

    /// `[0, {"code": …, "passed": …}]`.
    private struct TableRow: Decodable {
        var code: String
        var passed: Bool

        private struct Facts: Decodable {
            var code: String
            var passed: Bool
        }

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            _ = try row.decode(Int.self)
            let facts = try row.decode(Facts.self)
            code = facts.code
            passed = facts.passed
        }
    }
}
