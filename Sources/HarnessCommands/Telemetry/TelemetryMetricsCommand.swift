import ArgumentParser
import HarnessCore
import Reporting
import Telemetry

/// Shows the figures: `evalharness telemetry metrics`.
struct TelemetryMetricsCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Show acceptance, latency, productivity and the rest, each with its interval and its count",
        discussion: """
            Examples:
              evalharness telemetry metrics
              evalharness telemetry metrics --by model --since 2026-07-01
              evalharness telemetry metrics --language python --json
              evalharness telemetry metrics --definitions
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Option(help: "Split by model, language, segment, task_type, repo_size or variant.")
    var by: String?

    @Option(help: ArgumentHelp("The first day. (default: the first with events)", valueName: "yyyy-mm-dd"))
    var since: String?

    @Option(help: ArgumentHelp("The last day. (default: the last with events)", valueName: "yyyy-mm-dd"))
    var until: String?

    @Option(help: "Only this model version.") var model: String?

    @Option(help: "Only this language.") var language: String?

    @Option(help: "Only this segment of developers.") var segment: String?

    @Flag(help: "Say what each figure means.") var definitions = false

    @OptionGroup(title: "Store") var storeOptions: TelemetryStoreOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        if definitions {
            try context.console.show(TelemetryDefinitionsReport())
            return .done
        }
        let dimension = try by.map { name throws(HarnessError) in
            guard let dimension = MetricQuery.Dimension(rawValue: name) else {
                let known = MetricQuery.Dimension.allCases.map(\.rawValue).joined(separator: ", ")
                throw HarnessError(.usage, "--by \(name): metrics are split by \(known)")
            }
            return dimension
        }
        let store = try TelemetryStore(folder: storeOptions.url(in: context), mustExist: true)
        _ = try Rollup(store: store).refresh()
        guard let all = try store.metricDays() else {
            throw HarnessError(
                .nothingSelected,
                "the store has no event that a figure counts",
                remedy: "evalharness telemetry quarantine shows what was refused"
            )
        }
        let first = try TelemetryDays.day(since, "--since") ?? all.lowerBound
        let last = try TelemetryDays.day(until, "--until") ?? all.upperBound
        guard first <= last else {
            throw HarnessError(.usage, "--since is after --until, or after the last day with events")
        }
        var query = MetricQuery(days: first...last, dimension: dimension)
        query.filters = [.model: model, .language: language, .segment: segment].compactMapValues(\.self)
        let segments = try store.metrics(query)
        guard !segments.isEmpty else {
            throw HarnessError(.nothingSelected, "no event matches these days and filters")
        }
        let quarantined = try store.quarantine(limit: 0).counts.values.reduce(0, +)
        try context.console.show(TelemetryMetricsReport(query, segments, quarantined: quarantined))
        return .done
    }
}

/// Days from flags.
enum TelemetryDays {
    static func day(_ text: String?, _ flag: String) throws(HarnessError) -> Int64? {
        guard let text else { return nil }
        guard let day = EventTime.day(text) else {
            throw HarnessError(.usage, "\(flag) \(text): not a day like 2026-07-01")
        }
        return day
    }
}
