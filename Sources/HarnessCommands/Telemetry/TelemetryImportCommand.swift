import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Synchronization
import Telemetry

/// Reads event files: `evalharness telemetry import`.
struct TelemetryImportCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read event files into the store: checked, once only, continued where it ended",
        discussion: """
            Examples:
              evalharness telemetry import events.ndjson
              evalharness telemetry import --dry-run events.ndjson
              zcat events.ndjson.gz | evalharness telemetry import -

            Give the same command again after a stop, or when the file has grown: what was
            read is passed over. Lines that are no events go to the quarantine with the reason.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("Files of events, one a line; - reads standard input.", valueName: "file"))
    var files: [String]

    @Flag(name: [.customShort("n"), .long], help: "Check the lines; write nothing.") var dryRun = false

    @Option(
        help: ArgumentHelp(
            "Key of the developers' pseudonyms, 16 bytes or more. (default: made once in the store)",
            valueName: "file"
        )
    )
    var keyFile: String?

    @OptionGroup(title: "Store") var storeOptions: TelemetryStoreOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        let folder = storeOptions.url(in: context)
        let store = try TelemetryStore(folder: folder)
        let key =
            keyFile.map { URL(fileURLWithPath: $0, relativeTo: context.folder) }
            ?? folder.appending(path: "pseudonyms.key")
        if let keyFile, !FileManager.default.fileExists(atPath: key.path) {
            throw HarnessError(.noInput, "--key-file: there is no such file", at: keyFile)
        }
        let now = Int64((Date.now.timeIntervalSince1970 * 1000).rounded(.down))
        let reader = try TelemetryImport(store: store, pseudonyms: Pseudonyms(file: key), now: now)
        var outcomes: [TelemetryImport.Outcome] = []
        for file in files {
            outcomes.append(try await read(file, with: reader, context.console))
        }
        let rollup = dryRun ? nil : try Rollup(store: store).refresh()
        try context.console.show(TelemetryImportReport(outcomes, rollup: rollup))
        if outcomes.contains(where: { $0.rejectedCount > 0 }), !dryRun {
            context.console.note("\nnext: evalharness telemetry quarantine")
        }
        for outcome in outcomes where outcome.rejectedCount > 0 && outcome.events + outcome.duplicates == 0 {
            throw HarnessError(
                .badData,
                "no line is an event",
                at: outcome.file,
                remedy: "evalharness telemetry schema prints the form of events"
            )
        }
        return .done
    }

    private func read(
        _ file: String,
        with reader: TelemetryImport,
        _ console: Console
    ) async throws -> TelemetryImport.Outcome {
        let start = ContinuousClock.now
        let reported = ProgressMark()
        return try await reader.read(file, dryRun: dryRun) { outcome, bytes in
            guard reported.isDue(bytes) else { return }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let rate = Double(outcome.lines) / max(seconds, 1e-3)
            console.note(
                "\(printable(file))  \(Numbers.count(outcome.lines, "line"))  \(Numbers.count(Int(rate)))/s  "
                    + "rejected \(Numbers.count(outcome.rejectedCount))"
            )
        }
    }
}

/// Tells when it is time for another line of progress: every 256 MiB.
private final class ProgressMark: Sendable {
    private let next = Mutex(Int64(256 << 20))

    func isDue(_ bytes: Int64) -> Bool {
        next.withLock { next in
            guard bytes >= next else { return false }
            next = bytes + (256 << 20)
            return true
        }
    }
}
