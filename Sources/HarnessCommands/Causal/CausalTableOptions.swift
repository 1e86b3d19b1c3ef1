import ArgumentParser
import Causal
import Foundation
import HarnessCore

/// The file of a causal analysis and what all of its forms ask of it.
struct CausalTableOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("CSV or .tsv with a header, also .gz; one unit per row.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The column of outcomes: numbers, or 0 and 1.", valueName: "column"))
    var outcome: String

    @Option(
        help: ArgumentHelp(
            "Columns that may cause both, comma-separated; text becomes one indicator per value.",
            valueName: "column,…"
        )
    )
    var confounders = ""

    @Option(
        help: ArgumentHelp("Read these confounders as labels though they are numbers.", valueName: "column,…")
    )
    var categorical = ""

    @Option(
        help: ArgumentHelp(
            "Rows with the same value here depend on each other. (default: none do)",
            valueName: "column"
        )
    )
    var cluster: String?

    @Flag(help: "Leave rows with a missing value out, and say how many; otherwise they are refused.")
    var dropMissing = false

    @Option(help: ArgumentHelp("Confidence level of intervals, from 0.5 to 0.9999.", valueName: "share"))
    var level = 0.95

    func validate() throws {
        if !(0.5...0.9999).contains(level) {
            throw ValidationError("--level \(level): must be from 0.5 to 0.9999")
        }
        let names = listed(confounders)
        for name in listed(categorical) where !names.contains(name) {
            throw ValidationError("--categorical \(name): is no confounder")
        }
    }

    /// Refuses one column in two places of the question.
    func checkRoles(_ roles: [(flag: String, columns: [String])]) throws(HarnessError) {
        var seen: [String: String] = [:]
        for (flag, columns) in roles {
            for column in columns {
                guard let other = seen.updateValue(flag, forKey: column) else { continue }
                throw HarnessError(
                    .usage,
                    other == flag
                        ? "\(flag) names the column \(column) twice"
                        : "the column \(column) is given for \(other) and for \(flag)",
                    remedy: "a column has one part in the question"
                )
            }
        }
    }

    func url(in context: CommandContext) -> URL { URL(fileURLWithPath: file, relativeTo: context.folder) }
}

extension RegressionErrors: ExpressibleByArgument {}

extension RegressionErrors {
    /// Refuses errors that need clusters without any, and those that ignore the ones given.
    static func check(_ errors: RegressionErrors?, cluster: String?) throws(HarnessError) {
        guard let errors, errors.standardErrors(clusters: cluster == nil ? nil : [0, 1]) == nil else {
            return
        }
        throw HarnessError(
            .usage,
            cluster == nil
                ? "--errors \(errors.rawValue): needs --cluster"
                : "--errors \(errors.rawValue): ignores the clusters of --cluster",
            remedy: cluster == nil ? "use hc0, hc1, hc2 or hc3" : "use cr0, cr1 or cr2"
        )
    }
}
