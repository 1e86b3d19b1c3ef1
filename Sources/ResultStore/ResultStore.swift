package import Foundation
import GRDB
package import HarnessCore

/// The one place where runs, samples, verdicts and their texts are kept: a SQLite file.
///
/// Write-ahead log, one connection per process; other processes may read and write at the same time and
/// wait up to 5 seconds for each other. `synchronous=NORMAL`: a transaction that has returned survives the
/// death of the process, kill -9 included; after a power cut the file is whole but the newest transactions
/// may be missing.
///
/// Texts may hold NUL and are kept byte for byte; in all other columns NUL is shown as `␀`.
package final class ResultStore: Sendable {
    package let path: URL
    let queue: DatabaseQueue
    /// Tells the time as stored beside cached verdicts: ISO 8601, UTC.
    let now: @Sendable () -> String

    /// Opens the store; creates its folder and file unless they must exist already.
    ///
    /// - Parameters:
    ///   - path: The database file.
    ///   - mustExist: Whether an absent file is an error, for commands that only read.
    ///   - now: Tells the time in ISO 8601.
    /// - Throws: `.noInput` where a file must exist and does not; `.writeFailed` for a folder or a file that
    ///   cannot be written; `.badData` for a file that is no database, another program's, damaged, or written
    ///   by a newer version of this tool.
    package init(
        path: URL,
        mustExist: Bool = false,
        now: @escaping @Sendable () -> String = { Date.now.formatted(.iso8601) }
    ) throws(HarnessError) {
        self.path = path
        self.now = now
        if mustExist {
            guard FileManager.default.fileExists(atPath: path.path) else {
                throw HarnessError(
                    .noInput,
                    "there are no results yet",
                    at: path.path,
                    remedy: "`evalharness run` makes some"
                )
            }
        } else {
            try Self.createFolder(of: path)
        }
        do {
            queue = try Self.connect(to: path.path)
            try Self.prepare(queue, at: path.path)
        } catch {
            throw HarnessError(error, at: path.path)
        }
    }

    /// Closes the connection; later calls throw.
    ///
    /// Not needed for safety, only to leave no `-wal` file behind.
    package func close() throws(HarnessError) {
        do { try queue.close() } catch { throw HarnessError(error, at: path.path) }
    }

    // MARK: - For the methods in `Writing` and `Queries`

    func read<Value>(_ body: (Database) throws -> Value) throws(HarnessError) -> Value {
        do { return try queue.read(body) } catch { throw HarnessError(error, at: path.path) }
    }

    /// Runs the body in one transaction that takes the write lock at its start.
    func write<Value>(_ body: (Database) throws -> Value) throws(HarnessError) -> Value {
        do { return try queue.write(body) } catch { throw HarnessError(error, at: path.path) }
    }

    /// Like `write`, without blocking the calling task's thread.
    ///
    /// Goes through a callback, because the library's own asynchronous write gives up when the task is
    /// cancelled, and a run that is stopped must still save what it has.
    func writeInBackground<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(HarnessError) -> Value {
        let result = await withCheckedContinuation { continuation in
            queue.asyncWrite(body) { _, result in continuation.resume(returning: result) }
        }
        do { return try result.get() } catch { throw HarnessError(error, at: path.path) }
    }

    // MARK: - Opening

    private static func createFolder(of path: URL) throws(HarnessError) {
        let folder = path.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw HarnessError(
                .writeFailed,
                "cannot create the folder for the results: \(error.localizedDescription)",
                at: folder.path,
                remedy: "make its parent writable, or choose another folder for the results"
            )
        }
    }

    /// Opens the file without touching its content.
    static func connect(to path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "results"
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func prepare(_ queue: DatabaseQueue, at path: String) throws {
        try queue.writeWithoutTransaction { db in
            switch try SchemaMigrations.state(db) {
            case .foreign:
                throw HarnessError(
                    .badData,
                    "is a database of another program",
                    at: path,
                    remedy: "choose another file for the results"
                )
            case .version(let version) where version > SchemaMigrations.currentVersion:
                throw HarnessError(
                    .badData,
                    "was written by a newer evalharness (schema version \(version); "
                        + "this one knows up to \(SchemaMigrations.currentVersion))",
                    at: path,
                    remedy: "update evalharness, or choose another file for the results"
                )
            case .version(let version):
                try useWriteAheadLog(db)
                if version < SchemaMigrations.currentVersion { try SchemaMigrations.apply(db) }
            case .empty:
                try useWriteAheadLog(db)
                try SchemaMigrations.apply(db)
            }
        }
    }

    /// Switches to the write-ahead log; the mode stays with the file.
    private static func useWriteAheadLog(_ db: Database) throws {
        // SQLite answers "busy" at once, without waiting, where two processes switch a new file together.
        for attempt in 0... {
            do {
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
                return
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 100 {
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
    }
}
