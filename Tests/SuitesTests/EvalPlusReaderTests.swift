import Foundation
import HarnessCore
import Testing

@testable import Suites

@Suite(.temporaryFolder) struct EvalPlusReaderTests {
    private static let fields = [
        "task_id": "\"Mbpp/9999\"", "prompt": "\"\\\"\\\"\\\"Add.\\\"\\\"\\\"\\n\"", "entry_point": "\"add\"",
        "canonical_solution": "\"def add(a, b):\\n    return a + b\\n\"",
        "base_input": "[[1, 2], [\"x\", \"é\\n\"]]", "plus_input": "[[1.0, NaN], [null, {\"k\": true}]]",
        "atol": "0", "contract": "\"assert True\"",
    ]

    private static func line(_ changes: [String: String] = [:]) -> String {
        let fields = fields.merging(changes) { $1 }.filter { !$0.value.isEmpty }
        return "{"
            + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
            + "}"
    }

    private func load(_ content: String, extra: Bool = false) throws -> TaskSuite {
        try SuiteLoader.foreign(
            file: try TemporaryFolder.write(content, to: "Plus.jsonl"),
            includesExtraTests: extra
        )
    }

    private func check(_ task: EvalTask?) throws -> PythonCheck {
        guard case .pythonCheck(let check) = try #require(task).test else {
            Issue.record("no check")
            return PythonCheck(entryPoint: "", test: "")
        }
        return check
    }

    /// The lines of a test that compare one input each.
    private func calls(_ check: PythonCheck) -> [String] {
        check.test.split(separator: "\n").filter { $0.contains("test.compare") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    @Test func `inputs become calls in Python, one a line; extra ones only where they are wanted`() throws {
        let base = try check(try load(Self.line()).tasks.first)
        let suite = try load(Self.line(), extra: true)

        #expect(calls(base) == ["test.compare(candidate, 1, 2)", #"test.compare(candidate, "x", "é\n")"#])
        #expect(
            calls(try check(suite.tasks.first)).suffix(2) == [
                "test.compare(candidate, 1.0, NaN)", #"test.compare(candidate, None, {"k": True})"#,
            ]
        )
        #expect(base.entryPoint == "add")
        #expect(suite.name == "Plus+")
        #expect(suite.hash != (try load(Self.line())).hash)
    }

    @Test(arguments: [
        ("Mbpp/2", "[[[1, 2], [3]]]", "(1, 2), (3,)"),
        ("Mbpp/64", "[[[[\"a\", 1]]]]", "[(\"a\", 1)]"),
        ("Mbpp/106", "[[[1], []]]", "[1], ()"),
        ("Mbpp/115", "[[[[1], [], {}]]]", "[{1}, {}, {}]"),
        ("Mbpp/124", "[[\"1\", \"2j\"]]", "float(\"1\"), complex(\"2j\")"),
        ("Mbpp/259", "[[[[1, 2]], [[3, 4]]]]", "((1, 2),), ((3, 4),)"),
        ("Mbpp/307", "[[[\"a\", []], 1, [2]]]", "(\"a\", []), 1, [2]"),
        ("Mbpp/580", "[[[1, [2, [3]]]]]", "(1, (2, (3,)))"),
        ("Mbpp/722", "[[{\"n\": [1.5, 2]}, 3]]", "{\"n\": (1.5, 2)}, 3"),
        ("HumanEval/2", "[[[1, 2]]]", "[1, 2]"),
    ])
    func `types that JSON has lost come back by the problem's number`(
        id: String,
        inputs: String,
        arguments: String
    ) throws {
        let suite = try load(Self.line(["task_id": "\"\(id)\"", "base_input": inputs]))

        #expect(calls(try check(suite.tasks.first)) == ["test.compare(candidate, \(arguments))"])
    }

    @Test func `a problem with several right answers has a rule of its own`() throws {
        let ordered = try check(try load(Self.line()).tasks.first)
        let sets = try check(try load(Self.line(["entry_point": "\"similar_elements\""])).tasks.first)
        let root = try check(
            try load(Self.line(["task_id": "\"HumanEval/32\"", "entry_point": "\"find_zero\""])).tasks.first
        )

        #expect(ordered.test.contains("rule=\"equal\""))
        #expect(sets.test.contains("rule=\"same-elements\""))
        #expect(root.test.contains("rule=\"root-of-polynomial\""))
    }

    @Test(arguments: [
        (["base_input": ""], "missing field \"base_input\""),
        (["base_input": "[]"], "the problem has no inputs"),
        (["base_input": "[1]"], "an input is a number, not a list of arguments"),
        (["base_input": "\"x\""], "the field \"base_input\" must be a list, not text"),
        (["atol": "-1"], "the field \"atol\" must be a number from 0 up, not a number"),
        (["entry_point": "\"a b\""], "the entry point \"a b\" is not a Python name"),
        (
            ["canonical_solution": "\"\\u0000\""],
            "the field \"canonical_solution\" contains a NUL character (\\u0000)"
        ),
    ])
    func `a faulty problem is refused by its line`(changes: [String: String], message: String) throws {
        let error = try #require(throws: HarnessError.self) {
            try EvalPlusReader(
                file: try TemporaryFolder.write(Self.line(changes), to: "Plus.jsonl"),
                includesExtraTests: false
            ).load()
        }

        #expect(error.message == message)
        #expect(error.location?.hasSuffix("Plus.jsonl:1") == true)
    }

    @Test func `two problems of one id, and a suite without extra tests, are refused`() throws {
        let twice = try #require(throws: HarnessError.self) { try load(Self.line() + "\n" + Self.line()) }
        let plain = try #require(throws: HarnessError.self) {
            try load(
                #"{"task_id": "a", "prompt": "", "entry_point": "f", "canonical_solution": "", "test": ""}"#,
                extra: true
            )
        }

        #expect(twice.message.hasPrefix("the task id \"Mbpp/9999\" stands twice"))
        #expect(plain.message == "the suite has no extra tests")
    }
}
