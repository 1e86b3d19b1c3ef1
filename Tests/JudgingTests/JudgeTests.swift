import HarnessCore
import Testing

@testable import Judging

/// Typed cases: what the driver wrote and how the box ended, and the verdict that follows.
struct JudgeTests {
    private let judge = Judge(knownPackages: ["numpy"])

    @Test func `right answers and a normal end pass`() {
        let verdict = judge.verdict(
            for: doubling,
            sample: sample,
            report: report(opening + [r(0, 2), r(1, 4), r(2, 6), z(3)])
        )

        #expect(verdict.outcome == .passed)
        #expect(verdict.rule == "cases.all-passed")
        #expect(verdict.casesPassed == 3 && verdict.casesTotal == 3)
        #expect(verdict.trust == .outside)
        #expect(verdict.isolation == .full)
        #expect(verdict.usage.cpuMicroseconds == 1234)
    }

    @Test func `a wrong value in the first case is wrong, and partial where another case passes`() {
        let none = judge.verdict(
            for: doubling,
            sample: sample,
            report: report(opening + [r(0, 0), r(1, 0), r(2, 0), z(3)])
        )
        let some = judge.verdict(
            for: doubling,
            sample: sample,
            report: report(opening + [r(0, 0), r(1, 4), r(2, 0), z(3)])
        )

        #expect(none.outcome == .failed(.wrongValue))
        #expect(none.casesPassed == 0)
        #expect(none.evidence.message == "double(1)")
        #expect(none.evidence.expected == "2" && none.evidence.actual == "0" && none.evidence.caseIndex == 0)
        #expect(some.outcome == .failed(.partial))
        #expect(some.casesPassed == 1)
    }

    @Test func `the first failing case decides the mode`() {
        let report = report(opening + [r(0, 2), r(1, .text("4")), r(2, 0), z(3)])

        let verdict = judge.verdict(for: doubling, sample: sample, report: report)

        #expect(verdict.outcome == .failed(.wrongType))
        #expect(verdict.evidence.caseIndex == 1)
        #expect(verdict.evidence.actual == "\"4\"")
    }

    @Test func `an exception where a value was expected is read by the language's rules`() {
        let report = report(
            opening + [r(0, 2), x(1, "ZeroDivisionError", ["ArithmeticError"]), r(2, 6), z(3)]
        )

        let verdict = judge.verdict(for: doubling, sample: sample, report: report)

        #expect(verdict.outcome == .failed(.exception))
        #expect(verdict.rule == "python.exception")
        #expect(verdict.evidence.message == "ZeroDivisionError: oops")
        #expect(verdict.evidence.line == 3 && verdict.evidence.caseIndex == 1)
        #expect(verdict.casesPassed == 2)
    }

    @Test(arguments: [
        (x(0, "ValueError"), Verdict.Outcome.passed), (x(0, "Custom", ["ValueError"]), .passed),
        (r(0, 5), .failed(.wrongException)), (x(0, "KeyError"), .failed(.wrongException)),
        // What does not exist explains more than the wrong error it led to.
        (x(0, "NameError"), .failed(.undefinedName)), (x(0, "MemoryError"), .failed(.memory)),
    ])
    func `a case that demands an error`(answer: [UInt8], outcome: Verdict.Outcome) {
        let task = task([
            .init(target: .function, arguments: [.int(-1)], expectation: .raises(.invalidArgument))
        ])

        let verdict = judge.verdict(for: task, sample: sample, report: report(opening + [answer, z(1)]))

        #expect(verdict.outcome == outcome)
    }

    private static let argumentRows: [([Value], [Value]?, [Value]?, Verdict.Outcome)] = [
        ([.int(3)], [.int(3)], nil, .passed),
        ([.int(3)], [.int(3)], [.int(9)], .failed(.mutatedArgument)),
        ([.int(3)], [.int(6)], [.int(6)], .passed), ([.int(3)], [.int(6)], nil, .failed(.wrongValue)),
        ([.int(3)], [.int(6)], [.int(7)], .failed(.wrongValue)),
        ([.int(3)], [.int(6)], [.text("6")], .failed(.wrongType)),
        ([.int(3)], [.int(6)], [], .failed(.mutatedArgument)),
        // Nobody looks where the case does not say.
        ([.int(3)], nil, [.int(9)], .passed),
    ]

    @Test(arguments: argumentRows)
    func `arguments are judged where the case says what becomes of them`(
        arguments: [Value],
        demanded: [Value]?,
        after: [Value]?,
        outcome: Verdict.Outcome
    ) {
        let task = task([
            .init(
                target: .function,
                arguments: arguments,
                expectation: .returns(.int(1)),
                argumentsAfter: demanded
            )
        ])

        let verdict = judge.verdict(
            for: task,
            sample: sample,
            report: report(opening + [r(0, 1, after: after), z(1)])
        )

        #expect(verdict.outcome == outcome)
    }

