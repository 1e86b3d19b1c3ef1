/// Published results against the ones measured here.
package struct VerificationReport: Report {
    private let checks: [Check]

    package init(_ checks: [Check]) { self.checks = checks }

    /// One set of samples whose results somebody has published.
    package struct Check: Sendable, Hashable {
        /// For people: `HumanEval canonical solutions`.
        package var name: String
        package var publishedPassed: Int
        package var measuredPassed: Int
        package var samples: Int
        package var infrastructure: Int
        /// Samples whose verdict is published and differs; nil where only the total is published.
        package var differences: [Difference]?

        package init(
            name: String,
            publishedPassed: Int,
            measuredPassed: Int,
            samples: Int,
            infrastructure: Int,
            differences: [Difference]?
        ) {
            self.name = name
            self.publishedPassed = publishedPassed
            self.measuredPassed = measuredPassed
            self.samples = samples
            self.infrastructure = infrastructure
            self.differences = differences
        }

        /// Whether the published result was found again.
        package var isGood: Bool {
            publishedPassed == measuredPassed && infrastructure == 0 && (differences ?? []).isEmpty
        }
    }

    /// A sample on which the authors and this machine disagree.
    package struct Difference: Sendable, Hashable {
        package var taskID: String
        package var index: Int
        package var published: String
        package var measured: String
        package var message: String

        package init(taskID: String, index: Int, published: String, measured: String, message: String) {
            self.taskID = taskID
            self.index = index
            self.published = published
            self.measured = measured
            self.message = message
        }
    }

    /// Whether every published result was found again.
    package var isGood: Bool { checks.allSatisfy(\.isGood) }

    package func lines(_ style: TextStyle) -> [String] {
        let columns: [TextTable.Column] = [
            .init(""), .init("check", isFlexible: true), .init("published", .right),
            .init("measured", .right), .init("infra", .right), .init("same verdict", .right),
        ]
        let rows = checks.map { check in
            [
                check.isGood ? "✔" : "✘", printable(check.name),
                "\(check.publishedPassed) of \(check.samples)",
                "\(check.measuredPassed) of \(check.samples)", "\(check.infrastructure)",
                check.differences.map { "\(check.samples - $0.count) of \(check.samples)" } ?? "–",
            ]
        }
        var lines = TextTable(columns: columns, rows: rows).lines(style)
        for check in checks {
            guard let differences = check.differences, !differences.isEmpty else { continue }
            lines += ["", "differences: \(printable(check.name))"]
            let table = TextTable(
                columns: [
                    .init("task", isFlexible: true), .init("#", .right), .init("published"),
                    .init("measured"),
                    .init("message", isFlexible: true),
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
        }
        return lines
    }

    package var json: JSONValue {
        .document(
            "verification",
            [
                "good": .bool(isGood),
                "checks": .array(
                    checks.map { check in
                        .object([
                            "name": .text(check.name), "good": .bool(check.isGood),
                            "samples": .integer(check.samples),
                            "published_passed": .integer(check.publishedPassed),
                            "measured_passed": .integer(check.measuredPassed),
                            "infrastructure": .integer(check.infrastructure),
                            "differences": check.differences.map { .array($0.map(\.json)) } ?? .null,
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
            "measured": .text(measured), "message": .text(message),
        ])
    }
}
