package import HarnessCore

extension Judge {
    /// Judges a program that holds its own tests, by its end.
    ///
    /// It passed if it ended with exit code 0 after writing back the frame `N` with its secret, which it does when
    /// its tests have come to their end, and nothing else. That the tests bite is proved by a twin that must fail.
    package func programVerdict(
        for task: EvalTask,
        sample: Sample,
        report: RunReport,
        program: String,
        nonce: String
    ) -> Verdict {
        var draft = VerdictDraft(casesTotal: 1, trust: .shared, report: report, noCode: rules.noCode)
        guard case .program = task.test else {
            return draft.infrastructureError(
                .wrongPlan,
                "task \(task.id) is no program with tests of its own"
            )
        }
        draft.isAnswerWithoutCode = rules.noCode.applies(context(Diagnostic(type: ""), sample, program))
        let words = ProgramWords(report.results)
        if report.limitHit != nil, let stopped = stop(report, draft) { return stopped }
        if let diagnostic = words.diagnostic { return raised(diagnostic, sample, program, draft) }
        if report.results.isEmpty, !isCompiled {
            return draft.infrastructureError(.driverSilent, silence(report))
        }
        if report.termination == .exited(code: 0), words.isComplete {
            if words.nonce == nonce { return draft.passed(.programPassed) }
            if words.nonce != nil {
                let evidence = Evidence(message: "the end of the tests without the secret")
                return draft.failed(.forgedResult, .wireNonce, evidence)
            }
        }
        if let ended = programEnd(report, sample, program, draft) { return ended }
        guard words.isComplete else {
            let evidence = Evidence(message: "the result channel holds what no test program writes")
            return draft.failed(.forgedResult, .wireProtocol, evidence)
        }
        let message = "\(ending(report)) before the end of its tests\(tail(report))"
        return draft.failed(.earlyExit, .earlyExit, Evidence(message: message))
    }

    /// The verdict on a program that did not end normally; nil where it did.
    private func programEnd(
        _ report: RunReport,
        _ sample: Sample,
        _ program: String,
        _ draft: VerdictDraft
    ) -> Verdict? {
        guard report.termination != .exited(code: 0) else { return nil }
        if let ended = lastWords(report, sample, program, nil, draft) { return ended }
        if let stopped = stop(report, draft) { return stopped }
        return draft.failed(.exception, .exitCode, Evidence(message: ending(report) + tail(report)))
    }

    /// The verdict on a program that passed its tests and their changed twin too.
    package func forged(_ verdict: Verdict) -> Verdict {
        var forged = verdict
        forged.outcome = .failed(.forgedResult)
        forged.rule = DecidingRule.passedTwin.rawValue
        forged.casesPassed = 0
        forged.evidence = Evidence(message: "passes its tests also where one of them expects something else")
        return forged
    }

    /// The verdict on a program that passed, where nothing can prove that its tests bite.
    package func unproved(_ verdict: Verdict, because reason: String) -> Verdict {
        var unproved = verdict
        unproved.outcome = .infrastructureError
        unproved.rule = DecidingRule.noTwin.rawValue
        unproved.casesPassed = 0
        unproved.evidence = Evidence(message: reason)
        return unproved
    }

    /// The outcome of a program whose tests need what is not here.
    package static func missingDependency(_ package: String, isolation: IsolationLevel) -> Verdict {
        Verdict(
            outcome: .infrastructureError,
            rule: DecidingRule.missingDependency.rawValue,
            evidence: Evidence(
                message: "the program needs \(package), which is not here"
                    + (package.contains(" ") ? "" : ": apt-get install \(package)")
            ),
            casesPassed: 0,
            casesTotal: 1,
            trust: .shared,
            isolation: isolation
        )
    }
}

/// What a test program wrote to its result channel: `A` when it began, then `E` or `N`.
private struct ProgramWords {
    private var hasBegun = false
    private(set) var nonce: String?
    private(set) var diagnostic: Diagnostic?
    /// Whether the channel holds such frames, each once at most and in their order, and nothing else.
    private(set) var isComplete = true

    init(_ results: [UInt8]) {
        var room = WireFormat.maximumValues
        var frames = WireFormat.Frames(in: results)
        while let frame = frames.next() {
            let values = (try? frame.values(room: &room)) ?? []
            let isLast = nonce != nil || diagnostic != nil
            switch frame.kind {
            case UInt8(ascii: "A") where !hasBegun && !isLast && values.isEmpty: hasBegun = true
            case UInt8(ascii: "E") where !isLast:
                diagnostic = values.first.flatMap(Diagnostic.init)
                isComplete = diagnostic != nil
            case UInt8(ascii: "N") where !isLast && values.count == 1:
                if case .text(let text) = values[0] { nonce = text } else { isComplete = false }
            default: isComplete = false
            }
            if !isComplete { break }
        }
        if frames.isBroken { isComplete = false }
    }
}
