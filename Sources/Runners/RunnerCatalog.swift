package import Foundation
package import HarnessCore
import Synchronization

/// The languages this installation can run: one folder with a `runner.yaml` each.
package struct RunnerCatalog: Sendable {
    private let runners: [Language: Runner]

    /// Reads every definition below `folder`; throws at the first one that is not valid.
    package init(folder: URL) throws(HarnessError) {
        let entries: [URL]
        do {
            entries = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        } catch {
            throw HarnessError(
                .noInput,
                "cannot read the runners folder",
                at: folder.path,
                remedy: "Set the folder that holds one sub-folder per language, each with a runner.yaml."
            )
        }
        let folders = entries.sorted { $0.lastPathComponent < $1.lastPathComponent }.filter {
            FileManager.default.fileExists(atPath: $0.appending(path: Runner.definitionFile).path)
        }
        var runners: [Language: Runner] = [:]
        for (entry, reading) in zip(folders, Self.read(folders)) {
            let runner = try reading.get()
            if let other = runners[runner.language] {
                throw HarnessError(
                    .badConfiguration,
                    "two runners for the language \"\(runner.language)\"",
                    at: entry.appending(path: Runner.definitionFile).path,
                    remedy: "the other is \(other.folder.path): remove one, or name them differently"
                )
            }
            runners[runner.language] = runner
        }
        guard !runners.isEmpty else {
            throw HarnessError(
                .noInput,
                "no language is defined here",
                at: folder.path,
                remedy: "Each language needs a sub-folder with a \(Runner.definitionFile)."
            )
        }
        self.runners = runners
    }

    /// Reads all definitions at once: one after the other they are a good part of what a command waits for at first.
    private static func read(_ folders: [URL]) -> [Result<Runner, HarnessError>] {
        let results = Mutex<[Int: Result<Runner, HarnessError>]>([:])
        DispatchQueue.concurrentPerform(iterations: folders.count) { position in
            let result = Result { () throws(HarnessError) in try Runner(folder: folders[position]) }
            results.withLock { $0[position] = result }
        }
        return results.withLock { results in folders.indices.compactMap { results[$0] } }
    }

    /// The defined languages, sorted by name.
    package var languages: [Language] { runners.keys.sorted() }

    /// Returns the runner of a language; throws when there is none.
    package func runner(for language: Language) throws(HarnessError) -> Runner {
        guard let runner = runners[language] else {
            throw HarnessError(
                .usage,
                "no runner for the language \"\(language)\"",
                remedy: "Known languages: \(languages.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return runner
    }
}
