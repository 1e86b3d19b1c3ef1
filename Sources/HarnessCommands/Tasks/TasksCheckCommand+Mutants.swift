import Evaluation
import Foundation
import HarnessCore
import Reporting
import Runners
import Sandbox
import Suites

extension TasksCheckCommand {
    /// The mutation score that every task must reach.
    private static let mutationThreshold = 0.95

    /// Runs the mutants of the references and tells how many of them the cases kill.
    func mutantReport(
        _ suite: TaskSuite,
        _ benches: Workbenches,
        wanted: [Language],
        referencesFolder: URL
    ) async throws -> MutantReport {
        let language = wanted.first ?? .python
        let bench = try await benches.bench(language)
        guard wanted.count < 2, try bench.runner.mutation(of: "", toolchain: bench.toolchain) != nil else {
            throw HarnessError(
                .usage,
                "mutants are made of references in Python only",
                remedy: "leave --language out: which answers the cases refuse does not depend on the language"
            )
        }
        var equivalents: [String: EquivalentMutants] = [:]
        for task in suite.tasks {
            equivalents[task.id] = try EquivalentMutants.load(
                task: task.id,
                referencesFolder: referencesFolder
            )
        }
        let start = ContinuousClock.now
        let check = MutantCheck(
            trial: bench.trial,
            jobs: bench.jobs,
            isolation: bench.pool.isolation,
            now: { ContinuousClock.now - start },
            mutants: { try await bench.mutants(of: $0) }
        )
        let rows = try await check.run(suite, language: language, equivalents: equivalents)
        return MutantReport(
            suite: suite.name,
            tasks: rows.map(MutantReport.TaskMutants.init),
            threshold: Self.mutationThreshold
        )
    }
}

extension Workbench {
    /// The mutants of a program, made in a box.
    fileprivate func mutants(of program: String) async throws -> [Mutant] {
        guard let request = try runner.mutation(of: program, toolchain: toolchain) else { return [] }
        let report = try await pool.run(request)
        guard report.termination == .exited(code: 0), report.limitHit == nil else {
            throw HarnessError(
                .internalFault,
                "the mutants of a reference could not be made",
                remedy: String(decoding: report.standardError.suffix(2000), as: UTF8.self)
            )
        }
        return try Mutant.list(report.standardOutput)
    }
}

extension MutantReport.TaskMutants {
    fileprivate init(_ row: MutantCheck.Row) {
        self.init(
            taskID: row.taskID,
            killed: row.killed,
            timedOut: row.timedOut,
            equivalent: row.equivalent,
            survivors: row.survivors.map {
                MutantReport.Survivor(name: $0.name, operator: $0.operator, line: $0.line)
            },
            problems: row.problems
        )
    }
}
