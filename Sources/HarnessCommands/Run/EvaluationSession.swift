import Evaluation
import Foundation
import HarnessCore
import Reporting
import ResultStore
import Runners
import Sandbox
import Suites

/// Evaluates the samples of one model on one suite, from the files to the summary.
struct EvaluationSession {
    let context: CommandContext
    let suiteSource: SuiteSource
    let selection: SelectionOptions
    let languages: LanguageOptions
    /// Whether samples in a language that is not on this machine, and that nobody named, are left out.
    let leavesOutMissing: Bool
    let allowsUnsafe: Bool

    private let installation: Installation
    private let seed: UInt64
    private let passAt: [Int]
    private let limits: LimitOverrides
    private let settings: Workbench.Settings

    /// Checks every setting before anything is read or run.
    init(
        context: CommandContext,
        suite: SuiteSource,
        selection: SelectionOptions,
        languages: LanguageOptions,
        leavesOutMissing: Bool = false,
        allowsUnsafe: Bool
    ) throws {
        self.context = context
        suiteSource = suite
        self.selection = selection
        self.languages = languages
        self.leavesOutMissing = leavesOutMissing && languages.language.isEmpty
        self.allowsUnsafe = allowsUnsafe
        seed = try context.configuration.seed()
        passAt = try context.configuration.passAt()
        limits = try context.configuration.limits()
        settings = try Workbench.Settings(context.configuration, allowsUnsafe: allowsUnsafe)
        _ = try context.configuration.choice(.cache, of: EvaluationSettings.CachePolicy.self)
        installation = try context.installation()
    }

    /// Runs, judges, stores and prints; a dry run only tells what would be done.
    func evaluate(_ model: ModelSource, isDryRun: Bool) async throws -> CommandEnding {
        let suite = try suiteSource.load(home: installation.home, overrides: limits)
        context.console.detail("suite \(printable(suite.name)): \(suite.tasks.count) tasks")
        let catalog = try installation.runners()
        let samples = try chosen(
            among: SampleReader.samples(at: model.samples, for: suite),
            model,
            suite,
            catalog: catalog
        )
        var selected = suite
        selected.tasks = try selection.selection(seed: seed).tasks(of: suite)
        warnOfTasksWithoutSamples(selected, samples)

        // The store is opened before anything runs: a folder that cannot be written must cost nothing.
        let store = isDryRun ? nil : try ResultStore(path: context.configuration.storeURL)
        let answered = Set(selected.tasks.map(\.id))
        let asked = Set(samples.filter { answered.contains($0.taskID) }.map(\.language)).sorted()
        var settings = settings
        settings.examines = selected.tasks.contains { if case .pythonCheck = $0.test { true } else { false } }
        return try await Workbenches.use(installation, catalog: catalog, settings: settings) {
            [settings] benches in
            let trial = benches.trial
            let languages = try await benches.languages(asked, leavesOutMissing: leavesOutMissing)
            noteLeftOut(languages.leftOut)
            let plan = try EvaluationPlan(
                suite: selected,
                samples: samples.filter { !languages.leftOut.contains($0.language) },
                identities: languages.identities,
                history: store?.taskCosts(suite: suite.name) ?? [:],
                program: trial.program
            )
            guard let store else { return try await preview(plan, model: model, jobs: settings.jobs) }
            warnOfMissingLanguages(languages.identities)
            let run = try record(model, suite: suite, languages: languages, store: store)
            try store.createRun(run, suite: suite, plan: plan, program: trial.program)
            let evaluation = StoredEvaluation(
                context: context,
                store: store,
                trial: trial,
                jobs: settings.jobs
            )
            return try await evaluation.run(run, plan: plan)
        }
    }

    /// The samples in the languages that were asked for, or all; each must have a runner.
    private func chosen(
        among samples: [Sample],
        _ model: ModelSource,
        _ suite: TaskSuite,
        catalog: RunnerCatalog
    ) throws(HarnessError) -> [Sample] {
        let wanted = try languages.chosen(in: catalog)
        for language in Set(samples.map(\.language)).sorted() {
            try Self.require(catalog.runner(for: language), runs: suite)
        }
        guard !wanted.isEmpty else { return samples }
        let kept = samples.filter { wanted.contains($0.language) }
        guard !kept.isEmpty else {
            let there = Set(samples.map(\.language)).sorted().map(\.rawValue).joined(separator: ", ")
            throw HarnessError(
                .nothingSelected,
                "there is no sample in \(wanted.map(\.rawValue).joined(separator: ", "))",
                at: model.samples.path,
                remedy: "the samples are in: \(there)"
            )
        }
        return kept
    }

