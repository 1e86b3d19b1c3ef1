/// What works on this machine, and what is proved about it.
package struct DoctorReport: Report {
    private let findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }

    /// One thing that was looked at.
    package struct Finding: Sendable, Hashable {
        /// Stable word for programs: `sandbox`, `python`, `store`.
        package var subject: String
        package var state: State
        package var text: String
        package var remedy: String?
        /// Details that prove the finding, one a line: the probes and their outcomes.
        package var details: [String]

        package init(
            _ subject: String,
            _ state: State,
            _ text: String,
            remedy: String? = nil,
            details: [String] = []
        ) {
            self.subject = subject
            self.state = state
            self.text = text
            self.remedy = remedy
            self.details = details
        }
    }

    package enum State: String, Sendable, Hashable {
        case good
        case warning
        case problem
    }

    /// Whether everything that is needed works.
    package var isGood: Bool { !findings.contains { $0.state == .problem } }

    package func lines(_ style: TextStyle) -> [String] {
        var lines: [String] = []
        for finding in findings {
            let text = "\(TextWidth.pad(finding.subject, to: 10)) \(printable(finding.text))"
            switch finding.state {
            case .good: lines.append(style.coloured("✔", .green) + " " + text)
            case .warning: lines.append(style.coloured("!", .yellow) + " " + text)
            case .problem: lines.append(style.coloured("✘", .red) + " " + text)
            }
            for detail in finding.details { lines += style.wrapped(printable(detail), indent: "    ") }
            if let remedy = finding.remedy {
                lines += style.wrapped("→ " + printable(remedy), indent: "    ")
            }
        }
        let problems = findings.count { $0.state == .problem }
        let warnings = findings.count { $0.state == .warning }
        lines.append("\(Numbers.count(problems, "problem")), \(Numbers.count(warnings, "warning"))")
        return lines
    }

    package var json: JSONValue {
        .document(
            "doctor",
            [
                "good": .bool(isGood),
                "findings": .array(
                    findings.map { finding in
                        .object([
                            "subject": .text(finding.subject), "state": .text(finding.state.rawValue),
                            "text": .text(finding.text), "remedy": .optional(finding.remedy),
                            "details": .array(finding.details.map(JSONValue.text)),
                        ])
                    }
                ),
            ]
        )
    }
}
