import Foundation
import GRDB
import HarnessCore
import Synchronization
import Testing

@testable import ResultStore

@Suite struct ResultWriterTests {
    private let run = "r-000001"

    /// A store with a run of one task and many samples.
    private func store(samples: Int) throws -> StoreFixture {
        let fixture = try StoreFixture()
        let tasks = [StoreFixture.task("apple", category: nil, difficulty: nil)]
        try fixture.store.createRun(
            StoreFixture.run(),
            tasks: tasks,
            samples: StoreFixture.samples(perTask: samples, tasks: tasks)
        )
        return fixture
    }

    @Test func `a full batch is stored before submit returns`() async throws {
        let fixture = try store(samples: 10)
        let alarm = Alarm()
        let writer = ResultWriter(store: fixture.store, run: run, batchSize: 4, sleep: alarm.sleep)

        for index in 0..<3 { try await writer.submit(StoreFixture.result("apple", index)) }
        #expect(try fixture.store.counts(run: run).passed == 0)
        try await writer.submit(StoreFixture.result("apple", 3))

        #expect(try fixture.store.counts(run: run).passed == 4)
        #expect(await writer.storedCount == 4)
    }

    @Test func `a lone result is stored when its time is up`() async throws {
        let fixture = try store(samples: 10)
        let alarm = Alarm()
        let writer = ResultWriter(
            store: fixture.store,
            run: run,
            interval: .milliseconds(250),
            sleep: alarm.sleep
        )
        try await writer.submit(StoreFixture.result("apple", 0))
        try await writer.submit(StoreFixture.result("apple", 1))

        #expect(await alarm.started() == .milliseconds(250))
        #expect(try fixture.store.counts(run: run).passed == 0)
        alarm.ring()
        await alarm.untilTrue { await writer.storedCount == 2 }

        #expect(try fixture.store.counts(run: run).passed == 2)
    }

    @Test func `flush stores what was submitted and may be repeated`() async throws {
        let fixture = try store(samples: 3)
        let writer = ResultWriter(store: fixture.store, run: run, sleep: Alarm().sleep)
        try await writer.submit(StoreFixture.result("apple", 0))

        try await writer.flush()
        try await writer.flush()
        try await writer.submit(StoreFixture.result("apple", 1))
        try await writer.flush()

        #expect(try fixture.store.counts(run: run).passed == 2)
    }

    @Test func `a task that is cancelled can still save what it has`() async throws {
        let fixture = try store(samples: 3)
        let writer = ResultWriter(store: fixture.store, run: run, sleep: Alarm().sleep)

        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            #expect(Task.isCancelled)
            try await writer.submit(StoreFixture.result("apple", 0))
            try await writer.flush()
        }
        try await task.value

        #expect(try fixture.store.counts(run: run).passed == 1)
    }

    @Test func `many submitters lose nothing and store nothing twice`() async throws {
        let fixture = try store(samples: 200)
        let writer = ResultWriter(store: fixture.store, run: run, batchSize: 7)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<200 {
                group.addTask { try await writer.submit(StoreFixture.result("apple", index)) }
            }
            try await group.waitForAll()
        }
        try await writer.flush()

        #expect(await writer.storedCount == 200)
        #expect(try fixture.store.counts(run: run).passed == 200)
    }

    @Test func `a fault reaches the submitter, and the results are kept for the next flush`() async throws {
        let fixture = try store(samples: 3)
        try fixture.limitPages(to: nil)
        let writer = ResultWriter(store: fixture.store, run: run, batchSize: 2, sleep: Alarm().sleep)
        let long = String(repeating: "x", count: 100_000)
        try await writer.submit(StoreFixture.result("apple", 0, message: long))

        let error = await #expect(throws: HarnessError.self) {
            try await writer.submit(StoreFixture.result("apple", 1))
        }
        #expect(error?.code == .writeFailed)
        #expect(try fixture.store.counts(run: run).passed == 0)

        try fixture.limitPages(to: 100_000)
        try await writer.flush()
        #expect(try fixture.store.counts(run: run).passed == 2)
    }

    @Test func `a fault of a timed flush reaches the next caller`() async throws {
        let fixture = try store(samples: 3)
        try fixture.limitPages(to: nil)
        let alarm = Alarm()
        let writer = ResultWriter(store: fixture.store, run: run, sleep: alarm.sleep)
        let long = String(repeating: "x", count: 100_000)
        try await writer.submit(StoreFixture.result("apple", 0, message: long))
        _ = await alarm.started()
        alarm.ring()
        await alarm.untilTrue { await writer.hasUnreportedFault }

        let error = await #expect(throws: HarnessError.self) { try await writer.flush() }

        #expect(error?.code == .writeFailed)
    }
}

extension StoreFixture {
    /// Makes the disk look full after this many pages; nil is the present size.
    fileprivate func limitPages(to limit: Int?) throws {
        try store.queue.writeWithoutTransaction { db in
            let pages = try limit ?? Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
    }
}

/// A sleep that ends when the test says so.
private final class Alarm: Sendable {
    private let sleeps: AsyncStream<Duration>
    private let began: AsyncStream<Duration>.Continuation
    private let rings: AsyncStream<Void>
    private let rung: AsyncStream<Void>.Continuation

    init() {
        (sleeps, began) = AsyncStream.makeStream()
        (rings, rung) = AsyncStream.makeStream()
    }

    var sleep: @Sendable (Duration) async throws -> Void {
        { [began, rings] duration in
            began.yield(duration)
            for await _ in rings { return }
            throw CancellationError()
        }
    }

    /// Waits for a sleep to begin and returns its length.
    func started() async -> Duration? { await sleeps.first { _ in true } }

    func ring() { rung.yield() }

    /// Lets other tasks go on until the condition holds.
    func untilTrue(_ condition: () async -> Bool) async {
        while await !condition() { await Task.yield() }
    }
}
