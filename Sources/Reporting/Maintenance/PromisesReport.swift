/// The table of what each isolation level promises, as a document in Markdown.
package struct PromisesReport: Report {
    private let groups: [Group]
    private let notApplicable: [[String]]

    /// Takes rows of seven cells, and pairs of id and reason.
    package init(groups: [Group], notApplicable: [[String]]) {
        self.groups = groups
        self.notApplicable = notApplicable
    }

    /// The cases of one kind of attack.
    package struct Group: Sendable {
        package var name: String
        package var rows: [[String]]

        package init(name: String, rows: [[String]]) {
            self.name = name
            self.rows = rows
        }
    }

    private static let titles = ["case", "attempt", "tried in", "full", "namespaces", "fence", "why less"]

    package func lines(_ style: TextStyle) -> [String] {
        var lines: [String] = []
        for group in groups {
            lines += ["### \(group.name)", ""] + Self.table(Self.titles, group.rows) + [""]
        }
        lines += ["### not tried", ""] + Self.table(["case", "reason"], notApplicable)
        return lines
    }

    package var json: JSONValue {
        .document(
            "promises",
            [
                "groups": .object(
                    Dictionary(
                        uniqueKeysWithValues: groups.map { group in
                            (group.name, .array(group.rows.map { row in .object(Self.fields(row)) }))
                        }
                    )
                ),
                "notApplicable": .object(
                    Dictionary(uniqueKeysWithValues: notApplicable.map { ($0[0], .text($0[1])) })
                ),
            ]
        )
    }

    private static func fields(_ row: [String]) -> [String: JSONValue] {
        Dictionary(uniqueKeysWithValues: zip(titles, row.map(JSONValue.text)))
    }

    private static func table(_ titles: [String], _ rows: [[String]]) -> [String] {
        let rule = "|" + String(repeating: "---|", count: titles.count)
        return ["| " + titles.joined(separator: " | ") + " |", rule]
            + rows.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" }
    }
}
