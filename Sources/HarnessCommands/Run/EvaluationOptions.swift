import ArgumentParser
import Evaluation
import HarnessCore

/// The flags of every command that evaluates samples; on top of the configuration, not read again after.
struct EvaluationOptions: ParsableArguments {
    @Option(
        name: [.customShort("k"), .long],
        help: ArgumentHelp(
            "Compute pass@k for each of these k, comma-separated. (default: 1,5,10 as far as the samples reach)",
            valueName: "k,…"
        )
    )
    var passAt: String?

    @Flag(help: "Ask the suite's extra tests too: EvalPlus's plus inputs, MBPP's challenge tests.")
    var extra = false

    @OptionGroup(title: "Selection") var selection: SelectionOptions

    @OptionGroup(title: "Selection") var languages: LanguageOptions

    @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions

    @Option(
        help: ArgumentHelp(
            "Use verdicts of earlier runs: on, off, or refresh to run everything again. (default: on)",
            valueName: "policy"
        )
    )
    var cache: String?

    @Option(help: ArgumentHelp("Seed of the bootstrap and of --limit. (default: 1)", valueName: "n"))
    var seed: String?

    @OptionGroup(title: "Store") var store: StoreOptions

    @Flag(
        name: [.customShort("n"), .long],
        help: "Say what would be evaluated and what is known already; evaluate nothing."
    )
    var dryRun = false

    /// Puts these flags on top of a configuration.
    func apply(to configuration: inout Configuration) throws(HarnessError) {
        configuration.override(.passAt, with: passAt)
        configuration.override(.cache, with: cache)
        configuration.override(.seed, with: seed)
        sandbox.apply(to: &configuration)
        try store.apply(to: &configuration)
    }
}

/// The flags that narrow a run to some tasks of its suite.
struct SelectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Keep tasks whose id matches this pattern (* and ?); may be repeated. (default: all)",
            valueName: "glob"
        )
    )
    var task: [String] = []

    @Option(
        help: ArgumentHelp(
            "Keep tasks of this category; may be repeated. (default: all)",
            valueName: "name"
        )
    )
    var category: [EvalTask.Category] = []

    @Option(
        help: ArgumentHelp(
            "Keep tasks of this difficulty; may be repeated. (default: all)",
            valueName: "name"
        )
    )
    var difficulty: [EvalTask.Difficulty] = []

    @Option(
        help: ArgumentHelp(
            "Keep this many tasks, drawn by the seed; the run is marked partial. (default: all)",
            valueName: "n"
        )
    )
    var limit: Int?

    func selection(seed: UInt64) -> TaskSelection {
        TaskSelection(
            patterns: task,
            categories: Set(category),
            difficulties: Set(difficulty),
            limit: limit,
            seed: seed
        )
    }
}

/// The flags that decide how programs are confined and what they may use.
struct SandboxOptions: ParsableArguments {
    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: ArgumentHelp("Programs to run at a time. (default: one per processor)", valueName: "n")
    )
    var jobs: String?

    @Flag(
        help:
            "Start a new interpreter for each program instead of forking a ready one: slower, same verdicts."
    )
    var noWarm = false

    @Option(
        help: ArgumentHelp(
            "Refuse to run below this isolation level: full, namespaces or fence. (default: any but none)",
            valueName: "level"
        )
    )
    var requireLevel: String?

    @Flag(help: "Run even where nothing confines the programs; they can then harm this machine.")
    var allowUnsafe = false

    @Option(
        help: ArgumentHelp("CPU time of one program, seconds. (default: as the suite says)", valueName: "s")
    )
    var cpuSeconds: String?

    @Option(
        help: ArgumentHelp(
            "Elapsed time of one program, seconds. (default: as the suite says)",
            valueName: "s"
        )
    )
    var wallSeconds: String?

    @Option(
        name: .customLong("memory-mb"),
        help: ArgumentHelp("Memory of one program, MiB. (default: as the suite says)", valueName: "mib")
    )
    var memoryMegabytes: String?

    func apply(to configuration: inout Configuration) {
        configuration.override(.jobs, with: jobs)
        configuration.override(.warm, with: noWarm ? "false" : nil)
        configuration.override(.requireLevel, with: requireLevel)
        configuration.override(.cpuSeconds, with: cpuSeconds)
        configuration.override(.wallSeconds, with: wallSeconds)
        configuration.override(.memoryMegabytes, with: memoryMegabytes)
    }
}

/// The flags that say where results are kept.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Keep results in this database. (default: results/evalharness.sqlite)",
            valueName: "file"
        )
    )
    var store: String?

    @Option(
        help: ArgumentHelp(
            "Keep the database evalharness.sqlite in this folder. (default: results)",
            valueName: "dir"
        )
    )
    var resultsDir: String?

    func apply(to configuration: inout Configuration) throws(HarnessError) {
        if store != nil && resultsDir != nil {
            throw HarnessError(.usage, "--store and --results-dir say the same thing: give one of them")
        }
        configuration.override(.store, with: store ?? resultsDir.map { $0 + "/evalharness.sqlite" })
    }
}

extension EvalTask.Category: ExpressibleByArgument {}
extension EvalTask.Difficulty: ExpressibleByArgument {}
