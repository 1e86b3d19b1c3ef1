package import HarnessCore

/// Everything besides tasks and programs that the verdicts of a run depend on, language by language.
package struct ExecutionIdentities: Sendable, Hashable {
    /// The level of every execution, whatever the language.
    package let isolation: IsolationLevel
    /// Why programs of a language cannot run on this machine.
    package let unavailable: [Language: String]
    private let identities: [Language: ExecutionIdentity]
    /// For languages that are not named.
    private let other: ExecutionIdentity?

    /// One identity for whatever language comes.
    package init(_ identity: ExecutionIdentity) {
        isolation = identity.isolation
        unavailable = [:]
        identities = [:]
        other = identity
    }

    /// The identities of languages that can run, and the reasons of those that cannot.
    package init(
        _ identities: [Language: ExecutionIdentity],
        unavailable: [Language: String],
        isolation: IsolationLevel
    ) {
        self.identities = identities
        self.unavailable = unavailable
        self.isolation = isolation
        other = nil
    }

    /// The identity of a language; for one that cannot run, one that no execution has.
    package subscript(language: Language) -> ExecutionIdentity {
        identities[language] ?? other
            ?? ExecutionIdentity(runner: "", toolchain: "", judging: "", isolation: isolation)
    }
}
