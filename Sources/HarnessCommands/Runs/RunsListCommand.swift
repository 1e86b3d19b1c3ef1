import ArgumentParser
import Reporting
import ResultStore

/// Lists the stored runs: `evalharness runs list`.
struct RunsListCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the stored runs, the newest first",
        discussion: """
            Example:
              evalharness runs list --json
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    @Option(help: ArgumentHelp("Runs to list at most; 0 lists all.", valueName: "n"))
    var limit = 50

    func run(in context: CommandContext) throws -> CommandEnding {
        let store = try context.existingStore(storeOptions)
        var runs: [StoredRun] = []
        for overview in try store.runs(limit: limit > 0 ? limit : nil) {
            runs.append(try StoredRun(overview))
        }
        try context.console.show(RunListReport(runs))
        context.console.suggestNext(
            runs.isEmpty ? "evalharness run --model v2" : "evalharness runs show latest"
        )
        return .done
    }
}
