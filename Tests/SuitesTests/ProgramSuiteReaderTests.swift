import Foundation
import HarnessCore
import Testing

@testable import Suites

/// Problems whose tests become one program with the answer.
@Suite(.temporaryFolder) struct ProgramSuiteReaderTests {
    private static let multiPLE =
        #"{"name": "Sum_1", "language": "js", "prompt": "function f(a){\n", "tests": "test();", "stop_tokens": []}"#
    private static let humanEvalX =
        #"{"task_id": "CPP/0", "prompt": "int f(){\n", "declaration": "int f(){\n", "canonical_solution": "return 1;}", "test": "int main(){}"}"#
    private static let mxeval =
        #"{"task_id": "MBSWP/1", "prompt": "func f() {\n", "entry_point": "f", "test": "f()", "language": "swift", "canonical_solution": null}"#

    private func load(_ lines: String...) throws -> TaskSuite {
        try SuiteLoader.foreign(file: TemporaryFolder.write(lines.joined(separator: "\n"), to: "suite.jsonl"))
    }

    private func program(_ suite: TaskSuite) throws -> ProgramTest {
        guard case .program(let test) = suite.tasks[0].test else { throw CocoaError(.coderInvalidValue) }
        return test
    }

    private func refusal(_ lines: String...) throws -> HarnessError {
        try #require(throws: HarnessError.self) {
            try SuiteLoader.foreign(
                file: TemporaryFolder.write(lines.joined(separator: "\n"), to: "suite.jsonl")
            )
        }
    }

    @Test func `a problem of MultiPL-E is known by its name, in the language that its abbreviation means`()
        throws
    {
        let suite = try load(Self.multiPLE)

        #expect(suite.tasks.map(\.id) == ["Sum_1"])
        #expect(
            try program(suite)
                == ProgramTest(
                    language: Language(rawValue: "javascript"),
                    form: "multipl-e",
                    tests: "test();"
                )
        )
        #expect(suite.tasks[0].references.isEmpty)
    }

    @Test func `a problem of HumanEval-X has its language in its id, and its solution proves it`() throws {
        let suite = try load(Self.humanEvalX)

        #expect(try program(suite).language == Language(rawValue: "cpp"))
        #expect(try program(suite).parts == ["declaration": "int f(){\n"])
        #expect(suite.tasks[0].references == [Language(rawValue: "cpp"): "return 1;}"])
    }

    @Test func `a problem of mxeval names its language; its solution is no proof`() throws {
        let suite = try load(
            Self.mxeval.replacing("null", with: #""return""#)
        )

        #expect(try program(suite).form == "mxeval")
        #expect(suite.tasks[0].references.isEmpty)
    }

    @Test func `a problem in Python becomes a check, without the statement that calls it`() throws {
        let suite = try load(
            #"{"task_id": "Python/0", "prompt": "def f():\n", "declaration": "def f():\n", "canonical_solution": "    return 1\n", "test": "def check(f):\n    assert f() == 1\n\ncheck(f)\n"}"#
        )

        #expect(
            suite.tasks[0].test
                == .pythonCheck(PythonCheck(entryPoint: "f", test: "def check(f):\n    assert f() == 1\n"))
        )
    }

    @Test func `what a problem lacks is told with its line`() throws {
        let second = Self.multiPLE.replacing("Sum_1", with: "Sum_2")

        let unnamed = try refusal(Self.multiPLE, second.replacing(#""js""#, with: #""j s""#))
        let untested = try refusal(Self.multiPLE, second.replacing("test();", with: " "))
        let incomplete = try refusal(Self.multiPLE, second.replacing(#""prompt""#, with: #""promt""#))
        let twice = try refusal(Self.multiPLE, Self.multiPLE)
        let mixed = try refusal(Self.multiPLE, second.replacing(#""js""#, with: #""cpp""#))

        #expect(unnamed.message.contains("is not the name of a language"))
        #expect(untested.message.contains("has no tests"))
        #expect(incomplete.message.contains(#"missing field "prompt""#))
        #expect(twice.message.contains("stands twice, first on line 1"))
        #expect(mixed.message.contains("is in cpp, the ones before it are in javascript"))
        for error in [unnamed, untested, incomplete, twice, mixed] {
            #expect(error.description.contains("suite.jsonl:2"))
        }
    }

    @Test func `samples take the suite's language, and another one is refused`() throws {
        let suite = try load(Self.mxeval)
        let good = try TemporaryFolder.write(#"{"task_id": "MBSWP/1", "completion": "}"}"#, to: "good.jsonl")
        let generation = try TemporaryFolder.write(
            #"{"task_id": "MBSWP/1", "generation": "}"}"#,
            to: "x.jsonl"
        )
        let other = try TemporaryFolder.write(
            #"{"task_id": "MBSWP/1", "completion": "}", "language": "js"}"#,
            to: "other.jsonl"
        )

        #expect(try SampleReader.samples(at: good, for: suite).map(\.language.rawValue) == ["swift"])
        #expect(try SampleReader.samples(at: generation, for: suite).map(\.form) == [.completion])
        let error = #expect(throws: HarnessError.self) { try SampleReader.samples(at: other, for: suite) }
        #expect(error?.message.contains("is asked in swift only") == true)
    }
}

/// Generations and results of MultiPL-E.
@Suite(.temporaryFolder) struct StoredProgramsTests {
    private func suite() throws -> TaskSuite {
        let line =
            #"{"name": "S", "language": "js", "prompt": "f(){\n", "tests": "\ntest();\n", "stop_tokens": []}"#
        return try SuiteLoader.foreign(file: TemporaryFolder.write(line, to: "suite.jsonl"))
    }

    @Test func `a whole program is taken apart at prompt and tests`() throws {
        let results =
            #"{"name": "S", "results": [{"program": "// head\nf(){\n  1 }\n\ntest();", "status": "OK", "exit_code": 0}, {"program": "f(){\n\ntest();", "status": "Exception", "exit_code": 1}]}"#
        let file = try TemporaryFolder.write(results, to: "S.results.json")

        let samples = try SampleReader.samples(at: file, for: suite())

        #expect(samples.map(\.text) == ["  1 }\n", ""])
        #expect(samples.map(\.index) == [0, 1])
        #expect(try StoredPrograms.verdicts(at: file) == ["S": [true, false]])
    }

    @Test func `a table of results is read by task`() throws {
        let table = #"{"S": [[0, {"code": "f(){\n}\ntest();", "passed": true, "result": "passed"}]]}"#
        let file = try TemporaryFolder.write(table, to: "details.json")

        #expect(try SampleReader.samples(at: file, for: suite()).map(\.text) == ["}"])
        #expect(try StoredPrograms.verdicts(at: file) == ["S": [true]])
    }

    @Test func `a folder is read by task, results before the generations that they are of`() throws {
        let folder = try TemporaryFolder.write(
            #"{"name": "S", "completions": ["a", "b"]}"#,
            to: "stored/S.json"
        ).deletingLastPathComponent()

        #expect(try SampleReader.samples(at: folder, for: suite()).map(\.text) == ["a", "b"])

        _ = try TemporaryFolder.write(
            #"{"name": "S", "results": [{"program": "f(){\nc\ntest();", "status": "OK", "exit_code": 0}]}"#,
            to: "stored/S.results.json"
        )
        #expect(try SampleReader.samples(at: folder, for: suite()).map(\.text) == ["c"])
    }

    @Test func `what is none of the forms, of no task or of another suite is refused`() throws {
        let suite = try suite()
        func refusal(_ text: String) throws -> HarnessError {
            let file = try TemporaryFolder.write(text, to: "bad.json")
            return try #require(throws: HarnessError.self) { try SampleReader.samples(at: file, for: suite) }
        }

        #expect(try refusal("[1]").message.contains("holds neither generations nor results"))
        #expect(try refusal(#"{"S": [[0, {"passed": true}]]}"#).message.contains(#"missing field "code""#))
        #expect(try refusal(#"{"name": "T", "completions": [""]}"#).message.contains(#"unknown task id "T""#))
        #expect(
            try refusal(#"{"S": [[0, {"code": "g(){", "passed": true}]]}"#).message
                .contains("does not hold the suite's prompt")
        )
    }
}
