import Foundation
import HarnessCore
import Reporting
import ResultStore
import TestSupport

/// A results store filled by hand: runs with chosen outcomes, no program executed.
final class ScratchStore: Sendable {
    let folder: TemporaryFolder
    let file: URL
    private let store: ResultStore

    init() throws {
        folder = try TemporaryFolder()
        file = folder.file("results.sqlite")
        store = try ResultStore(path: file)
    }

    /// Takes a copy of another store, in a folder of its own: filling one takes seconds, copying none.
    init(copyOf other: ScratchStore) throws {
        folder = try TemporaryFolder()
        file = folder.file("results.sqlite")
        // The write-ahead log belongs to the file.
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: other.file.path + suffix) {
            try FileManager.default.copyItem(atPath: other.file.path + suffix, toPath: file.path + suffix)
        }
        store = try ResultStore(path: file)
    }

    /// What differs between the runs of a test.
    struct Run {
        var id: String
        var model: String
        var tasks = 200
        var samples = 10
        /// Passed samples of each task, bounded to what a task can have.
        var passed: @Sendable (Int) -> Int = { $0 % 11 }
        var status = RunRecord.Status.complete
        /// Samples of the first task that have no result.
        var missing = 0
        /// Samples of the first tasks whose result is an infrastructure error, one a task.
        var infrastructure = 0
        var limits = ResourceLimits()
        var overrides = LimitOverrides()
        var suite = "core"
        var mode = FailureMode.wrongValue
        var message = "expected 1, got 2"
        var taskName: @Sendable (Int) -> String = { "task-\($0)" }
        var ended = Date.now
    }

    /// Stores a run.
    func add(_ run: Run) throws {
        let tasks = (0..<run.tasks).map { index in
            EvalTask(
                id: run.taskName(index),
                category: EvalTask.Category.allCases[index % 5],
                difficulty: EvalTask.Difficulty.allCases[index % 3],
                prompt: "Write task \(index).",
                test: .pythonCheck(PythonCheck(entryPoint: "f", test: "def check(candidate): pass"))
            )
        }
        let planned = tasks.flatMap { task in
            (0..<run.samples).map { index in
                PlannedSample(
                    sample: Sample(taskID: task.id, index: index, text: "answer \(index)", form: .solution),
                    program: "program \(index)"
                )
            }
        }
        let record = try record(of: run, tasks: tasks)
        try store.createRun(record, tasks: tasks, samples: planned)
        _ = try store.record(results(of: run, tasks: tasks), run: run.id)
        try store.finish(run: run.id, status: run.status, at: run.ended.formatted(.iso8601))
    }

    private func record(of run: Run, tasks: [EvalTask]) throws -> RunRecord {
        RunRecord(
            id: run.id,
            model: run.model,
            suiteName: run.suite,
            suiteHash: ContentHash(ofParts: tasks.map(\.id)),
            created: run.ended.formatted(.iso8601),
            settings: try RunSettings(suiteSource: "core", passAt: [1], limits: run.overrides).encoded(),
            toolVersion: "0.1.0",
            seed: 1,
            limits: run.limits,
            isolation: .full,
            runnerDigest: ContentHash(of: "runner").hexadecimal,
            toolchain: try RunToolchains(["python": .init(version: "3.11.2", digest: "d1")]).encoded(),
            isWarm: true,
            sampleSource: "scratch"
        )
    }

    private func results(of run: Run, tasks: [EvalTask]) -> [SampleResult] {
        tasks.enumerated().flatMap { position, task -> [SampleResult] in
            let passed = min(run.samples, max(0, run.passed(position)))
            return (0..<run.samples).compactMap { index in
                if position == 0 && index < run.missing { return nil }
                let isOurs = position < run.infrastructure && index == run.samples - 1
                let outcome: Verdict.Outcome =
                    isOurs ? .infrastructureError : index < passed ? .passed : .failed(run.mode)
                return SampleResult(
                    key: SampleKey(taskID: task.id, language: .python, index: index),
                    verdict: Verdict(
                        outcome: outcome,
                        rule: "scratch.rule",
                        evidence: Evidence(message: outcome == .passed ? "" : run.message),
                        casesPassed: outcome == .passed ? 4 : 1,
                        casesTotal: 4,
                        trust: .outside,
                        isolation: .full
                    )
                )
            }
        }
    }

    /// Runs the tool on this store, in its folder.
    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Tool.Outcome {
        try await Tool.run(
            arguments + ["-C", folder.url.path, "--store", file.path],
            environment: environment.merging(["COLUMNS": "80"]) { given, _ in given }
        )
    }
}
