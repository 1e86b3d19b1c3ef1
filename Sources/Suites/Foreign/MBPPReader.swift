import Foundation
import HarnessCore

/// Reads MBPP as Google published it, in full (`text`) or sanitized (`prompt`, `test_imports`).
///
/// Austin et al. 2021, "Program Synthesis with Large Language Models", github.com/google-research/google-research.
/// A problem is asked as EvalPlus and bigcode-evaluation-harness ask it: its text and its first test in a docstring.
/// The tests call the solution by its name, which only the author's code tells.
struct MBPPReader {
    var file: URL
    var includesExtraTests: Bool
    var maximumLineBytes = HumanEvalReader.defaultMaximumLineBytes
    var maximumBytes = LineReader.defaultMaximumBytes

    func load() throws(HarnessError) -> [EvalTask] {
        try ForeignLines(
            file: file,
            maximumLineBytes: maximumLineBytes,
            maximumBytes: maximumBytes,
            form: "MBPP's form: task_id, text or prompt, code, test_list, and where needed test_setup_code "
                + "or test_imports"
        ).tasks(task)
    }

    private func task(_ fields: ForeignFields) throws(HarnessError) -> EvalTask {
        let number = try fields.taskID("task_id")
        let text = try fields.text(fields.has("text") ? "text" : "prompt")
        let code = try fields.text("code")
        guard let own = try fields.texts("test_list"), let example = own.first else {
            throw fields.fault("the problem has no tests in \"test_list\"")
        }
        let extra = includesExtraTests ? try fields.texts("challenge_test_list") ?? [] : []
        var setup = try fields.texts("test_imports") ?? []
        if fields.has("test_setup_code") { setup.append(try fields.text("test_setup_code")) }
        let (functions, classes) = PythonText.definedNames(in: code)
        let called = functions.compactMap { name in
            PythonText.position(of: name, in: example).map { (name: name, position: $0) }
        }
        guard let entryPoint = called.min(by: { $0.position < $1.position })?.name else {
            throw fields.fault(
                "the first test calls no function that \"code\" defines",
                remedy: "the name of the function that is asked for is read from there"
            )
        }
        let tests = own + extra
        let source = (setup + tests).joined(separator: "\n")
        return EvalTask(
            // The name under which EvalPlus and its samples know the problem.
            id: Int(number) == nil ? number : "Mbpp/\(number)",
            prompt: Self.prompt(text: text, example: example),
            test: .pythonCheck(
                PythonCheck(
                    entryPoint: entryPoint,
                    test: Self.test(setup: setup, tests: tests, entryPoint: entryPoint),
                    sharesProcess: (functions + classes).contains { name in
                        name != entryPoint && PythonText.position(of: name, in: source) != nil
                    }
                )
            ),
            references: [.python: code]
        )
    }

    private static func prompt(text: String, example: String) -> String {
        let content = "\(text)\n\(example)".replacing("\r\n", with: "\n")
        return content.contains("\"\"\"") || content.contains("\\") || content.hasSuffix("\"")
            ? content.split(separator: "\n", omittingEmptySubsequences: false)
                .map { "# \($0)\n" }.joined()
            : "\"\"\"\n\(content)\n\"\"\"\n"
    }

    /// The parameter of `check` has the solution's name: the assertions stand as they are.
    private static func test(setup: [String], tests: [String], entryPoint: String) -> String {
        let head = setup.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0 + "\n" }.joined()
        let body = tests.map { PythonText.indented($0.replacing("\r\n", with: "\n")) }
        return "\(head)\ndef check(\(entryPoint)):\n\(body.joined(separator: "\n"))\n"
    }
}
