import ArgumentParser
import Causal
import Foundation
import HarnessCore
import Reporting

/// Data whose true effects are known: `evalharness causal example`.
struct CausalExampleCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "example",
        abstract: "Write made-up data whose true effect is known, for practice",
        discussion: """
            Example:
              evalharness causal example latency

            Writes latency.csv (is a slow suggestion accepted less?), rollout.csv (teams
            that get a faster server one after the other) and truth.json into a folder.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The folder to write into; made where it is missing.", valueName: "folder"))
    var destination: String

    @Option(help: ArgumentHelp("Starts the random numbers.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Developers of latency.csv, from 10 to 10000.", valueName: "n"))
    var developers = 300

    func validate() throws {
        if !(10...10_000).contains(developers) {
            throw ValidationError("--developers \(developers): must be from 10 to 10000")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let latency = LatencyExample(seed: seed, developers: developers)
        let rollout = RolloutExample(seed: seed)
        let report = CausalExampleReport(latency, rollout, seed: seed, folder: destination)
        let url = URL(fileURLWithPath: destination, relativeTo: context.folder)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw HarnessError(
                .writeFailed,
                "the folder cannot be made: \(error.localizedDescription)",
                at: destination
            )
        }
        for (name, text) in [
            ("latency.csv", latency.csv), ("rollout.csv", rollout.csv),
            ("truth.json", report.json.serialized + "\n"),
        ] {
            try OutputOptions.write(text, to: "\(destination)/\(name)", in: context)
        }
        try context.console.show(report)
        context.console.suggestNext(
            "evalharness causal \(printable(destination))/latency.csv --treatment slow --outcome accepted "
                + "--confounders quality,language,segment --cluster developer"
        )
        return .done
    }
}
