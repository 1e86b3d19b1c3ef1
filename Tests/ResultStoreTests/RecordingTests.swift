import Foundation
import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct RecordingTests {
    private let run = "r-000001"

    @Test func `a result comes back as it was given`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let result = StoreFixture.result("apple", 1, .failed(.partial), casesPassed: 3, message: "3 of 4")

        #expect(try fixture.store.record([result], run: run) == 1)

        let rows = try fixture.store.sampleRows(run: run, filter: SampleFilter(outcome: .failed))
        #expect(rows.map(\.key) == [StoreFixture.key("apple", 1)])
        let stored = try #require(rows.first?.result)
        #expect(stored.verdict == result.verdict)
        #expect(stored.editDistance == result.editDistance)
        #expect(stored.attempt == 0)
        #expect(stored.executions == 1)
        #expect(!stored.isCached)
    }

    @Test func `a verdict without measures comes back without them`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let verdict = Verdict(
            outcome: .failed(.parseError),
            rule: "python.parse",
            casesPassed: 0,
            casesTotal: 0,
            trust: .shared,
            isolation: .fence
        )
        let result = SampleResult(
            key: StoreFixture.key("apple", 0),
            verdict: verdict,
            isCached: true,
            executions: 0
        )
        try fixture.store.record([result], run: run)

        let detail = try #require(try fixture.store.sampleDetail(run: run, key: result.key))

        #expect(detail.row.result?.verdict == verdict)
        #expect(detail.row.result?.editDistance == nil)
        #expect(detail.row.result?.isCached == true)
        #expect(detail.row.result?.executions == 0)
    }

    @Test(arguments: FailureMode.allCases)
    func `every failure mode can be stored`(mode: FailureMode) throws {
        let fixture = try StoreFixture()
        try fixture.createRun()

        try fixture.store.record([StoreFixture.result("apple", 0, .failed(mode))], run: run)

        let rows = try fixture.store.sampleRows(run: run, filter: SampleFilter(mode: mode))
        #expect(rows.map(\.result?.verdict.outcome) == [.failed(mode)])
    }

    @Test func `the first verdict of a sample stays`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let first = StoreFixture.result("apple", 0, .passed)
        try fixture.store.record([first], run: run)

        let added = try fixture.store.record(
            [
                StoreFixture.result("apple", 0, .failed(.wrongValue)),
                StoreFixture.result("apple", 0, .infrastructureError),
                StoreFixture.result("apple", 1, .passed),
            ],
            run: run
        )

        #expect(added == 1)
        let detail = try #require(try fixture.store.sampleDetail(run: run, key: first.key))
        #expect(detail.history.map(\.verdict.outcome) == [.passed])
    }

    @Test func `an infrastructure error is followed by the next attempt and kept`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let key = StoreFixture.key("apple", 0)
        try fixture.store.record([StoreFixture.result("apple", 0, .infrastructureError)], run: run)
        try fixture.store.record([StoreFixture.result("apple", 0, .infrastructureError)], run: run)

        #expect(try fixture.store.pending(run: run).contains { $0.sample.taskID == "apple" })
        try fixture.store.record([StoreFixture.result("apple", 0, .passed)], run: run)

        let detail = try #require(try fixture.store.sampleDetail(run: run, key: key))
        #expect(
            detail.history.map(\.verdict.outcome) == [.infrastructureError, .infrastructureError, .passed]
        )
        #expect(detail.history.map(\.attempt) == [0, 1, 2])
        #expect(detail.row.result?.verdict.outcome == .passed)
        #expect(try fixture.store.counts(run: run).infrastructureErrors == 0)
        #expect(try !fixture.store.pending(run: run).contains { SampleKey($0.sample) == key })
    }

    @Test func `the schema itself refuses a second verdict`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.store.record([StoreFixture.result("apple", 0)], run: run)

        let error = #expect(throws: DatabaseError.self) {
            try fixture.store.queue.write {
                try $0.execute(
                    sql: """
                        INSERT INTO result (
                            sampleID, attempt, outcome, rule, message, casesPassed, casesTotal, trust, isolation,
                            cpuMicroseconds, wallMicroseconds, isCached, executions
                        ) SELECT sampleID, 1, outcome, rule, message, casesPassed, casesTotal, trust, isolation,
                            cpuMicroseconds, wallMicroseconds, isCached, executions FROM result
                        """
                )
            }
        }

        #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }

    @Test func `a result for an unknown sample stores nothing of its batch`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()

        #expect(throws: HarnessError.self) {
            try fixture.store.record(
                [StoreFixture.result("apple", 0), StoreFixture.result("apple", 99)],
                run: run
            )
        }
        #expect(try fixture.store.counts(run: run).missing == 6)
    }

    @Test func `evidence with NUL and quotes is kept whole and readable`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()

        try fixture.store.record(
            [StoreFixture.result("apple", 0, .failed(.exception), message: "a\0b 'c' 👻\u{1B}")],
            run: run
        )

        let row = try #require(
            try fixture.store.sampleRows(run: run, filter: SampleFilter(outcome: .failed)).first
        )
        #expect(row.result?.verdict.evidence.message == "a\u{2400}b 'c' 👻\u{1B}")
    }

    @Test func `a full disk is told, and what was saved before stays`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.store.record([StoreFixture.result("zebra", 0)], run: run)
        try fixture.store.queue.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let long = String(repeating: "x", count: 100_000)

        let error = #expect(throws: HarnessError.self) {
            try fixture.store.record(
                [
                    StoreFixture.result("zebra", 1),
                    StoreFixture.result("apple", 0, .failed(.exception), message: long),
                ],
                run: run
            )
        }

        #expect(error?.code == .writeFailed)
        #expect(try fixture.store.counts(run: run).passed == 1)
        #expect(try fixture.store.counts(run: run).missing == 5)

        try fixture.store.queue.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = 100000")
        }
        try fixture.store.record([StoreFixture.result("zebra", 1)], run: run)
        #expect(try fixture.store.counts(run: run).passed == 2)
    }

    @Test func `two processes record into one database`() async throws {
        let fixture = try StoreFixture()
        let tasks = [StoreFixture.task("apple", category: nil, difficulty: nil)]
        let samples = StoreFixture.samples(perTask: 100, tasks: tasks)
        try fixture.store.createRun(StoreFixture.run(), tasks: tasks, samples: samples)
        let stores = [fixture.store, try ResultStore(path: fixture.path)]

        let added = try await withThrowingTaskGroup(of: Int.self) { group in
            for store in stores {
                group.addTask {
                    var added = 0
                    for index in 0..<100 {
                        added += try store.record([StoreFixture.result("apple", index)], run: "r-000001")
                    }
                    return added
                }
            }
            return try await group.reduce(0, +)
        }

        #expect(added == 100)
        #expect(try fixture.store.counts(run: run).passed == 100)
        let rows = try await fixture.store.queue.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM result")
        }
        #expect(rows == 100)
    }

    @Test func `a run is finished and reopened`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()

        try fixture.store.finish(run: run, status: .interrupted, at: "2026-01-02T04:00:00Z")
        let interrupted = try fixture.store.run(reference: run)
        try fixture.store.reopen(run: run)
        let reopened = try fixture.store.run(reference: run)

        #expect(interrupted.status == .interrupted)
        #expect(interrupted.finished == "2026-01-02T04:00:00Z")
        #expect(reopened.status == .running)
        #expect(reopened.finished == nil)
    }

    @Test func `finishing an unknown run is an error`() throws {
        let fixture = try StoreFixture()

        let error = #expect(throws: HarnessError.self) {
            try fixture.store.finish(run: "r-ffffff", status: .complete, at: StoreFixture.time)
        }

        #expect(error?.code == .noInput)
    }
}
