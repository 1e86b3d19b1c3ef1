import Evaluation
import HarnessCore
import TestSupport
import Testing

struct EvaluatorTests {
    @Test func `identical programs run once and every sample has its own result`() async throws {
        let ledger = MemoryLedger()
        let trial = PlainTrial { $0 == "good" ? .pass : .fail }
        let samples = (0..<6).map { makeSample("a", $0, $0 % 2 == 0 ? "good" : "bad") }

        let summary = try await makeEvaluator(try makePlan([makeTask("a")], samples), trial, ledger).run()

        #expect(trial.programs.sorted() == ["bad", "good"])
        #expect(
            await table(ledger) == [
                "a#0 passed", "a#1 logic.wrong-value", "a#2 passed", "a#3 logic.wrong-value", "a#4 passed",
                "a#5 logic.wrong-value",
            ]
        )
        #expect(await ledger.results.filter { $0.source == .executed }.map(\.index).sorted() == [0, 1])
        #expect(summary.status == .complete)
        #expect(summary.executed == 2)
        #expect(summary.passed == 3 && summary.failed == 3 && summary.missing == 0)
    }

    @Test func `programs start in the plan's order`() async throws {
        let trial = PlainTrial { _ in .pass }
        let tasks = [makeTask("a"), makeTask("b"), makeTask("c")]
        let samples = tasks.map { makeSample($0.id, 0, "program of \($0.id)") }
        let plan = try makePlan(tasks, samples, history: ["a": 1, "b": 3, "c": 2])

        _ = try await makeEvaluator(plan, trial, MemoryLedger()).run()

        #expect(trial.programs == ["program of b", "program of c", "program of a"])
    }

    @Test func `as many programs run side by side as there are jobs and never more`() async throws {
        let running = Shared(0)
        let trial = PlainTrial { _ in
            running.update { $0 += 1 }
            // Nobody leaves before three have come: this ends only if three really run together.
            while running.value < 3 { await Task.yield() }
            return .pass
        }
        let samples = (0..<12).map { makeSample("a", $0, "program \($0)") }
        let settings = EvaluationSettings(jobs: 3)

        let plan = try makePlan([makeTask("a")], samples)
        let summary = try await makeEvaluator(plan, trial, MemoryLedger(), settings: settings).run()

        #expect(summary.passed == 12)
        #expect(trial.sandbox.mostRunning == 3)
    }

    @Test func `a ledger that cannot save stops the run with its error`() async throws {
        let trial = PlainTrial { _ in .pass }
        let ledger = FullLedger(capacity: 10)
        let samples = (0..<100).map { makeSample("a", $0, "program \($0)") }
        let evaluator = makeEvaluator(try makePlan([makeTask("a")], samples), trial, ledger)

        let error = await #expect(throws: HarnessError.self) { try await evaluator.run() }

        #expect(error?.code == .writeFailed)
        #expect(trial.programs.count == 11)
    }

    @Test func `events tell of every sample once and end with the summary`() async throws {
        let events = Shared<[EvaluationEvent]>([])
        let samples = (0..<4).map { makeSample("a", $0, "program \($0 % 3)") }
        let plan = try makePlan([makeTask("a")], samples)
        let trial = PlainTrial { _ in .pass }
        let evaluator = makeEvaluator(plan, trial, MemoryLedger()) { event in
            events.update { $0.append(event) }
        }

        _ = try await evaluator.run()

        let finished = events.value.compactMap { event in
            if case .finished(let sample) = event { sample.index } else { nil }
        }
        #expect(finished.sorted() == [0, 1, 2, 3])
        guard case .started(let counts) = events.value.first, case .ended(let summary) = events.value.last
        else {
            Issue.record("the events do not start and end as they should")
            return
        }
        #expect(counts == EvaluationPlan.Counts(tasks: 1, planned: 4, unique: 3))
        #expect(summary.passed == 4)
    }
}

/// Has room for so many results.
actor FullLedger: EvaluationLedger {
    private var room: Int

    init(capacity: Int) { room = capacity }

    func knownKeys(among keys: [ContentHash]) -> Set<ContentHash> { [] }

    func verdicts(forKeys keys: [ContentHash]) -> [ContentHash: Verdict] { [:] }

    func record(_ results: [EvaluatedSample]) throws {
        guard room >= results.count else { throw HarnessError(.writeFailed, "no space left") }
        room -= results.count
    }

    func flush() {}

    func remember(_ verdicts: [ContentHash: Verdict]) {}
}
