import Evaluation
import HarnessCore
import TestSupport
import Testing

/// A task counts only where its own reference passes.
struct EvaluatorReferenceTests {
    @Test func `a task whose own reference fails here is quarantined and not scored`() async throws {
        let ledger = MemoryLedger()
        let tasks = [
            makeTask("a", reference: "sound"), makeTask("b", reference: "broken"), makeTask("c"),
        ]
        let trial = PlainTrial { $0 == "broken" ? .fail : .pass }
        let samples = tasks.map { makeSample($0.id, 0, "sample of \($0.id)") }
        let settings = EvaluationSettings(checksReferences: true)

        let plan = try makePlan(tasks, samples)
        let summary = try await makeEvaluator(plan, trial, ledger, settings: settings).run()

        #expect(await table(ledger) == ["a#0 passed", "b#0 infrastructure", "c#0 passed"])
        #expect(summary.quarantined == ["b"])
        #expect(!trial.programs.contains("sample of b"))
        let row = await ledger.results.first { $0.taskID == "b" }
        #expect(row?.source == .quarantined)
        #expect(row?.verdict.rule == "harness.reference-fails")
    }

    @Test func `references that are known to pass are not run again`() async throws {
        let ledger = MemoryLedger()
        let tasks = [makeTask("a", reference: "sound")]
        let settings = EvaluationSettings(checksReferences: true)
        let first = PlainTrial { _ in .pass }
        let plan = try makePlan(tasks, [makeSample("a", 0, "x")])
        _ = try await makeEvaluator(plan, first, ledger, settings: settings).run()

        let second = PlainTrial { _ in .pass }
        let other = try makePlan(tasks, [makeSample("a", 0, "y")])
        _ = try await makeEvaluator(other, second, ledger, settings: settings).run()

        #expect(first.programs == ["sound", "x"])
        #expect(second.programs == ["y"])
    }

    @Test func `a sample that is the reference runs once`() async throws {
        let ledger = MemoryLedger()
        let trial = PlainTrial { _ in .pass }
        let plan = try makePlan(
            [makeTask("a", reference: "sound")],
            [makeSample("a", 0, "sound"), makeSample("a", 1, "x")]
        )
        let settings = EvaluationSettings(cache: .off, checksReferences: true)

        let summary = try await makeEvaluator(plan, trial, ledger, settings: settings).run()

        #expect(trial.programs == ["sound", "x"])
        #expect(summary.passed == 2 && summary.executed == 2)
        #expect(await ledger.results.map(\.source) == [.executed, .executed])
    }

    @Test func `references of tasks whose verdicts are all known are not run`() async throws {
        let ledger = MemoryLedger()
        let tasks = [makeTask("a", reference: "sound")]
        let plan = try makePlan(tasks, [makeSample("a", 0, "x")])
        _ = try await makeEvaluator(plan, PlainTrial { _ in .pass }, ledger).run()

        let trial = PlainTrial { _ in .pass }
        let settings = EvaluationSettings(checksReferences: true)
        _ = try await makeEvaluator(plan, trial, ledger, settings: settings).run()

        #expect(trial.programs.isEmpty)
    }

    @Test func `the proof of a reference is kept and used with the cache off, and no sample's verdict is`()
        async throws
    {
        let ledger = MemoryLedger()
        let plan = try makePlan([makeTask("a", reference: "sound")], [makeSample("a", 0, "x")])
        let settings = EvaluationSettings(cache: .off, checksReferences: true)
        _ = try await makeEvaluator(plan, PlainTrial { _ in .pass }, ledger, settings: settings).run()

        let trial = PlainTrial { _ in .pass }
        _ = try await makeEvaluator(plan, trial, ledger, settings: settings).run()

        #expect(trial.programs == ["x"])
    }

    @Test func `a reference that once failed is tried again`() async throws {
        let ledger = MemoryLedger()
        let plan = try makePlan([makeTask("a", reference: "sound")], [makeSample("a", 0, "x")])
        let settings = EvaluationSettings(checksReferences: true)
        let first = try await makeEvaluator(plan, PlainTrial { _ in .fail }, ledger, settings: settings).run()

        let second = try await makeEvaluator(plan, PlainTrial { _ in .pass }, ledger, settings: settings)
            .run()

        #expect(first.quarantined == ["a"] && first.infrastructureErrors == 1)
        #expect(second.passed == 1)
    }
}
