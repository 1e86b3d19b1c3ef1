import GRDB
import GRDBSQLite

/// Writes rows of batches into one month's file.
///
/// SQLite's own interface, because this statement runs for every event: the library's arguments cost more than the
/// insertion.
struct EventInserter {
    private let statement: OpaquePointer
    private let connection: OpaquePointer

    init(_ db: Database, month: Int) throws {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
        }
        self.connection = connection
        let columns = ["key", "time", "kind", "suggestion"] + MonthSchema.columns
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let sql =
            "INSERT OR IGNORE INTO \(MonthSchema.alias(month)).event (\(columns.joined(separator: ", "))) "
            + "VALUES (\(marks))"
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
        guard code == SQLITE_OK, let statement else { throw Self.fault(connection, code) }
        self.statement = statement
    }

    /// Ends the statement; the inserter is of no use afterwards.
    func close() { sqlite3_finalize(statement) }

    /// Inserts one event unless it is there already; tells whether it was new.
    ///
    /// `numbers` maps the reader's numbers of words to the store's.
    func insert(_ batch: EventBatch, at index: Int, numbers: [Int64]) throws -> Bool {
        var key = (batch.keys[2 * index], batch.keys[2 * index + 1])
        withUnsafeBytes(of: &key) { bytes in
            // Copied by SQLite at once: the pointer is gone when this returns.
            _ = sqlite3_bind_blob(
                statement,
                1,
                bytes.baseAddress,
                16,
                unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            )
        }
        sqlite3_bind_int64(statement, 2, batch.times[index])
        sqlite3_bind_int64(statement, 3, Int64(batch.kinds[index]))
        sqlite3_bind_int64(statement, 4, Int64(bitPattern: batch.suggestions[index]))
        var column: Int32 = 5
        let width = EventField.words.count
        for word in batch.words[index * width..<(index + 1) * width] {
            sqlite3_bind_int64(statement, column, word < 0 ? 0 : numbers[Int(word)])
            column += 1
        }
        let count = EventField.numbers.count
        for number in batch.numbers[index * count..<(index + 1) * count] {
            if number.isNaN {
                sqlite3_bind_null(statement, column)
            } else {
                sqlite3_bind_double(statement, column, number)
            }
            column += 1
        }
        let code = sqlite3_step(statement)
        defer { sqlite3_reset(statement) }
        guard code == SQLITE_DONE else { throw Self.fault(connection, code) }
        return sqlite3_changes(connection) == 1
    }

    private static func fault(_ connection: OpaquePointer, _ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: sqlite3_errmsg(connection).map { String(cString: $0) }
        )
    }
}
