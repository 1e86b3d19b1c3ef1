import HarnessCore
import Reporting
import ResultStore

/// A stored run of twelve tasks with every kind of outcome, made by hand.
enum ReportFixture {
    static func run(
        rows: [SampleRow],
        status: RunRecord.Status = .complete,
        limit: Int? = nil,
        passAt: [Int] = [1, 5, 10]
    ) throws -> StoredRun {
        let outcomes = rows.map(\.result?.verdict.outcome)
        let record = RunRecord(
            id: "r-7f3a9c",
            model: "v2\u{1B}[31m",
            suiteName: "core",
            suiteHash: ContentHash(of: "suite"),
            status: status,
            created: "2026-01-02T03:04:05Z",
            finished: status == .running ? nil : "2026-01-02T03:05:08Z",
            settings: try RunSettings(
                modelVersion: "1.10",
                suiteSource: "core",
                passAt: passAt,
                limit: limit
            ).encoded(),
            toolVersion: "0.1.0",
            seed: 1,
            limits: ResourceLimits(),
            isolation: .full,
            runnerDigest: ContentHash(of: "runner").hexadecimal,
            toolchain: try RunToolchains(["python": .init(version: "3.11.2", digest: "d")]).encoded(),
            isWarm: true,
            sampleSource: "bundled:v2"
        )
        let counts = RunCounts(
            tasks: Set(rows.map(\.taskID)).count,
            samples: rows.count,
            passed: outcomes.count { $0 == .passed },
            failed: outcomes.count { if case .failed = $0 { true } else { false } },
            infrastructureErrors: outcomes.count { $0 == .infrastructureError },
            missing: outcomes.count { $0 == nil },
            cached: 0
        )
        return try StoredRun(RunOverview(run: record, counts: counts))
    }

    static func row(
        _ task: Int,
        _ index: Int,
        _ outcome: Verdict.Outcome?,
        message: String = "",
        line: Int? = nil
    ) -> SampleRow {
        let verdict = outcome.map { outcome in
            Verdict(
                outcome: outcome,
                rule: outcome == .passed ? "all-cases" : "python.some-rule",
                evidence: Evidence(message: message, line: line, caseIndex: line == nil ? nil : 2),
                casesPassed: outcome == .passed ? 4 : 1,
                casesTotal: 4,
                trust: .outside,
                isolation: .full,
                usage: ResourceUsage(cpuMicroseconds: 12_000, wallMicroseconds: 20_000),
                codeMetrics: CodeMetrics(cyclomaticComplexity: 3, nestingDepth: 1, codeLines: 9)
            )
        }
        return SampleRow(
            taskID: "task-\(task)",
            category: EvalTask.Category.allCases[task % 5],
            difficulty: EvalTask.Difficulty.allCases[task % 3],
            language: .python,
            index: index,
            form: .solution,
            plantedLabel: nil,
            completionHash: ContentHash(of: "c\(task).\(index)"),
            programHash: ContentHash(of: "p\(task).\(index)"),
            result: verdict.map {
                StoredResult(
                    verdict: $0,
                    editDistance: EditDistanceValue(raw: task * 3 + index, normalized: 0.25),
                    isCached: false,
                    executions: 1,
                    attempt: 0
                )
            }
        )
    }

    /// Twelve tasks of five samples: tasks 0-3 always pass, 4-5 never, the others by turns.
    static var rows: [SampleRow] {
        let modes: [FailureMode] = [.wrongValue, .exception, .partial, .undefinedName, .parseError, .cpuTime]
        return (0..<12).flatMap { task in
            (0..<5).map { index in
                let passes = task < 4 || (task > 5 && (task + index) % 2 == 0)
                return row(
                    task,
                    index,
                    passes ? .passed : .failed(modes[(task + index) % modes.count]),
                    message: passes ? "" : "expected 1\u{1B}]0;owned\u{7} got 2\u{202E}",
                    line: passes ? nil : 7
                )
            }
        }
    }
}
