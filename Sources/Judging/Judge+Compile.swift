package import HarnessCore

extension Judge {
    /// How much of a compiler's messages is read, bytes.
    private static let messageBytes = 64 << 10

    /// Judges a compilation: nil where there is an artefact to run.
    ///
    /// What the compiler refuses is the program's failure, and so is what drives it into a limit or makes it crash.
    /// Only a compiler that did not start is the harness's fault.
    package func compileVerdict(
        for task: EvalTask,
        sample: Sample,
        program: String,
        report: RunReport
    ) -> Verdict? {
        var draft = VerdictDraft(
            casesTotal: task.caseCount,
            trust: .outside,
            report: report,
            noCode: rules.noCode
        )
        // The program itself has not run.
        draft.usage = ResourceUsage()
        draft.isAnswerWithoutCode = rules.noCode.applies(context(Diagnostic(type: ""), sample, program))
        let hasArtifact = !report.results.isEmpty
        // A flood of messages is cut, and what is left says why.
        if let limit = report.limitHit, limit != .output || hasArtifact {
            let evidence = Evidence(
                message: "the compiler " + draft.usageSummary(at: limit, of: report.usage)
            )
            return draft.failed(.compileLimit, .compileLimit, evidence)
        }
        switch report.termination {
        case .exited(code: 0) where report.limitHit == nil:
            if hasArtifact { return nil }
            // Of nothing a compiler may well make nothing.
            if draft.isAnswerWithoutCode { return draft.failed(.noCode, rule: rules.noCode.id, Evidence()) }
            return draft.infrastructureError(.compilerFailed, "the compiler made nothing: " + silence(report))
        case .exited(let code) where report.limitHit == nil && Self.notStarted.contains(code):
            return draft.infrastructureError(
                .compilerFailed,
                "the compiler did not start: " + silence(report)
            )
        case .signaled where report.limitHit == nil:
            return draft.failed(
                .compileLimit,
                .compileCrash,
                Evidence(message: "the compiler was " + ending(report))
            )
        case .exited, .signaled:
            return refused(messages(of: report), sample, program, draft)
        }
    }

    /// Exit codes of a shell that finds no program, of the launcher that cannot execute one, and of a script that
    /// knows that it cannot work.
    private static let notStarted: Set<Int> = [70, 125, 126, 127]

    private func refused(
        _ text: String,
        _ sample: Sample,
        _ program: String,
        _ draft: VerdictDraft
    ) -> Verdict {
        let diagnostic = Diagnostic(type: "CompileError", message: text, stage: .compile)
        let context = context(diagnostic, sample, program)
        let rule = rules.decide(context)
        var evidence = rule.evidence(context)
        if evidence.message.isEmpty { evidence.message = Self.firstComplaint(in: text) }
        return draft.failed(rule.mode, rule: rule.id, evidence)
    }

    /// Messages go to either stream, as compilers please.
    private func messages(of report: RunReport) -> String {
        let errors = String(decoding: report.standardError.prefix(Self.messageBytes), as: UTF8.self)
        let output = String(decoding: report.standardOutput.prefix(Self.messageBytes), as: UTF8.self)
        return output.isEmpty ? errors : errors + "\n" + output
    }

    private static func firstComplaint(in text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        let complaint = lines.first { $0.contains("error") } ?? lines.first ?? "no message"
        return String(complaint.prefix(1000))
    }
}

extension EvalTask {
    /// Cases whose outcome is counted.
    fileprivate var caseCount: Int {
        switch test {
        case .cases(let test): test.cases.count
        case .pythonCheck, .program: 1
        case .streams(let test): test.cases.count
        }
    }
}