    @Test func `an object's case passes only as a whole`() {
        let signature = CaseTest.ObjectType(
            name: "Counter",
            parameters: [],
            methods: [.init(name: "next", parameters: [], returns: .int)]
        )
        func call(_ number: Int64) -> TestCase.Call {
            .init(target: .method("next"), arguments: [], expectation: .returns(.int(number)))
        }
        let new = TestCase.Call(target: .constructor, arguments: [], expectation: .returns(.null))
        let task = EvalTask(
            id: "counter",
            prompt: "",
            test: .cases(
                CaseTest(
                    signature: .object(signature),
                    cases: [TestCase(calls: [new, call(1), call(2)]), TestCase(calls: [new, call(1)])]
                )
            )
        )
        func verdict(_ answers: [[UInt8]]) -> Verdict {
            judge.verdict(for: task, sample: sample, report: report(opening + answers + [z(5)]))
        }

        let right = verdict([r(0, .null), r(1, 1), r(2, 2), r(3, .null), r(4, 1)])
        let wrong = verdict([r(0, .null), r(1, 1), r(2, 1), r(3, .null), r(4, 1)])
        let broken = verdict([
            x(0, "TypeError"), x(1, "HarnessSkipped"), x(2, "HarnessSkipped"), r(3, .null), r(4, 1),
        ])

        #expect(right.outcome == .passed)
        #expect(wrong.outcome == .failed(.partial))
        #expect(wrong.casesPassed == 1)
        #expect(wrong.evidence.message == "next()")
        #expect(broken.outcome == .failed(.exception))
        #expect(broken.evidence.message == "TypeError: oops")
    }

    @Test(arguments: [
        (ResourceLimitKind.wallTime, FailureMode.wallTime), (.cpuTime, .cpuTime), (.output, .output),
        (.memory, .memory), (.files, .files), (.processes, .processes),
        (.forbiddenSystemCall, .forbiddenSystemCall),
    ])
    func `a limit is believed before anything the program said`(limit: ResourceLimitKind, mode: FailureMode) {
        let complete = report(opening + [r(0, 2), r(1, 4), r(2, 6), z(3)], .signaled(9), limit: limit)
        let cutShort = report(
            opening + [r(0, 2), r(1, 5), Array(r(2, 6).dropLast(2))],
            .signaled(9),
            limit: limit
        )

        let first = judge.verdict(for: doubling, sample: sample, report: complete)
        let second = judge.verdict(for: doubling, sample: sample, report: cutShort)

        #expect(first.outcome == .failed(mode))
        #expect(first.rule == "limit.\(limit.rawValue)")
        #expect(first.casesPassed == 3)
        #expect(second.outcome == .failed(mode))
        #expect(second.casesPassed == 1)
        #expect(second.evidence.caseIndex == 2)
    }

    @Test func `a signal comes before missing answers`() {
        let verdict = judge.verdict(
            for: doubling,
            sample: sample,
            report: report(opening + [r(0, 2)], .signaled(11))
        )

        #expect(verdict.outcome == .failed(.signal))
        #expect(verdict.evidence.message == "killed by signal 11")
        #expect(verdict.casesPassed == 1)
    }

    @Test(arguments: [0, 1, 70])
    func `a program that ends before it has answered exited early`(code: Int) {
        let report = report(opening + [r(0, 2)], .exited(code: code))

        let verdict = judge.verdict(for: doubling, sample: sample, report: report)

        #expect(verdict.outcome == .failed(.earlyExit))
        #expect(verdict.rule == "process.early-exit")
        #expect(verdict.casesPassed == 1)
        #expect(verdict.evidence.caseIndex == 1)
    }

    @Test func `right answers with a bad exit code fail`() {
        let report = report(opening + [r(0, 2), r(1, 4), r(2, 6), z(3)], .exited(code: 3))

        let verdict = judge.verdict(for: doubling, sample: sample, report: report)

        #expect(verdict.outcome == .failed(.exception))
        #expect(verdict.rule == "process.exit-code")
    }

    @Test(arguments: [
        ([l(), r(1, 2), r(0, 4), r(2, 6), z(3)], "wire.sequence"),
        ([l(), r(0, 2), r(0, 2), r(1, 4), r(2, 6), z(3)], "wire.sequence"),
        ([l(), r(0, 2), r(2, 6), z(2)], "wire.sequence"),
        ([l(), r(0, 2), r(1, 4), r(2, 6), r(3, 8), z(3)], "wire.sequence"),
        ([l(), r(0, 2), z(1)], "wire.count"), ([l(), r(0, 2), r(1, 4), r(2, 6), z(4)], "wire.count"),
        ([l(), r(0, 2), r(1, 4), r(2, 6), z(3), z(3)], "wire.after-end"),
        ([l(), r(0, 2), r(1, 4), r(2, 6), z(3), l()], "wire.after-end"),
        ([l(), l(), r(0, 2), r(1, 4), r(2, 6), z(3)], "wire.order"),
        ([r(0, 2), r(1, 4), r(2, 6), z(3)], "wire.order"),
        ([l(), a(), r(0, 2), r(1, 4), r(2, 6), z(3)], "wire.order"),
        ([l(), WireFormat.encode(frame: "V", [.int(1)])], "wire.order"),
        ([l(), Array("passed\n".utf8)], "wire.garbage"),
        ([l(), WireFormat.encode(frame: "R", [.int(0), .int(2), .int(0)])], "wire.garbage"),
        ([l(), WireFormat.encode(frame: "X", [.int(0), .text("KeyError")])], "wire.garbage"),
        ([l(), r(0, 2), r(1, 4), r(2, 6), z(3), [0x52]], "wire.garbage"),
        ([l(), Array("R2:I;".utf8)], "wire.garbage"),
    ])
    func `a channel that no driver writes is forged`(frames: [[UInt8]], rule: String) {
        let verdict = judge.verdict(for: doubling, sample: sample, report: report(frames))

        #expect(verdict.outcome == .failed(.forgedResult))
        #expect(verdict.rule == rule)
    }

