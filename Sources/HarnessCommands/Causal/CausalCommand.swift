import ArgumentParser

/// Effects from data nobody randomised: `evalharness causal`.
struct CausalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "causal",
        abstract: "Estimate an effect from data nobody randomised, and how wrong one would have to be",
        discussion: """
            Examples:
              evalharness causal example latency
              evalharness causal latency/latency.csv --treatment slow --outcome accepted \\
                --confounders quality,language,segment --cluster developer
              evalharness causal iv latency/latency.csv --treatment slow --outcome accepted \\
                --instruments rerouted --cluster developer
              evalharness causal did latency/rollout.csv --outcome acceptance --treatment fast \\
                --unit developer --time week --cluster team

            A file without a verb is estimated by every method side by side: naive,
            adjusted, matched, weighted, doubly robust. Flags: evalharness causal estimate
            --help.
            """,
        subcommands: [
            CausalEstimateCommand.self, CausalInstrumentCommand.self, CausalDifferencesCommand.self,
            CausalExampleCommand.self,
        ],
        defaultSubcommand: CausalEstimateCommand.self
    )
}
