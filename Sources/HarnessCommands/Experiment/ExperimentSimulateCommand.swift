import ArgumentParser
import Experiments
import Foundation
import HarnessCore
import Reporting

/// Stress-tests a design: `evalharness experiment simulate`.
struct ExperimentSimulateCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Try a design on experiments whose truth is known: false alarms, power, coverage, peeking",
        discussion: """
            Examples:
              evalharness experiment simulate design.yaml
              evalharness experiment simulate design.yaml --units 200 --looks 10
              evalharness experiment simulate design.yaml --data before.csv

            Units are drawn from what the design assumes, or with replacement from data
            (of all arms together, so that nothing differs). They are then analysed as
            real ones would be, for three truths: nothing differs, every metric gains
            what matters, every guardrail loses its margin.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("A design in YAML.", valueName: "design"))
    var design: String

    @Option(help: ArgumentHelp("Draw units from these rows. (default: from assumptions)", valueName: "file"))
    var data: String?

    @Option(
        help: ArgumentHelp("Units of the smallest arm. (default: the design's horizon)", valueName: "n")
    )
    var units: Int?

    @Option(
        help: ArgumentHelp(
            "The true gain in A/B. (default: what the design calls relevant)",
            valueName: "size"
        )
    )
    var effect: String?

    @Option(help: ArgumentHelp("Simulated experiments for each truth.", valueName: "n"))
    var experiments = 1000

    @Option(help: ArgumentHelp("Looks at the growing data; 1 for none before the end.", valueName: "n"))
    var looks = 5

    @Option(help: ArgumentHelp("Seed of the random numbers. (default: run.seed)", valueName: "n"))
    var seed: UInt64?

    @Option(
        help: ArgumentHelp(
            "Also write one experiment in which every metric gains what matters, as rows.",
            valueName: "file.csv"
        )
    )
    var write: String?

    func validate() throws {
        if let write, !write.lowercased().hasSuffix(".csv") {
            throw ValidationError("--write \(write): rows are written to a file that ends in .csv")
        }
        if write != nil, data != nil {
            throw ValidationError("--write draws rows from assumptions, --data has rows already")
        }
        if let units, !(2...10_000_000).contains(units) {
            throw ValidationError("--units \(units): must be from 2 to 10000000")
        }
        if !(10...1_000_000).contains(experiments) {
            throw ValidationError("--experiments \(experiments): must be from 10 to 1000000")
        }
        if !(1...100).contains(looks) { throw ValidationError("--looks \(looks): must be from 1 to 100") }
    }

    func run(in context: CommandContext) async throws -> CommandEnding {
        let read = try ExperimentDesignReader.read(design, in: context)
        var observed: ExperimentData?
        if let data {
            observed = try ExperimentRows(design: read.design, columns: read.columns)
                .data(at: data, in: context)
        }
        guard let units = units ?? read.design.horizon else {
            throw HarnessError(
                .usage,
                "how many units there will be is not said",
                remedy: "add --units N, or a horizon to the design"
            )
        }
        let effect = try effect.map { text throws(HarnessError) in
            try ExperimentValues.size(text, flag: "--effect")
        }
        var trial = read.design
        // A horizon beyond the simulated units would make every decision "too early".
        if trial.horizon != nil { trial.horizon = units }
        let options = ExperimentSimulation.Options(
            experiments: experiments,
            seed: try seed ?? context.configuration.seed(),
            units: units,
            looks: looks,
            effect: effect
        )
        if let write {
            let rows = try experimenting(at: design) { () throws(ExperimentError) in
                try ExperimentSimulation.example(trial, options: options)
            }
            let text = try ExperimentRowsWriter(design: read.design, columns: read.columns).csv(rows)
            try OutputOptions.write(text, to: write, in: context)
        }
        do {
            let simulation = try await ExperimentSimulation.run(
                trial,
                observed: observed,
                options: options,
                workers: ProcessInfo.processInfo.activeProcessorCount
            )
            try context.console.show(ExperimentSimulationReport(simulation))
        } catch let error as ExperimentError {
            throw error.harnessError(at: design)
        }
        return .done
    }
}
