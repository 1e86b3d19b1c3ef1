import ArgumentParser
import Foundation
import Reporting

/// Prints the settings in force: `evalharness config show`.
struct ConfigShowCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print every setting, and with --origin where it comes from",
        discussion: """
            Examples:
              evalharness config show --origin
              EVALHARNESS_JOBS=4 evalharness config show --origin --json

            A flag wins over the environment (EVALHARNESS_…), over ./evalharness.yaml,
            over $XDG_CONFIG_HOME/evalharness/config.yaml, over the default.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Flag(help: "Print beside each value its file and line, variable or \"default\".")
    var origin = false

    func run(in context: CommandContext) throws -> CommandEnding {
        let configuration = context.configuration
        var entries = SettingKey.allCases.map { key in
            let setting = configuration.setting(key)
            return ConfigurationReport.Entry(
                key: key.rawValue,
                value: setting?.text,
                absence: key.absence,
                origin: setting?.origin.description
            )
        }
        for (name, model) in configuration.models.sorted(by: { $0.key < $1.key }) {
            entries.append(
                .init(key: "models.\(name).samples", value: model.samples.path, origin: model.location)
            )
            if let version = model.version {
                entries.append(.init(key: "models.\(name).version", value: version, origin: model.location))
            }
        }
        for (name, suite) in configuration.suites.sorted(by: { $0.key < $1.key }) {
            entries.append(.init(key: "suites.\(name).file", value: suite.file.path, origin: suite.location))
        }
        try context.console.show(
            ConfigurationReport(
                entries: entries,
                files: configuration.files.map(\.path),
                showsOrigin: origin
            )
        )
        context.console.suggestNext("evalharness doctor", "evalharness run --dry-run")
        return .done
    }
}
