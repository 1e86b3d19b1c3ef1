import HarnessCore
import Testing

@testable import Judging

/// Foreign checks: what the examiner saw, how both boxes ended, and the verdict that follows.
struct JudgeCheckTests {
    private let judge = Judge(knownPackages: ["numpy"])
    /// A candidate that was still serving when it was stopped.
    private let serving = report([a(), l()], .signaled(9), isStopped: true)

    @Test func `a test that ran to its end passes, however the candidate was stopped`() {
        let judgement = judge([v("passed", calls: 7)], candidate: serving)

        #expect(judgement.outcome == .passed)
        #expect(judgement.rule == "check.passed")
        #expect(judgement.casesPassed == 1 && judgement.casesTotal == 1)
        #expect(judgement.trust == .outside)
    }

    @Test func `a test that never called the candidate says nothing`() {
        #expect(judge([v("passed", calls: 0)], candidate: serving).outcome == .infrastructureError)
        #expect(judge([v("assertion", calls: 0)], candidate: serving).outcome == .infrastructureError)
    }

    @Test func `a limit the candidate hit counts even where the test passed`() {
        let candidate = report([a(), l()], .signaled(9), limit: .output)

        #expect(judge([v("passed")], candidate: candidate).outcome == .failed(.output))
    }

    @Test func `a failed assertion is a wrong value, with both sides as evidence`() {
        let fields: [(String, Value)] = [
            ("line", .int(7)), ("source", .text("assert candidate(2) == 4")), ("expected", .text("4")),
            ("actual", .text("5")), ("expected_type", .text("int")), ("actual_type", .text("float")),
        ]

        let verdict = judge([v("assertion", calls: 1, fields)], candidate: serving)

        #expect(verdict.outcome == .failed(.wrongValue))
        #expect(verdict.evidence.message == "test line 7: assert candidate(2) == 4")
        #expect(verdict.evidence.expected == "4" && verdict.evidence.actual == "5")
        #expect(verdict.evidence.line == nil)
    }

    @Test(arguments: [
        ("list", "NoneType", FailureMode.wrongType), ("list", "tuple", .wrongType),
        ("int", "bool", .wrongValue),
        ("set", "frozenset", .wrongValue), ("dict", "defaultdict", .wrongValue), ("str", "str", .wrongValue),
    ])
    func `two kinds of things that are compared are a wrong type`(
        expected: String,
        actual: String,
        mode: FailureMode
    ) {
        let fields: [(String, Value)] = [("expected_type", .text(expected)), ("actual_type", .text(actual))]

        #expect(judge([v("assertion", calls: 1, fields)], candidate: serving).outcome == .failed(mode))
    }

    @Test func `an exception of the candidate is read by the language's rules`() {
        let fields = [("diagnostic", diagnostic("NameError", [], stage: "call", [("name", .text("helper"))]))]

        let verdict = judge([v("candidate-raised", calls: 1, fields)], candidate: serving)

        #expect(verdict.outcome == .failed(.undefinedName))
        #expect(verdict.rule == "python.name-never-defined")
        #expect(verdict.evidence.message == "NameError: oops")
    }

    @Test func `a candidate that does not load is read from its own report`() {
        let e = WireFormat.encode(frame: "E", [diagnostic("SyntaxError", stage: "parse")])

        let verdict = judge([v("load-failed", calls: 0)], candidate: report([e, z(0)]))

        #expect(verdict.outcome == .failed(.parseError))
    }

    @Test(arguments: [
        (report([a(), l()], .exited(code: 0)), FailureMode.earlyExit),
        (report([a()], .exited(code: 3)), .earlyExit), (report([a(), l()], .signaled(11)), .signal),
        (report([], .signaled(11)), .signal), (report([a(), l()], .signaled(9)), .signal),
        (report([a(), l()], .signaled(9), isStopped: true), .earlyExit),
        (report([a(), l()], .signaled(9), limit: .memory), .memory),
        (report([a(), l()], .signaled(9), limit: .cpuTime), .cpuTime),
        (report([], .signaled(9), limit: .memory), .memory),
    ])
    func `a candidate that is gone is judged by how it ended`(candidate: RunReport, mode: FailureMode) {
        #expect(judge([v("candidate-gone")], candidate: candidate).outcome == .failed(mode))
    }

    @Test func `half a frame is no forgery where a kill or a limit explains it`() {
        let killed = judge([v("protocol")], candidate: report([a(), l()], .signaled(9)))
        let limited = judge([v("protocol")], candidate: report([a(), l()], .signaled(9), limit: .memory))
        let forged = judge([v("protocol")], candidate: serving)

        #expect(killed.outcome == .failed(.signal))
        #expect(limited.outcome == .failed(.memory))
        #expect(forged.outcome == .failed(.forgedResult))
    }

    @Test func `a candidate whose driver never spoke is the harness's fault`() {
        let candidate = report([], .exited(code: 127))

        #expect(judge([v("candidate-gone", calls: 0)], candidate: candidate).rule == "harness.driver-silent")
    }

