import ArgumentParser
import HarnessCore
import Reporting
import Telemetry

/// Shows lines that were no events: `evalharness telemetry quarantine`.
struct TelemetryQuarantineCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Show the lines that were no events, with the rule they broke",
        discussion: """
            Example:
              evalharness telemetry quarantine --limit 5
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Option(help: "Lines to show, the newest first.") var limit = 20

    @OptionGroup(title: "Store") var storeOptions: TelemetryStoreOptions

    func validate() throws {
        if !(0...100_000).contains(limit) {
            throw ValidationError("--limit \(limit): must be from 0 to 100000")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let store = try TelemetryStore(folder: storeOptions.url(in: context), mustExist: true)
        let (counts, lines) = try store.quarantine(limit: limit)
        try context.console.show(QuarantineReport(counts: counts, lines: lines))
        return .done
    }
}

/// Prints the form of events: `evalharness telemetry schema`.
struct TelemetrySchemaCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of events",
        discussion: """
            Example:
              evalharness telemetry schema
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        try context.console.stream { write in try write(EventSchemaDocument.json.serialized + "\n") }
        return .done
    }
}

/// Reads the store by SQL: `evalharness telemetry sql`.
struct TelemetrySQLCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Read the store by SQL: read only, with bounds on time and rows",
        discussion: """
            Examples:
              evalharness telemetry sql "SELECT day, sum(shown) FROM daily_named GROUP BY day"
              evalharness telemetry sql "SELECT kind, count(*) FROM events GROUP BY kind"

            Views: events (an event a row), daily_named (sums by day, developer and segment);
            tables: daily, latency_daily, task_time, term, import, quarantine.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("One SELECT statement.", valueName: "sql")) var statement: String

    @Option(help: "Rows to show.") var limit = 1000

    @Option(help: "Give up after so many seconds.") var seconds = 30.0

    @Option(help: ArgumentHelp("The first month of events is that of this day.", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: ArgumentHelp("The last month of events is that of this day.", valueName: "yyyy-mm-dd"))
    var until: String?

    @OptionGroup(title: "Store") var storeOptions: TelemetryStoreOptions

    func validate() throws {
        if !(1...10_000_000).contains(limit) {
            throw ValidationError("--limit \(limit): must be from 1 to 10000000")
        }
        if !(0.01...86_400).contains(seconds) {
            throw ValidationError("--seconds \(seconds): must be from 0.01 to 86400")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let first = try TelemetryDays.day(since, "--since") ?? 0
        let last = try TelemetryDays.day(until, "--until") ?? 2_000_000
        guard first <= last else { throw HarnessError(.usage, "--since is after --until") }
        let isBounded = since != nil || until != nil
        let query = try TelemetryQuery(
            folder: storeOptions.url(in: context),
            days: isBounded ? first...last : nil
        )
        try context.console.show(QueryReport(query.run(statement, maximumRows: limit, seconds: seconds)))
        return .done
    }
}
