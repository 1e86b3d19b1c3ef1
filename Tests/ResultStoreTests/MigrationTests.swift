import Foundation
import GRDB
import HarnessCore
import Testing

@testable import ResultStore

@Suite struct MigrationTests {
    @Test func `a file of version 1 is brought up to date with its rows`() throws {
        let folder = try StoreFixture.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "evalharness.sqlite")
        try makeVersion1(at: path)

        let store = try ResultStore(path: path, mustExist: true)

        let version = try store.queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
        #expect(version == SchemaMigrations.currentVersion)
        #expect(try store.run(reference: "r-00000a").model == "old")
        let row = try #require(try store.sampleRows(run: "r-00000a").first)
        #expect(row.result?.verdict.outcome == .failed(.wrongValue))
        let views = try store.queue.read { db in
            try String.fetchAll(db, sql: "SELECT run FROM sampleResult")
        }
        #expect(views == ["r-00000a"])
    }

    @Test func `an upgraded file has the schema of a new one`() throws {
        let fixture = try StoreFixture()
        let path = fixture.folder.appending(path: "old.sqlite")
        try makeVersion1(at: path)

        let upgraded = try ResultStore(path: path)

        let query =
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name"
        let new = try fixture.store.queue.read { try String.fetchAll($0, sql: query) }
        let old = try upgraded.queue.read { try String.fetchAll($0, sql: query) }
        #expect(
            old.filter { !$0.contains("sqlite_sequence") } == new.filter { !$0.contains("sqlite_sequence") }
        )
        #expect(new.count > 10)
    }

    /// Builds the file as version 1 left it; this text is a record of the past and never changes.
    private func makeVersion1(at path: URL) throws {
        let queue = try DatabaseQueue(path: path.path)
        try queue.write { db in
            try db.execute(sql: version1)
            try db.execute(
                sql: """
                    INSERT INTO text VALUES (1, '\(String(repeating: "0", count: 64))', x'61');
                    INSERT INTO suite VALUES (1, 'core', '\(String(repeating: "1", count: 64))');
                    INSERT INTO task VALUES (1, 1, 'apple', 0, 'strings', 'easy', 1);
                    INSERT INTO run VALUES (
                        1, 'r-00000a', 1, 'old', 'complete', '2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z',
                        '{}', '0.1.0', 0,
                        '{"cpuMilliseconds":1,"fileBytes":1,"memoryBytes":1,"openFiles":1,"outputBytes":1,\
                    "processes":1,"resultBytes":1,"wallMilliseconds":1}',
                        'full', '', '{}', 1, ''
                    );
                    INSERT INTO sample VALUES (1, 1, 1, 'python', 0, 1, 1, 'solution', NULL);
                    INSERT INTO result VALUES (
                        1, 1, 0, 'failed', 'logic', 'logic.wrong-value', 'rule', '', NULL, NULL, NULL, NULL,
                        0, 1, 'outside', 'full', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 1
                    );
                    PRAGMA application_id = 1163280716;
                    PRAGMA user_version = 1;
                    """
            )
        }
        try queue.close()
    }
}
