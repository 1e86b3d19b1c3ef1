import HarnessCore
import Testing

@testable import Judging

struct JudgeStreamTests {
    private let judge = Judge()
    private let sample = Sample(taskID: "t", index: 0, text: "print(1)", form: .solution)

    private func tally(_ outputs: String...) -> StreamTally {
        StreamTally(test: StreamTest(cases: outputs.map { StreamTest.Case(input: "", output: $0) }))
    }

    private func report(
        _ output: String = "",
        error: String = "",
        results: [UInt8] = [],
        termination: RunReport.Termination = .exited(code: 0),
        limit: ResourceLimitKind? = nil
    ) -> RunReport {
        RunReport(
            termination: termination,
            limitHit: limit,
            usage: ResourceUsage(cpuMicroseconds: 5, wallMicroseconds: 7, peakMemoryBytes: 11),
            standardOutput: Array(output.utf8),
            standardError: Array(error.utf8),
            results: results,
            isolation: .full
        )
    }

    private func failure(_ tally: inout StreamTally, _ report: RunReport) -> Verdict? {
        judge.failure(of: &tally, sample: sample, report: report, program: sample.text)
    }

    @Test func `a program passes when every case has, and its usage is that of all`() {
        var tally = tally("1\n", "2\n")

        #expect(failure(&tally, report("1")) == nil)
        #expect(tally.next?.output == "2\n")
        #expect(failure(&tally, report("2.0\n")) == nil)
        #expect(tally.next == nil)

        let verdict = judge.passed(tally, sample: sample)
        #expect(verdict.outcome == .passed && verdict.rule == "output.passed")
        #expect(verdict.casesPassed == 2 && verdict.casesTotal == 2 && verdict.trust == .outside)
        #expect(verdict.usage.cpuMicroseconds == 10 && verdict.usage.peakMemoryBytes == 11)
        #expect(verdict.isolation == .full)
    }

    @Test func `a wrong line is a logic failure that shows both`() {
        var first = tally("1\n2")
        var second = tally("1", "2")

        let wrong = failure(&first, report("1\n3"))
        _ = failure(&second, report("1"))
        let partial = failure(&second, report(""))

        #expect(wrong?.outcome == .failed(.wrongValue) && wrong?.rule == "output.wrong")
        #expect(wrong?.evidence.expected == "2" && wrong?.evidence.actual == "3")
        #expect(wrong?.evidence.message == "line 2 of the output is not what it must be")
        #expect(partial?.outcome == .failed(.partial) && partial?.casesPassed == 1)
        #expect(partial?.evidence.caseIndex == 1 && partial?.evidence.actual == "the end of the output")
    }

    @Test func `a limit, a signal and an exit code are told before the output`() {
        var tally = tally("1")

        #expect(
            failure(&tally, report("1", termination: .signaled(9), limit: .cpuTime))?.outcome
                == .failed(.cpuTime)
        )
        #expect(failure(&tally, report("1", termination: .signaled(11)))?.outcome == .failed(.signal))
        let code = failure(&tally, report("1", error: "bad", termination: .exited(code: 70)))
        #expect(code?.outcome == .failed(.exception) && code?.rule == "process.exit-code")
        #expect(code?.evidence.message == "exited with code 70: bad")
    }

    @Test func `what a runner reports of an error decides, and a frame beside a right output does not`() {
        let facts = Value.map([
            Value.MapEntry(key: .text("type"), value: .text("NameError")),
            Value.MapEntry(key: .text("bases"), value: .list([.text("NameError"), .text("Exception")])),
            Value.MapEntry(key: .text("message"), value: .text("name 'x' is not defined")),
            Value.MapEntry(key: .text("name"), value: .text("x")),
            Value.MapEntry(key: .text("is_defined"), value: .bool(false)),
            Value.MapEntry(key: .text("stage"), value: .text("call")),
        ])
        let frame = WireFormat.encode(frame: "E", [facts])
        var failing = tally("1")
        var passing = tally("1")

        let verdict = failure(&failing, report(results: frame, termination: .exited(code: 1)))

        #expect(verdict?.outcome == .failed(.undefinedName))
        #expect(failure(&passing, report("1", results: frame)) == nil)
    }
}
