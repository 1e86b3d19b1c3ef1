package import HarnessCore

/// One way to read the cause of a failure from what a driver reports.
///
/// Rules stand in an ordered list; the first whose predicate holds decides.
package struct FailureRule: Sendable {
    /// Stored with the verdict: `python.unknown-module`.
    package var id: String
    package var mode: FailureMode
    /// One sentence for the documentation: when the rule fires.
    package var summary: String
    package var applies: @Sendable (FailureContext) -> Bool

    package init(
        _ id: String,
        _ mode: FailureMode,
        _ summary: String,
        applies: @escaping @Sendable (FailureContext) -> Bool
    ) {
        self.id = id
        self.mode = mode
        self.summary = summary
        self.applies = applies
    }
}

/// What a failure rule looks at.
package struct FailureContext: Sendable {
    package var diagnostic: Diagnostic
    /// The model's answer, without the prompt.
    package var text: String
    /// Top-level modules of well-known packages, whether installed or not.
    package var knownPackages: Set<String>

    package init(diagnostic: Diagnostic, text: String, knownPackages: Set<String>) {
        self.diagnostic = diagnostic
        self.text = text
        self.knownPackages = knownPackages
    }
}
