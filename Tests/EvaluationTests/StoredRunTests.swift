import Evaluation
import HarnessCore
import ResultStore
import TestSupport
import Testing

struct StoredRunTests {
    private let folder: TemporaryFolder
    private let store: ResultStore
    private let suite = makeSuite([makeTask("a"), makeTask("b"), makeTask("c")])
    private let samples = ["a", "b"].flatMap { task in
        (0..<40).map { makeSample(task, $0, "\(task) program \($0 / 2)") }
    }

    init() throws {
        folder = try TemporaryFolder()
        store = try ResultStore(path: folder.file("results.sqlite"), now: { "2026-01-01T00:00:00Z" })
    }

    private func record(isolation: IsolationLevel = .full) -> RunRecord {
        RunRecord(
            id: "r-1",
            model: "m",
            suiteName: suite.name,
            suiteHash: suite.hash,
            created: "2026-01-01T00:00:00Z",
            toolVersion: identity.judging,
            seed: 1,
            limits: suite.limits,
            isolation: isolation,
            runnerDigest: identity.runner,
            toolchain: #"{"python": {"version": "3.11.2", "digest": "\#(identity.toolchain)"}}"#,
            isWarm: true,
            sampleSource: "samples.jsonl"
        )
    }

    private func start(_ samples: [Sample]) throws -> EvaluationPlan {
        let plan = try makePlan(suite.tasks, samples)
        try store.createRun(record(), suite: suite, plan: plan) { sample, _ in sample.text }
        return plan
    }

    private func rest(
        suite: TaskSuite? = nil,
        identity: ExecutionIdentity = identity
    ) throws -> EvaluationPlan? {
        let run = try store.run(reference: "r-1")
        return try store.planRest(
            of: run,
            suite: suite ?? self.suite,
            runnerDigest: identity.runner,
            identities: ExecutionIdentities(identity),
            program: { sample, _ in sample.text }
        )
    }

    @Test func `a run that is stopped and resumed has every sample once`() async throws {
        var plan: EvaluationPlan? = try start(samples)
        let executed = Shared<[String]>([])
        var rounds = 0
        while let current = plan {
            rounds += 1
            let control = EvaluationControl()
            let hasStopped = Shared(false)
            let count = Shared(0)
            let trial = PlainTrial { program in
                executed.update { $0.append(program) }
                let position = count.update { count in
                    count += 1
                    return count
                }
                if position == 15 { control.stop() }
                while position >= 15 && !hasStopped.value { await Task.yield() }
                return program.hasSuffix("7") ? .fail : .pass
            }
            let evaluator = makeEvaluator(
                current,
                trial,
                StoreLedger(store: store, run: "r-1"),
                settings: EvaluationSettings(jobs: 2, cache: .off)
            ) { event in
                if case .stopping = event { hasStopped.update { $0 = true } }
            }
            _ = try await evaluator.run(control: control)
            plan = try rest()
        }

        let rows = try store.sampleRows(run: "r-1")
        #expect(rounds == 3)
        #expect(executed.value.sorted() == Set(samples.map(\.text)).sorted())
        #expect(rows.map { "\($0.taskID) \($0.index)" } == samples.map { "\($0.taskID) \($0.index)" })
        let failed = rows.filter { $0.result?.verdict.outcome == .failed(.wrongValue) }
        #expect(failed.map(\.index) == [14, 15, 34, 35, 14, 15, 34, 35])
        #expect(rows.filter { $0.result?.verdict.outcome == .passed }.count == 72)
        #expect(rows.filter { $0.result?.isCached == true }.count == 40)
    }

    @Test func `what an interrupted task had done is in the store`() async throws {
        let plan = try start(samples)
        let isHanging = Shared(false)
        let trial = PlainTrial { program in
            guard program == "a program 5" else { return .pass }
            isHanging.update { $0 = true }
            while true {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
        let evaluator = makeEvaluator(plan, trial, StoreLedger(store: store, run: "r-1"))

        let run = Task { try await evaluator.run() }
        while !isHanging.value { await Task.yield() }
        run.cancel()
        let summary = try await run.value

        #expect(summary.status == .interrupted)
        #expect(try store.pending(run: "r-1").count == 70)
    }

    @Test func `faults are taken up again and replaced by what comes then`() async throws {
        let plan = try start(samples)
        let ledger = StoreLedger(store: store, run: "r-1")
        let first = PlainTrial { $0.hasPrefix("b") ? .fault : .pass }
        _ = try await makeEvaluator(plan, first, ledger).run()

        let left = try #require(try rest())
        let second = PlainTrial { _ in .pass }
        _ = try await makeEvaluator(left, second, StoreLedger(store: store, run: "r-1")).run()

        #expect(left.samples.map(\.taskID).allSatisfy { $0 == "b" })
        #expect(second.programs.count == 20)
        #expect(try store.sampleRows(run: "r-1").allSatisfy { $0.result?.verdict.outcome == .passed })
        #expect(try rest() == nil)
    }

    @Test func `verdicts reach later runs through the store`() async throws {
        let plan = try start(samples)
        _ = try await makeEvaluator(plan, PlainTrial { _ in .pass }, StoreLedger(store: store, run: "r-1"))
            .run()
        var other = record()
        other.id = "r-2"
        try store.createRun(other, suite: suite, plan: plan) { sample, _ in sample.text }

        let trial = PlainTrial { _ in .fail }
        let summary = try await makeEvaluator(plan, trial, StoreLedger(store: store, run: "r-2")).run()

        #expect(trial.programs.isEmpty)
        #expect(summary.cached == 80 && summary.passed == 80)
        #expect(try store.sampleRows(run: "r-2").allSatisfy { $0.result?.isCached == true })
    }

    @Test func `a run is not resumed with another interpreter`() throws {
        _ = try start(samples)
        var other = identity
        other.toolchain = "t2"

        let error = #expect(throws: HarnessError.self) { try rest(identity: other) }

        #expect(error?.code == .badConfiguration)
        #expect(error?.message == "the toolchain of python changed since run r-1 was started")
    }

    @Test func `a run is not resumed under other rules of judging`() throws {
        _ = try start(samples)
        var other = identity
        other.judging = "j2"

        let error = #expect(throws: HarnessError.self) { try rest(identity: other) }

        #expect(error?.code == .badConfiguration)
        #expect(error?.message == "the version of evalharness changed since run r-1 was started")
    }

    @Test func `a run is not resumed under another suite, limit, runner or isolation`() throws {
        _ = try start(samples)
        var otherSuite = suite
        otherSuite.hash = ContentHash(of: "changed")
        var otherLimits = suite
        otherLimits.limits.cpuMilliseconds += 1
        var otherRunner = identity
        otherRunner.runner = "r2"
        var otherLevel = identity
        otherLevel.isolation = .fence

        let messages = [
            #expect(throws: HarnessError.self) { try rest(suite: otherSuite) },
            #expect(throws: HarnessError.self) { try rest(suite: otherLimits) },
            #expect(throws: HarnessError.self) { try rest(identity: otherRunner) },
            #expect(throws: HarnessError.self) { try rest(identity: otherLevel) },
        ].map { $0?.message ?? "" }

        #expect(messages[0] == "the suite \"small\" changed since run r-1 was started")
        #expect(messages[1] == "the limits changed since run r-1 was started")
        #expect(messages[2] == "the runner changed since run r-1 was started")
        #expect(messages[3].contains("full") && messages[3].contains("fence"))
    }
}
