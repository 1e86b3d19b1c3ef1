import Foundation
import HarnessCore
import Reporting
import ResultStore
import Scoring
import Suites

/// Finds the sides of a comparison: stored runs by reference, foreign results by file.
struct ComparedRuns {
    private let context: CommandContext
    private let options: StoreOptions
    private var store: ResultStore?

    init(_ context: CommandContext, _ options: StoreOptions) {
        self.context = context
        self.options = options
    }

    /// Reads what a reference means: `@model`, `latest`, an id, or a file of counts.
    mutating func run(_ reference: String) throws(HarnessError) -> ComparedRun {
        if Self.isFile(reference) { return try foreign(reference) }
        let store = try openStore()
        let overview = try store.overview(of: reference)
        return try ComparedRun(
            StoredRun(overview),
            in: store,
            wasAskedByModel: reference.hasPrefix("@")
        )
    }

    mutating func openStore() throws(HarnessError) -> ResultStore {
        if let store { return store }
        let opened = try context.existingStore(options)
        store = opened
        return opened
    }

    static func isFile(_ reference: String) -> Bool {
        [".csv", ".jsonl", ".csv.gz", ".jsonl.gz"].contains { reference.lowercased().hasSuffix($0) }
    }

    private func foreign(_ path: String) throws(HarnessError) -> ComparedRun {
        let url = URL(fileURLWithPath: path, relativeTo: context.folder).absoluteURL
        let counts = try TaskCountsReader.counts(at: url)
        let name = url.lastPathComponent.split(separator: ".").first.map(String.init) ?? path
        return ComparedRun(
            foreign: name,
            file: path,
            tasks: counts.map {
                ArmTask(
                    taskID: $0.taskID,
                    language: $0.language,
                    cluster: $0.cluster,
                    category: $0.category,
                    difficulty: $0.difficulty,
                    judged: $0.samples,
                    passed: $0.passed
                )
            }
        )
    }
}
