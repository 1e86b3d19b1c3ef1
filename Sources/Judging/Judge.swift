package import HarnessCore

/// Turns what happened in the sandbox into verdicts.
///
/// Everything a program reports is untrusted. Causes are believed in this order, from what is measured
/// outside to what is said inside: a limit that was hit, a signal, a broken protocol, a failed load, missing
/// answers, and then the first case that failed. Nothing that a program does makes its failure an
/// infrastructure error; that outcome is kept for executions in which none of its code can have run, and for
/// tests that fail by themselves.
package struct Judge: Sendable {
    private let knownPackages: Set<String>
    let rules: RuleBook
    /// Whether the driver is part of what was compiled with the program.
    ///
    /// Then nothing that happens before its first word shows that no code of the program has run.
    let isCompiled: Bool

    /// Makes a judge for Python and its known packages: top-level modules that exist, installed or not.
    package init(knownPackages: Set<String> = []) {
        self.knownPackages = knownPackages
        rules = .python
        isCompiled = false
    }

    /// Makes a judge for a language that its runner describes.
    package init(reading: LanguageReading, isCompiled: Bool) {
        knownPackages = reading.knownPackages
        rules = LanguageRules.book(reading)
        self.isCompiled = isCompiled
    }

    /// Judges an execution of typed cases.
    ///
    /// The task must have the language's native names; `program` is what was run, where it is more than the sample.
    package func verdict(
        for task: EvalTask,
        sample: Sample,
        report: RunReport,
        program: String? = nil
    ) -> Verdict {
        let program = program ?? sample.text
        guard case .cases(let test) = task.test else {
            return VerdictDraft(casesTotal: 1, trust: .outside, report: report, noCode: rules.noCode)
                .infrastructureError(.wrongPlan, "task \(task.id) has no typed cases")
        }
        let transcript = Transcript(
            report.results,
            expectedAnswers: test.cases.reduce(0) { $0 + $1.calls.count },
            isCutShort: report.limitHit != nil || report.termination != .exited(code: 0)
        )
        let tally = CaseTally(test, answers: transcript.answers, isOfKind: rules.isOfKind)
        var draft = VerdictDraft(
            casesTotal: test.cases.count,
            trust: .outside,
            report: report,
            noCode: rules.noCode
        )
        draft.casesPassed = tally.passed
        draft.isAnswerWithoutCode = rules.noCode.applies(context(Diagnostic(type: ""), sample, program))

        if let ended = lastWords(report, transcript, sample, program, tally.firstUnanswered, draft) {
            return ended
        }
        if let stopped = stop(report, nextCase: tally.firstUnanswered, draft) { return stopped }
        if transcript.isEmpty {
            if !isCompiled { return draft.infrastructureError(.driverSilent, silence(report)) }
            let message = "\(ending(report)) before it began\(tail(report))"
            return draft.failed(.earlyExit, .earlyExit, Evidence(message: message))
        }
        if let breach = transcript.breach {
            return draft.failed(breach.mode, breach.rule, Evidence(message: breach.message))
        }
        if let diagnostic = transcript.loadFailure { return raised(diagnostic, sample, program, draft) }
        guard transcript.isEnded else {
            let message = "\(ending(report)) after \(transcript.answers.count) answers"
            let evidence = Evidence(message: message, caseIndex: tally.firstUnanswered)
            return draft.failed(.earlyExit, .earlyExit, evidence)
        }
        if let failure = tally.firstFailure { return verdict(failure, sample, program, draft) }
        if report.termination != .exited(code: 0) {
            return draft.failed(.exception, .exitCode, Evidence(message: ending(report)))
        }
        return draft.passed(.casesPassed)
    }

    private func verdict(
        _ failure: CaseTally.Failure,
        _ sample: Sample,
        _ program: String,
        _ draft: VerdictDraft
    ) -> Verdict {
        switch failure.cause {
        case .raised(let diagnostic):
            return raised(diagnostic, sample, program, draft, evidence: failure.evidence)
        case .raisedOther(let diagnostic):
            // What does not exist explains more than the wrong kind of error it led to.
            let rule = rules.decide(context(diagnostic, sample, program))
            if rule.mode.family == .hallucination || rule.mode == .memory {
                return raised(diagnostic, sample, program, draft, evidence: failure.evidence)
            }
            return draft.failed(.wrongException, .otherError, failure.evidence)
        case .missingError: return draft.failed(.wrongException, .missingError, failure.evidence)
        case .wrongType: return draft.failed(.wrongType, .wrongType, failure.evidence)
        case .mutatedArgument: return draft.failed(.mutatedArgument, .mutatedArgument, failure.evidence)
        case .wrongValue:
            return draft.casesPassed > 0
                ? draft.failed(.partial, .wrongValueAfterPasses, failure.evidence)
                : draft.failed(.wrongValue, .wrongValue, failure.evidence)
        }
    }

    /// How much of a program's standard error is read when it has ended, bytes.
    private static let lastBytes = 16 << 10

    /// The verdict where a runtime that gave up said why: out of memory, a stack that overflowed.
    private func lastWords(
        _ report: RunReport,
        _ transcript: Transcript,
        _ sample: Sample,
        _ program: String,
        _ nextCase: Int?,
        _ draft: VerdictDraft
    ) -> Verdict? {
        guard report.limitHit == nil, !transcript.isEnded else { return nil }
        return lastWords(report, sample, program, nextCase, draft)
    }

    /// The verdict by what a program that has ended left on its standard error; nil where no rule reads it.
    func lastWords(
        _ report: RunReport,
        _ sample: Sample,
        _ program: String,
        _ nextCase: Int?,
        _ draft: VerdictDraft
    ) -> Verdict? {
        guard !rules.endings.isEmpty else { return nil }
        let text = String(decoding: report.standardError.suffix(Self.lastBytes), as: UTF8.self)
        let context = context(Diagnostic(type: "", message: text, stage: .exit), sample, program)
        guard let rule = rules.endings.first(where: { $0.applies(context) }) else { return nil }
        var evidence = rule.evidence(context)
        evidence.caseIndex = nextCase
        if evidence.message.isEmpty { evidence.message = ending(report) }
        return draft.failed(rule.mode, rule: rule.id, evidence)
    }

    // MARK: - What all kinds of executions share

    /// The verdict where something outside the program stopped it, or a signal did; nil otherwise.
    func stop(_ report: RunReport, nextCase: Int? = nil, _ draft: VerdictDraft) -> Verdict? {
        if let limit = report.limitHit {
            let evidence = Evidence(message: draft.usageSummary(at: limit), caseIndex: nextCase)
            return draft.failed(FailureMode(limit: limit), DecidingRule(limit: limit), evidence)
        }
        guard case .signaled = report.termination else { return nil }
        let evidence = Evidence(message: ending(report), caseIndex: nextCase)
        return draft.failed(.signal, .signal, evidence)
    }

    /// The verdict on an exception, by the first rule that holds for it.
    func raised(
        _ diagnostic: Diagnostic,
        _ sample: Sample,
        _ program: String,
        _ draft: VerdictDraft,
        evidence: Evidence = Evidence()
    ) -> Verdict {
        let context = context(diagnostic, sample, program)
        let rule = rules.decide(context)
        var evidence = evidence
        evidence.message = diagnostic.summary
        if rules.missingDependency.contains(rule.id), let module = diagnostic.module {
            evidence.message +=
                " (\(EvidenceText.escaped(module, limit: 80)) exists; it is not installed here)"
        }
        evidence.line = diagnostic.line ?? rule.evidence(context).line
        return draft.failed(rule.mode, rule: rule.id, evidence)
    }

    func context(_ diagnostic: Diagnostic, _ sample: Sample, _ program: String) -> FailureContext {
        FailureContext(
            diagnostic: diagnostic,
            text: sample.text,
            program: program,
            knownPackages: knownPackages
        )
    }

    func ending(_ report: RunReport) -> String {
        switch report.termination {
        case .exited(let code): "exited with code \(code)"
        case .signaled(let signal): "killed by signal \(signal)"
        }
    }

    /// What a driver that never spoke left on its standard error, for the person who mends it.
    func silence(_ report: RunReport) -> String {
        "the driver wrote nothing and \(ending(report))\(tail(report))"
    }

    /// The end of a program's standard error, after a colon; empty where it wrote nothing.
    func tail(_ report: RunReport) -> String {
        let text = String(decoding: report.standardError.suffix(400), as: UTF8.self)
        return text.isEmpty ? "" : ": \(text)"
    }
}
