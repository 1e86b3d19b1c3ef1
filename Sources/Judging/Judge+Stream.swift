package import HarnessCore

/// How far a whole program has come through its cases.
package struct StreamTally: Sendable {
    package let test: StreamTest
    package fileprivate(set) var passed = 0
    fileprivate var usage = ResourceUsage()
    fileprivate var isolation: IsolationLevel?

    package init(test: StreamTest) { self.test = test }

    /// The case to be run next; nil where all have passed.
    package var next: StreamTest.Case? { passed < test.cases.count ? test.cases[passed] : nil }
}

extension Judge {
    /// Judges the execution of the next case: nil where it passed, and the one after is due.
    package func failure(
        of tally: inout StreamTally,
        sample: Sample,
        report: RunReport,
        program: String
    ) -> Verdict? {
        let index = tally.passed
        tally.usage.cpuMicroseconds += report.usage.cpuMicroseconds
        tally.usage.wallMicroseconds += report.usage.wallMicroseconds
        tally.usage.peakMemoryBytes = [tally.usage.peakMemoryBytes, report.usage.peakMemoryBytes]
            .compactMap(\.self).max()
        tally.isolation = min(tally.isolation ?? report.isolation, report.isolation)
        var draft = draft(of: tally, report)
        draft.isAnswerWithoutCode = rules.noCode.applies(context(Diagnostic(type: ""), sample, program))

        if report.limitHit != nil { return stop(report, nextCase: index, draft) }
        if report.termination != .exited(code: 0) {
            return ended(report, sample, program, index, draft)
        }
        let wanted = tally.test.cases[index]
        guard
            let difference = OutputComparison(comparison: tally.test.comparison)
                .difference(actual: report.standardOutput, expected: Array(wanted.output.utf8))
        else {
            tally.passed += 1
            return nil
        }
        let evidence = Evidence(
            message: "line \(difference.line) of the output is not what it must be",
            caseIndex: index,
            expected: difference.expected.map { EvidenceText.escaped($0) } ?? "the end of the output",
            actual: difference.actual.map { EvidenceText.escaped($0) } ?? "the end of the output"
        )
        return index > 0
            ? draft.failed(.partial, .wrongOutputAfterPasses, evidence)
            : draft.failed(.wrongValue, .wrongOutput, evidence)
    }

    /// The verdict on a program that passed all of its cases.
    package func passed(_ tally: StreamTally, sample: Sample) -> Verdict {
        draft(of: tally, nil).passed(.outputsPassed)
    }

    private func draft(of tally: StreamTally, _ report: RunReport?) -> VerdictDraft {
        let report = report ?? RunReport(termination: .exited(code: 0), isolation: tally.isolation ?? .none)
        var draft = VerdictDraft(
            casesTotal: tally.test.cases.count,
            trust: .outside,
            report: report,
            noCode: rules.noCode
        )
        draft.casesPassed = tally.passed
        draft.usage = tally.usage
        draft.isolation = tally.isolation ?? report.isolation
        return draft
    }

    /// The verdict on a program that did not end normally: what its runner reports, what it left on standard error,
    /// or how it ended.
    private func ended(
        _ report: RunReport,
        _ sample: Sample,
        _ program: String,
        _ index: Int,
        _ draft: VerdictDraft
    ) -> Verdict {
        var room = WireFormat.maximumValues
        var frames = WireFormat.Frames(in: report.results)
        while let frame = frames.next() {
            guard frame.kind == UInt8(ascii: "E"), let values = try? frame.values(room: &room),
                let diagnostic = values.first.flatMap(Diagnostic.init)
            else { continue }
            return raised(diagnostic, sample, program, draft, evidence: Evidence(caseIndex: index))
        }
        // What speaks of failed tests speaks of programs that bring some.
        if let verdict = lastWords(report, sample, program, index, draft),
            case .failed(let mode) = verdict.outcome, mode.family != .logic
        {
            return verdict
        }
        if let stopped = stop(report, nextCase: index, draft) { return stopped }
        let message = ending(report) + tail(report)
        return draft.failed(.exception, .exitCode, Evidence(message: message, caseIndex: index))
    }
}
