import Foundation
import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct CrashTests {
    private let run = "r-000001"

    @Test func `another connection sees what was recorded and nothing that is not committed`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        try fixture.store.record([StoreFixture.result("apple", 0)], run: run)
        let other = try ResultStore(path: fixture.path)

        try fixture.store.queue.inTransaction { db in
            try db.execute(sql: "UPDATE result SET rule = 'unfinished'")
            #expect(
                try other.sampleRows(run: "r-000001", filter: SampleFilter(outcome: .passed)).first?.result?
                    .verdict.rule == "python.rule"
            )
            return .rollback
        }

        #expect(try other.counts(run: run).passed == 1)
    }

    /// The files as a killed process leaves them: what it gave to the kernel is there, its memory is not.
    @Test func `a process that dies in the middle of a write loses only that write`() async throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let writer = ResultWriter(store: fixture.store, run: run)
        try await writer.submit(StoreFixture.result("apple", 0))
        try await writer.submit(StoreFixture.result("zebra", 0))
        try await writer.flush()
        try await writer.submit(StoreFixture.result("zebra", 1))
        let remains = fixture.folder.appending(path: "after/evalharness.sqlite")
        try FileManager.default.createDirectory(
            at: remains.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )

        try await fixture.store.queue.writeWithoutTransaction { db in
            // A small cache makes SQLite write pages of the open transaction to the log.
            try db.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE")
            try db.execute(sql: "UPDATE text SET content = zeroblob(20000)")
            for suffix in ["", "-wal"] {
                try FileManager.default.copyItem(
                    atPath: fixture.path.path + suffix,
                    toPath: remains.path + suffix
                )
            }
            try db.execute(sql: "ROLLBACK")
        }
        let survivor = try ResultStore(path: remains, mustExist: true)

        #expect(try survivor.counts(run: run).passed == 2)
        #expect(try survivor.pending(run: run).map(\.sample.text).first == "answer 1 to zebra")
        let check = try await survivor.queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(check == "ok")
    }

    @Test func `a lock that is held too long is told as such, and nothing is stored`() throws {
        let fixture = try StoreFixture()
        try fixture.createRun()
        let other = try ResultStore(path: fixture.path)
        try other.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 10") }

        try fixture.store.queue.inTransaction(.immediate) { _ in
            let error = #expect(throws: HarnessError.self) {
                try other.record([StoreFixture.result("apple", 0)], run: "r-000001")
            }
            #expect(error?.code == .unavailable)
            return .rollback
        }

        #expect(try other.counts(run: run).passed == 0)
    }
}
