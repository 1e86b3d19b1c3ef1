package import HarnessCore

/// What came of an examined pair.
package enum Judgement: Sendable, Hashable {
    case verdict(Verdict)
    /// An argument of the test is not plain data: only one process for both can tell.
    case needsSharedProcess
    /// The same, though after an answer: only if the test passes such an argument to its reference as well.
    ///
    /// Otherwise the candidate has brought it about, and the verdict is the one given here.
    case mayNeedSharedProcess(otherwise: Verdict)
}

extension Judge {
    /// Judges a candidate by what its examiner saw.
    ///
    /// Passed only if the examiner ended normally with exactly one verdict that says so and the candidate
    /// answered at least one call. How the candidate ended then says nothing, because it is stopped when
    /// the examiner ends; a limit it hit before does count.
    package func judgement(
        for task: EvalTask,
        sample: Sample,
        candidate: RunReport,
        examiner: RunReport
    ) -> Judgement {
        var draft = VerdictDraft(casesTotal: 1, trust: .outside, report: candidate, noCode: rules.noCode)
        draft.isolation = min(candidate.isolation, examiner.isolation)
        guard case .pythonCheck = task.test else {
            return .verdict(draft.infrastructureError(.wrongPlan, "task \(task.id) has no check"))
        }
        let transcript = Transcript(candidate.results, expectedAnswers: nil, isCutShort: true)
        draft.isAnswerWithoutCode = rules.noCode.applies(context(Diagnostic(type: ""), sample, sample.text))

        guard examiner.limitHit == nil, examiner.termination == .exited(code: 0),
            let seen = ExaminerVerdict(examiner.results)
        else {
            return .verdict(withoutVerdict(sample, candidate, examiner, transcript, draft))
        }
        if seen.outcome == .cannotCross {
            if seen.calls == 0 { return .needsSharedProcess }
            return .mayNeedSharedProcess(
                otherwise: draft.failed(.wrongType, .unusableValue, seen.evidence)
            )
        }
        return .verdict(verdict(seen, sample, candidate, transcript, draft))
    }

    /// Judges a check that ran in one process with its candidate.
    ///
    /// `nonce` is the secret the driver was given. It shows that the driver's code wrote the verdict, unless
    /// the candidate went looking for it: that is what `Trust.shared` says.
    package func sharedVerdict(
        for task: EvalTask,
        sample: Sample,
        report: RunReport,
        nonce: String
    ) -> Verdict {
        var draft = VerdictDraft(casesTotal: 1, trust: .shared, report: report, noCode: rules.noCode)
        guard case .pythonCheck = task.test else {
            return draft.infrastructureError(.wrongPlan, "task \(task.id) has no check")
        }
        let transcript = Transcript(report.results, expectedAnswers: nil, isCutShort: true)
        draft.isAnswerWithoutCode = rules.noCode.applies(context(Diagnostic(type: ""), sample, sample.text))

        if let stopped = stop(report, draft) { return stopped }
        if report.results.isEmpty { return draft.infrastructureError(.driverSilent, silence(report)) }
        guard let seen = ExaminerVerdict(report.results, besides: ["A", "L", "E", "X"]) else {
            if let diagnostic = transcript.loadFailure {
                return raised(diagnostic, sample, sample.text, draft)
            }
            return draft.failed(.earlyExit, .earlyExit, Evidence(message: ending(report)))
        }
        guard seen.nonce == nonce else {
            return draft.failed(.forgedResult, .wireNonce, Evidence(message: "a verdict without the secret"))
        }
        return verdict(seen, sample, report, transcript, draft)
    }

    private func verdict(
        _ seen: ExaminerVerdict,
        _ sample: Sample,
        _ candidate: RunReport,
        _ transcript: Transcript,
        _ draft: VerdictDraft
    ) -> Verdict {
        if draft.trust == .shared, let verdict = spoiled(seen, draft) { return verdict }
        switch seen.outcome {
        case .passed:
            if candidate.limitHit != nil, let stopped = stop(candidate, draft) { return stopped }
            guard seen.calls > 0 else {
                return draft.infrastructureError(.noCallMade, "the test never called the candidate")
            }
            return draft.passed(.checkPassed)
        case .assertion:
            guard seen.calls > 0 else { return draft.infrastructureError(.testError, seen.evidence.message) }
            let mode: FailureMode = seen.comparesDifferentTypes ? .wrongType : .wrongValue
            return draft.failed(mode, .assertionFailed, seen.evidence)
        case .candidateRaised:
            guard let diagnostic = seen.diagnostic else { return gone(sample, candidate, transcript, draft) }
            return raised(diagnostic, sample, sample.text, draft, evidence: seen.evidence)
        case .candidateGone:
            return gone(sample, candidate, transcript, draft)
        case .loadFailed:
            if candidate.limitHit != nil, let stopped = stop(candidate, draft) { return stopped }
            guard let diagnostic = transcript.loadFailure ?? seen.diagnostic else {
                return gone(sample, candidate, transcript, draft)
            }
            return raised(diagnostic, sample, sample.text, draft)
        case .testError:
            // Tests are known to run with their reference; one that breaks after an answer, whatever its error
            // is about, was given something unusable.
            guard seen.calls > 0 else { return draft.infrastructureError(.testError, seen.evidence.message) }
            return draft.failed(.wrongType, .unusableValue, seen.evidence)
        case .brokenProtocol:
            // Half a frame is also what a limit or a kill from outside leaves behind.
            if candidate.limitHit != nil || candidate.isKilledFromOutside,
                let stopped = stop(candidate, draft)
            {
                return stopped
            }
            return draft.failed(.forgedResult, .wireProtocol, seen.evidence)
        case .unusableAnswer:
            return draft.failed(.wrongType, .unusableValue, seen.evidence)
        case .tooLarge:
            return draft.failed(.output, .resultTooLarge, seen.evidence)
        case .overwhelmed:
            return draft.failed(.memory, .overwhelmedTest, seen.evidence)
        case .cannotCross:
            return draft.infrastructureError(.testError, "an argument of the test cannot cross")
        }
    }

