import ArgumentParser
import HarnessCore
import Judging
import Reporting
import ResultStore

/// Lists samples of a run, or shows one of them in full: `evalharness runs samples`.
struct RunsSamplesCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "samples",
        abstract: "List the samples of a run with the rule that decided, or show one in full",
        discussion: """
            Examples:
              evalharness runs samples latest --failed
              evalharness runs samples latest --class hallucination --limit 0
              evalharness runs samples latest --task merge-intervals --index 3
              evalharness runs samples latest --language java --failed
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("latest, an id or the beginning of one, or @MODEL.", valueName: "run"))
    var reference = "latest"

    @Flag(help: "Keep failed samples only.")
    var failed = false

    @Flag(help: "Keep samples at which the harness failed only.")
    var infra = false

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            "Keep failures of this family. (default: all)",
            valueName: "name"
        )
    )
    var family: FailureMode.Family?

    @Option(help: ArgumentHelp("Keep samples of this task. (default: all)", valueName: "id"))
    var task: String?

    @Option(
        name: [.customShort("l"), .long],
        help: ArgumentHelp("Keep samples in this language. (default: all)", valueName: "name")
    )
    var language: String?

    @Option(
        help: ArgumentHelp("With --task: show the sample of this number, from 0, in full.", valueName: "n")
    )
    var index: Int?

    @Option(help: ArgumentHelp("Samples to list at most; 0 lists all.", valueName: "n"))
    var limit = 50

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func validate() throws {
        if failed && infra { throw ValidationError("--failed and --infra exclude each other") }
        if index != nil && task == nil { throw ValidationError("--index needs --task") }
        if limit < 0 { throw ValidationError("--limit \(limit): must be at least 0") }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        let store = try context.existingStore(storeOptions)
        let id = try store.run(reference: reference).id
        if let task, let index { return try show(task: task, index: index, of: id, in: store, context) }

        var filter = SampleFilter(family: family, taskID: task)
        filter.language = language.map(Language.init(rawValue:))
        if failed || family != nil { filter.outcome = .failed }
        if infra { filter.outcome = .infrastructureError }
        let rows = try store.sampleRows(run: id, filter: filter)
        let shown = limit > 0 ? Array(rows.prefix(limit)) : rows
        try context.console.show(SampleTableReport(runID: id, rows: shown, total: rows.count))
        if let first = shown.first {
            let chosen = first.language == .python ? "" : " --language \(printable(first.language.rawValue))"
            context.console.suggestNext(
                "evalharness runs samples \(id) --task \(printable(first.taskID)) --index \(first.index)\(chosen)"
            )
        } else {
            context.console.suggestNext("evalharness runs show \(id)")
        }
        return .done
    }

    /// The language that was named, or the only one in which the run has this sample.
    private func chosenLanguage(
        task: String,
        index: Int,
        of id: String,
        in store: ResultStore
    ) throws -> Language {
        if let language { return Language(rawValue: language) }
        let rows = try store.sampleRows(run: id, filter: SampleFilter(taskID: task))
        let languages = rows.filter { $0.index == index }.map(\.language)
        guard languages.count > 1 else { return languages.first ?? .python }
        throw HarnessError(
            .usage,
            "run \(id) has sample \(index) of task \"\(task)\" in several languages",
            remedy: "add --language with one of " + languages.map(\.rawValue).joined(separator: ", ")
        )
    }

    private func show(
        task: String,
        index: Int,
        of id: String,
        in store: ResultStore,
        _ context: CommandContext
    ) throws -> CommandEnding {
        let key = SampleKey(
            taskID: task,
            language: try chosenLanguage(task: task, index: index, of: id, in: store),
            index: index
        )
        guard let detail = try store.sampleDetail(run: id, key: key) else {
            throw HarnessError(
                .noInput,
                "run \(id) has no sample \(index) of task \"\(task)\"",
                remedy: "list them with: evalharness runs samples \(id) --limit 0"
            )
        }
        let rule = detail.row.result?.verdict.rule
        try context.console.show(
            SampleReport(runID: id, detail, ruleSummary: rule.flatMap(RuleCatalog.summary))
        )
        let asked = key.language == .python ? "" : " --language \(printable(key.language.rawValue))"
        context.console.suggestNext("evalharness tasks show \(printable(task))\(asked)")
        return .done
    }
}

extension FailureMode.Family: ExpressibleByArgument {}
