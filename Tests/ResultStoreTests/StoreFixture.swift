import Foundation
import HarnessCore

@testable import ResultStore

/// A store in a folder of its own, and the values that fill it.
final class StoreFixture: Sendable {
    let folder: URL
    let path: URL
    let store: ResultStore

    init() throws {
        folder = try Self.makeFolder()
        path = folder.appending(path: "results/evalharness.sqlite")
        store = try ResultStore(path: path, now: { Self.time })
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static let time = "2026-01-02T03:04:05Z"

    static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "result-store-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Tasks whose order is neither that of their names nor that of their categories.
    static let tasks = [
        task("zebra", category: .strings, difficulty: .hard),
        task("apple", category: .algorithms, difficulty: .easy),
        task("mango", category: nil, difficulty: nil),
    ]

    static func task(
        _ id: String,
        category: EvalTask.Category?,
        difficulty: EvalTask.Difficulty?
    ) -> EvalTask {
        EvalTask(
            id: id,
            category: category,
            difficulty: difficulty,
            prompt: "Write \(id).",
            test: .pythonCheck(PythonCheck(entryPoint: "f", test: "def check(candidate): pass")),
            references: [.python: "reference of \(id)"]
        )
    }

    static func run(
        _ id: String = "r-000001",
        model: String = "v2",
        status: RunRecord.Status = .running,
        suiteHash: ContentHash = ContentHash(of: "suite")
    ) -> RunRecord {
        RunRecord(
            id: id,
            model: model,
            suiteName: "core",
            suiteHash: suiteHash,
            status: status,
            created: time,
            finished: status == .running ? nil : time,
            settings: #"{"workers":2}"#,
            toolVersion: "0.1.0",
            seed: 7,
            limits: ResourceLimits(cpuMilliseconds: 1234),
            isolation: .full,
            runnerDigest: "digest",
            toolchain: #"{"python":"3.11.2"}"#,
            isWarm: true,
            sampleSource: "models/v2"
        )
    }

    static func samples(perTask: Int = 2, tasks: [EvalTask] = tasks) -> [PlannedSample] {
        tasks.flatMap { task in
            (0..<perTask).map { index in
                PlannedSample(
                    sample: Sample(
                        taskID: task.id,
                        index: index,
                        text: "answer \(index) to \(task.id)",
                        form: .solution,
                        plantedLabel: index == 0 ? nil : "logic"
                    ),
                    program: "program \(index) of \(task.id)"
                )
            }
        }
    }

    static func key(_ taskID: String, _ index: Int) -> SampleKey {
        SampleKey(taskID: taskID, language: .python, index: index)
    }

    static func verdict(
        _ outcome: Verdict.Outcome = .passed,
        casesPassed: Int = 4,
        casesTotal: Int = 4,
        message: String = ""
    ) -> Verdict {
        Verdict(
            outcome: outcome,
            rule: "python.rule",
            evidence: Evidence(message: message, line: 3, caseIndex: 1, expected: "1", actual: "2"),
            casesPassed: casesPassed,
            casesTotal: casesTotal,
            trust: .outside,
            isolation: .full,
            usage: ResourceUsage(cpuMicroseconds: 1000, wallMicroseconds: 2000, peakMemoryBytes: 4096),
            codeMetrics: CodeMetrics(cyclomaticComplexity: 2, nestingDepth: 1, codeLines: 5)
        )
    }

    static func result(
        _ taskID: String,
        _ index: Int,
        _ outcome: Verdict.Outcome = .passed,
        casesPassed: Int = 4,
        message: String = "",
        cacheKey: ContentHash? = nil
    ) -> SampleResult {
        SampleResult(
            key: key(taskID, index),
            verdict: verdict(outcome, casesPassed: casesPassed, message: message),
            editDistance: EditDistanceValue(raw: 3, normalized: 0.25),
            cacheKey: cacheKey
        )
    }

    /// Stores a run with two samples for each of the three tasks.
    func createRun(_ run: RunRecord = run()) throws {
        try store.createRun(run, tasks: Self.tasks, samples: Self.samples())
    }
}
