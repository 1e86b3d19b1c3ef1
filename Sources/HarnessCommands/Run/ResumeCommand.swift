import ArgumentParser
import Evaluation
import HarnessCore
import Reporting
import ResultStore
import Runners

/// Continues a run that did not finish: `evalharness resume`.
struct ResumeCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Continue a run: evaluate the samples that have no verdict yet",
        discussion: """
            Examples:
              evalharness resume
              evalharness resume r-7f3 --jobs 4

            Takes up samples without a result and those at which the harness failed.
            Suite, limits, interpreter, version of evalharness and isolation level must be
            those the run was started with.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(
        help: ArgumentHelp(
            "latest, an id or the beginning of one. (default: the newest run that is not finished)",
            valueName: "run"
        )
    )
    var reference: String?

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Programs to run at a time. (default: one per processor)", valueName: "n")
    )
    var jobs: String?

    @Flag(help: "Run even where nothing confines the programs; they can then harm this machine.")
    var allowUnsafe = false

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        context.configuration.override(.jobs, with: jobs)
        try storeOptions.apply(to: &context.configuration)
        let installation = try context.installation()
        let store = try ResultStore(path: context.configuration.storeURL, mustExist: true)
        guard let run = try unfinishedRun(in: store) else {
            let latest = try store.overview(of: "latest")
            context.console.note("every run is finished: there is nothing to resume; this is the newest one")
            try context.console.show(try RunSummary(StoredRun(latest), in: store))
            context.console.suggestNext("evalharness runs list")
            return .done
        }
        let asked = try RunSettings(decoding: run.settings)
        let source = SuiteSource(stored: asked.suiteSource)
        let suite = try source.load(home: installation.home, overrides: asked.limits)
        var settings = try Workbench.Settings(context.configuration, allowsUnsafe: allowUnsafe)
        settings.isWarm = run.isWarm
        if run.isolation > .none { settings.requiredLevel = run.isolation }
        let needed = try RunToolchains(decoding: run.toolchain).byLanguage.keys.map(Language.init(rawValue:))
        let prepared = settings
        return try await Workbenches.use(installation, settings: prepared) { benches in
            let evaluation = StoredEvaluation(
                context: context,
                store: store,
                trial: benches.trial,
                jobs: prepared.jobs
            )
            let languages = try await benches.languages(needed.sorted())
            let rest = try store.planRest(
                of: run,
                suite: suite,
                runnerDigest: languages.runnerDigest,
                identities: languages.identities,
                history: store.taskCosts(suite: suite.name),
                program: benches.trial.program
            )
            guard let rest else { return try evaluation.conclude(run) }
            try store.reopen(run: run.id)
            return try await evaluation.run(run, plan: rest)
        }
    }

    /// The run that is named, or else the newest one that has samples left.
    private func unfinishedRun(in store: ResultStore) throws(HarnessError) -> RunRecord? {
        if let reference { return try store.run(reference: reference) }
        return try store.runs().first { $0.counts.pending > 0 || $0.run.status != .complete }?.run
    }
}