    @Test func `an argument that cannot cross asks for a shared process`() {
        let judgement = judge.judgement(
            for: task,
            sample: sample,
            candidate: serving,
            examiner: report([v("cannot-cross", calls: 0)])
        )

        #expect(judgement == .needsSharedProcess)
    }

    @Test func `an argument that cannot cross after an answer may be the answer's doing`() {
        let judgement = judge.judgement(
            for: task,
            sample: sample,
            candidate: serving,
            examiner: report([v("cannot-cross", calls: 1)])
        )

        guard case .mayNeedSharedProcess(let otherwise) = judgement else {
            Issue.record("no doubt")
            return
        }
        #expect(otherwise.outcome == .failed(.wrongType))
        #expect(otherwise.rule == "check.unusable-value")
    }

    @Test func `a test that breaks on an answer was given something unusable`() {
        let verdict = judge(
            [v("test-error", calls: 1, [("type", .text("TypeError")), ("message", .text("no len()"))])],
            candidate: serving
        )

        #expect(verdict.outcome == .failed(.wrongType))
        #expect(verdict.rule == "check.unusable-value")
        #expect(verdict.evidence.message == "no len()")
    }

    @Test(arguments: ["UnboundLocalError", "ModuleNotFoundError", "NameError"])
    func `a test that breaks after an answer was given something unusable, whatever its error`(type: String) {
        let verdict = judge([v("test-error", calls: 1, [("type", .text(type))])], candidate: serving)

        #expect(verdict.outcome == .failed(.wrongType))
        #expect(verdict.rule == "check.unusable-value")
    }

    @Test(arguments: [
        ("unusable-answer", FailureMode.wrongType, "check.unusable-value"),
        ("too-large", .output, "wire.too-large"), ("overwhelmed", .memory, "examiner.overwhelmed"),
    ])
    func `an answer that no test can work with is a failure`(
        outcome: String,
        mode: FailureMode,
        rule: String
    ) {
        let verdict = judge([v(outcome, calls: 0)], candidate: serving)

        #expect(verdict.outcome == .failed(mode))
        #expect(verdict.rule == rule)
        #expect(verdict.trust == .outside)
    }

    @Test(arguments: ["TypeError", "NameError", "MemoryError"])
    func `a test that breaks before any answer is no fault of the candidate`(type: String) {
        let verdict = judge([v("test-error", calls: 0, [("type", .text(type))])], candidate: serving)

        #expect(verdict.outcome == .infrastructureError)
        #expect(verdict.rule == "test.error")
    }

    @Test func `a channel that no driver writes is forged`() {
        #expect(judge([v("protocol")], candidate: serving).outcome == .failed(.forgedResult))
    }

    @Test(arguments: [
        [[UInt8]](), [v("passed"), v("passed")], [v("excellent")], [Array("passed".utf8)],
        [v("passed"), l()],
    ])
    func `an examiner without exactly one verdict passes nobody, and excuses nobody who had begun`(
        frames: [[UInt8]]
    ) {
        let begun = judge(frames, candidate: report([a()], .exited(code: 70)))
        let silent = judge(frames, candidate: report([], .exited(code: 127)))

        #expect(begun.outcome == .failed(.forgedResult))
        #expect(begun.rule == "examiner.silenced")
        #expect(silent.outcome == .infrastructureError)
        #expect(silent.rule == "examiner.failed")
    }

    @Test(arguments: [
        (RunReport.Termination.exited(code: 1), Verdict.Outcome.failed(.forgedResult)),
        (.exited(code: 70), .failed(.forgedResult)), (.signaled(6), .failed(.forgedResult)),
        // Nothing that a candidate can do kills its examiner: the machine did.
        (.signaled(9), .infrastructureError),
    ])
    func `a verdict from an examiner that ended badly is not believed`(
        termination: RunReport.Termination,
        outcome: Verdict.Outcome
    ) {
        let judgement = judge.judgement(
            for: task,
            sample: sample,
            candidate: serving,
            examiner: report([v("passed")], termination)
        )

        guard case .verdict(let verdict) = judgement else {
            Issue.record("no verdict")
            return
        }
        #expect(verdict.outcome == outcome)
    }

    @Test func `an examiner that ran out of time waiting blames the candidate`() {
        let waiting = report(
            [],
            .signaled(9),
            limit: .wallTime,
            cpuMicroseconds: 1000,
            wallMicroseconds: 1_000_000
        )
        let computing = report(
            [],
            .signaled(9),
            limit: .wallTime,
            cpuMicroseconds: 900_000,
            wallMicroseconds: 1_000_000
        )
        func verdict(_ candidate: RunReport, _ examiner: RunReport) -> Judgement {
            judge.judgement(for: task, sample: sample, candidate: candidate, examiner: examiner)
        }
        func outcome(_ judgement: Judgement) -> Verdict.Outcome? {
            if case .verdict(let verdict) = judgement { verdict.outcome } else { nil }
        }
        let spinning = report([a(), l()], .signaled(9), limit: .cpuTime)

        #expect(outcome(verdict(serving, waiting)) == .failed(.wallTime))
        #expect(outcome(verdict(spinning, waiting)) == .failed(.cpuTime))
        #expect(outcome(verdict(spinning, computing)) == .failed(.cpuTime))
        #expect(outcome(verdict(serving, computing)) == .failed(.wallTime))
    }

