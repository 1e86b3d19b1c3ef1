import HarnessCore
import TestSupport
import Testing

@testable import Evaluation

extension PlainTrial: ObservableTrial {
    func observe(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> TrialObservation {
        // The answers of such a trial are whatever follows the verdict's byte; a counter makes them differ.
        let verdict = try await verdict(for: task, sample: sample, program: program, limits: limits)
        let run = UInt8(programs.count { $0 == program })
        return TrialObservation(verdict: verdict, results: program == "moody" ? [run] : [1])
    }
}

struct TaskCheckTests {
    /// Checks tasks whose reference is their id, with a script that sees the program.
    private func check(
        _ references: [String?],
        _ script: @escaping @Sendable (String) async throws -> RunReport
    ) async throws -> [TaskCheck.Row] {
        let tasks = references.enumerated().map { makeTask("t\($0)", reference: $1) }
        let check = TaskCheck(trial: PlainTrial(script), jobs: 2, isolation: .full, now: { .zero })
        return try await check.run(makeSuite(tasks), language: .python)
    }

    @Test func `a task is sound whose reference passes twice and whose other solutions fail`() async throws {
        let rows = try await check(["sound"]) { $0 == "sound" ? .pass : .fail }

        #expect(rows.map(\.isSound) == [true])
    }

    @Test func `a reference that fails or changes its answers is reported`() async throws {
        let rows = try await check(["broken", "moody", "sound"]) {
            ["sound", "moody"].contains($0) ? .pass : .fail
        }

        #expect(rows.map(\.taskID) == ["t0", "t1", "t2"])
        #expect(rows[0].reference == .unexpected("test.rule: "))
        guard case .unexpected(let reason) = rows[1].reference else {
            Issue.record("different answers were not noticed")
            return
        }
        #expect(reason.contains("different results"))
        #expect(rows[2].isSound)
    }

    @Test func `a task that lets an empty or a constant solution pass is reported`() async throws {
        let lenient = try await check(["sound"]) { _ in .pass }
        let careless = try await check(["sound"]) { $0 == "" ? .fail : .pass }

        #expect(lenient[0].empty == .unexpected("an empty solution passes"))
        #expect(careless[0].empty == .asExpected)
        #expect(careless[0].wrong == .unexpected("a constant answer passes"))
    }

    @Test func `a fault of the sandbox is tried once more before anything is said about a task`() async throws
    {
        let hasFailed = Shared(false)
        let rows = try await check(["sound"]) { program in
            let isFirst = hasFailed.update { hasFailed in
                defer { hasFailed = true }
                return !hasFailed
            }
            if isFirst { throw HarnessError(.internalFault, "the box fell over") }
            return program == "sound" ? .pass : .fail
        }

        #expect(rows.map(\.isSound) == [true])
    }

    @Test func `a task without a reference is not sound`() async throws {
        let rows = try await check([nil]) { _ in .fail }

        #expect(rows[0].reference == .notChecked("no reference in python"))
        #expect(!rows[0].isSound)
    }

    @Test func `rows come in the suite's order whichever task is done first`() async throws {
        let references = (0..<8).map { "reference \($0)" }

        let rows = try await check(references) { program in
            if program == "reference 0" { for _ in 0..<100 { await Task.yield() } }
            return program.hasPrefix("reference") ? .pass : .fail
        }

        #expect(rows.map(\.taskID) == (0..<8).map { "t\($0)" })
        #expect(rows.map(\.isSound) == Array(repeating: true, count: 8))
    }
}

struct PythonConstantSolutionTests {
    @Test func `a function answers what most cases expect`() {
        guard case .cases(let test) = makeTask("a").test else { return }

        let text = PythonConstantSolution(test: test).text

        #expect(text == "def double(*arguments):\n    return 4\n")
    }

    @Test func `an object's methods answer each for itself and records are declared`() {
        let point = CaseTest.RecordType(name: "Point", fields: [CaseTest.Parameter(name: "x", type: .int)])
        let signature = CaseTest.ObjectType(
            name: "Plane",
            parameters: [],
            methods: [
                CaseTest.Function(name: "origin", parameters: [], returns: .record("Point")),
                CaseTest.Function(name: "clear", parameters: [], returns: .void),
            ],
            records: [point]
        )
        let origin = Value.record(
            name: "Point",
            fields: [Value.RecordField(name: "x", value: .int(0))]
        )
        let calls = [
            TestCase.Call(target: .constructor, arguments: [], expectation: .returns(.null)),
            TestCase.Call(target: .method("origin"), arguments: [], expectation: .returns(origin)),
            TestCase.Call(target: .method("clear"), arguments: [], expectation: .raises(.invalidState)),
        ]
        let test = CaseTest(signature: .object(signature), cases: [TestCase(calls: calls)])

        let text = PythonConstantSolution(test: test).text

        #expect(
            text == """
                from dataclasses import dataclass

                @dataclass
                class Point:
                    x: object


                class Plane:
                    def __init__(self, *arguments):
                        pass

                    def origin(self, *arguments):
                        return Point(x=0)

                    def clear(self, *arguments):
                        return None

                """
        )
    }

    @Test(arguments: [
        (Value.text("a\"\\\n\u{1F600}"), #""a\"\\\U0000000a\U0001f600""#),
        (.tuple([.int(1)]), "(1,)"),
        (.tuple([]), "()"),
        (.set([]), "set([])"),
        (.map([Value.MapEntry(key: .text("k"), value: .null)]), #"{"k": None}"#),
        (.bytes([0, 255]), "bytes([0, 255])"),
        (.float(-.infinity), #"float("-inf")"#),
        (.float(-0.0), "-0.0"),
        (.float(1e300), "1e+300"),
        (.bigInteger("-123456789012345678901234567890"), "-123456789012345678901234567890"),
        (.list([.bool(true), .bool(false)]), "[True, False]"),
    ])
    func `values are written as Python expressions`(value: Value, expected: String) {
        #expect(PythonLiteral.text(of: value) == expected)
    }
}
