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
    mutating func id(of text: String) throws -> Int64 {
        let hash = ContentHash(of: text).hexadecimal
        if let known = try Int64.fetchOne(select, arguments: [hash]) { return known }
        try insert.execute(arguments: [hash, Data(text.utf8)])
        return db.lastInsertedRowID
    }
}