    /// The verdict on a shared process that ended as no test in it does by itself; nil otherwise.
    ///
    /// Such a test has called its candidate before, from outside. The candidate could change all it needs, so
    /// that it does not work now is no fault of the harness.
    private func spoiled(_ seen: ExaminerVerdict, _ draft: VerdictDraft) -> Verdict? {
        switch seen.outcome {
        case .cannotCross: draft.failed(.forgedResult, .wireProtocol, seen.evidence)
        case .passed where seen.calls == 0: draft.failed(.forgedResult, .spoiledTest, seen.evidence)
        case .assertion where seen.calls == 0, .testError where seen.calls == 0:
            draft.failed(.exception, .spoiledTest, seen.evidence)
        case .passed, .assertion, .testError, .candidateRaised, .candidateGone, .loadFailed, .brokenProtocol,
            .unusableAnswer, .tooLarge, .overwhelmed:
            nil
        }
    }

    /// The verdict on a candidate that stopped answering: the cause is in its own report.
    private func gone(
        _ sample: Sample,
        _ candidate: RunReport,
        _ transcript: Transcript,
        _ draft: VerdictDraft
    ) -> Verdict {
        // Stopped by us, the candidate was still there after its channel had closed.
        if !candidate.isStopped, let stopped = stop(candidate, draft) { return stopped }
        if let diagnostic = transcript.loadFailure { return raised(diagnostic, sample, sample.text, draft) }
        if transcript.isEmpty { return draft.infrastructureError(.driverSilent, silence(candidate)) }
        if candidate.isStopped {
            let message = "the channel was closed while calls were due"
            return draft.failed(.earlyExit, .closedChannel, Evidence(message: message))
        }
        return draft.failed(.earlyExit, .earlyExit, Evidence(message: ending(candidate)))
    }

    /// The verdict where the examiner gave none.
    ///
    /// It waits for the candidate's answers, so the first suspect is the candidate.
    private func withoutVerdict(
        _ sample: Sample,
        _ candidate: RunReport,
        _ examiner: RunReport,
        _ transcript: Transcript,
        _ draft: VerdictDraft
    ) -> Verdict {
        if candidate.limitHit != nil, let stopped = stop(candidate, draft) { return stopped }
        // What the driver writes first, before any code of the candidate runs; all that follows is in its hands.
        let hasBegun = !transcript.isEmpty
        guard let limit = examiner.limitHit else {
            if let diagnostic = transcript.loadFailure {
                return raised(diagnostic, sample, sample.text, draft)
            }
            if hasBegun, !examiner.isKilledFromOutside {
                let message = "its test ended without a verdict: \(ending(examiner))"
                return draft.failed(.forgedResult, .silencedTest, Evidence(message: message))
            }
            return draft.infrastructureError(.examinerFailed, "no verdict: " + silence(examiner))
        }
        // Most of the time spent without computing is time spent waiting for an answer.
        let waited = examiner.usage.cpuMicroseconds * 2 < examiner.usage.wallMicroseconds
        if limit == .wallTime, waited, hasBegun {
            return draft.failed(
                .wallTime,
                .wallTimeLimit,
                Evidence(message: "the test waited for an answer until its time was over")
            )
        }
        // Tests are known to stay within their limits on their reference. What a candidate's values made of
        // one must not be a way out of being counted.
        if hasBegun, let mode = Self.overwhelmed[limit] {
            let message = "its answers drove the test into the \(limit.rawValue) limit"
            return draft.failed(mode, .overwhelmedTest, Evidence(message: message))
        }
        return draft.infrastructureError(.examinerLimit, "the examiner hit its \(limit.rawValue) limit")
    }

    /// How a limit that the examiner hit counts where the candidate had begun.
    private static let overwhelmed: [ResourceLimitKind: FailureMode] = [
        .cpuTime: .cpuTime, .wallTime: .wallTime, .memory: .memory, .output: .output,
    ]
}

extension RunReport {
    /// Whether somebody killed the program whom neither a limit nor the sandbox's own end explains.
    ///
    /// Mostly a machine that ran out of memory, or the program itself.
    fileprivate var isKilledFromOutside: Bool {
        termination == .signaled(9) && limitHit == nil && !isStopped
    }
}
