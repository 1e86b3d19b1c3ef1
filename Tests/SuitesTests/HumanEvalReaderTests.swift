import Foundation
import HarnessCore
import Testing

@testable import Suites

@Suite(.temporaryFolder) struct HumanEvalReaderTests {
    private static let fields = [
        "task_id": "\"T/0\"", "prompt": "\"def f(x):\\n\"", "entry_point": "\"f\"",
        "canonical_solution": "\"    return x\\n\"",
        "test": "\"def check(candidate):\\n    assert candidate(1) == 1\\n\"",
    ]

    /// A line of the file, some of its fields replaced, or left out by an empty text.
    private static func line(_ changes: [String: String] = [:]) -> String {
        let fields = fields.merging(changes) { $1 }.filter { !$0.value.isEmpty }
        return "{"
            + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
            + "}"
    }

    private func load(_ content: String, name: String = "Suite.jsonl") throws -> TaskSuite {
        try SuiteLoader.humanEval(
            file: try TemporaryFolder.write(content, to: name),
            limits: ResourceLimits()
        )
    }

    private func refusal(_ content: String) throws -> HarnessError {
        try #require(throws: HarnessError.self) { try load(content) }
    }

    @Test func `A problem is read whole, and foreign fields are passed over`() throws {
        let suite = try load(Self.line(["base_input": "[[NaN, -Infinity]]", "atol": "0"]) + "\n\n")

        #expect(suite.name == "Suite")
        #expect(
            suite.tasks == [
                EvalTask(
                    id: "T/0",
                    prompt: "def f(x):\n",
                    test: .pythonCheck(
                        PythonCheck(
                            entryPoint: "f",
                            test: "def check(candidate):\n    assert candidate(1) == 1\n"
                        )
                    ),
                    references: [.python: "    return x\n"]
                )
            ]
        )
    }

    @Test func `A packed suite is the same suite`() throws {
        let content = Self.line()
        let packed = try TemporaryFolder.write(Gzip.pack(Array(content.utf8)), to: "Suite.jsonl.gz")

        #expect(
            try SuiteLoader.humanEval(file: packed, limits: ResourceLimits()) == (try load(content))
        )
    }

    @Test func `Problems keep the order of the file`() throws {
        let lines = ["T/2", "T/10", "T/1"].map { Self.line(["task_id": "\"\($0)\""]) }

        #expect(try load(lines.joined(separator: "\n")).tasks.map(\.id) == ["T/2", "T/10", "T/1"])
    }

    @Test func `The hash follows the test, not the canonical solution`() throws {
        let original = try load(Self.line()).hash

        #expect(try load(Self.line(["canonical_solution": "\"    pass\""])).hash == original)
        #expect(try load(Self.line(["test": "\"def check(candidate): pass\""])).hash != original)
        #expect(try load(Self.line(["entry_point": "\"g\""])).hash != original)
    }

    @Test(
        arguments: [
            (["task_id": ""], "missing field \"task_id\""),
            (["test": "null"], "missing field \"test\""),
            (["canonical_solution": ""], "missing field \"canonical_solution\""),
            (["task_id": "11"], "the field \"task_id\" must be text, not 11"),
            (["prompt": "[\"x\"]"], "the field \"prompt\" must be text, not a list"),
            (["test": "\"x = 1\""], "the test does not define check(candidate)"),
            (["test": "\"# def check(candidate)\""], "the test does not define check(candidate)"),
            (["test": "\"def checker(candidate): pass\""], "the test does not define check(candidate)"),
            (["entry_point": "\"f(x)\""], "the entry point \"f(x)\" is not a Python name"),
            (["entry_point": "\"import\""], "the entry point \"import\" is not a Python name"),
            (["entry_point": "\"2f\""], "the entry point \"2f\" is not a Python name"),
            (["entry_point": "\"f\\nimport os\""], "the entry point \"f\\nimport os\" is not a Python name"),
            (["entry_point": "\"\""], "the entry point \"\" is not a Python name"),
            (["task_id": "\"\""], "the task id \"\" is not usable"),
            (["task_id": "\"a b\""], "the task id \"a b\" is not usable"),
            (["task_id": "\"\\u001b[2J\""], "the task id \"\\u{1B}[2J\" is not usable"),
            (["prompt": "\"a\\u0000\""], "the field \"prompt\" contains a NUL character (\\u0000)"),
            (["prompt": "\"\\ud800\""], "malformed JSON at column"),
        ] as [([String: String], String)]
    )
    func `A faulty problem is refused with its line`(changes: [String: String], message: String) throws {
        let error = try refusal(Self.line(["task_id": "\"T/9\""]) + "\n" + Self.line(changes))

        #expect(error.message.hasPrefix(message), "\(error)")
        #expect(error.location?.hasSuffix("Suite.jsonl:2") == true)
        #expect(error.code == .badData)
    }

    @Test func `An id that stands twice is refused with both lines`() throws {
        let error = try refusal(Self.line() + "\n" + Self.line(["task_id": "\"T/1\""]) + "\n" + Self.line())

        #expect(error.message == "the task id \"T/0\" stands twice, first on line 1")
        #expect(error.location?.hasSuffix("Suite.jsonl:3") == true)
    }

    @Test(arguments: ["", "\n\n", "  \n"])
    func `A suite without tasks is refused`(content: String) throws {
        #expect(try refusal(content).message == "the suite has no tasks")
    }

    @Test func `Malformed JSON, NUL bytes and invalid UTF-8 are told together`() throws {
        let content =
            Array((Self.line() + "\n{\"task_id\": }\nx\0y\nab").utf8) + [0xFF]
            + Array("\n\(Self.line())".utf8)
        let file = try TemporaryFolder.write(content, to: "Suite.jsonl")

        let error = try #require(throws: HarnessError.self) {
            try SuiteLoader.humanEval(file: file, limits: ResourceLimits())
        }

        #expect(error.message.hasPrefix("4 faults\n"))
        #expect(error.message.contains("Suite.jsonl:2: malformed JSON at column 13: a value is missing"))
        #expect(error.message.contains("Suite.jsonl:3: NUL byte at byte offset 1"))
        #expect(error.message.contains("Suite.jsonl:4: invalid UTF-8 at byte offset 2"))
        #expect(error.message.contains("Suite.jsonl:5: the task id \"T/0\" stands twice"))
    }

    @Test func `Many faults are counted, ten are shown`() throws {
        let error = try refusal(String(repeating: "{\n", count: 25))

        #expect(error.message.hasPrefix("25 faults\n"))
        #expect(error.message.contains("Suite.jsonl:10: "))
        #expect(!error.message.contains("Suite.jsonl:11: "))
        #expect(error.message.hasSuffix("… and 15 more"))
    }

    @Test func `A line beyond the limit is refused with its size`() throws {
        let file = try TemporaryFolder.write(
            Self.line(["x": "\"" + String(repeating: "y", count: 500) + "\""]),
            to: "S.jsonl"
        )

        let error = try #require(throws: HarnessError.self) {
            try HumanEvalReader(file: file, maximumLineBytes: 100).load()
        }

        #expect(error.message.contains("bytes; a task may have 100"))
    }
}
