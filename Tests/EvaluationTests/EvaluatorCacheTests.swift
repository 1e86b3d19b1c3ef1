import Evaluation
import HarnessCore
import TestSupport
import Testing

struct EvaluatorCacheTests {
    private let tasks = [makeTask("a")]
    private let samples = [makeSample("a", 0, "good"), makeSample("a", 1, "bad"), makeSample("a", 2, "good")]

    /// Runs the samples twice over one ledger and returns the programs of the second run.
    private func secondRun(
        _ first: EvaluationSettings.CachePolicy,
        _ second: EvaluationSettings.CachePolicy,
        ledger: MemoryLedger,
        changed: Bool = false
    ) async throws -> (programs: [String], summary: EvaluationSummary) {
        let plan = try makePlan(tasks, samples)
        let trial = PlainTrial { $0 == "good" ? .pass : .fail }
        _ = try await makeEvaluator(plan, trial, ledger, settings: EvaluationSettings(cache: first)).run()
        let again = PlainTrial { $0 == "good" || changed ? .pass : .fail }
        let settings = EvaluationSettings(cache: second)
        let summary = try await makeEvaluator(plan, again, ledger, settings: settings).run()
        return (again.programs.sorted(), summary)
    }

    @Test func `a second run takes every verdict from the cache`() async throws {
        let ledger = MemoryLedger()

        let (programs, summary) = try await secondRun(.on, .on, ledger: ledger)

        #expect(programs.isEmpty)
        #expect(summary.cached == 3 && summary.executed == 0)
        #expect(summary.passed == 2 && summary.failed == 1)
        let rows = await ledger.results.suffix(3)
        #expect(rows.allSatisfy { $0.source == .cached && $0.attempts == 0 && $0.elapsedMicroseconds == 0 })
    }

    @Test func `without the cache everything runs again and nothing is kept`() async throws {
        let ledger = MemoryLedger()

        let (programs, _) = try await secondRun(.off, .on, ledger: ledger)
        let (again, _) = try await secondRun(.on, .off, ledger: ledger)

        #expect(programs == ["bad", "good"])
        #expect(again == ["bad", "good"])
    }

    @Test func `refreshing runs everything again and replaces what was known`() async throws {
        let ledger = MemoryLedger()
        let plan = try makePlan(tasks, samples)

        let (programs, summary) = try await secondRun(.on, .refresh, ledger: ledger, changed: true)
        let known = await ledger.verdicts(forKeys: plan.units.map(\.key))

        #expect(programs == ["bad", "good"])
        #expect(summary.passed == 3)
        #expect(known.values.allSatisfy { $0.outcome == .passed })
    }

    @Test func `time-outs and faults are never kept, because another day may differ`() async throws {
        let ledger = MemoryLedger()
        let samples = [
            makeSample("a", 0, "slow"), makeSample("a", 1, "faulty"), makeSample("a", 2, "good"),
        ]
        let plan = try makePlan(tasks, samples)
        let trial = PlainTrial { program in
            switch program {
            case "slow": .stopped(by: .cpuTime)
            case "faulty": .fault
            default: .pass
            }
        }

        let summary = try await makeEvaluator(plan, trial, ledger).run()
        let known = await ledger.verdicts(forKeys: plan.units.map(\.key))

        #expect(summary.passed == 1 && summary.failed == 1 && summary.infrastructureErrors == 1)
        #expect(known.values.map(\.outcome) == [.passed])
    }
}
