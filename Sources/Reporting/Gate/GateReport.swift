package import Foundation
import HarnessCore
import ResultStore
package import Scoring

/// A gate's verdict with every check behind it.
package struct GateReport: Report {
    package let judgement: GateJudgement
    let policy: GatePolicy
    let base: ComparedRun
    let candidate: ComparedRun
    private let ageInDays: Double

    /// Describes a judgement; `now` gives the age of the baseline.
    package init(
        _ judgement: GateJudgement,
        policy: GatePolicy,
        base: ComparedRun,
        candidate: ComparedRun,
        now: Date
    ) {
        self.judgement = judgement
        self.policy = policy
        self.base = base
        self.candidate = candidate
        ageInDays = base.ageInDays(at: now)
    }

    /// The exit code that text, JSON and JUnit agree on.
    package var exitCode: Int32 {
        switch judgement.verdict {
        case .pass: 0
        case .fail: 100
        case .inconclusive: policy.inconclusive == .warn ? 0 : 101
        case .noVerdict: 102
        case .lockDiffers: 103
        }
    }

    package func lines(_ style: TextStyle) -> [String] {
        let colour: TextStyle.Colour =
            switch judgement.verdict {
            case .pass: .green
            case .inconclusive: .yellow
            case .fail, .noVerdict, .lockDiffers: .red
            }
        let word = judgement.verdict.word
        var lines = style.wrapped("\(word)  " + printable(headline))
        lines[0] = style.coloured(word, colour) + lines[0].dropFirst(word.count)
        for notice in base.notices + candidate.notices { lines += style.wrapped("! " + printable(notice)) }
        for line in GateLine.lines(judgement.checks) { lines += line.text(style) }
        lines += conclusion.flatMap { style.wrapped(printable($0)) }
        return lines + ["exit \(exitCode)"]
    }

    /// Policy, runs and the baseline's age.
    var headline: String {
        "policy \(policy.name)  \(candidate.name) \(candidate.reference) against \(base.name) "
            + "\(base.reference) (\(Self.age(ageInDays)) old)"
    }

    /// What the verdict means and what would change it.
    var conclusion: [String] {
        switch judgement.verdict {
        case .pass: return []
        case .fail: return ["A whole interval is past its limit: the candidate is not released."]
        case .noVerdict: return ["Nothing was decided: what is marked ✘ makes the comparison void."]
        case .lockDiffers:
            return [
                "What was fixed before is not what it was: review the change, then evalharness gate lock."
            ]
        case .inconclusive:
            var lines = ["Neither shown nor excluded."]
            if policy.inconclusive == .warn { lines[0] += " The policy lets that pass with a warning." }
            let open = judgement.checks.filter { $0.state == .inconclusive }.compactMap(\.measure)
            if let hardest = open.max(by: {
                ($0.tasksToSettle ?? .infinity) < ($1.tasksToSettle ?? .infinity)
            }) {
                lines[0] += " " + Self.settling(hardest)
            }
            return lines
        }
    }

    /// What would close an open question if difference and spread stay as they are.
    private static func settling(_ measure: GateCheck.Measure) -> String {
        guard let tasks = measure.tasksToSettle, tasks < 1e7 else {
            return "The difference lies on the limit: more tasks would not settle it."
        }
        let needed = Numbers.count(Int(tasks))
        let now = "now \(Numbers.count(measure.effect.tasks))"
        guard measure.population == .suite else {
            return "About \(needed) tasks at this spread would settle it (\(now))."
        }
        let samples = (measure.effect.spread.candidateSamples * tasks / Double(measure.effect.tasks)).rounded(
            .up
        )
        return
            "About \(needed) tasks at this spread (\(now)), or \(Numbers.count(Int(samples))) samples of each "
            + "task in both runs (now \(Numbers.fixed(measure.effect.spread.candidateSamples, places: 0))), "
            + "would settle it."
    }

    static func age(_ days: Double) -> String {
        days < 1 ? "\(Int(days * 24)) hours" : "\(Int(days)) \(Int(days) == 1 ? "day" : "days")"
    }

    // MARK: - JSON

    package var json: JSONValue {
        let lock = judgement.checks.first { $0.kind == .lock }
        return .document(
            "gate",
            [
                "policy": .text(policy.name), "policy_hash": .text(policy.hash.hexadecimal),
                "inconclusive": .text(policy.inconclusive.rawValue),
                "base": CompareReport.json(base), "cand": CompareReport.json(candidate),
                "lock": lock.map {
                    .object(["ok": .bool($0.state == .passed), "finding": .text($0.finding)])
                } ?? .null,
                "verdict": .text(judgement.verdict.rawValue), "exit": .integer(Int(exitCode)),
                "checks": .array(judgement.checks.map(Self.json)),
                "notices": .array((base.notices + candidate.notices).map(JSONValue.text)),
                "next": .array(conclusion.map(JSONValue.text)),
            ]
        )
    }

    private static func json(_ check: GateCheck) -> JSONValue {
        var fields: [String: JSONValue] = [
            "kind": .text(check.kind.rawValue), "state": .text(check.state.rawValue),
            "demand": .text(check.demand), "finding": .text(check.finding),
        ]
        if let measure = check.measure {
            let rule = measure.rule
            fields["metric"] = .text(rule.metric.name)
            fields["rule"] = .text(rule.kind.rawValue)
            fields["margin"] = .number(rule.margin)
            fields["alpha_one_sided"] = .number(rule.alpha)
            fields["population"] = .text(measure.population.rawValue)
            fields["segment"] =
                measure.effect.segment.map { .object([$0.dimension.rawValue: .text($0.value)]) }
                ?? .object([:])
            fields["tasks"] = .integer(measure.effect.tasks)
            fields["base"] = .number(measure.effect.base)
            fields["cand"] = .number(measure.effect.candidate)
            fields["bounds"] = .object(["low": .number(measure.low), "high": .number(measure.high)])
            fields["tasks_to_settle"] = .optional(measure.tasksToSettle)
        }
        return .object(fields)
    }
}

extension ComparedRun {
    /// Days from the end of the run, or its start where it never ended; 0 for foreign results.
    package func ageInDays(at now: Date) -> Double {
        guard let record = stored?.record,
            let time = try? Date.ISO8601FormatStyle().parse(record.finished ?? record.created)
        else { return 0 }
        return max(0, now.timeIntervalSince(time) / 86_400)
    }
}

extension GateRun {
    /// What a gate needs to know of a stored run.
    package init(_ run: ComparedRun, now: Date) {
        self.init(
            tasks: run.tasks,
            planned: run.tasks.reduce(0) { $0 + $1.judged + $1.infrastructureErrors + $1.missing },
            judged: run.judged,
            infrastructureErrors: run.tasks.reduce(0) { $0 + $1.infrastructureErrors },
            missing: run.tasks.reduce(0) { $0 + $1.missing },
            gap: run.gap,
            traits: run.traits,
            ageInDays: run.ageInDays(at: now)
        )
    }
}
