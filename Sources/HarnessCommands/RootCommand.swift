import ArgumentParser
import HarnessCore

/// `evalharness` itself: nothing but its commands.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evalharness",
        abstract: "Evaluate the code that models write: run it in a sandbox, judge it, keep the results",
        discussion: """
            Examples:
              evalharness run --model v2
              evalharness score samples.jsonl --suite HumanEval.jsonl.gz --model my-model
              evalharness runs show latest

            Results go to standard output, everything else to standard error.

            Exit codes:
            \(exitCodes)
            """,
        version: ProductVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Evaluate",
                subcommands: [RunCommand.self, ScoreCommand.self, ResumeCommand.self]
            ),
            CommandGroup(
                name: "Decide",
                subcommands: [
                    CompareCommand.self, GateCommand.self, PowerCommand.self, ExperimentCommand.self,
                    CausalCommand.self,
                    ExportCommand.self,
                ]
            ),
            CommandGroup(
                name: "Look",
                subcommands: [RunsCommand.self, TasksCommand.self, MetricsCommand.self]
            ),
            CommandGroup(name: "Product data", subcommands: [TelemetryCommand.self]),
            CommandGroup(
                name: "Maintain",
                subcommands: [
                    DoctorCommand.self, VerifyCommand.self, ConfigCommand.self, VersionCommand.self,
                ]
            ),
        ]
    )

    /// Every exit code with its meaning, in two columns that are read downwards.
    private static var exitCodes: String {
        let entries = ExitCode.allCases.map { code in
            "\(code.rawValue)".padded(to: 5) + code.meaning
        }
        let rows = (entries.count + 1) / 2
        return (0..<rows).map { row in
            let right = rows + row < entries.count ? entries[rows + row] : ""
            return "  " + (right.isEmpty ? entries[row] : entries[row].padded(to: 37) + right)
        }
        .joined(separator: "\n")
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
