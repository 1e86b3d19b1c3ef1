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
    /// What the rule itself saw, beyond the diagnostic: the message that decided, and its line.
    package var evidence: @Sendable (FailureContext) -> Evidence

    package init(
        _ id: String,
        _ mode: FailureMode,
        _ summary: String,
        evidence: @escaping @Sendable (FailureContext) -> Evidence = { _ in Evidence() },
        applies: @escaping @Sendable (FailureContext) -> Bool
    ) {
        self.id = id
        self.mode = mode
        self.summary = summary
        self.evidence = evidence
        self.applies = applies
    }
}

/// What a failure rule looks at.
package struct FailureContext: Sendable {
    package var diagnostic: Diagnostic
    /// The model's answer, without the prompt.
    package var text: String
    /// The whole program that was run or compiled.
    package var program: String
    /// Top-level modules of well-known packages, whether installed or not.
    package var knownPackages: Set<String>

    package init(diagnostic: Diagnostic, text: String, program: String = "", knownPackages: Set<String>) {
        self.diagnostic = diagnostic
        self.text = text
        self.program = program
        self.knownPackages = knownPackages
    }
}
