import ArgumentParser
import HarnessCore
import Reporting
import Scoring
import Statistics

/// Plans a comparison: `evalharness power`.
struct PowerCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "power",
        abstract: "Tell the tasks and samples a difference needs, or the difference a suite can see",
        discussion: """
            Examples:
              evalharness power @v1 @v2 --effect 2pp
              evalharness power @v1 --effect 2pp --correlation 0.9
              evalharness power --rate 0.55 --sd-task 0.26 --tasks 360 --samples 5

            Two runs tell how much the difference varies between tasks. One run, or
            --rate with --sd-task, tells how much one model does; --correlation then
            says how alike the two models' rates are over tasks.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("Two runs, one, or none with --rate.", valueName: "run"))
    var runs: [String] = []

    @Option(help: ArgumentHelp("The difference to see, such as 2pp. (default: none)", valueName: "pp"))
    var effect: String?

    @Option(help: ArgumentHelp("Tasks of the suite. (default: those of the runs)", valueName: "n"))
    var tasks: Int?

    @Option(
        help: ArgumentHelp("Samples of each task in each run. (default: those of the runs)", valueName: "n")
    )
    var samples: Int?

    @Option(help: ArgumentHelp("Without runs: the mean pass rate, from 0 to 1.", valueName: "share"))
    var rate: Double?

    @Option(help: ArgumentHelp("Without runs: standard deviation of the tasks' rates.", valueName: "share"))
    var sdTask: Double?

    @Option(help: ArgumentHelp("Correlation of the two models' rates over tasks.", valueName: "r"))
    var correlation = 0.8

    @Option(help: ArgumentHelp("Two-sided error of the first kind, from 0.0001 to 0.5.", valueName: "share"))
    var alpha = 0.05

    @Option(help: ArgumentHelp("Chance to see the difference, from 0.01 to 0.9999.", valueName: "share"))
    var power = 0.8

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func validate() throws {
        if runs.count > 2 { throw ValidationError("power takes two runs at most") }
        if runs.isEmpty && (rate == nil || sdTask == nil) {
            throw ValidationError("power needs a run, or --rate and --sd-task")
        }
        if !runs.isEmpty && (rate != nil || sdTask != nil) {
            throw ValidationError("--rate and --sd-task stand in for runs: give one or the other")
        }
        if !(0.0001...0.5).contains(alpha) {
            throw ValidationError("--alpha \(alpha): must be from 0.0001 to 0.5")
        }
        if !(0.01...0.9999).contains(power) {
            throw ValidationError("--power \(power): must be from 0.01 to 0.9999")
        }
        if !(-1...1).contains(correlation) {
            throw ValidationError("--correlation \(correlation): must be from -1 to 1")
        }
        if let tasks, !(2...10_000_000).contains(tasks) {
            throw ValidationError("--tasks \(tasks): must be at least 2")
        }
        if let samples, !(1...1_000_000).contains(samples) {
            throw ValidationError("--samples \(samples): must be from 1 to 1000000")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let effect = try effect.map { text throws(HarnessError) in
            try ComparisonValues.points(text).flag("--effect")
        }
        if let effect, effect == 0 { throw HarnessError(.usage, "--effect: must be more than 0") }
        let basis = try basis(context)
        let tasks = tasks ?? basis.tasks
        guard tasks != nil || effect != nil else {
            throw HarnessError(.usage, "nothing is asked", remedy: "add --effect 2pp, or --tasks N")
        }
        let report: PowerReport
        do {
            report = try PowerReport(
                basis.plan,
                tasks: tasks,
                samples: samples ?? basis.samples,
                effect: effect
            )
        } catch {
            throw HarnessError(.usage, "these numbers have no answer: \(error)")
        }
        try context.console.show(report)
        return .done
    }

    private struct Basis {
        var plan: PowerPlan
        var tasks: Int?
        var samples: Int
    }

    private func basis(_ context: CommandContext) throws -> Basis {
        guard let first = runs.first else { return try assumed() }
        var finder = ComparedRuns(context, storeOptions)
        let base = try finder.run(first)
        guard base.judged > 0 else { throw nothing(base) }
        guard runs.count == 2 else { return try single(base) }
        let candidate = try finder.run(runs[1])
        guard candidate.judged > 0 else { throw nothing(candidate) }
        let comparison = ModelComparison(base: base.tasks, candidate: candidate.tasks, metric: .passAt(1))
        guard let overall = comparison.overall else {
            throw HarnessError(
                .nothingSelected,
                "\(base.reference) and \(candidate.reference) share no task: nothing can be paired"
            )
        }
        let samples = Int(overall.spread.candidateSamples.rounded())
        let source =
            "from \(base.name) \(base.reference) and \(candidate.name) \(candidate.reference), "
            + "\(Numbers.count(overall.tasks, "task")) × \(samples)"
        guard let plan = try PowerPlan(overall, alpha: alpha, chance: power, source: source) else {
            throw unmeasurable()
        }
        return Basis(plan: plan, tasks: overall.tasks, samples: samples)
    }

    private func single(_ run: ComparedRun) throws -> Basis {
        let judged = run.tasks.filter { $0.judged > 0 }
        let components: VarianceComponents
        do {
            components = try VarianceComponents(
                successes: judged.map(\.passed),
                samples: judged.map(\.judged)
            )
        } catch {
            throw unmeasurable()
        }
        let samples = judged.map(\.judged).sorted()[judged.count / 2]
        let source =
            "from \(run.name) \(run.reference), \(Numbers.count(judged.count, "task")) × \(samples), "
            + "both models alike, their rates correlated by \(correlation) (assumed)"
        return Basis(
            plan: try plan(between: components.between, within: components.within, source: source),
            tasks: judged.count,
            samples: samples
        )
    }

    private func assumed() throws -> Basis {
        guard let rate, let sdTask, (0...1).contains(rate), sdTask >= 0 else {
            throw HarnessError(.usage, "--rate must be from 0 to 1 and --sd-task at least 0")
        }
        // The variance of one sample drawn from a random task is rate · (1 − rate): tasks and noise together.
        let within = rate * (1 - rate) - sdTask * sdTask
        guard within >= 0 else {
            throw HarnessError(
                .usage,
                "--sd-task \(sdTask): rates with a mean of \(rate) cannot spread that far",
                remedy: "at most √(rate · (1 − rate))"
            )
        }
        let source =
            "assumed: pass rate \(rate), its SD over tasks \(sdTask), models' rates correlated by \(correlation)"
        return Basis(
            plan: try plan(between: sdTask * sdTask, within: within, source: source),
            tasks: nil,
            samples: 1
        )
    }

    private func plan(between: Double, within: Double, source: String) throws(HarnessError) -> PowerPlan {
        do {
            return try PowerPlan(
                between: between,
                within: within,
                correlation: correlation,
                alpha: alpha,
                chance: power,
                source: source
            )
        } catch {
            throw HarnessError(.usage, "nothing varies, so any difference is seen: \(error)")
        }
    }

    private func unmeasurable() -> HarnessError {
        HarnessError(
            .nothingSelected,
            "the spread cannot be measured: a task has a single sample, or nothing varies",
            remedy: "evaluate at least two samples of each task, or assume --rate and --sd-task"
        )
    }

    private func nothing(_ run: ComparedRun) -> HarnessError {
        HarnessError(.nothingSelected, "the run \(run.reference) of \(run.name) has no judged sample")
    }
}
