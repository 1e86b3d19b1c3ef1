import HarnessCore

/// The parts of a verdict that are known before its outcome is.
struct VerdictDraft {
    var casesPassed = 0
    var casesTotal: Int
    var trust: Verdict.Trust
    var isolation: IsolationLevel
    var usage: ResourceUsage
    /// Whether a failure needs no other explanation than that there is no program.
    var isAnswerWithoutCode = false
    private var noCode: FailureRule

    init(casesTotal: Int, trust: Verdict.Trust, report: RunReport, noCode: FailureRule) {
        self.noCode = noCode
        self.casesTotal = casesTotal
        self.trust = trust
        isolation = report.isolation
        usage = report.usage
    }

    func passed(_ rule: DecidingRule) -> Verdict {
        verdict(.passed, rule.rawValue, Evidence(), casesPassed: casesTotal)
    }

    func failed(_ mode: FailureMode, _ rule: DecidingRule, _ evidence: Evidence) -> Verdict {
        failed(mode, rule: rule.rawValue, evidence)
    }

    func failed(_ mode: FailureMode, rule: String, _ evidence: Evidence) -> Verdict {
        if isAnswerWithoutCode {
            return verdict(.failed(.noCode), noCode.id, evidence, casesPassed: casesPassed)
        }
        return verdict(.failed(mode), rule, evidence, casesPassed: casesPassed)
    }

    func infrastructureError(_ rule: DecidingRule, _ message: String) -> Verdict {
        verdict(.infrastructureError, rule.rawValue, Evidence(message: message), casesPassed: 0)
    }

    /// What had been used when a limit ended the execution.
    func usageSummary(at limit: ResourceLimitKind, of other: ResourceUsage? = nil) -> String {
        let usage = other ?? usage
        var parts = [
            "CPU \(usage.cpuMicroseconds / 1000) ms", "elapsed \(usage.wallMicroseconds / 1000) ms",
        ]
        if let peak = usage.peakMemoryBytes { parts.append("peak memory \(peak >> 20) MiB") }
        return "stopped at the \(limit.rawValue) limit: " + parts.joined(separator: ", ")
    }

    private func verdict(
        _ outcome: Verdict.Outcome,
        _ rule: String,
        _ evidence: Evidence,
        casesPassed: Int
    ) -> Verdict {
        var evidence = evidence
        // Escaped pieces hold nothing that a second pass would change, so this is the one place that bounds.
        evidence.message = EvidenceText.escaped(evidence.message)
        return Verdict(
            outcome: outcome,
            rule: rule,
            evidence: evidence,
            casesPassed: casesPassed,
            casesTotal: casesTotal,
            trust: trust,
            isolation: isolation,
            usage: usage
        )
    }
}
