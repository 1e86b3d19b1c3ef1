import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Telemetry

/// Makes events whose true effects are known: `evalharness telemetry generate`.
struct TelemetryGenerateCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract:
            "Make synthetic events whose true effects are known, with duplicates, late and broken lines",
        discussion: """
            Examples:
              evalharness telemetry generate --developers 200 --days 28 --out demo

            Writes events.ndjson, and truth.json with the effects that were built in and what was
            counted on the way. The same flags and seed give the same bytes.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Option(help: "Developers, half of them with v2.") var developers = 200

    @Option(help: "Days, from --first-day on.") var days = 28

    @Option(help: ArgumentHelp("The first day.", valueName: "yyyy-mm-dd")) var firstDay = "2026-06-29"

    @Option(help: "Suggestions in a session, on average.") var suggestions = 20.0

    @Option(help: "Seed of all chance.") var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Write the two files into this folder.", valueName: "dir")) var out: String

    func validate() throws {
        if !(2...GeneratorPlan.maximumDevelopers).contains(developers) {
            throw ValidationError(
                "--developers \(developers): must be from 2 to \(GeneratorPlan.maximumDevelopers)"
            )
        }
        if !(1...GeneratorPlan.maximumDays).contains(days) {
            throw ValidationError("--days \(days): must be from 1 to \(GeneratorPlan.maximumDays)")
        }
        if !(1...1000).contains(suggestions) {
            throw ValidationError("--suggestions \(suggestions): must be from 1 to 1000")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        var plan = GeneratorPlan()
        guard let first = EventTime.day(firstDay) else {
            throw HarnessError(.usage, "--first-day \(firstDay): not a day like 2026-06-29")
        }
        plan.firstDay = first
        plan.developers = developers
        plan.days = days
        plan.seed = seed
        plan.suggestionsPerSession = suggestions
        let folder = URL(fileURLWithPath: out, relativeTo: context.folder).absoluteURL
        var generator = TelemetryGenerator(plan)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appending(path: "events.ndjson")
            try Data().write(to: file)
            let handle = try FileHandle(forWritingTo: file)
            try generator.generate { try handle.write(contentsOf: $0) }
            try handle.close()
            let truth = TelemetryTruthReport(plan, generator.tally)
            try Data((truth.json.serialized + "\n").utf8).write(
                to: folder.appending(path: "truth.json"),
                options: .atomic
            )
            try context.console.show(truth)
        } catch let error as CocoaError {
            throw HarnessError(
                .writeFailed,
                "cannot be written: \(error.localizedDescription)",
                at: folder.path
            )
        }
        context.console.note("\nnext: evalharness telemetry import \(out)/events.ndjson")
        return .done
    }
}
