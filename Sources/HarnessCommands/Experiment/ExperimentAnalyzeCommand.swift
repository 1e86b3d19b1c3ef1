import ArgumentParser
import Experiments
import HarnessCore
import Reporting
import Statistics

/// Tells what an experiment says: `evalharness experiment analyze`.
struct ExperimentAnalyzeCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze",
        abstract: "Tell what an experiment's data say and what to do: ship, hold, or more data",
        discussion: """
            Examples:
              evalharness experiment analyze design.yaml data.csv
              evalharness experiment analyze design.yaml data.csv -o report.html --json
              evalharness experiment analyze @v1 @v2 --relevant 2pp
              evalharness experiment analyze --counts v1=430/1000,v2=560/1000

            Data are rows of a CSV or TSV file, also gzipped. Runs (@MODEL, an id, or files
            of foreign counts) are the arms of a paired experiment: every task is answered
            in each. Without a design their pass@1 is compared.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("A design, then a file of rows or runs; or runs.", valueName: "input"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("Successes of units by arm, control first.", valueName: "arm=x/n,…"))
    var counts: String?

    @Option(help: ArgumentHelp("Without a design: the gain that matters.", valueName: "size"))
    var relevant: String?

    @Flag(help: "End with 100 where an arm is held, 101 where one needs more data.")
    var requireShip = false

    @OptionGroup var files: OutputOptions

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    private var designFile: String? {
        inputs.first.flatMap { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") ? $0 : nil }
    }

    func validate() throws {
        if counts != nil, inputs.count > (designFile == nil ? 0 : 1) {
            throw ValidationError("--counts stand in for data and runs: give one or the other")
        }
        if counts == nil, inputs.count < 2 {
            throw ValidationError("analyze needs a design and data, two runs, or --counts")
        }
        if relevant != nil, designFile != nil {
            throw ValidationError("with a design, the gain that matters stands in the design")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        try files.validate(forms: ExperimentReport.forms)
        let relevant = try relevant.map { text throws(HarnessError) in
            try ExperimentValues.size(text, flag: "--relevant")
        }
        let report: ExperimentReport
        if let counts {
            report = try analyze(counts: counts, relevant, context)
        } else if let designFile, inputs.count == 2, Self.isTable(inputs[1]) {
            let read = try ExperimentDesignReader.read(designFile, in: context)
            let data = try ExperimentRows(design: read.design, columns: read.columns)
                .data(at: inputs[1], in: context)
            report = ExperimentReport(
                try experimenting(at: inputs[1]) { () throws(ExperimentError) in
                    try ExperimentAnalysis(read.design, data: data)
                },
                source: "\(inputs[1]), \(Numbers.count(data.units.count, "row")), by \(designFile)"
            )
        } else {
            report = try analyzeRuns(relevant, context)
        }
        try files.write(report.forms, in: context)
        try context.console.show(report)
        return ending(report)
    }

    private static func isTable(_ path: String) -> Bool {
        [".csv", ".tsv", ".csv.gz", ".tsv.gz"].contains { path.lowercased().hasSuffix($0) }
    }

    private func ending(_ report: ExperimentReport) -> CommandEnding {
        guard requireShip else { return .done }
        if report.actions.contains(.hold) { return .judgedFailure }
        return report.actions.contains(.moreData) ? .inconclusive : .done
    }

    // MARK: - Counts

    private func analyze(
        counts text: String,
        _ relevant: Double?,
        _ context: CommandContext
    ) throws(HarnessError) -> ExperimentReport {
        var arms: [Arm] = []
        var proportions: [Proportion] = []
        for part in listed(text) {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            let numbers = (sides.last ?? "").split(separator: "/").map { Int($0) }
            guard sides.count == 2, numbers.count == 2, let hits = numbers[0], let trials = numbers[1],
                let proportion = try? Proportion(hits, of: trials)
            else {
                throw HarnessError(
                    .usage,
                    "--counts \"\(part)\": must be successes of units, such as v1=430/1000"
                )
            }
            arms.append(Arm(sides[0]))
            proportions.append(proportion)
        }
        var design = ExperimentDesign(
            name: "counts",
            unit: "unit",
            arms: arms,
            metrics: [Metric("rate", kind: .proportion, relevantEffect: relevant)]
        )
        if let designFile {
            design = try ExperimentDesignReader.read(designFile, in: context).design
            guard design.arms.map(\.name) == arms.map(\.name) else {
                throw HarnessError(
                    .usage,
                    "--counts has other arms than the design",
                    remedy: "arms in order: " + design.arms.map(\.name).joined(separator: ", ")
                )
            }
        }
        let analysis = try experimenting(at: designFile) { () throws(ExperimentError) in
            try ExperimentAnalysis(design, proportions: proportions)
        }
        return ExperimentReport(analysis, source: "counts of independent \(printable(design.unit))s: \(text)")
    }

    // MARK: - Runs

    private func analyzeRuns(
        _ relevant: Double?,
        _ context: CommandContext
    ) throws(HarnessError) -> ExperimentReport {
        var finder = ComparedRuns(context, storeOptions)
        let references = inputs.dropFirst(designFile == nil ? 0 : 1)
        guard references.count >= 2 else {
            throw HarnessError(
                .usage,
                "\"\(references.first ?? "")\" is neither a file of rows nor two runs",
                remedy: "rows stand in a file that ends in .csv or .tsv"
            )
        }
        var runs: [ComparedRun] = []
        for reference in references { runs.append(try finder.run(reference)) }
        let arms = ExperimentRuns(runs: runs)
        let design =
            if let designFile { try ExperimentDesignReader.read(designFile, in: context).design } else {
                arms.design(relevantEffect: relevant)
            }
        let data = try arms.data(for: design)
        let analysis = try experimenting(at: designFile) { () throws(ExperimentError) in
            try ExperimentAnalysis(design, data: data)
        }
        context.console.suggestNext(
            "evalharness compare " + references.map { printable($0) }.joined(separator: " ")
        )
        return ExperimentReport(
            analysis,
            source: "runs "
                + runs.map { "\($0.name) \($0.reference)" }.joined(separator: ", ")
                + "; every problem is its own control; about new tasks like these"
        )
    }
}
