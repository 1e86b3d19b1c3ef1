import HarnessCore
import Scoring

extension GateReport {
    /// The forms a gate's result comes in.
    package static let forms: Set<OutputForm> = [.json, .junit, .markdown, .html]

    /// The result in each of its forms.
    package var forms: OutputForms {
        document.forms.merging([.json: { json.serialized + "\n" }, .junit: { junit.xml }]) { $1 }
    }

    /// The result as a page; its Markdown is meant for a CI job's summary.
    package var document: Document {
        let rows = GateLine.lines(judgement.checks).flatMap { line in
            [["\(line.state.mark) \(line.kind.word)", line.demand, line.finding]]
                + line.parts.map { ["\($0.state.mark)", GateLine.name(of: $0), $0.finding] }
        }
        var parts: [Document.Part] = (base.notices + candidate.notices).map { .sentence("! " + $0) }
        parts.append(
            .table(
                Document.Table(
                    caption: "",
                    columns: [.text("check"), .text("asked"), .text("found")],
                    rows: rows
                )
            )
        )
        parts += conclusion.map { .sentence($0) }
        parts.append(
            .sentence(
                "Bounds are one-sided: below at the rule's α, above at α over the parts that all rules judge. exit \(exitCode)"
            )
        )
        return Document(title: "\(judgement.verdict.word): \(headline)", parts: parts)
    }

    /// One test case for each check; what makes the comparison void is an error, an open question a failure.
    package var junit: JUnit {
        let cases = judgement.checks.map { check in
            JUnit.Case(
                className: "gate.\(policy.name).\(check.kind.rawValue)",
                name: check.demand,
                outcome: outcome(of: check)
            )
        }
        return JUnit(
            name: "evalharness gate",
            suites: [
                JUnit.Suite(
                    name: "gate \(policy.name)",
                    properties: [
                        ("verdict", judgement.verdict.rawValue), ("exit", "\(exitCode)"),
                        ("candidate", "\(candidate.name) \(candidate.reference)"),
                        ("baseline", "\(base.name) \(base.reference)"),
                        ("policy_sha256", policy.hash.hexadecimal),
                    ],
                    cases: cases
                )
            ]
        )
    }

    private func outcome(of check: GateCheck) -> JUnit.Outcome {
        switch check.state {
        case .passed: .passed
        case .notJudged: .skipped(message: check.finding)
        case .inconclusive where check.measure == nil: .error(message: check.finding)
        case .inconclusive where policy.inconclusive == .warn:
            .skipped(message: "inconclusive: " + check.finding)
        case .inconclusive: .failed(type: "inconclusive", message: check.finding)
        case .failed:
            check.measure == nil
                ? .error(message: check.finding) : .failed(type: "limit", message: check.finding)
        }
    }
}
