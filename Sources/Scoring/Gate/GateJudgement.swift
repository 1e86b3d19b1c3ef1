import Foundation

/// A policy applied to a candidate and a baseline.
package struct GateJudgement: Sendable, Hashable {
    package let verdict: GateVerdict
    package let checks: [GateCheck]

    /// Judges a candidate.
    ///
    /// First what makes a comparison void (lock, settings, completeness, infrastructure), and only where nothing
    /// does, the rules. PASS needs every rule and every part of it to pass: an intersection-union test, which
    /// needs no correction for the number of parts (Berger 1982). FAIL needs the whole interval of one part past
    /// its limit, at α over the parts of all rules (Bonferroni), because any of them may stop the release.
    ///
    /// `lockFaults` is what differs from the lock, in words; nil where nobody locked anything.
    package init(_ policy: GatePolicy, base: GateRun, candidate: GateRun, lockFaults: [String]?) {
        var checks: [GateCheck] = []
        if let lockFaults {
            checks.append(
                GateCheck(
                    .lock,
                    lockFaults.isEmpty ? .passed : .failed,
                    demand: "policy, tasks, settings and baseline as locked",
                    finding: lockFaults.isEmpty ? "unchanged" : lockFaults.joined(separator: "; ")
                )
            )
        }
        let requirements = RequirementChecks(policy.requirements, base: base, candidate: candidate)
        checks += requirements.checks
        if checks.contains(where: { $0.kind == .lock && $0.state == .failed }) {
            verdict = .lockDiffers
            self.checks = checks
            return
        }
        if checks.contains(where: { $0.state == .failed }) {
            verdict = .noVerdict
            self.checks = checks
            return
        }
        let measured = policy.rules.enumerated().map { position, rule in
            RuleCheck(rule, kind: position == 0 ? .primary : .guardrail, base: base, candidate: candidate)
        }
        let parts = measured.reduce(0) { $0 + $1.judgedParts }
        let rules = measured.flatMap { $0.checks(parts: parts) }
        self.checks = rules + checks
        let states = Set(rules.map(\.state))
        if states.contains(.failed) {
            verdict = .fail
        } else if rules.contains(where: { $0.measure == nil && $0.state == .inconclusive })
            || !rules.contains(where: { $0.kind == .primary && $0.state != .notJudged })
        {
            // A rule that nothing could be measured for is no open question, but none at all.
            verdict = .noVerdict
        } else if states.contains(.inconclusive) {
            verdict = .inconclusive
        } else {
            verdict = .pass
        }
    }
}

/// The checks that must hold before a comparison means anything.
struct RequirementChecks {
    private(set) var checks: [GateCheck] = []

    init(_ requirements: GateRequirements, base: GateRun, candidate: GateRun) {
        let runs = [("candidate", candidate), ("baseline", base)]
        checks.append(
            Self.completeness(base: base, candidate: candidate, isRequired: requirements.isComplete)
        )
        checks.append(Self.infrastructure(runs, limit: requirements.maximumInfrastructureShare))
        checks.append(Self.sameness(requirements.same, base: base, candidate: candidate))
        if let days = requirements.maximumBaselineDays {
            checks.append(
                GateCheck(
                    .age,
                    base.ageInDays <= days ? .passed : .failed,
                    demand: "baseline at most \(Self.days(days)) old",
                    finding: "\(Self.days(base.ageInDays)) old"
                )
            )
        }
    }

    private static func completeness(
        base: GateRun,
        candidate: GateRun,
        isRequired: Bool
    ) -> GateCheck {
        let runs = [(name: "candidate", run: candidate), (name: "baseline", run: base)]
        var faults: [String] = []
        for (name, run) in runs {
            if let gap = run.gap { faults.append("\(name) \(gap)") }
            if run.missing > 0 { faults.append("\(name) lacks \(run.missing) of \(run.planned) samples") }
            if run.judged == 0 { faults.append("\(name) has no judged sample") }
        }
        // A language that the candidate leaves out would otherwise leave the comparison with it.
        let answered = Set(candidate.tasks.map(\.key))
        let unanswered = base.tasks.count { !answered.contains($0.key) }
        if unanswered > 0 { faults.append("candidate lacks \(unanswered) tasks of the baseline") }
        let found = runs.map { "\($0.name) \($0.run.judged) of \($0.run.planned) scored" }
        return GateCheck(
            .complete,
            faults.isEmpty ? .passed : isRequired ? .failed : .notJudged,
            demand: isRequired ? "both runs complete" : "both runs complete (not required)",
            finding: (faults.isEmpty ? found : faults).joined(separator: ", ")
        )
    }

    private static func infrastructure(_ runs: [(name: String, run: GateRun)], limit: Double) -> GateCheck {
        let shares = runs.map { (name: $0.name, run: $0.run, share: $0.run.infrastructureShare) }
        let isFine = shares.allSatisfy { $0.share <= limit }
        let found = shares.filter { $0.run.infrastructureErrors > 0 }.map {
            "\($0.name) \($0.run.infrastructureErrors) of \($0.run.planned)"
        }
        return GateCheck(
            .infrastructure,
            isFine ? .passed : .failed,
            demand: "infrastructure errors at most \(percent(limit))",
            finding: found.isEmpty ? "none" : found.joined(separator: ", ")
        )
    }

    private static func sameness(
        _ traits: Set<RunTrait>,
        base: GateRun,
        candidate: GateRun
    ) -> GateCheck {
        let differing = traits.sorted().filter { base.traits[$0] != candidate.traits[$0] }
        let faults = differing.map {
            "\($0.rawValue): \(base.traits[$0] ?? "unknown") → \(candidate.traits[$0] ?? "unknown")"
        }
        return GateCheck(
            .same,
            faults.isEmpty ? .passed : .failed,
            demand: "same " + traits.sorted().map(\.rawValue).joined(separator: ", "),
            finding: faults.isEmpty ? "equal" : faults.joined(separator: "; ")
        )
    }

    private static func days(_ days: Double) -> String {
        days < 2 ? String(format: "%.1f days", days) : String(format: "%.0f days", days)
    }

    private static func percent(_ share: Double) -> String { String(format: "%g %%", share * 100) }
}

extension GateRun {
    /// Infrastructure errors over planned samples; 0 for an empty run.
    fileprivate var infrastructureShare: Double {
        planned > 0 ? Double(infrastructureErrors) / Double(planned) : 0
    }
}