    /// Throws where a language cannot be judged in the way that the suite's tasks ask for.
    private static func require(_ runner: Runner, runs suite: TaskSuite) throws(HarnessError) {
        for task in suite.tasks {
            let isPossible =
                switch task.test {
                case .cases: runner.answersCalls
                case .pythonCheck: true
                case .program: runner.runsPrograms
                case .streams: runner.runsStreams
                }
            guard !isPossible else { continue }
            throw HarnessError(
                .usage,
                "\(runner.displayName) does not run the tasks of suite \"\(suite.name)\"",
                remedy: "its folder in runners declares "
                    + (runner.runsPrograms
                        ? "foreign programs only" : "no foreign programs: see runners/README.md")
            )
        }
    }

    /// Nobody asked for these languages by name: what is there is evaluated, and this is said.
    private func noteLeftOut(_ languages: [Language]) {
        guard !languages.isEmpty else { return }
        let names = languages.map { printable($0.rawValue) }.joined(separator: ", ")
        context.console.note(
            "without \(names): not on this machine; \"make languages\" installs them, \"evalharness doctor\" tells more"
        )
    }

    private func warnOfMissingLanguages(_ identities: ExecutionIdentities) {
        for (language, reason) in identities.unavailable.sorted(by: { $0.key < $1.key }) {
            context.console.warn(
                "samples in \(printable(language.rawValue)) are left unscored: \(printable(reason))"
            )
        }
    }

    private func warnOfTasksWithoutSamples(_ suite: TaskSuite, _ samples: [Sample]) {
        let answered = Set(samples.map(\.taskID))
        let missing = suite.tasks.map(\.id).filter { !answered.contains($0) }
        guard !missing.isEmpty, missing.count < suite.tasks.count else { return }
        let some = missing.prefix(3).map(printable).joined(separator: ", ")
        let rest = missing.count > 3 ? ", …" : ""
        context.console.warn(
            "\(Numbers.count(missing.count, "task")) of \(suite.tasks.count) without samples, left out of every "
                + "metric: \(some)\(rest)"
        )
    }

    private func preview(
        _ plan: EvaluationPlan,
        model: ModelSource,
        jobs: Int
    ) async throws -> CommandEnding {
        var counts = plan.counts
        let path = context.configuration.storeURL
        if FileManager.default.fileExists(atPath: path.path) {
            let store = try ResultStore(path: path, mustExist: true)
            // The ledger of no run: only its look-up is used.
            let ledger = StoreLedger(store: store, run: "")
            counts.cached = try ledger.knownKeys(among: plan.units.map(\.key)).count
        }
        try context.console.show(
            DryRunReport(
                model: model.name,
                suite: plan.suite.name,
                tasks: counts.tasks,
                samples: counts.planned,
                programs: counts.unique,
                known: counts.cached,
                isolation: plan.identities.isolation,
                jobs: jobs
            )
        )
        context.console.suggestNext("the same command without --dry-run")
        return .done
    }

    private func record(
        _ model: ModelSource,
        suite: TaskSuite,
        languages: Workbenches.Languages,
        store: ResultStore
    ) throws -> RunRecord {
        let settings = RunSettings(
            modelVersion: model.version,
            suiteSource: suiteSource.stored,
            passAt: passAt,
            taskPatterns: selection.task,
            categories: selection.category.map(\.rawValue),
            difficulties: selection.difficulty.map(\.rawValue),
            limit: selection.limit,
            limits: limits,
            languages: self.languages.language.isEmpty ? nil : languages.names
        )
        return RunRecord(
            id: try Self.newID(in: store),
            model: model.name,
            suiteName: suite.name,
            suiteHash: suite.hash,
            created: Date.now.formatted(.iso8601),
            settings: try settings.encoded(),
            toolVersion: ProductVersion.text,
            seed: Int(truncatingIfNeeded: seed),
            limits: suite.limits,
            isolation: languages.identities.isolation,
            runnerDigest: languages.runnerDigest,
            toolchain: try languages.toolchains.encoded(),
            isWarm: languages.isWarm,
            sampleSource: model.origin
        )
    }

    /// A name for a run that no other run of the store has; it identifies and decides nothing.
    private static func newID(in store: ResultStore) throws(HarnessError) -> String {
        var generator = SystemRandomNumberGenerator()
        while true {
            let digits = String(UInt32.random(in: 0..<0x100_0000, using: &generator), radix: 16)
            let id = "r-" + String(repeating: "0", count: 6 - digits.count) + digits
            if try !store.hasRun(id: id) { return id }
        }
    }
}
