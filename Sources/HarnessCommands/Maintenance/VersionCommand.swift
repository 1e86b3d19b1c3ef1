import ArgumentParser
import Reporting

/// Prints what this build is: `evalharness version`.
struct VersionCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "version",
        abstract: "Print the version and the platform",
        discussion: """
            Example:
              evalharness version --json
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        try context.console.show(
            VersionReport(
                version: ProductVersion.text,
                operatingSystem: ProductVersion.operatingSystem,
                architecture: ProductVersion.architecture
            )
        )
        context.console.suggestNext("evalharness doctor")
        return .done
    }
}
