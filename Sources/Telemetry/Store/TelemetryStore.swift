package import Foundation
import GRDB
package import HarnessCore

/// Where events, rollups and quarantined lines are kept: a folder of SQLite files.
///
/// `catalogue.sqlite` holds words, imports, quarantine and rollups; `events-YYYY-MM.sqlite` the events of one month.
/// One process writes at a time; readers do not wait for it. A transaction that has returned survives kill -9.
///
/// Files commit one after the other, so the order matters: words and the days that become stale first, then the
/// events, then how far the file was read. A death between two of them repeats work and counts nothing twice.
package final class TelemetryStore {
    package let folder: URL
    let queue: DatabaseQueue
    private var attached: Set<Int> = []
    var terms: TermTable

    /// SQLite attaches ten files at most.
    static let maximumAttached = 9

    /// Opens the store; creates the folder and its catalogue unless they must exist.
    ///
    /// - Throws: `.noInput` for a store that must exist and does not, `.writeFailed` for a folder that cannot be
    ///   written, `.badData` for a catalogue that is no database, another program's, or of a newer version.
    package init(folder: URL, mustExist: Bool = false) throws(HarnessError) {
        self.folder = folder
        let file = folder.appending(path: "catalogue.sqlite")
        if mustExist, !FileManager.default.fileExists(atPath: file.path) {
            throw HarnessError(
                .noInput,
                "there is no telemetry yet",
                at: folder.path,
                remedy: "evalharness telemetry import FILE"
            )
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw HarnessError(
                .writeFailed,
                "cannot create the folder for telemetry: \(error.localizedDescription)",
                at: folder.path,
                remedy: "make its parent writable, or choose another folder with --store"
            )
        }
        do {
            var configuration = GRDB.Configuration()
            configuration.label = "telemetry"
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: file.path, configuration: configuration)
            try queue.writeWithoutTransaction { db in
                try Self.prepare(db, at: file.path)
            }
            terms = try queue.read { db in try TermTable(db) }
        } catch {
            throw HarnessError(telemetry: error, at: file.path)
        }
    }

    private static func prepare(_ db: Database, at path: String) throws {
        // Pages of the write-ahead log reach the file in time; the cache is what a month's indexes need.
        try db.execute(
            sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY"
        )
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let identifier = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard version <= CatalogueSchema.version else {
            throw HarnessError(
                .badData,
                "was written by a newer evalharness (schema version \(version); "
                    + "this one knows up to \(CatalogueSchema.version))",
                at: path,
                remedy: "update evalharness, or choose another folder with --store"
            )
        }
        if version == CatalogueSchema.version, identifier == CatalogueSchema.applicationID { return }
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        guard tables == 0 else {
            throw HarnessError(
                .badData,
                "is a database of another program",
                at: path,
                remedy: "choose another folder with --store"
            )
        }
        try db.inTransaction(.immediate) {
            try CatalogueSchema.create(db)
            return .commit
        }
    }

    /// Runs a body outside a transaction; a database's fault becomes one that the user can act on.
    func work<Value>(_ body: (Database) throws -> Value) throws(HarnessError) -> Value {
        do {
            return try queue.writeWithoutTransaction(body)
        } catch {
            throw HarnessError(telemetry: error, at: folder.path)
        }
    }

    /// The months that have events, oldest first.
    func months(_ db: Database) throws -> [Int] {
        try Int.fetchAll(db, sql: "SELECT month FROM month ORDER BY month")
    }

    /// Attaches the files of these months, those that are there or are to be made; outside a transaction.
    func attach(_ months: some Collection<Int>, creating: Bool, _ db: Database) throws {
        let wanted = Set(months)
        guard wanted.count <= Self.maximumAttached else {
            throw HarnessError(.usage, "more than \(Self.maximumAttached) months of events at a time")
        }
        for month in wanted.subtracting(attached).sorted() {
            if attached.count >= Self.maximumAttached, let idle = attached.subtracting(wanted).min() {
                try db.execute(sql: "DETACH \(MonthSchema.alias(idle))")
                attached.remove(idle)
            }
            let file = folder.appending(path: MonthSchema.fileName(month))
            let alias = MonthSchema.alias(month)
            try db.execute(sql: "ATTACH ? AS \(alias)", arguments: [file.path])
            attached.insert(month)
            try db.execute(sql: "PRAGMA \(alias).cache_size = -65536; PRAGMA \(alias).synchronous = NORMAL")
            if creating {
                try db.execute(sql: "PRAGMA \(alias).journal_mode = WAL")
                try MonthSchema.create(db, as: alias)
                try db.execute(sql: "INSERT OR IGNORE INTO month VALUES (?)", arguments: [month])
            }
        }
    }
}

extension HarnessError {
    /// Tells a fault of the telemetry's files so that the user can act on it.
    init(telemetry error: any Error, at path: String) {
        if let known = error as? HarnessError {
            self = known
            return
        }
        guard let fault = error as? DatabaseError else {
            self.init(.internalFault, "\(error)", at: path)
            return
        }
        let message = fault.message ?? "\(fault.resultCode)"
        switch fault.resultCode.primaryResultCode {
        case .SQLITE_FULL, .SQLITE_IOERR:
            self.init(
                .writeFailed,
                "cannot write telemetry: \(message)",
                at: path,
                remedy: "what was acknowledged stays; make room, then give the same command again"
            )
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN:
            self.init(
                .writeFailed,
                "cannot open telemetry for writing: \(message)",
                at: path,
                remedy: "make the folder writable, or choose another with --store"
            )
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            self.init(.badData, "is damaged or no SQLite database: \(message)", at: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(
                .unavailable,
                "another process has been writing telemetry for more than 5 seconds",
                at: path,
                remedy: "wait for it to end, then try again"
            )
        default: self.init(.internalFault, "the telemetry database refused a statement: \(fault)", at: path)
        }
    }
}
