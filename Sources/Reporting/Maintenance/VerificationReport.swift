package import HarnessCore

/// Published results against the ones measured here.
package struct VerificationReport: Report {
    private let checks: [Check]
    private let notCovered: [(path: String, reason: String)]
    private let isolation: IsolationLevel

    /// Collects checks, and the files of the folder that none of them could use.
    package init(
        _ checks: [Check],
        notCovered: [(path: String, reason: String)] = [],
        isolation: IsolationLevel
    ) {
        self.checks = checks
        self.notCovered = notCovered
        self.isolation = isolation
    }

    /// One set of samples whose results somebody has published.
    package struct Check: Sendable, Hashable {
        /// For people: `HumanEval canonical solutions`.
        package var name: String
        package var publishedPassed: Int
        package var measuredPassed: Int
        package var samples: Int
        package var infrastructure: Int
        /// The share of passed samples as its authors print it; nil where they print none.
        package var publishedPercent: Double?
        /// Whether the published results were found again, every one of them.
        package var isGood: Bool
        /// Samples whose verdict is not the published one.
        package var differences: [Difference]

        package init(
            name: String,
            publishedPassed: Int,
            measuredPassed: Int,
            samples: Int,
            infrastructure: Int,
            publishedPercent: Double?,
            isGood: Bool,
            differences: [Difference]
        ) {
            self.name = name
            self.publishedPassed = publishedPassed
            self.measuredPassed = measuredPassed
            self.samples = samples
            self.infrastructure = infrastructure
            self.publishedPercent = publishedPercent
            self.isGood = isGood
            self.differences = differences
        }
    }

    /// A sample on which the authors and this machine disagree.
    package struct Difference: Sendable, Hashable {
        package var taskID: String
        package var index: Int
        package var published: String
        package var measured: String
        package var message: String
        /// Why both are right, where that is known.
        package var reason: String?

        package init(
            taskID: String,
            index: Int,
            published: String,
            measured: String,
            message: String,
            reason: String? = nil
        ) {
            self.taskID = taskID
            self.index = index
            self.published = published
            self.measured = measured
            self.message = message
            self.reason = reason
        }
    }

    /// Whether every published result was found again.
    package var isGood: Bool { checks.allSatisfy(\.isGood) }

    package func lines(_ style: TextStyle) -> [String] {
        // Read by people even from a file, so it stays aligned there.
        var style = style
        style.isAligned = true
        let columns: [TextTable.Column] = [
            .init(""), .init("check", minimum: 8), .init("published", .right),
            .init("measured", .right), .init("infra", .right), .init("same verdict", .right),
        ]
        let rows = checks.map { check in
            [
                check.isGood ? "✔" : "✘", printable(check.name),
                "\(check.publishedPassed) of \(check.samples)",
                "\(check.measuredPassed) of \(check.samples)", "\(check.infrastructure)",
                "\(check.samples - check.differences.count) of \(check.samples)",
            ]
        }
        var lines = TextTable(columns: columns, rows: rows).lines(style)
        for check in checks where check.publishedPercent != nil {
            let measured = Double(check.measuredPassed) / Double(max(1, check.samples))
            lines += style.wrapped(
                "\(printable(check.name)): published \(Numbers.fixed(check.publishedPercent, places: 1)) %, "
                    + "measured \(Numbers.percent(measured))"
            )
        }
        lines.append("isolation \(isolation.rawValue)")
        if !notCovered.isEmpty {
            lines += style.wrapped(
                "\(Numbers.count(notCovered.count, "file")) of other suites and languages not covered: "
                    + "--json names them"
            )
        }
        for check in checks {
            let differences = check.differences
            guard !differences.isEmpty else { continue }
            lines += ["", "differences: \(printable(check.name))"]
            let table = TextTable(
                columns: [
                    .init("task", minimum: 8), .init("#", .right), .init("published"),
                    .init("measured"),
                    .init("message", minimum: 8),
                ],
                rows: differences.map { difference in
                    [
                        printable(difference.taskID), "\(difference.index)", printable(difference.published),
                        printable(difference.measured),
                        printable(String(difference.message.unicodeScalars.prefix(200))),
                    ]
                }
            )
            lines += table.lines(style)
            // One reason mostly explains several samples.
            for reason in Set(differences.compactMap(\.reason)).sorted() {
                let tasks = differences.filter { $0.reason == reason }.map { printable($0.taskID) }
                lines += style.wrapped("known: \(tasks.joined(separator: ", ")): \(printable(reason))")
            }
        }
        return lines
    }

    package var json: JSONValue {
        .document(
            "verification",
            [
                "good": .bool(isGood), "isolation": .text(isolation.rawValue),
                "not_covered": .array(
                    notCovered.map { .object(["path": .text($0.path), "reason": .text($0.reason)]) }
                ),
                "checks": .array(
                    checks.map { check in
                        .object([
                            "name": .text(check.name), "good": .bool(check.isGood),
                            "samples": .integer(check.samples),
                            "published_passed": .integer(check.publishedPassed),
                            "published_percent": .optional(check.publishedPercent),
                            "measured_passed": .integer(check.measuredPassed),
                            "infrastructure": .integer(check.infrastructure),
                            "differences": .array(check.differences.map(\.json)),
                        ])
                    }
                ),
            ]
        )
    }
}

extension VerificationReport.Difference {
    fileprivate var json: JSONValue {
        .object([
            "task": .text(taskID), "index": .integer(index), "published": .text(published),
            "measured": .text(measured), "message": .text(message), "reason": .optional(reason),
        ])
    }
}
