import ArgumentParser
import Causal
import HarnessCore
import Reporting
import Suites

/// One effect by every method: `evalharness causal FILE`.
struct CausalEstimateCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Adjust, match and weight side by side, with balance, overlap, sensitivity and refuters",
        discussion: """
            Examples:
              evalharness causal data.csv --treatment slow --outcome accepted \\
                --confounders quality,language,segment --cluster developer
              evalharness causal data.csv --treatment latency_ms --threshold 500 --outcome accepted \\
                --confounders quality --estimand att --exact language -o report.html

            The treatment is 0 or 1, or text with --treated, or a number with
            --threshold. Ends with 102 where the confounders tell treated from untreated
            rows without error: nobody is comparable then.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup var data: CausalTableOptions

    @Option(help: ArgumentHelp("The column that tells who was treated.", valueName: "column"))
    var treatment: String

    @Option(help: ArgumentHelp("The text of a treated row. (default: 1 or true)", valueName: "text"))
    var treated: String?

    @Option(help: ArgumentHelp("Rows above this number are treated. (default: none)", valueName: "number"))
    var threshold: Double?

    @Option(help: "Whose effect: everybody's (ate) or that of the treated (att).")
    var estimand: Whose = .ate

    @Option(help: ArgumentHelp("Match only rows that are equal in these columns.", valueName: "column,…"))
    var exact = ""

    @Option(
        help: ArgumentHelp(
            "The farthest match, in standard deviations of the propensity's logit; or none.",
            valueName: "number"
        )
    )
    var caliper = "0.2"

    @Option(help: ArgumentHelp("Controls per treated row, from 1 to 20.", valueName: "n"))
    var ratio = 1

    @Flag(help: "Let a control serve several treated rows.")
    var replacement = false

    @Option(
        help: ArgumentHelp(
            "Analyse only propensities at least this far from 0 and 1, below 0.5. (default: all)",
            valueName: "share"
        )
    )
    var trim: Double?

    @Option(
        help: """
            Errors of the naive and the adjusted line: hc0 to hc3, cr0 to cr2. (default: hc2, with clusters cr2)
            """
    )
    var errors: RegressionErrors?

    @Option(
        help: ArgumentHelp("An outcome that the treatment cannot move, to refute with.", valueName: "column")
    )
    var negativeControl: String?

    @Option(help: ArgumentHelp("Runs of each refuter, 0 for none, at most 1000.", valueName: "n"))
    var repetitions = 20

    @OptionGroup var files: OutputOptions

    enum Whose: String, ExpressibleByArgument, CaseIterable {
        case ate
        case att
    }

    func validate() throws {
        if treated != nil && threshold != nil {
            throw ValidationError("--treated and --threshold both tell who is treated: give one")
        }
        if let threshold, !threshold.isFinite {
            throw ValidationError("--threshold: must be a finite number")
        }
        if !(1...20).contains(ratio) { throw ValidationError("--ratio \(ratio): must be from 1 to 20") }
        if let trim, !(trim > 0 && trim < 0.5) {
            throw ValidationError("--trim \(trim): must be above 0 and below 0.5")
        }
        if !(0...1000).contains(repetitions) {
            throw ValidationError("--repetitions \(repetitions): must be from 0 to 1000")
        }
        if caliper != "none", !(Double(caliper).map { $0 > 0 && $0.isFinite } ?? false) {
            throw ValidationError("--caliper \(caliper): must be a number above 0, or none")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        try files.validate(forms: CausalReport.forms)
        try RegressionErrors.check(errors, cluster: data.cluster)
        let confounders = listed(data.confounders)
        try data.checkRoles([
            ("--treatment", [treatment]), ("--outcome", [data.outcome]), ("--confounders", confounders),
            ("--negative-control", [negativeControl].compactMap(\.self)),
        ])
        let table = try DataTable(file: data.url(in: context))
        let optional = [data.cluster, negativeControl].compactMap(\.self)
        let columns = try StudyColumns(
            table,
            using: [treatment, data.outcome] + confounders + listed(exact) + optional,
            dropMissing: data.dropMissing
        )
        let (covariates, titles) = try columns.covariates(data)
        let isTreated = try arms(columns)
        let outcomes = try columns.numbers(data.outcome)
        let clusters = try data.cluster.map { name throws(HarnessError) in try columns.labels(name).codes }
        let options = try options(columns, seed: context.configuration.seed())
        let control = try negativeControl.map { name throws(HarnessError) in try columns.numbers(name) }
        let analysis = try columns.analyse { () throws(CausalError) in
            let study = try ObservationalStudy(
                isTreated: isTreated,
                outcomes: outcomes,
                covariates: covariates,
                clusters: clusters
            )
            return try CausalAnalysis(study, options: options, negativeControl: control)
        }
        let report = CausalReport(
            analysis,
            question: CausalQuestion(
                file: table.shownPath,
                treatment: treatmentName,
                outcome: data.outcome,
                confounders: titles,
                cluster: data.cluster,
                negativeControl: negativeControl,
                incompleteRows: columns.incomplete
            )
        )
        try files.write(report.forms, in: context)
        try context.console.show(report)
        if covariates.isEmpty {
            context.console.warn("nothing is adjusted for: every line is the naive difference")
        }
        return analysis.noOverlap == nil ? .done : .noVerdict
    }

    private var treatmentName: String {
        if let threshold { return "\(treatment) > \(threshold)" }
        return treated.map { "\(treatment) = \($0)" } ?? treatment
    }

    private func options(_ columns: StudyColumns, seed: UInt64) throws(HarnessError) -> CausalAnalysis.Options
    {
        var options = CausalAnalysis.Options()
        options.estimand = estimand == .ate ? .all : .treated
        options.caliper = Double(caliper)
        options.ratio = ratio
        options.isWithReplacement = replacement
        options.strata = try columns.strata(listed(exact))
        options.trim = trim.map { $0...1 - $0 }
        options.errors = errors
        options.level = data.level
        options.repetitions = repetitions
        options.seed = seed
        return options
    }

    /// Who was treated, by a flag, a text or a threshold.
    private func arms(_ columns: StudyColumns) throws(HarnessError) -> [Bool] {
        if let threshold { return try columns.numbers(treatment).map { $0 > threshold } }
        let (codes, levels) = try columns.labels(treatment)
        if let treated {
            guard let wanted = levels.firstIndex(of: treated) else {
                throw HarnessError(
                    .usage,
                    "--treated \(printable(treated)): no row of \(printable(treatment)) says so",
                    at: columns.table.shownPath,
                    remedy: "its values: " + levels.prefix(10).map(printable).joined(separator: ", ")
                )
            }
            guard levels.count == 2 else {
                throw HarnessError(
                    .badData,
                    "\(printable(treatment)) has \(levels.count) values: two are compared",
                    at: columns.table.shownPath,
                    remedy: "leave the rows of the others out of the file"
                )
            }
            return codes.map { $0 == wanted }
        }
        let flags = Set(levels.map { $0.lowercased() })
        guard flags.isSubset(of: ["0", "1", "true", "false"]) else {
            let isNumber = levels.allSatisfy { Double($0) != nil }
            throw HarnessError(
                .badData,
                "\(printable(treatment)) is not 0 or 1 in every row",
                at: columns.table.shownPath,
                remedy: isNumber
                    ? "--threshold tells from which number on a row is treated"
                    : "--treated tells which text means treated: "
                        + levels.prefix(5).map(printable).joined(separator: ", ")
            )
        }
        return try columns.flags(treatment)
    }
}
