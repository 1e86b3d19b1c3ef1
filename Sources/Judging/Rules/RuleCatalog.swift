/// Every rule that can stand in a verdict, for the documentation.
package enum RuleCatalog {
    package struct Entry: Sendable, Hashable {
        package var id: String
        package var summary: String
    }

    /// The rules of every language in the order of their cases, then Python's in the order they are tried.
    package static var entries: [Entry] {
        DecidingRule.allCases.map { Entry(id: $0.rawValue, summary: $0.summary) }
            + PythonRules.all.map { Entry(id: $0.id, summary: $0.summary) }
    }
}
