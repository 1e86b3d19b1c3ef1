package import HarnessCore

/// What hostile programs were expected to come to, and what they came to.
package struct AbuseReport: Report {
    private let level: IsolationLevel
    private let rows: [Row]
    private let passedOver: [PassedOver]
    private let showsAll: Bool

    /// Collects the rows of one level; `showsAll` lists also what came as expected.
    package init(
        _ rows: [Row],
        level: IsolationLevel,
        passedOver: [PassedOver],
        showsAll: Bool
    ) {
        self.rows = rows
        self.level = level
        self.passedOver = passedOver
        self.showsAll = showsAll
    }

    /// One attempt.
    package struct Row: Sendable, Hashable {
        /// The case: `H01`.
        package var id: String
        package var attempt: String
        package var language: String
        package var expected: String
        package var seen: String
        package var holds: Bool

        package init(
            id: String,
            attempt: String,
            language: String,
            expected: String,
            seen: String,
            holds: Bool
        ) {
            self.id = id
            self.attempt = attempt
            self.language = language
            self.expected = expected
            self.seen = seen
            self.holds = holds
        }
    }

    /// What was not tried, and why.
    package struct PassedOver: Sendable, Hashable {
        package var subject: String
        package var reason: String

        package init(subject: String, reason: String) {
            self.subject = subject
            self.reason = reason
        }
    }

    /// Whether everything came as expected, and something was tried.
    package var isGood: Bool { !rows.isEmpty && rows.allSatisfy(\.holds) }

    package func lines(_ style: TextStyle) -> [String] {
        let shown = showsAll ? rows : rows.filter { !$0.holds }
        var lines: [String] = []
        if !shown.isEmpty {
            let columns: [TextTable.Column] = [
                .init(""), .init("case"), .init("language"), .init("attempt", minimum: 24),
                .init("expected", minimum: 12), .init("seen", minimum: 12),
            ]
            let cells = shown.map { row in
                [
                    row.holds ? "✔" : "✘", row.id, row.language, printable(row.attempt),
                    printable(row.expected),
                    printable(row.seen),
                ]
            }
            lines += TextTable(columns: columns, rows: cells).lines(style)
        }
        for item in passedOver {
            lines += style.wrapped("! \(item.subject): \(printable(item.reason))", indent: "  ")
        }
        let held = rows.count(where: \.holds)
        let cases = Set(rows.map(\.id)).count
        lines.append(
            "isolation \(level.rawValue): \(held) of \(rows.count) observations as expected, "
                + Numbers.count(cases, "case")
        )
        return lines
    }

    package var json: JSONValue {
        .document(
            "abuse",
            [
                "good": .bool(isGood), "isolation": .text(level.rawValue),
                "rows": .array(
                    rows.map { row in
                        .object([
                            "case": .text(row.id), "attempt": .text(row.attempt),
                            "language": .text(row.language),
                            "expected": .text(row.expected), "seen": .text(row.seen),
                            "holds": .bool(row.holds),
                        ])
                    }
                ),
                "passedOver": .array(
                    passedOver.map { .object(["subject": .text($0.subject), "reason": .text($0.reason)]) }
                ),
            ]
        )
    }
}
