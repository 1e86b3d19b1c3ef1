import ArgumentParser
import HarnessCore
import Reporting
import Scoring
import Statistics

/// Compares models on the tasks they share: `evalharness compare`.
struct CompareCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare runs task by task: is the candidate better, on this suite and on new tasks?",
        discussion: """
            Examples:
              evalharness compare @v1 @v2
              evalharness compare @v1 @v2 --by category,difficulty --show regressions
              evalharness compare v1.csv v2.jsonl --metric pass@5 -o compare.md

            The first run is the baseline. @MODEL is the newest complete run of a
            model; an id or the beginning of one names a run; a file ending in .csv or
            .jsonl holds foreign results, one task per line: task, n, c and, where
            known, language, cluster, category, difficulty.

            Tasks are paired by id and language. One problem in several languages is
            one cluster. The p of all parts shown is corrected together.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The baseline, then one candidate or more.", valueName: "run"))
    var runs: [String] = []

    @Option(
        help: ArgumentHelp(
            "Compare this: pass@K, pass^K, cases, edit, syntax, runtime, logic or hallucination.",
            valueName: "name"
        )
    )
    var metric = "pass@1"

    @Option(
        help: ArgumentHelp("Also by language, category or difficulty, comma-separated.", valueName: "part,…")
    )
    var by: String?

    @Option(help: ArgumentHelp("Two-sided error of the first kind, from 0.0001 to 0.5.", valueName: "share"))
    var alpha = 0.05

    @Option(
        help: ArgumentHelp(
            "Call differences within this margin equal, such as 1pp. (default: none)",
            valueName: "pp"
        )
    )
    var margin: String?

    @Option(help: "Correct the p of the parts: holm, bh (false discovery rate) or none.")
    var adjust: Adjustment = .holm

    @Option(help: "Name moved tasks: regressions, improvements or all.")
    var show: CompareReport.Moves = .all

    @Option(help: "With tasks that only one run has: leave them out (shared) or refuse (strict).")
    var tasks: TaskChoice = .shared

    @Flag(help: "End with 100 where a candidate is worse, on all tasks or a part.")
    var failOnRegression = false

    @OptionGroup var files: OutputOptions

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    enum Adjustment: String, ExpressibleByArgument, CaseIterable {
        case holm
        case bh
        case none

        var method: MultipleTesting? {
            switch self {
            case .holm: .holm
            case .bh: .benjaminiHochberg
            case .none: nil
            }
        }
    }

    enum TaskChoice: String, ExpressibleByArgument, CaseIterable {
        case shared
        case strict
    }

    func validate() throws {
        if runs.count < 2 {
            throw ValidationError("compare needs a baseline and a candidate, such as: compare @v1 @v2")
        }
        if !(0.0001...0.5).contains(alpha) {
            throw ValidationError("--alpha \(alpha): must be from 0.0001 to 0.5")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let metric = try ComparisonValues.metric(metric).flag("--metric")
        var dimensions: [SegmentDimension] = []
        for name in listed(by ?? "") { dimensions.append(try ComparisonValues.dimension(name).flag("--by")) }
        var options = CompareReport.Options()
        options.alpha = alpha
        options.show = show
        options.adjustment = adjust.method
        options.seed = try context.configuration.seed()
        if let margin { options.margin = try ComparisonValues.points(margin).flag("--margin") }
        try files.validate(forms: CompareReport.forms)

        var finder = ComparedRuns(context, storeOptions)
        let base = try finder.run(runs[0])
        var candidates: [ComparedRun] = []
        for reference in runs.dropFirst() { candidates.append(try finder.run(reference)) }
        var comparisons: [ModelComparison] = []
        for candidate in candidates {
            let comparison = ModelComparison(
                base: base.tasks,
                candidate: candidate.tasks,
                metric: metric,
                by: dimensions
            )
            try check(comparison, base, candidate)
            comparisons.append(comparison)
        }
        if let method = adjust.method { comparisons = try ModelComparison.correct(comparisons, by: method) }
        let report = CompareReport(
            base: base,
            candidates: candidates,
            comparisons: comparisons,
            options: options
        )
        try files.write(report.forms, in: context)
        try context.console.show(report)
        suggest(candidates, context)
        return failOnRegression && report.hasRegression ? .judgedFailure : .done
    }

    /// Refuses what no number can be given for.
    private func check(
        _ comparison: ModelComparison,
        _ base: ComparedRun,
        _ candidate: ComparedRun
    ) throws(HarnessError) {
        for run in [base, candidate] where run.judged == 0 {
            throw HarnessError(
                .nothingSelected,
                "the run \(run.reference) of \(run.name) has no judged sample",
                remedy: run.stored == nil ? nil : "finish it with: evalharness resume \(run.reference)"
            )
        }
        let pairing = comparison.pairing
        guard !pairing.shared.isEmpty else {
            throw HarnessError(
                .nothingSelected,
                "\(base.reference) and \(candidate.reference) share no task: nothing can be paired",
                remedy: "compare runs of one suite; \(example(base)) against \(example(candidate))"
            )
        }
        guard comparison.overall != nil else { throw missingValue(comparison.metric, base, candidate) }
        let lone = pairing.onlyBase.count + pairing.onlyCandidate.count
        if tasks == .strict, lone > 0 {
            throw HarnessError(
                .noVerdict,
                "\(lone) tasks stand in one of the runs only",
                remedy: "leave --tasks strict out to compare the \(pairing.shared.count) shared ones"
            )
        }
        for dimension in listed(by ?? "")
        where !comparison.segments.contains(where: { $0.segment?.dimension.rawValue == dimension }) {
            throw HarnessError(
                .nothingSelected,
                "--by \(dimension): no shared task has a \(dimension)",
                remedy: "leave it out, or add the column to the foreign results"
            )
        }
    }

    private func missingValue(
        _ metric: ComparisonMetric,
        _ base: ComparedRun,
        _ candidate: ComparedRun
    ) -> HarnessError {
        let most = [base, candidate].map { run in run.tasks.map(\.judged).max() ?? 0 }
        let needed = metric.samplesNeeded
        if needed > min(most[0], most[1]) {
            return HarnessError(
                .usage,
                "--metric \(metric.name): needs \(needed) judged samples of a task; the runs have "
                    + "\(most[0]) and \(most[1]) at most",
                remedy: "ask for a smaller k, or evaluate more samples"
            )
        }
        return HarnessError(
            .nothingSelected,
            "--metric \(metric.name): no shared task has it in both runs",
            remedy: "foreign results have pass@K and pass^K only"
        )
    }

    private func example(_ run: ComparedRun) -> String {
        run.tasks.first.map { printable($0.key.taskID) } ?? "nothing"
    }

    private func suggest(_ candidates: [ComparedRun], _ context: CommandContext) {
        guard let candidate = candidates.first, candidate.stored != nil else { return }
        context.console.suggestNext(
            "evalharness gate \(printable(runs[1])) --baseline \(printable(runs[0])) --policy release",
            "evalharness runs samples \(printable(candidate.reference)) --failed"
        )
    }
}

extension CompareReport.Moves: ExpressibleByArgument {}
