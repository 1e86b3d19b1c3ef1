import Evaluation
import HarnessCore
import TestSupport
import Testing

struct EvaluatorFaultTests {
    private struct Fault: Error {}

    @Test func `a time-out runs again with nothing beside it and the second result stands`() async throws {
        let ledger = MemoryLedger()
        let running = Shared(0)
        let besides = Shared<[Int]>([])
        let runs = Shared<[String: Int]>([:])
        let trial = PlainTrial { program in
            let count = running.update { count in
                count += 1
                return count
            }
            let run = runs.update { runs in
                runs[program, default: 0] += 1
                return runs[program, default: 0]
            }
            defer { running.update { $0 -= 1 } }
            await Task.yield()
            guard program.hasPrefix("slow") else { return .pass }
            if run == 2 { besides.update { $0.append(count - 1) } }
            return run == 2 && program == "slow 1" ? .pass : .stopped(by: .wallTime)
        }
        let samples =
            [makeSample("a", 0, "slow 1"), makeSample("a", 1, "slow 2")]
            + (2..<20).map { makeSample("a", $0, "program \($0)") }
        let plan = try makePlan([makeTask("a")], samples)

        let summary = try await makeEvaluator(plan, trial, ledger, settings: EvaluationSettings(jobs: 4))
            .run()

        #expect(besides.value == [0, 0])
        #expect(trial.programs.suffix(2) == ["slow 1", "slow 2"])
        #expect(summary.passed == 19 && summary.failed == 1)
        let slow = await ledger.results.filter { $0.index < 2 }.sorted { $0.index < $1.index }
        #expect(slow.map(\.verdict.outcome) == [.passed, .failed(.wallTime)])
        #expect(slow.map(\.attempts) == [2, 2])
    }

    @Test(arguments: [
        RunReport(termination: .signaled(9), isolation: .full), .stopped(by: .processes),
    ])
    func `a kill and a full process table are confirmed like a time-out`(first: RunReport) async throws {
        let ledger = MemoryLedger()
        let runs = Shared(0)
        let trial = PlainTrial { program in
            guard program == "killed" else { return .pass }
            let run = runs.update { runs in
                runs += 1
                return runs
            }
            return run == 1 ? first : .pass
        }
        let plan = try makePlan([makeTask("a")], [makeSample("a", 0, "killed"), makeSample("a", 1, "x")])

        let summary = try await makeEvaluator(plan, trial, ledger).run()

        #expect(trial.programs == ["killed", "x", "killed"])
        #expect(summary.passed == 2)
    }

    @Test func `a fault of the sandbox is tried once more`() async throws {
        let ledger = MemoryLedger()
        let runs = Shared(0)
        let trial = PlainTrial { _ in
            let run = runs.update { runs in
                runs += 1
                return runs
            }
            if run == 1 { throw Fault() }
            return .pass
        }

        let plan = try makePlan([makeTask("a")], [makeSample("a", 0, "x")])
        let summary = try await makeEvaluator(plan, trial, ledger).run()

        #expect(summary.passed == 1)
        #expect(await ledger.results.map(\.attempts) == [2])
    }

    @Test func `a fault that stays is recorded as one and never as a failure`() async throws {
        let ledger = MemoryLedger()
        let trial = PlainTrial { program in
            if program == "faulty" { throw HarnessError(.internalFault, "the box fell over") }
            return .pass
        }
        let samples = [makeSample("a", 0, "faulty"), makeSample("a", 1, "good")]

        let plan = try makePlan([makeTask("a")], samples)
        let summary = try await makeEvaluator(plan, trial, ledger).run()

        #expect(trial.programs == ["faulty", "faulty", "good"])
        #expect(summary.infrastructureErrors == 1 && summary.failed == 0 && summary.passed == 1)
        let faulty = await ledger.results.first { $0.index == 0 }
        #expect(faulty?.verdict.evidence.message == "the box fell over")
        #expect(faulty?.attempts == 2)
    }

    @Test func `five equal faults and no success end the run and record nothing`() async throws {
        let ledger = MemoryLedger()
        let trial = PlainTrial { _ in throw HarnessError(.unavailable, "no interpreter") }
        let samples = (0..<50).map { makeSample("a", $0, "program \($0)") }
        let evaluator = makeEvaluator(try makePlan([makeTask("a")], samples), trial, ledger)

        let error = await #expect(throws: HarnessError.self) { try await evaluator.run() }

        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("no interpreter") == true)
        #expect(trial.programs.count == 10)
        // Nothing is wrong with these samples: `resume` must find them missing.
        #expect(await ledger.results.isEmpty)
    }

    @Test func `many faults after a success do not end the run`() async throws {
        let ledger = MemoryLedger()
        let trial = PlainTrial { program in
            if program == "program 2" { return .pass }
            throw Fault()
        }
        let samples = (0..<9).map { makeSample("a", $0, "program \($0)") }

        let summary = try await makeEvaluator(try makePlan([makeTask("a")], samples), trial, ledger).run()

        #expect(summary.infrastructureErrors == 8 && summary.passed == 1)
        #expect(await ledger.results.count == 9)
    }

    @Test func `a run of few programs that all meet a fault records the faults`() async throws {
        let ledger = MemoryLedger()
        let trial = PlainTrial { _ in throw Fault() }

        let plan = try makePlan([makeTask("a")], [makeSample("a", 0, "x")])
        let summary = try await makeEvaluator(plan, trial, ledger).run()

        #expect(summary.status == .complete)
        #expect(await table(ledger) == ["a#0 infrastructure"])
    }
}
