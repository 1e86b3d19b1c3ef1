import HarnessCore
import Testing

@testable import ResultStore

@Suite struct SampleQueryTests {
    private let run = "r-000001"

    private func judgedStore() throws -> StoreFixture {
        let fixture = try StoreFixture()
        try fixture.createRun()
        // Another run in the same file must never show up.
        try fixture.createRun(StoreFixture.run("r-000002"))
        try fixture.store.record(
            ["apple", "mango", "zebra"].map { StoreFixture.result($0, 0, .failed(.memory)) },
            run: "r-000002"
        )
        try fixture.store.record(
            [
                StoreFixture.result("mango", 0, .failed(.wrongValue), casesPassed: 0),
                StoreFixture.result("zebra", 1, .failed(.wrongValue), casesPassed: 1),
                StoreFixture.result("zebra", 0, .passed),
                StoreFixture.result("apple", 1, .infrastructureError, casesPassed: 0),
                StoreFixture.result("apple", 0, .failed(.undefinedName), casesPassed: 2),
            ],
            run: run
        )
        return fixture
    }

    @Test func `samples come in the suite's order of tasks, whenever they were judged`() throws {
        let fixture = try judgedStore()

        let rows = try fixture.store.sampleRows(run: run)

        #expect(
            rows.map { "\($0.taskID) \($0.index)" }
                == ["zebra 0", "zebra 1", "apple 0", "apple 1", "mango 0", "mango 1"]
        )
        #expect(rows.first?.category == .strings)
        #expect(rows.first?.difficulty == .hard)
        #expect(rows.first?.plantedLabel == nil)
        #expect(rows.first?.completionHash == ContentHash(of: "answer 0 to zebra"))
        #expect(rows.first?.programHash == ContentHash(of: "program 0 of zebra"))
        #expect(rows.last?.plantedLabel == "logic")
        #expect(rows.last?.result == nil)
        #expect(rows.last?.category == nil)
    }

    @Test(arguments: [
        (SampleFilter(outcome: .passed), ["zebra 0"]),
        (SampleFilter(outcome: .failed), ["zebra 1", "apple 0", "mango 0"]),
        (SampleFilter(outcome: .infrastructureError), ["apple 1"]),
        (SampleFilter(outcome: .missing), ["mango 1"]),
        (SampleFilter(family: .logic), ["zebra 1", "mango 0"]),
        (SampleFilter(mode: .undefinedName), ["apple 0"]),
        (SampleFilter(taskID: "mango"), ["mango 0", "mango 1"]),
        (SampleFilter(outcome: .failed, taskID: "mango"), ["mango 0"]),
        (SampleFilter(language: Language(rawValue: "rust")), []),
        (SampleFilter(category: .algorithms), ["apple 0", "apple 1"]),
        (SampleFilter(difficulty: .hard), ["zebra 0", "zebra 1"]),
        (SampleFilter(limit: 2), ["zebra 0", "zebra 1"]),
        (SampleFilter(limit: 2, offset: 3), ["apple 1", "mango 0"]),
        (SampleFilter(outcome: .failed, limit: 1, offset: 1), ["apple 0"]),
        (SampleFilter(limit: 0), []),
        (SampleFilter(taskID: "' OR 1=1 --"), []),
    ])
    func `a filter selects`(filter: SampleFilter, expected: [String]) throws {
        let fixture = try judgedStore()

        let rows = try fixture.store.sampleRows(run: run, filter: filter)

        #expect(rows.map { "\($0.taskID) \($0.index)" } == expected)
    }

    @Test func `a sample is shown with its texts`() throws {
        let fixture = try judgedStore()

        let detail = try #require(
            try fixture.store.sampleDetail(run: run, key: StoreFixture.key("zebra", 1))
        )

        #expect(detail.prompt == "Write zebra.")
        #expect(detail.completion == "answer 1 to zebra")
        #expect(detail.program == "program 1 of zebra")
        #expect(detail.reference == "reference of zebra")
        #expect(detail.row == (try fixture.store.sampleRows(run: run)[1]))
        #expect(try fixture.store.sampleDetail(run: run, key: StoreFixture.key("zebra", 9)) == nil)
    }

    @Test func `pending samples are those without a verdict, page by page`() throws {
        let fixture = try judgedStore()

        let all = try fixture.store.pending(run: run)
        let first = try fixture.store.pending(run: run, limit: 1)
        let second = try fixture.store.pending(run: run, after: first.last?.position, limit: 1)
        let third = try fixture.store.pending(run: run, after: second.last?.position, limit: 1)

        #expect(all.map { "\($0.sample.taskID) \($0.sample.index)" } == ["apple 1", "mango 1"])
        #expect(first + second == all)
        #expect(third.isEmpty)
        let counts = try fixture.store.counts(run: run)
        #expect(counts.pending == 2)
        #expect(counts.judged == 4)
    }

    @Test func `a task costs what its programs took on average, faults aside`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        var slow = StoreFixture.result("apple", 0, .passed)
        slow.verdict.usage.cpuMicroseconds = 9_000
        var quick = StoreFixture.result("apple", 1, .failed(.wrongValue))
        quick.verdict.usage.cpuMicroseconds = 1_000
        var fault = StoreFixture.result("zebra", 0, .infrastructureError)
        fault.verdict.usage.cpuMicroseconds = 77_000
        try fixture.store.record([slow, quick, fault], run: run)
        let suite = try fixture.store.run(reference: run).suiteName

        #expect(try fixture.store.taskCosts(suite: suite) == ["apple": 5_000])
        #expect(try fixture.store.taskCosts(suite: "another").isEmpty)
    }

    @Test func `an unknown run is an error everywhere`() throws {
        let fixture = try judgedStore()

        #expect(throws: HarnessError.self) { try fixture.store.sampleRows(run: "r-x") }
        #expect(throws: HarnessError.self) { try fixture.store.pending(run: "r-x") }
        #expect(throws: HarnessError.self) { try fixture.store.counts(run: "r-x") }
    }
}
