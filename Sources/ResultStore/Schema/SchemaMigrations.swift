import GRDB

/// The steps from an empty file to today's schema, one per version, in plain SQL.
///
/// A released step never changes and never uses a Swift type: yesterday's schema must not move with today's
/// code. The version stands in `PRAGMA user_version`, the owner in `PRAGMA application_id`.
enum SchemaMigrations {
    static let steps = [schemaTables, schemaViews]
    static var currentVersion: Int { steps.count }

    /// "EVAL" in ASCII; tells our databases from those of other programs.
    static let applicationID = 0x4556_414C

    /// Whose database this is and how old it is, before anything is written to it.
    enum State {
        /// A new file, or one that an earlier process left before its first step.
        case empty
        case version(Int)
        case foreign
    }

    static func state(_ db: Database) throws -> State {
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if owner == applicationID { return .version(try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0) }
        let objects = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        return owner == 0 && objects == 0 ? .empty : .foreign
    }

    /// Applies the steps that are missing, all in one transaction.
    ///
    /// Looks at the version again under the write lock: another process may have been faster.
    static func apply(_ db: Database) throws {
        try db.inTransaction(.immediate) {
            var version = 0
            if case .version(let stored) = try state(db) { version = stored }
            for step in steps.dropFirst(version) { try db.execute(sql: step) }
            if version < currentVersion {
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try db.execute(sql: "PRAGMA user_version = \(currentVersion)")
            }
            return .commit
        }
    }
}
