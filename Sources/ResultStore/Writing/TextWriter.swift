import Foundation
import GRDB
import HarnessCore

/// Stores each text once, under the digest of its bytes.
struct TextWriter {
    private let db: Database
    private let insert: Statement
    private let select: Statement

    /// Works inside the transaction of the given connection and no longer.
    init(_ db: Database) throws {
        self.db = db
        insert = try db.makeStatement(
            sql: "INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING"
        )
        select = try db.makeStatement(sql: "SELECT id FROM text WHERE hash = ?")
    }

    /// Returns the row of the text, which is added unless it is there already.
    func id(of text: String) throws -> Int64 {
        let hash = ContentHash(of: text).hexadecimal
        // Adding first: nearly all texts of a new run are new.
        try insert.execute(arguments: [hash, Data(text.utf8)])
        if db.changesCount == 1 { return db.lastInsertedRowID }
        guard let known = try Int64.fetchOne(select, arguments: [hash]) else {
            throw HarnessError(.internalFault, "the text \(hash) was not stored")
        }
        return known
    }
}