    @Test func `results of more values than are read are too large, over all answers together`() {
        let half = WireFormat.encode(
            frame: "R",
            [.int(0), .list(Array(repeating: .null, count: 600_000)), .null]
        )
        let other = WireFormat.encode(
            frame: "R",
            [.int(1), .list(Array(repeating: .null, count: 600_000)), .null]
        )

        let verdict = judge.verdict(for: doubling, sample: sample, report: report([a(), l(), half, other]))

        #expect(verdict.outcome == .failed(.output))
        #expect(verdict.rule == "wire.too-large")
    }

    @Test func `a program that does not load is read by the language's rules`() {
        let e = WireFormat.encode(frame: "E", [diagnostic("SyntaxError", stage: "parse")])

        let verdict = judge.verdict(for: doubling, sample: sample, report: report([e, z(0)]))

        #expect(verdict.outcome == .failed(.parseError))
        #expect(verdict.evidence.line == 3)
        #expect(verdict.casesPassed == 0)
    }

    @Test func `a missing dependency says that it exists`() {
        let fields: [(String, Value)] = [("module", .text("numpy")), ("name", .text("numpy"))]
        let e = WireFormat.encode(
            frame: "E",
            [diagnostic("ModuleNotFoundError", ["ImportError"], stage: "load", fields)]
        )

        let verdict = judge.verdict(for: doubling, sample: sample, report: report([a(), e, z(0)]))

        #expect(verdict.outcome == .failed(.exception))
        #expect(verdict.rule == "python.missing-dependency")
        #expect(
            verdict.evidence.message == "ModuleNotFoundError: oops (numpy exists; it is not installed here)"
        )
    }

    @Test func `an answer without code fails for that, whatever came of running it`() {
        var empty = sample
        empty.text = "# TODO\n"

        let wrong = judge.verdict(
            for: doubling,
            sample: empty,
            report: report(opening + [r(0, .null), r(1, .null), r(2, .null), z(3)])
        )
        let right = judge.verdict(
            for: doubling,
            sample: empty,
            report: report(opening + [r(0, 2), r(1, 4), r(2, 6), z(3)])
        )

        #expect(wrong.outcome == .failed(.noCode))
        #expect(right.outcome == .passed)
    }

    @Test func `a driver that never spoke is the harness's fault`() {
        var report = report([], .exited(code: 127))
        report.standardError = Array("cannot execute /usr/bin/python3\u{1B}[0m".utf8)

        let verdict = judge.verdict(for: doubling, sample: sample, report: report)

        #expect(verdict.outcome == .infrastructureError)
        #expect(verdict.rule == "harness.driver-silent")
        #expect(
            verdict.evidence.message
                == "the driver wrote nothing and exited with code 127: cannot execute /usr/bin/python3\\u{1b}[0m"
        )
    }

    @Test func `a program that crashes the parser is not the harness's fault`() {
        let verdict = judge.verdict(for: doubling, sample: sample, report: report([], .signaled(11)))

        #expect(verdict.outcome == .failed(.signal))
    }

    @Test func `what a program says is bounded and escaped in the evidence`() {
        let loud = Value.text(String(repeating: "\u{202E}", count: 100_000))

        let verdict = judge.verdict(
            for: doubling,
            sample: sample,
            report: report(opening + [r(0, loud), r(1, 4), r(2, 6), z(3)])
        )

        #expect(verdict.evidence.actual?.unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" } == true)
        #expect((verdict.evidence.actual ?? "").count <= EvidenceText.valueLimit + 1)
    }

    // MARK: - Builders

    private let sample = Sample(
        taskID: "double",
        index: 0,
        text: "def double(n):\n    return 2 * n\n",
        form: .solution
    )

    /// Three cases: the doubles of 1, 2 and 3.
    private var doubling: EvalTask {
        let cases = (1...3).map { number in
            TestCase(calls: [
                .init(target: .function, arguments: [.int(number)], expectation: .returns(.int(2 * number)))
            ])
        }
        return task(cases)
    }

    private func task(_ calls: [TestCase.Call]) -> EvalTask { task(calls.map { TestCase(calls: [$0]) }) }

    private func task(_ cases: [TestCase]) -> EvalTask {
        let function = CaseTest.Function(
            name: "double",
            parameters: [.init(name: "n", type: .int)],
            returns: .int
        )
        return EvalTask(
            id: "double",
            prompt: "Double n.",
            test: .cases(CaseTest(signature: .function(function), cases: cases))
        )
    }
}
