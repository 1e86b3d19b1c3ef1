import ArgumentParser
import Causal
import HarnessCore
import Reporting
import Suites

/// An effect through instruments: `evalharness causal iv`.
struct CausalInstrumentCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "iv",
        abstract: "Estimate through instruments: two stages, their diagnostics, Anderson and Rubin's set",
        discussion: """
            Example:
              evalharness causal iv data.csv --treatment slow --outcome accepted \\
                --instruments rerouted --confounders language,segment --cluster developer

            An instrument moves the treatment, touches the outcome through it only, and
            shares no cause with the outcome.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup var data: CausalTableOptions

    @Option(help: ArgumentHelp("The treatment: numbers, or 0 and 1.", valueName: "column"))
    var treatment: String

    @Option(help: ArgumentHelp("Instruments, comma-separated numbers.", valueName: "column,…"))
    var instruments: String

    @Option(help: "Errors: hc0 to hc3, cr0 to cr2. (default: hc1, with clusters cr1)")
    var errors: RegressionErrors?

    func validate() throws {
        if listed(instruments).isEmpty { throw ValidationError("--instruments names no column") }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        try RegressionErrors.check(errors, cluster: data.cluster)
        let (names, confounders) = (listed(instruments), listed(data.confounders))
        try data.checkRoles([
            ("--treatment", [treatment]), ("--outcome", [data.outcome]), ("--confounders", confounders),
            ("--instruments", names),
        ])
        let table = try DataTable(file: data.url(in: context))
        let columns = try StudyColumns(
            table,
            using: [treatment, data.outcome] + confounders + names + [data.cluster].compactMap(\.self),
            dropMissing: data.dropMissing
        )
        let (covariates, titles) = try columns.covariates(data)
        let outcomes = try columns.numbers(data.outcome)
        let treatments = ObservationalStudy.Covariate(treatment, try columns.numbers(treatment))
        var instruments: [ObservationalStudy.Covariate] = []
        for name in names { instruments.append(.init(name, try columns.numbers(name))) }
        let clusters = try data.cluster.map { name throws(HarnessError) in try columns.labels(name).codes }
        let analysis = try columns.analyse { () throws(CausalError) in
            try InstrumentAnalysis(
                treatment: treatments,
                outcomes: outcomes,
                instruments: instruments,
                covariates: covariates,
                clusters: clusters,
                errors: errors,
                level: data.level
            )
        }
        let report = InstrumentReport(
            analysis,
            question: CausalQuestion(
                file: table.shownPath,
                treatment: treatment,
                outcome: data.outcome,
                confounders: titles,
                cluster: data.cluster,
                incompleteRows: columns.incomplete
            ),
            instruments: names,
            isShare: outcomes.allSatisfy { $0 == 0 || $0 == 1 },
            level: data.level
        )
        try context.console.show(report)
        return .done
    }
}
