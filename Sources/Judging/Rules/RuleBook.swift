import HarnessCore

/// How the failures of one language are read.
struct RuleBook: Sendable {
    /// In the order in which they are tried; the last one always holds.
    var rules: [FailureRule]
    /// Holds for answers without any code, whatever came of running them.
    var noCode: FailureRule
    /// Rules about programs that ended before they had answered.
    var endings: [FailureRule] = []
    /// Rules about modules that exist and are not installed here.
    var missingDependency: Set<String>
    /// Whether an exception is of a kind.
    var isOfKind: @Sendable (Diagnostic, ErrorKind) -> Bool

    /// Python's own, which know its interpreter well.
    static let python = RuleBook(
        rules: PythonRules.all,
        noCode: PythonRules.noCode,
        missingDependency: ["python.missing-dependency"],
        isOfKind: { diagnostic, kind in kind.matches(diagnostic) }
    )

    /// Finds the first rule that holds.
    func decide(_ context: FailureContext) -> FailureRule {
        rules.first { $0.applies(context) } ?? rules[rules.count - 1]
    }
}
