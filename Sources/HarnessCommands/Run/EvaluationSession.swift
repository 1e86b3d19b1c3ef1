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
        allowsUnsafe: Bool
    ) throws {
        self.context = context
        suiteSource = suite
        self.selection = selection
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
        let samples = try SampleReader.samples(at: model.samples, for: suite)
        let language = try Self.language(of: samples, at: model.samples)
        var selected = suite
        selected.tasks = try selection.selection(seed: seed).tasks(of: suite)
        warnOfTasksWithoutSamples(selected, samples)

        // The store is opened before anything runs: a folder that cannot be written must cost nothing.
        let store = isDryRun ? nil : try ResultStore(path: context.configuration.storeURL)
        return try await Workbench.use(installation, language: language, settings: settings) { workbench in
            let plan = try EvaluationPlan(
                suite: selected,
                samples: samples,
                identity: workbench.identity,
                history: store?.taskCosts(suite: suite.name) ?? [:],
                program: workbench.runner.program
            )
            guard let store else { return try await preview(plan, model: model, workbench: workbench) }
            let run = try record(model, suite: suite, workbench: workbench, store: store)
            try store.createRun(run, suite: suite, plan: plan, program: workbench.runner.program)
            let evaluation = StoredEvaluation(
                context: context,
                store: store,
                workbench: workbench
            )
            return try await evaluation.run(run, plan: plan)
        }
    }

    private static func language(of samples: [Sample], at url: URL) throws(HarnessError) -> Language {
        let languages = Set(samples.map(\.language)).sorted()
        guard languages.count <= 1 else {
            throw HarnessError(
                .badData,
                "the samples are in several languages: " + languages.map(\.rawValue).joined(separator: ", "),
                at: url.path,
                remedy: "score each language on its own"
            )
        }
        return languages.first ?? .python
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
        workbench: Workbench
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
                isolation: workbench.pool.isolation,
                jobs: workbench.jobs
            )
        )
        context.console.suggestNext("the same command without --dry-run")
        return .done
    }

    private func record(
        _ model: ModelSource,
        suite: TaskSuite,
        workbench: Workbench,
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
            limits: limits
        )
        let toolchains = RunToolchains([
            workbench.runner.language.rawValue: .init(
                version: workbench.toolchain.version,
                digest: workbench.toolchain.digest.hexadecimal
            )
        ])
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
            isolation: workbench.pool.isolation,
            runnerDigest: workbench.runner.digest.hexadecimal,
            toolchain: try toolchains.encoded(),
            isWarm: workbench.isWarm,
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
