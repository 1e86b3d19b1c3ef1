import ArgumentParser
import Foundation
import HarnessCore

/// The group of commands about developers who use the model: `evalharness telemetry`.
struct TelemetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "telemetry",
        abstract: "Collect, check and measure what happens when developers use the model",
        discussion: """
            Examples:
              evalharness telemetry generate --developers 200 --days 28 --out demo
              evalharness telemetry import demo/events.ndjson
              evalharness telemetry metrics --by model
              evalharness telemetry sql "SELECT day, sum(shown) FROM daily_named GROUP BY day"

            Events are CloudEvents 1.0, one JSON object a line; `telemetry schema` prints
            their form. Developers' ids are replaced by keyed hashes on the way in.
            """,
        subcommands: [
            TelemetryGenerateCommand.self, TelemetryImportCommand.self, TelemetryMetricsCommand.self,
            TelemetryQuarantineCommand.self, TelemetrySQLCommand.self, TelemetrySchemaCommand.self,
        ]
    )
}

/// The flag that names the folder of the telemetry.
struct TelemetryStoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp("Keep telemetry in this folder. (default: results/telemetry)", valueName: "dir")
    )
    var folder: String?

    /// Beside the results of evaluations unless the flag says otherwise.
    func url(in context: CommandContext) -> URL {
        folder.map { URL(fileURLWithPath: $0, relativeTo: context.folder).absoluteURL }
            ?? context.configuration.storeURL.deletingLastPathComponent().appending(path: "telemetry")
    }
}
