import Foundation
import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct RunCreationTests {
    @Test func `a run comes back as it was given`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()

        let run = try fixture.store.run(reference: "r-000001")

        #expect(run == StoreFixture.run())
    }

    @Test func `equal texts are stored once`() throws {
        let fixture = try StoreFixture()
        let samples = (0..<5).map { index in
            PlannedSample(
                sample: Sample(taskID: "apple", index: index, text: "same", form: .solution),
                program: "same"
            )
        }
        try fixture.store.createRun(StoreFixture.run(), tasks: StoreFixture.tasks, samples: samples)

        let stored = try fixture.store.queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM text WHERE content = x'73616d65'")
        }

        #expect(stored == 1)
    }

    @Test func `runs of one suite share its tasks`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.createRun(StoreFixture.run("r-000002"))
        try fixture.createRun(StoreFixture.run("r-000003", suiteHash: ContentHash(of: "changed")))

        let counts = try fixture.store.queue.read { db in
            try (
                Int.fetchOne(db, sql: "SELECT count(*) FROM suite"),
                Int.fetchOne(db, sql: "SELECT count(*) FROM task")
            )
        }

        #expect(counts.0 == 2)
        #expect(counts.1 == 6)
    }

    @Test func `a run id that is taken is refused`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()

        #expect(try fixture.store.hasRun(id: "r-000001"))
        #expect(try !fixture.store.hasRun(id: "r-000002"))
        #expect(throws: HarnessError.self) { try fixture.createRun() }
        #expect(try fixture.store.runs().count == 1)
    }

    @Test func `a sample of an unknown task stores nothing of the run`() throws {
        let fixture = try StoreFixture()
        let stranger = Sample(taskID: "HumanEval/999", index: 0, text: "", form: .solution)

        let error = #expect(throws: HarnessError.self) {
            try fixture.store.createRun(
                StoreFixture.run(),
                tasks: StoreFixture.tasks,
                samples: StoreFixture.samples() + [PlannedSample(sample: stranger, program: "")]
            )
        }

        #expect(error?.code == .badData)
        #expect(error?.message.contains("HumanEval/999") == true)
        #expect(try fixture.store.runs().isEmpty)
        let rows = try fixture.store.queue.read {
            try Int.fetchOne($0, sql: "SELECT (SELECT count(*) FROM text) + (SELECT count(*) FROM sample)")
        }
        #expect(rows == 0)
    }

    @Test func `two samples in one place are refused`() throws {
        let fixture = try StoreFixture()

        let error = #expect(throws: HarnessError.self) {
            try fixture.store.createRun(
                StoreFixture.run(),
                tasks: StoreFixture.tasks,
                samples: StoreFixture.samples() + StoreFixture.samples(perTask: 1)
            )
        }

        #expect(error?.code == .badData)
        #expect(try fixture.store.runs().isEmpty)
    }

    @Test func `settings that are no JSON are refused by the schema`() throws {
        let fixture = try StoreFixture()
        var run = StoreFixture.run()
        run.settings = "{"

        #expect(throws: HarnessError.self) { try fixture.createRun(run) }
        #expect(try fixture.store.runs().isEmpty)
    }

    @Test(arguments: [
        "", "\0", "a\0b", "'; DROP TABLE run; --", "\"quoted\"", "👩‍👩‍👧‍👦 e\u{301} \u{202E}", "\r\n\t\u{1B}[31m",
        String(repeating: "é", count: 500_000),
    ])
    func `hostile text comes back unchanged`(text: String) throws {
        let fixture = try StoreFixture()
        let task = EvalTask(
            id: "odd'\"👻",
            prompt: text,
            test: .pythonCheck(PythonCheck(entryPoint: "f", test: "")),
            references: [.python: text]
        )
        let sample = Sample(taskID: task.id, index: 0, text: text, form: .completion, plantedLabel: "x'y")
        try fixture.store.createRun(
            StoreFixture.run(),
            tasks: [task],
            samples: [PlannedSample(sample: sample, program: text + text)]
        )

        let pending = try #require(try fixture.store.pending(run: "r-000001").first)
        let detail = try #require(try fixture.store.sampleDetail(run: "r-000001", key: SampleKey(sample)))

        #expect(pending.sample == sample)
        #expect(detail.program.utf8.elementsEqual((text + text).utf8))
        #expect(detail.row.programHash == ContentHash(of: text + text))
        #expect(detail.prompt.utf8.elementsEqual(text.utf8))
        #expect(detail.completion.utf8.elementsEqual(text.utf8))
        #expect(detail.reference?.utf8.elementsEqual(text.utf8) == true)
    }

    @Test func `16,400 samples are planned in one step and counted`() throws {
        let fixture = try StoreFixture()
        let tasks = (0..<164).map { StoreFixture.task("HumanEval/\($0)", category: nil, difficulty: nil) }
        let body = String(repeating: "    return sorted(values, key=lambda value: value)\n", count: 10)
        let samples = (0..<16_400).lazy.map { number in
            let text = body + "# \(number)"
            return PlannedSample(
                sample: Sample(
                    taskID: "HumanEval/\(number % 164)",
                    index: number / 164,
                    text: text,
                    form: .completion
                ),
                program: "def f(values):\n" + text
            )
        }

        let before = processorSeconds()
        try fixture.store.createRun(StoreFixture.run(), tasks: tasks, samples: samples)
        let used = processorSeconds() - before

        // About 2 s without optimisation on a machine that is busy elsewhere; a search through
        // what is stored already, for each sample, would take minutes.
        #expect(used < 10, "planning took \(used) s of processor time")
        let counts = try fixture.store.counts(run: "r-000001")
        #expect(counts.tasks == 164)
        #expect(counts.samples == 16_400)
        #expect(counts.missing == 16_400)
        #expect(counts.pending == 16_400)
    }

    /// Processor time of this thread, on which a write runs: a busy machine does not change it.
    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
