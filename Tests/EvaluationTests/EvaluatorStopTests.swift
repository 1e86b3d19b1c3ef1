import Evaluation
import HarnessCore
import TestSupport
import Testing

struct EvaluatorStopTests {
    private let tasks = [makeTask("a"), makeTask("b")]
    private let samples =
        (0..<10).map { makeSample("a", $0, "a \($0)") } + (0..<10).map { makeSample("b", $0, "b \($0)") }

    /// The samples that have no result yet, as the store would give them.
    private func pending(_ ledger: MemoryLedger) async -> [Sample] {
        let done = await Set(ledger.results.map { "\($0.taskID)#\($0.index)" })
        return samples.filter { !done.contains("\($0.taskID)#\($0.index)") }
    }

    @Test func `a first stop finishes what runs, saves it and starts nothing more`() async throws {
        let ledger = MemoryLedger()
        let control = EvaluationControl()
        let hasStopped = Shared(false)
        let trial = PlainTrial { program in
            if program == "a 3" {
                control.stop()
                // The program goes on until the stop has arrived.
                while !hasStopped.value { await Task.yield() }
            }
            return .pass
        }
        let evaluator = makeEvaluator(try makePlan(tasks, samples), trial, ledger) { event in
            if case .stopping = event { hasStopped.update { $0 = true } }
        }

        let summary = try await evaluator.run(control: control)

        #expect(summary.status == .interrupted)
        #expect(summary.passed == 4 && summary.missing == 16)
        #expect(await table(ledger) == ["a#0 passed", "a#1 passed", "a#2 passed", "a#3 passed"])
    }

    @Test func `what a stop left over is taken up and no sample is evaluated twice`() async throws {
        let ledger = MemoryLedger()
        let programs = Shared<[String]>([])
        for _ in 0..<2 {
            let control = EvaluationControl()
            let hasStopped = Shared(false)
            let count = Shared(0)
            let trial = PlainTrial { program in
                programs.update { $0.append(program) }
                let position = count.update { count in
                    count += 1
                    return count
                }
                if position == 6 { control.stop() }
                // Until the stop has arrived the other worker would go on to the end.
                while position >= 6 && !hasStopped.value { await Task.yield() }
                return .pass
            }
            let plan = try makePlan(tasks, await pending(ledger))
            let settings = EvaluationSettings(jobs: 2, cache: .off)
            let evaluator = makeEvaluator(plan, trial, ledger, settings: settings) { event in
                if case .stopping = event { hasStopped.update { $0 = true } }
            }
            let summary = try await evaluator.run(control: control)
            #expect(summary.status == .interrupted)
        }
        let rest = PlainTrial { program in
            programs.update { $0.append(program) }
            return .pass
        }
        let left = await pending(ledger)
        let summary = try await makeEvaluator(try makePlan(tasks, left), rest, ledger).run()

        #expect(summary.status == .complete)
        #expect(programs.value.sorted() == samples.map(\.text).sorted())
        #expect(await table(ledger) == samples.map { "\($0.taskID)#\($0.index) passed" }.sorted())
    }

    @Test func `a second stop gives up what runs and saves what is done`() async throws {
        let ledger = MemoryLedger()
        let control = EvaluationControl()
        let trial = PlainTrial { program in
            guard program == "a 2" else { return .pass }
            control.stop()
            control.stop()
            // A program that never ends by itself; only cancellation gets us out of it.
            while true {
                try Task.checkCancellation()
                await Task.yield()
            }
        }

        let evaluator = makeEvaluator(try makePlan(tasks, samples), trial, ledger)
        let summary = try await evaluator.run(control: control)

        #expect(summary.status == .interrupted)
        #expect(await table(ledger) == ["a#0 passed", "a#1 passed"])
    }

    @Test func `one control stops the evaluation that runs and every later one`() async throws {
        let control = EvaluationControl()
        let first = MemoryLedger()
        let plan = try makePlan(tasks, samples)
        let whole = try await makeEvaluator(plan, PlainTrial { _ in .pass }, first).run(control: control)
        let hasStopped = Shared(false)
        let trial = PlainTrial { program in
            if program == "a 3" { control.stop() }
            while program == "a 3" && !hasStopped.value { await Task.yield() }
            return .pass
        }
        let second = makeEvaluator(plan, trial, MemoryLedger()) { event in
            if case .stopping = event { hasStopped.update { $0 = true } }
        }

        let stopped = try await second.run(control: control)
        control.stop()
        let hanging = PlainTrial { _ in
            while true {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
        let cancelled = try await makeEvaluator(plan, hanging, MemoryLedger()).run(control: control)

        #expect(whole.status == .complete && whole.passed == 20)
        #expect(stopped.status == .interrupted && stopped.passed == 4)
        #expect(cancelled.status == .interrupted && cancelled.passed == 0)
    }

    @Test func `cancelling the task is a stop that saves what is done`() async throws {
        let ledger = MemoryLedger()
        let isHanging = Shared(false)
        let trial = PlainTrial { program in
            guard program == "a 2" else { return .pass }
            isHanging.update { $0 = true }
            while true {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
        let evaluator = makeEvaluator(try makePlan(tasks, samples), trial, ledger)

        let run = Task { try await evaluator.run() }
        while !isHanging.value { await Task.yield() }
        run.cancel()
        let summary = try await run.value

        #expect(summary.status == .interrupted)
        #expect(await table(ledger) == ["a#0 passed", "a#1 passed"])
    }

    @Test func `time-outs that nobody confirmed before the stop stay missing`() async throws {
        let ledger = MemoryLedger()
        let control = EvaluationControl()
        let hasStopped = Shared(false)
        let trial = PlainTrial { program in
            if program == "a 0" { return .stopped(by: .wallTime) }
            if program == "b 9" {
                control.stop()
                while !hasStopped.value { await Task.yield() }
            }
            return .pass
        }
        let evaluator = makeEvaluator(try makePlan(tasks, samples), trial, ledger) { event in
            if case .stopping = event { hasStopped.update { $0 = true } }
        }

        let summary = try await evaluator.run(control: control)

        #expect(summary.status == .interrupted)
        #expect(summary.missing == 1)
        #expect(await pending(ledger).map(\.text) == ["a 0"])
    }
}
