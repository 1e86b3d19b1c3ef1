import HarnessCore
import Testing

@testable import ResultStore

@Suite struct OutcomeCountTests {
    @Test func `samples are counted by task, outcome and mode, with the moments of their measures`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        _ = try fixture.store.record(
            [
                StoreFixture.result("zebra", 0),
                StoreFixture.result("zebra", 1, .failed(.wrongValue), casesPassed: 1),
                StoreFixture.result("apple", 0, .infrastructureError),
            ],
            run: "r-000001"
        )

        let counts = try fixture.store.outcomeCounts(run: "r-000001")

        #expect(counts.map(\.taskID) == ["zebra", "zebra", "apple", "apple", "mango"])
        #expect(counts.map(\.outcome) == [.failed, .passed, .missing, .infrastructureError, .missing])
        #expect(counts.map(\.samples) == [1, 1, 1, 1, 2])
        #expect(counts[0].mode == .wrongValue)
        #expect(counts[0].caseShares == 0.25)
        #expect(counts[0].squaredCaseShares == 0.0625)
        #expect(counts[0].editSamples == 1)
        #expect(counts[0].editDistances == 0.25)
        #expect(counts[4].editSamples == 0)
        #expect(counts[0].difficulty == .hard)
    }

    @Test func `a newer run of the model is found whatever its status`() throws {
        let fixture = try StoreFixture()
        let first = StoreFixture.run("r-000001", status: .complete)
        try fixture.createRun(first)
        #expect(try fixture.store.newerRun(than: first) == nil)

        try fixture.createRun(StoreFixture.run("r-000002", model: "other"))
        #expect(try fixture.store.newerRun(than: first) == nil)

        try fixture.createRun(StoreFixture.run("r-000003"))
        #expect(try fixture.store.newerRun(than: first)?.id == "r-000003")
    }

    @Test func `a suite's tasks are counted with samples and without`() throws {
        let fixture = try StoreFixture()
        let some = StoreFixture.samples(tasks: [StoreFixture.tasks[0]])
        try fixture.store.createRun(StoreFixture.run(), tasks: StoreFixture.tasks, samples: some)

        #expect(try fixture.store.suiteTaskCount(run: "r-000001") == 3)
        #expect(throws: HarnessError.self) { try fixture.store.suiteTaskCount(run: "r-absent") }
    }
}
