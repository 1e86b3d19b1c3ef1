import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Scoring

/// Writes stored runs in formats of others: `evalharness export`.
struct ExportCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract:
            "Write runs as CSV, JSON Lines, Markdown, HTML, LaTeX, JUnit, SARIF, Inspect log or leaderboard entry",
        discussion: """
            Examples:
              evalharness export @v1 @v2 --format latex
              evalharness export latest --format csv --level sample -o samples.csv
              evalharness export @v2 --format inspect -o logs/

            Each format carries the table of pass rates by model and language. The same
            runs give the same bytes.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The runs: latest, an id, or @MODEL.", valueName: "run"))
    var runs: [String] = ["latest"]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "csv, jsonl, markdown, html, latex, junit, sarif, inspect or hf-leaderboard.",
            valueName: "name"
        )
    )
    var format: ExportFormat

    @Option(
        help: ArgumentHelp(
            "How far csv and jsonl go: run, task or sample; markdown, html and latex: run or task.",
            valueName: "name"
        )
    )
    var level: ExportLevel = .run

    @Option(name: .customShort("k"), help: ArgumentHelp("Give pass@k for this k.", valueName: "k"))
    var k = 1

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Write here; a folder gets an Inspect log under the name that Inspect lists. (default: standard output)",
            valueName: "file"
        )
    )
    var output: String?

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func validate() throws {
        if !(1...1_000_000).contains(k) { throw ValidationError("-k \(k): must be at least 1") }
        if level != .run && !format.levels.contains(level) {
            throw ValidationError("--level \(level.rawValue): \(format.rawValue) has no such level")
        }
        if format.isForOneRun && runs.count != 1 {
            throw ValidationError("--format \(format.rawValue): holds one run, not \(runs.count)")
        }
    }

    func run(in context: CommandContext) throws -> CommandEnding {
        var finder = ComparedRuns(context, storeOptions)
        var compared: [ComparedRun] = []
        for reference in runs {
            guard !ComparedRuns.isFile(reference) else {
                throw HarnessError(.usage, "\(reference): only runs of the store can be exported")
            }
            compared.append(try finder.run(reference))
        }
        let export = RunExport(
            compared,
            k: k,
            store: try finder.openStore(),
            toolVersion: ProductVersion.text
        )
        if export.isWithoutValue { throw nothing(compared) }
        if let output {
            try write(export, to: destination(output, compared, context))
        } else {
            try context.console.stream { sink in try export.write(format, level: level, to: sink) }
        }
        return .done
    }

    private func nothing(_ runs: [ComparedRun]) -> HarnessError {
        let most = runs.flatMap(\.tasks).map(\.judged).max() ?? 0
        guard most > 0 else {
            return HarnessError(.nothingSelected, "none of these runs has a judged sample")
        }
        return HarnessError(
            .usage,
            "-k \(k): no task has that many judged samples; the most is \(most)",
            remedy: "ask for a smaller k"
        )
    }

    private func destination(
        _ output: String,
        _ runs: [ComparedRun],
        _ context: CommandContext
    ) -> URL {
        let url = URL(fileURLWithPath: output, relativeTo: context.folder).absoluteURL
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        guard format == .inspect, output.hasSuffix("/") || (exists && isFolder.boolValue),
            let run = runs.first,
            let name = RunExport.inspectFileName(run)
        else { return url }
        return url.appending(path: name)
    }

    /// Writes beside the file and moves, so that a half-written export never has its name.
    private func write(_ export: RunExport, to url: URL) throws {
        let folder = url.deletingLastPathComponent()
        let part = folder.appending(path: ".\(url.lastPathComponent).\(getpid()).part")
        do {
            if output?.hasSuffix("/") == true {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            }
            try Data().write(to: part, options: .withoutOverwriting)
            let handle = try FileHandle(forWritingTo: part)
            try export.write(format, level: level) { try handle.write(contentsOf: Data($0.utf8)) }
            try handle.close()
            guard rename(part.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch let error as HarnessError {
            unlink(part.path)
            throw error
        } catch {
            unlink(part.path)
            throw HarnessError(
                .writeFailed,
                "cannot be written: \(error.localizedDescription)",
                at: url.path,
                remedy: "choose a folder that exists and can be written"
            )
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}
extension ExportLevel: ExpressibleByArgument {}
