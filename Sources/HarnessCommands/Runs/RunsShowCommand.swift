import ArgumentParser
import HarnessCore
import Reporting
import ResultStore

/// Prints the summary of a run: `evalharness runs show`.
struct RunsShowCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print the summary of a run",
        discussion: """
            Examples:
              evalharness runs show latest
              evalharness runs show @v2 -k 1,10 --json
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("latest, an id or the beginning of one, or @MODEL.", valueName: "run"))
    var reference = "latest"

    @Option(
        name: [.customShort("k"), .long],
        help: ArgumentHelp(
            "Compute pass@k for each of these k, comma-separated. (default: as the run was asked)",
            valueName: "k,…"
        )
    )
    var passAt: String?

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        let store = try context.existingStore(storeOptions)
        var overview = try store.overview(of: reference)
        if let passAt {
            var configuration = context.configuration
            configuration.override(.passAt, with: passAt)
            var settings = try RunSettings(decoding: overview.run.settings)
            settings.passAt = try configuration.passAt()
            overview.run.settings = try settings.encoded()
        }
        try context.console.show(try RunSummary(StoredRun(overview), in: store))
        let id = overview.run.id
        if overview.counts.pending > 0 {
            context.console.suggestNext("evalharness resume \(id)")
        } else {
            context.console.suggestNext("evalharness runs samples \(id) --failed")
        }
        return .done
    }
}
