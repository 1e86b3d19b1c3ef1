import ArgumentParser
import Experiments
import HarnessCore

/// Experiments: `evalharness experiment`.
struct ExperimentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Plan, analyse and stress-test an experiment: ship, hold, or more data, and why",
        discussion: """
            Examples:
              evalharness experiment plan design.yaml
              evalharness experiment simulate design.yaml
              evalharness experiment analyze design.yaml data.csv
              evalharness experiment analyze @v1 @v2
              evalharness experiment analyze --counts v1=430/1000,v2=560/1000

            A design says, before there are data, who is assigned, what is measured, what
            must not get worse, when it is decided and at which risk.
            docs/experiments.md of the source has every key.
            """,
        subcommands: [
            ExperimentPlanCommand.self, ExperimentAnalyzeCommand.self, ExperimentSimulateCommand.self,
        ]
    )
}

extension ExperimentError {
    /// The error of the command line for it; `place` is the file at fault.
    func harnessError(at place: String? = nil) -> HarnessError {
        switch self {
        case .design(let text):
            HarnessError(.badConfiguration, "the design does not work: \(text)", at: place)
        case .data(let text): HarnessError(.badData, "the data do not fit the design: \(text)", at: place)
        case .statistics(let error): HarnessError(.badData, "no number can be given: \(error)", at: place)
        }
    }
}

/// Runs an analysis with the command line's errors.
func experimenting<Value>(
    at place: String? = nil,
    _ work: () throws(ExperimentError) -> Value
) throws(HarnessError) -> Value {
    do {
        return try work()
    } catch {
        throw error.harnessError(at: place)
    }
}
