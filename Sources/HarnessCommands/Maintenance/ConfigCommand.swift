import ArgumentParser

/// The group of commands about settings: `evalharness config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Look at the settings in force",
        discussion: """
            Example:
              evalharness config show --origin
            """,
        subcommands: [ConfigShowCommand.self]
    )
}
