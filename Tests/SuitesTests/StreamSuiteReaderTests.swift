import Foundation
import HarnessCore
import Testing

@testable import Suites

@Suite(.temporaryFolder) struct StreamSuiteReaderTests {
    private func load(_ object: [String: Any]) throws -> [EvalTask] {
        let line = try JSONSerialization.data(withJSONObject: object)
        return try SuiteLoader.foreign(
            file: try TemporaryFolder.write(String(decoding: line, as: UTF8.self), to: "Problems.jsonl")
        ).tasks
    }

    private func refusal(_ object: [String: Any]) throws -> String {
        try #require(throws: HarnessError.self) { try load(object) }.message
    }

    private func json(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }

    private func streams(_ task: EvalTask?) throws -> StreamTest {
        guard case .streams(let test) = try #require(task).test else {
            throw HarnessError(.badData, "no streams")
        }
        return test
    }

    private func check(_ task: EvalTask?) throws -> PythonCheck {
        guard case .pythonCheck(let check) = try #require(task).test else {
            throw HarnessError(.badData, "no check")
        }
        return check
    }

    @Test func `APPS gives inputs and outputs as JSON in a text, or plainly`() throws {
        let pairs: [String: Any] = ["inputs": ["3\n", ["1", "2"]], "outputs": ["9\n", ["3"]]]

        let packed = try load(["problem_id": 7, "question": "Add.", "input_output": try json(pairs)])
        let plain = try load(["id": "p", "question": "Add."].merging(pairs) { $1 })

        #expect(packed.first?.id == "7" && packed.first?.prompt == "Add.")
        #expect(packed.first?.test.onlyLanguage == nil && packed.first?.references.isEmpty == true)
        let expected = StreamTest(
            cases: [.init(input: "3\n", output: "9\n"), .init(input: "1\n2\n", output: "3\n")],
            comparison: .tolerant
        )
        #expect(try streams(packed.first) == expected)
        #expect(try streams(plain.first) == expected)
    }

    @Test func `LiveCodeBench gives public tests and packed private ones`() throws {
        let tasks = try load([
            "question_id": "q", "question_content": "Double.",
            "public_test_cases": try json([["input": "1", "output": "2", "testtype": "stdin"]]),
            // Python: [{"input": "5", "output": "10", "testtype": "stdin"}].
            "private_test_cases":
                "eJxrYJlqyQABPabR1UqZeQWlJUpWCkqmSjoKSvmlJVCuoQGIX5JaXFJSWZAKEikuScnMU6qNnaIHAEo8Et8=",
        ])

        let test = try streams(tasks.first)
        #expect(test.cases == [.init(input: "1", output: "2"), .init(input: "5", output: "10")])
        #expect(test.comparison == .decimals)
        #expect(test.heads[.python]?.hasPrefix("import sys;") == true && test.heads.count == 1)
    }

    @Test func `a function is called with the values that each line or list gives`() throws {
        let bench = try check(
            try load([
                "question_id": "q", "question_content": "two", "metadata": "{\"func_name\": \"two\"}",
                "public_test_cases": try json([
                    ["input": "[1, 2]\n\"a\"", "output": "[0, 1.0]", "testtype": "functional"]
                ]),
            ]).first
        )
        let apps = try check(
            try load([
                "id": 1, "question": "f", "fn_name": "f", "inputs": [[1, "x"]], "outputs": [["y"]],
            ]).first
        )

        #expect(bench.test.contains("    assert two([1, 2], \"a\") == [0, 1.0]\n"))
        #expect(bench.programTail.contains("two = Solution().two") && bench.asksInProse)
        #expect(apps.test.contains("    assert f(1, \"x\") in ([\"y\"], \"y\")\n"))
        #expect(apps.programHead.isEmpty)
    }

    @Test func `faulty problems are refused with their reason`() throws {
        #expect(
            try refusal(["id": 1, "inputs": ["1"], "outputs": []]) == "the problem has 1 inputs and 0 outputs"
        )
        #expect(
            try refusal(["id": 1, "inputs": [Any](), "outputs": [Any]()]) == "the problem has no test cases"
        )
        #expect(
            try refusal(["id": 1, "inputs": [3], "outputs": ["1"]])
                == "an input or output is a number, not text"
        )
        #expect(
            try refusal(["id": 1, "input_output": "{\"inputs\": ["])
                == "the text of \"input_output\" is malformed JSON at column 13: a value is missing"
        )
        #expect(
            try refusal(["question_id": 1, "private_test_cases": "eJxrYJnKxQABtVN6GBOneDMW6wEALJIEpA=="])
                == "the field \"private_test_cases\" holds a Python pickle that is more than a text"
        )
        #expect(
            try refusal(["question_id": 1, "private_test_cases": "?"])
                == "the field \"private_test_cases\" is neither JSON nor base64"
        )
        #expect(
            try refusal([
                "question_id": 1,
                "public_test_cases": "[{\"input\": \"1\", \"output\": \"1\", \"testtype\": \"functional\"}]",
            ]) == "\"metadata\" names no function in func_name"
        )
        #expect(try refusal(["inputs": ["1"], "outputs": ["1"]]) == "missing field \"task_id\"")
    }
}
