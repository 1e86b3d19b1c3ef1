import Foundation
import GRDB
package import HarnessCore

extension TelemetryStore {
    /// An import that goes on where it ended.
    struct KnownImport {
        var id: Int64
        /// Bytes and lines read so far.
        var bytes: Int64
        var nextLine: Int
    }

    /// The import of a file with this beginning: the one that was begun before, or a new one.
    ///
    /// Without `head` it is always a new one, which begins at the beginning.
    func beginImport(of name: String, head: String?, now: Int64) throws(HarnessError) -> KnownImport {
        try work { db in
            try db.inTransaction(.immediate) {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO import (name, head, started) VALUES (?, ?, ?)",
                    arguments: [name, head ?? "stream \(UUID().uuidString)", EventTime.text(now)]
                )
                return .commit
            }
            let row =
                try head.map {
                    try Row.fetchOne(
                        db,
                        sql: "SELECT id, bytes, lines FROM import WHERE name = ? AND head = ?",
                        arguments: [name, $0]
                    )
                }
                ?? Row.fetchOne(db, sql: "SELECT id, bytes, lines FROM import ORDER BY id DESC LIMIT 1")
            guard let row else { throw DatabaseError(message: "the import was not kept") }
            return KnownImport(id: row[0], bytes: row[1], nextLine: (row[2] as Int) + 1)
        }
    }

    /// Notes how far a file was read and what was rejected on the way; inside a transaction.
    func note(_ batch: EventBatch, of id: Int64, end: Int64, new: Int, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)"
        )
        for reject in batch.rejects {
            try statement.execute(
                arguments: [id, reject.line, reject.rule.rawValue, reject.message, Data(reject.text)]
            )
        }
        try db.execute(
            sql: """
                UPDATE import SET bytes = ?, lines = ?, events = events + ?, duplicates = duplicates + ?,
                  rejected = rejected + ? WHERE id = ?
                """,
            arguments: [end, batch.nextLine - 1, new, batch.count - new, batch.rejects.count, id]
        )
    }

    /// Lines in quarantine by rule, and the newest of them.
    package func quarantine(
        limit: Int
    ) throws(HarnessError) -> (counts: [String: Int], lines: [QuarantinedLine]) {
        try work { db in
            var counts: [String: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT rule, count(*) FROM quarantine GROUP BY rule") {
                counts[row[0]] = row[1]
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT i.name, q.line, q.rule, q.message, q.text FROM quarantine q JOIN import i ON i.id = q.import
                    ORDER BY q.import DESC, q.line DESC LIMIT ?
                    """,
                arguments: [limit]
            )
            let lines = rows.map { row in
                QuarantinedLine(
                    file: row[0],
                    line: row[1],
                    rule: row[2],
                    message: row[3],
                    text: String(decoding: row[4] as Data, as: UTF8.self)
                )
            }
            return (counts, lines)
        }
    }
}

/// A line in quarantine; its text is the sender's and hostile.
package struct QuarantinedLine: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var rule: String
    package var message: String
    package var text: String
}
