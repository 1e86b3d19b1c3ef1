/// What each rule that can stand in a verdict means.
package enum RuleCatalog {
    /// One sentence for people: when the rule fires; nil for an id that no rule of judging has.
    package static func summary(of id: String) -> String? {
        DecidingRule(rawValue: id)?.summary ?? PythonRules.all.first { $0.id == id }?.summary
    }
}
