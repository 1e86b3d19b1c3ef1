import Foundation
import HarnessCore
import Testing

@testable import Suites

@Suite(.temporaryFolder) struct MBPPReaderTests {
    private static let full = """
        {"task_id": 11, "text": "Write a function to double.", "code": "def double(x):\\r\\n    return 2 * x", \
        "test_list": ["assert double(2) == 4", "assert double('a') == '''a\\na'''"], "test_setup_code": "", \
        "challenge_test_list": ["assert double(0) == 0"]}
        """

    private static let sanitized = """
        [
          {"source_file": "a", "task_id": 12, "prompt": "Close.", "code": "def near(x):\\n    return x",
           "test_imports": ["import math"], "test_list": ["assert math.isclose(near(1.0), 1.0)"]}
        ]
        """

    private func load(_ content: String, extra: Bool = false) throws -> [EvalTask] {
        try SuiteLoader.foreign(
            file: try TemporaryFolder.write(content, to: "mbpp.jsonl"),
            includesExtraTests: extra
        ).tasks
    }

    private func refusal(_ content: String) throws -> String {
        try #require(throws: HarnessError.self) { try load(content) }.message
    }

    @Test func `assertions stand as they are, under the name of the solution`() throws {
        let task = try #require(try load(Self.full).first)

        #expect(task.id == "Mbpp/11")
        #expect(task.prompt == "\"\"\"\nWrite a function to double.\nassert double(2) == 4\n\"\"\"\n")
        #expect(task.references == [.python: "def double(x):\r\n    return 2 * x"])
        #expect(
            task.test
                == .pythonCheck(
                    PythonCheck(
                        entryPoint: "double",
                        test: "\ndef check(double):\n    assert double(2) == 4\n"
                            + "    assert double('a') == '''a\na'''\n"
                    )
                )
        )
    }

    @Test func `challenge tests are added where extra tests are wanted`() throws {
        guard case .pythonCheck(let check) = try #require(try load(Self.full, extra: true).first).test else {
            return
        }

        #expect(check.test.hasSuffix("    assert double(0) == 0\n"))
    }

    @Test func `the sanitized form is one list, with imports for its tests`() throws {
        let task = try #require(try load(Self.sanitized).first)

        #expect(
            task.test
                == .pythonCheck(
                    PythonCheck(
                        entryPoint: "near",
                        test: "import math\n\ndef check(near):\n    assert math.isclose(near(1.0), 1.0)\n"
                    )
                )
        )
    }

    @Test func `a test that uses a class of the solution shares its process`() throws {
        let task = try load(
            #"""
            {"task_id": 1, "text": "t", "code": "class Pair:\n    pass\ndef first(pairs):\n    return 1", \#
            "test_list": ["assert first([Pair(1, 2)]) == 1"]}
            """#
        ).first

        guard case .pythonCheck(let check) = try #require(task).test else { return }
        #expect(check.sharesProcess)
        #expect(check.entryPoint == "first")
    }

    @Test func `what lacks tests, or a function that they call, is refused`() throws {
        #expect(
            try refusal(#"{"task_id": 1, "text": "t", "code": "def f():\n    pass", "test_list": []}"#)
                == "the problem has no tests in \"test_list\""
        )
        #expect(
            try refusal(
                #"{"task_id": 1, "text": "t", "code": "def f():\n    pass", "test_list": ["assert g()"]}"#
            )
                == "the first test calls no function that \"code\" defines"
        )
        #expect(
            try refusal("[{\"test_list\": [], \"task_id\": true}]")
                == "the field \"task_id\" must be text, not a truth value"
        )
    }

    @Test(arguments: [
        ("assert f(\n  1)", "    assert f(\n      1)"),
        ("a = \"\"\"x\ny\"\"\"\nb", "    a = \"\"\"x\ny\"\"\"\n    b"),
        ("a = 'it\\'s'\nb = \"'\"\nc", "    a = 'it\\'s'\n    b = \"'\"\n    c"),
        ("a # don't\nb", "    a # don't\n    b"),
    ])
    func `indenting leaves literals of several lines alone`(text: String, indented: String) {
        #expect(PythonText.indented(text) == indented)
    }
}
