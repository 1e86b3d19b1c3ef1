import ArgumentParser

/// The release gate: `evalharness gate`.
struct GateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Decide by a policy whether a candidate may be released: PASS, FAIL or INCONCLUSIVE",
        discussion: """
            Examples:
              evalharness gate @v2 --baseline @v1 --policy release
              evalharness gate @v2 --baseline @v1 --policy release -o gate.junit.xml --github-summary
              evalharness gate lock --baseline @v1 --policy release
              evalharness gate verify --baseline @v1 --policy release

            A policy is an entry under "gate:" of evalharness.yaml, a file, or one that
            is installed: release, improvement. Flags: evalharness gate check --help.

            Exit codes:
              0    PASS                           102  NO VERDICT: not comparable
              100  FAIL                           103  the lock differs
              101  INCONCLUSIVE
            """,
        subcommands: [GateCheckCommand.self, GateLockCommand.self, GateVerifyCommand.self],
        defaultSubcommand: GateCheckCommand.self
    )
}
