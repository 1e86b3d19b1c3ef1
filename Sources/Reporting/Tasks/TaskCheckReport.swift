/// Whether each task of a suite can tell right from wrong on this machine.
package struct TaskCheckReport: Report {
    private let suite: String
    private let findings: [Finding]

    package init(suite: String, findings: [Finding]) {
        self.suite = suite
        self.findings = findings
    }

    /// What the check of one task found.
    package struct Finding: Sendable, Hashable {
        package var taskID: String
        /// Whether the task is proved to tell right from wrong.
        package var isGood: Bool
        /// What is wrong, in words; empty where nothing is.
        package var problems: [String]
        /// What could not be checked and why; empty where everything was.
        package var unchecked: [String]

        package init(taskID: String, isGood: Bool, problems: [String], unchecked: [String] = []) {
            self.taskID = taskID
            self.isGood = isGood
            self.problems = problems
            self.unchecked = unchecked
        }
    }

    /// Whether every task passed the check.
    package var isGood: Bool { findings.allSatisfy(\.isGood) }

    package func lines(_ style: TextStyle) -> [String] {
        var lines: [String] = []
        for finding in findings where !finding.problems.isEmpty {
            lines.append(style.coloured("✘ \(printable(finding.taskID))", .red))
            for problem in finding.problems { lines += style.wrapped(printable(problem), indent: "    ") }
        }
        for finding in findings where !finding.unchecked.isEmpty {
            lines.append("! \(printable(finding.taskID)) not checked in full")
            for gap in finding.unchecked { lines += style.wrapped(printable(gap), indent: "    ") }
        }
        let good = findings.count(where: \.isGood)
        let summary =
            "\(printable(suite)): \(Numbers.count(good)) of \(Numbers.count(findings.count, "task")) good "
            + "(reference passes twice alike, empty and wrong solutions fail)"
        let mark = isGood ? style.coloured("✔", .green) : style.coloured("✘", .red)
        lines += style.wrapped("\(mark) \(summary)")
        return lines
    }

    package var json: JSONValue {
        .document(
            "tasks-check",
            [
                "suite": .text(suite), "good": .integer(findings.count(where: \.isGood)),
                "total": .integer(findings.count),
                "tasks": .array(
                    findings.map { finding in
                        .object([
                            "id": .text(finding.taskID), "good": .bool(finding.isGood),
                            "problems": .array(finding.problems.map(JSONValue.text)),
                            "unchecked": .array(finding.unchecked.map(JSONValue.text)),
                        ])
                    }
                ),
            ]
        )
    }
}
