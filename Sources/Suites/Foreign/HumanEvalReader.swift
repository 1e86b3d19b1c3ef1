import Foundation
import HarnessCore

/// Reads problems in HumanEval's form: one JSON object per line.
///
/// Chen et al. 2021, github.com/openai/human-eval. Fields that EvalPlus and others add are passed over.
struct HumanEvalReader {
    /// A line may be this long: derived suites carry thousands of generated inputs in one line.
    static let defaultMaximumLineBytes = 64 << 20

    var file: URL
    var maximumLineBytes = defaultMaximumLineBytes
    var maximumBytes = LineReader.defaultMaximumBytes

    private static let fields: Set<String> = [
        "task_id", "prompt", "entry_point", "canonical_solution", "test",
    ]

    func load() throws(HarnessError) -> [EvalTask] {
        let reader = try LineReader(
            file: file,
            maximumLineBytes: maximumLineBytes,
            maximumBytes: maximumBytes
        )
        var faults = FaultList()
        var tasks: [EvalTask] = []
        var lines: [String: Int] = [:]
        while let line = try reader.next() {
            do throws(HarnessError) {
                guard let task = try task(from: line, at: reader.location) else { continue }
                if let first = lines.updateValue(reader.lineNumber, forKey: task.id) {
                    throw HarnessError(
                        .badData,
                        "the task id \(Quoting.quoted(task.id)) stands twice, first on line \(first)",
                        at: reader.location,
                        remedy: "give every task an id of its own"
                    )
                }
                tasks.append(task)
            } catch {
                faults.add(error)
            }
        }
        try faults.throwIfAny(in: reader.shownPath)
        guard !tasks.isEmpty else {
            throw HarnessError(
                .badData,
                "the suite has no tasks",
                at: reader.shownPath,
                remedy: "a suite holds one JSON object per line with task_id, prompt, entry_point, "
                    + "canonical_solution and test"
            )
        }
        return tasks
    }

    private func task(from line: LineReader.Line, at location: String) throws(HarnessError) -> EvalTask? {
        let bytes: [UInt8]
        switch line {
        case .content(let content): bytes = content
        case .tooLong(let byteCount):
            throw HarnessError(
                .badData,
                "the line has \(byteCount) bytes; a task may have \(maximumLineBytes)",
                at: location,
                remedy: "remove what HumanEval's form does not need"
            )
        }
        guard let line = try JSONLine(bytes, fields: Self.fields, at: location) else { return nil }
        let id = try line.text("task_id")
        guard TaskName.isForeignID(id) else {
            throw HarnessError(
                .badData,
                "the task id \(Quoting.quoted(id)) is not usable",
                at: location,
                remedy: "use 1 to \(TaskName.maximumIDBytes) bytes without spaces and control characters"
            )
        }
        let entryPoint = try line.text("entry_point")
        guard PythonName.isIdentifier(entryPoint) else {
            throw HarnessError(
                .badData,
                "the entry point \(Quoting.quoted(entryPoint)) is not a Python name",
                at: location,
                remedy: "name the function that the test calls"
            )
        }
        // Some suites keep the field and leave it blank: that is no solution, and nothing to prove a task by.
        let solution = try line.text("canonical_solution")
        let isBlank = solution.allSatisfy(\.isWhitespace)
        return EvalTask(
            id: id,
            prompt: try line.text("prompt"),
            test: .pythonCheck(PythonCheck(entryPoint: entryPoint, test: try test(of: line, at: location))),
            references: isBlank ? [:] : [.python: solution]
        )
    }

    private func test(of line: JSONLine, at location: String) throws(HarnessError) -> String {
        let test = try line.text("test")
        guard definesCheck(test) else {
            throw HarnessError(
                .badData,
                "the test does not define check(candidate)",
                at: location,
                remedy: "a suite in HumanEval's form tests each solution by a function named check"
            )
        }
        return test
    }

    private func definesCheck(_ test: String) -> Bool {
        test.split(whereSeparator: \.isNewline).contains { line in
            guard line.hasPrefix("def") else { return false }
            let rest = line.dropFirst(3)
            guard rest.first?.isWhitespace == true else { return false }
            let name = rest.drop(while: \.isWhitespace)
            return name.hasPrefix("check")
                && name.dropFirst(5).drop(while: \.isWhitespace).first == "("
        }
    }
}
