import ArgumentParser

/// The group of commands about stored runs: `evalharness runs`.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "Look at stored runs and their samples",
        discussion: """
            Examples:
              evalharness runs list
              evalharness runs show latest
              evalharness runs samples latest --failed

            A run is named by "latest", its id or the beginning of it (r-7f3), or @MODEL
            for the newest complete run of a model.
            """,
        subcommands: [RunsListCommand.self, RunsShowCommand.self, RunsSamplesCommand.self]
    )
}
