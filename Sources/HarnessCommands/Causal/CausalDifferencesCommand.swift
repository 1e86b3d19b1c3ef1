import ArgumentParser
import Causal
import HarnessCore
import Reporting
import Statistics
import Suites

/// Differences in differences: `evalharness causal did`.
struct CausalDifferencesCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "did",
        abstract: "Compare changes: two groups before and after, or a panel with staggered treatment",
        discussion: """
            Examples:
              evalharness causal did weeks.csv --outcome acceptance --treatment fast \\
                --unit developer --time week --cluster team
              evalharness causal did houses.csv --outcome price --group near --after built

            With --unit and --time: two-way fixed effects, cohorts against units not
            treated (Callaway and Sant'Anna), effects by time since treatment, and a joint
            test of the periods before it. With --group and --after: two by two.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup var data: CausalTableOptions

    @Option(help: ArgumentHelp("Panel: 1 in the rows of a unit from its treatment on.", valueName: "column"))
    var treatment: String?

    @Option(help: ArgumentHelp("Panel: the unit of a row.", valueName: "column"))
    var unit: String?

    @Option(
        help: ArgumentHelp("Panel: the period of a row, in the order of its values.", valueName: "column")
    )
    var time: String?

    @Option(
        help: ArgumentHelp("Two by two: 1 for the group that is treated afterwards.", valueName: "column")
    )
    var group: String?

    @Option(help: ArgumentHelp("Two by two: 1 for rows after the treatment.", valueName: "column"))
    var after: String?

    @Option(help: "Two by two: hc0 to hc3, cr0 to cr2. (default: hc2, with clusters cr2)")
    var errors: RegressionErrors?

    @Option(
        help: """
            Panel: what the small-sample factor of the regression's errors counts: nested (periods, not units, as \
            fixest), dummies (both), absorbed (linearmodels) or none.
            """
    )
    var convention: TwoWayFixedEffects.Convention = .nested

    @Option(help: "Panel: who cohorts are compared with. (default: never-treated where there are any)")
    var comparison: StaggeredAdoption.Comparison?

    func validate() throws {
        let panel = [treatment, unit, time].compactMap(\.self)
        let pair = [group, after].compactMap(\.self)
        if !panel.isEmpty && !pair.isEmpty {
            throw ValidationError("--unit, --time, --treatment ask about a panel; --group, --after do not")
        }
        if panel.count != 3 && pair.count != 2 {
            throw ValidationError("did needs --treatment, --unit and --time, or --group and --after")
        }
        if !panel.isEmpty && !listed(data.confounders).isEmpty {
            throw ValidationError(
                "--confounders: a panel's units are compared with themselves; two by two takes them"
            )
        }
        if !panel.isEmpty && errors != nil {
            throw ValidationError("--errors: a panel's are clustered; --convention tells how")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let table = try DataTable(file: data.url(in: context))
        if let treatment, let unit, let time {
            try context.console.show(try panel(table, treatment, unit, time))
        } else if let group, let after {
            try context.console.show(try pair(table, group, after))
        }
        return .done
    }

    private func panel(
        _ table: DataTable,
        _ treatment: String,
        _ unit: String,
        _ time: String
    ) throws(HarnessError) -> DifferencesReport {
        try data.checkRoles([
            ("--treatment", [treatment]), ("--outcome", [data.outcome]), ("--unit", [unit]),
            ("--time", [time]),
        ])
        let columns = try StudyColumns(
            table,
            using: [treatment, data.outcome, unit, time] + [data.cluster].compactMap(\.self),
            dropMissing: data.dropMissing
        )
        let times = try columns.labels(time)
        let units = try columns.labels(unit).codes
        let outcomes = try columns.numbers(data.outcome)
        let isTreated = try columns.flags(treatment)
        let clusters = try data.cluster.map { name throws(HarnessError) in try columns.labels(name).codes }
        let analysis = try columns.analyse { () throws(CausalError) in
            let panel = try Panel(
                units: units,
                periods: times.codes,
                outcomes: outcomes,
                isTreated: isTreated,
                clusters: clusters
            )
            return try DifferencesAnalysis(panel, convention: convention, comparison: comparison)
        }
        // Periods that only left-out rows have are none.
        let present = Set(times.codes).sorted()
        return DifferencesReport(
            analysis,
            question: CausalQuestion(
                file: table.shownPath,
                treatment: treatment,
                outcome: data.outcome,
                cluster: data.cluster ?? unit,
                incompleteRows: columns.incomplete
            ),
            periods: present.map { times.levels[$0] },
            level: data.level
        )
    }

    private func pair(
        _ table: DataTable,
        _ group: String,
        _ after: String
    ) throws(HarnessError) -> TwoByTwoReport {
        try RegressionErrors.check(errors, cluster: data.cluster)
        let confounders = listed(data.confounders)
        try data.checkRoles([
            ("--group", [group]), ("--after", [after]), ("--outcome", [data.outcome]),
            ("--confounders", confounders),
        ])
        let columns = try StudyColumns(
            table,
            using: [group, after, data.outcome] + confounders + [data.cluster].compactMap(\.self),
            dropMissing: data.dropMissing
        )
        let (covariates, titles) = try columns.covariates(data)
        let outcomes = try columns.numbers(data.outcome)
        let (isGroup, isAfter) = (try columns.flags(group), try columns.flags(after))
        let clusters = try data.cluster.map { name throws(HarnessError) in try columns.labels(name).codes }
        let standard =
            errors?.standardErrors(clusters: clusters)
            ?? clusters.map { .clustered($0, .cr2) } ?? LinearRegression.StandardErrors.hc2
        let comparison: TwoByTwo
        let estimate: Estimate
        do {
            comparison = try TwoByTwo(
                outcomes: outcomes,
                isGroup: isGroup,
                isAfter: isAfter,
                covariates: covariates.map(\.values)
            )
            estimate = try comparison.effect(errors: standard)
        } catch {
            throw HarnessError(.badData, Self.words(error, covariates), at: table.shownPath)
        }
        return TwoByTwoReport(
            comparison,
            estimate: estimate,
            question: CausalQuestion(
                file: table.shownPath,
                treatment: "\(group) after \(after)",
                outcome: data.outcome,
                confounders: titles,
                cluster: data.cluster,
                incompleteRows: columns.incomplete
            ),
            convention: errors?.title ?? (clusters == nil ? "HC2" : "CR2"),
            isShare: outcomes.allSatisfy { $0 == 0 || $0 == 1 },
            level: data.level
        )
    }

    private static func words(
        _ error: StatisticsError,
        _ covariates: [ObservationalStudy.Covariate]
    ) -> String {
        guard case .collinear(let column) = error, covariates.indices.contains(column - 4) else {
            return "\(error)"
        }
        return "\(printable(covariates[column - 4].name)) is a linear combination of the other columns"
    }
}

extension TwoWayFixedEffects.Convention: ExpressibleByArgument {}
extension StaggeredAdoption.Comparison: ExpressibleByArgument {}