    @Test(arguments: [
        (ResourceLimitKind.memory, FailureMode.memory), (.cpuTime, .cpuTime), (.output, .output),
    ])
    func `a candidate cannot escape its verdict by overwhelming the test`(
        limit: ResourceLimitKind,
        mode: FailureMode
    ) {
        func outcome(candidate: RunReport) -> Verdict.Outcome? {
            let examiner = report([], .signaled(9), limit: limit, cpuMicroseconds: 900_000)
            let judgement = judge.judgement(
                for: task,
                sample: sample,
                candidate: candidate,
                examiner: examiner
            )
            if case .verdict(let verdict) = judgement { return verdict.outcome }
            return nil
        }

        #expect(outcome(candidate: serving) == .failed(mode))
        // It can answer before it says that it is loaded.
        #expect(outcome(candidate: report([a()])) == .failed(mode))
        // Before the program ran, it cannot have been its doing.
        #expect(outcome(candidate: report([])) == .infrastructureError)
    }

    @Test func `the weaker isolation of the two boxes counts`() {
        var examiner = report([v("passed")])
        examiner.isolation = .fence

        let judgement = judge.judgement(for: task, sample: sample, candidate: serving, examiner: examiner)

        guard case .verdict(let verdict) = judgement else {
            Issue.record("no verdict")
            return
        }
        #expect(verdict.isolation == .fence)
    }

    // MARK: - One process for both

    @Test func `a shared verdict counts with its secret only, and says that it is shared`() {
        let right = shared([a(), l(), v("passed", calls: 1, [("nonce", .text("n1"))])])
        let forged = shared([a(), l(), v("passed", calls: 1, [("nonce", .text("guess"))])])
        let bare = shared([a(), l(), v("passed")])

        #expect(right.outcome == .passed)
        #expect(right.trust == .shared)
        #expect(forged.outcome == .failed(.forgedResult))
        #expect(forged.rule == "wire.nonce")
        #expect(bare.outcome == .failed(.forgedResult))
    }

    @Test(arguments: [
        ("test-error", 0, FailureMode.exception), ("assertion", 0, .exception), ("passed", 0, .forgedResult),
        ("cannot-cross", 0, .forgedResult), ("cannot-cross", 1, .forgedResult),
        ("test-error", 1, .wrongType), ("candidate-gone", 0, .earlyExit), ("protocol", 0, .forgedResult),
    ])
    func `nothing that a shared process says is an excuse`(
        outcome: String,
        calls: Int64,
        mode: FailureMode
    ) {
        let verdict = shared([a(), l(), v(outcome, calls: calls, [("nonce", .text("n1"))])])

        #expect(verdict.outcome == .failed(mode))
        #expect(verdict.trust == .shared)
    }

    @Test func `a shared process that ends without a verdict failed`() {
        let e = WireFormat.encode(frame: "E", [diagnostic("SyntaxError", stage: "parse")])

        #expect(shared([a(), l()]).outcome == .failed(.earlyExit))
        #expect(shared([e]).outcome == .failed(.parseError))
        #expect(
            shared([e, v("load-failed", calls: 0, [("nonce", .text("n1"))])]).outcome == .failed(.parseError)
        )
        #expect(shared([a(), l()], .signaled(11)).outcome == .failed(.signal))
        #expect(shared([], .exited(code: 127)).outcome == .infrastructureError)
    }

    // MARK: - Builders

    private let sample = Sample(taskID: "Suite/0", index: 0, text: "    return 1\n", form: .completion)
    private let task = EvalTask(
        id: "Suite/0",
        prompt: "def f():\n",
        test: .pythonCheck(PythonCheck(entryPoint: "f", test: "def check(candidate): pass"))
    )

    private func judge(_ frames: [[UInt8]], candidate: RunReport) -> Verdict {
        let judgement = judge.judgement(
            for: task,
            sample: sample,
            candidate: candidate,
            examiner: report(frames)
        )
        if case .verdict(let verdict) = judgement { return verdict }
        Issue.record("no verdict")
        return Verdict(
            outcome: .infrastructureError,
            rule: "",
            casesPassed: 0,
            casesTotal: 0,
            trust: .outside,
            isolation: .none
        )
    }

    private func shared(
        _ frames: [[UInt8]],
        _ termination: RunReport.Termination = .exited(code: 0)
    ) -> Verdict {
        judge.sharedVerdict(for: task, sample: sample, report: report(frames, termination), nonce: "n1")
    }
}
