import HarnessCore
import Testing

@testable import Judging

/// Programs that hold their own tests: how they ended, and the verdict that follows.
struct JudgeProgramTests {
    private static let language = Language(rawValue: "toy")
    private static let reading = LanguageReading(
        language: language,
        patterns: [
            MessagePattern(
                id: "failed-assertion",
                mode: .wrongValue,
                summary: "A test.",
                stages: [.exit],
                message: "(?m)^line (?<line>\\d+): failed$"
            )
        ]
    )
    private let task = EvalTask(
        id: "t",
        prompt: "",
        test: .program(ProgramTest(language: language, form: "multipl-e", tests: "tests"))
    )
    private static let begun = WireFormat.encode(frame: "A", [])
    private static let end = WireFormat.encode(frame: "N", [.text("secret")])

    private func verdict(
        _ frames: [[UInt8]],
        code: Int = 0,
        error: String = "",
        limit: ResourceLimitKind? = nil,
        signal: Int? = nil,
        isCompiled: Bool = false
    ) -> Verdict {
        Judge(reading: Self.reading, isCompiled: isCompiled).programVerdict(
            for: task,
            sample: Sample(taskID: "t", index: 0, language: Self.language, text: "code", form: .completion),
            report: RunReport(
                termination: signal.map { .signaled($0) } ?? .exited(code: code),
                limitHit: limit,
                standardError: Array(error.utf8),
                results: frames.flatMap(\.self),
                isolation: .full
            ),
            program: "code",
            nonce: "secret"
        )
    }

    @Test func `the secret at the end of the tests and exit code 0 pass, in a process shared with the tests`()
    {
        let verdict = verdict([Self.begun, Self.end])

        #expect(verdict.outcome == .passed)
        #expect(verdict.rule == "program.passed")
        #expect(verdict.trust == .shared)
    }

    @Test func `exit code 0 without the secret is no pass`() {
        #expect(verdict([Self.begun]).outcome == .failed(.earlyExit))
        #expect(verdict([Self.begun]).rule == "process.early-exit")
    }

    @Test(arguments: [
        [begun, WireFormat.encode(frame: "N", [.text("guess")])],
        [begun, end, end], [begun, end, begun], [begun, Array("N3:".utf8)], [end, begun],
        [begun, end, Array("garbage".utf8)],
    ])
    func `anything else on the channel is forged`(frames: [[UInt8]]) {
        #expect(verdict(frames).outcome == .failed(.forgedResult))
    }

    @Test func `the secret does not help a program that then fails`() {
        #expect(verdict([Self.begun, Self.end], code: 1).outcome == .failed(.exception))
        #expect(verdict([Self.begun, Self.end], signal: 11).outcome == .failed(.signal))
        #expect(verdict([Self.begun, Self.end], limit: .cpuTime).outcome == .failed(.cpuTime))
    }

    @Test func `a failed assertion is read from standard error, with its line`() {
        let verdict = verdict([Self.begun], error: "noise\nline 7: failed\n", signal: 6)

        #expect(verdict.outcome == .failed(.wrongValue))
        #expect(verdict.rule == "toy.failed-assertion")
        #expect(verdict.evidence.line == 7)
    }

    @Test func `what a wrapper reports is read by the language's rules`() {
        let facts = Value.map([
            .init(key: .text("type"), value: .text("Oops")), .init(key: .text("message"), value: .text("m")),
            .init(key: .text("stage"), value: .text("call")),
        ])

        let verdict = verdict([Self.begun, WireFormat.encode(frame: "E", [facts])], code: 1)

        #expect(verdict.outcome == .failed(.exception))
        #expect(verdict.evidence.message == "Oops: m")
    }

    @Test func `only a wrapper that never spoke is the harness's fault`() {
        #expect(verdict([], code: 70).outcome == .infrastructureError)
        #expect(verdict([Self.begun], code: 70).outcome == .failed(.exception))
        // What a compiled program does before its main is in its own hands.
        #expect(verdict([], code: 70, isCompiled: true).outcome == .failed(.exception))
    }
}
