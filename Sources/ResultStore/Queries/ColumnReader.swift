import GRDB
import HarnessCore

/// Reads the columns of a row one after the other, in the order of the query's list.
///
/// By position, because a look-up by name for each of thirty columns dominates the time of long listings.
struct ColumnReader {
    private let row: Row
    private var position = 0

    init(_ row: Row) { self.row = row }

    mutating func next<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value {
        defer { position += 1 }
        return row[position]
    }

    mutating func optional<Value: DatabaseValueConvertible & StatementColumnConvertible>() -> Value? {
        defer { position += 1 }
        return row[position]
    }

    /// Reads a closed set of words; throws for a word this version does not know.
    mutating func word<Value: RawRepresentable<String>>(_ type: Value.Type = Value.self) throws -> Value {
        let text: String = next()
        guard let value = Value(rawValue: text) else { throw Self.unknown(text, type) }
        return value
    }

    mutating func optionalWord<Value: RawRepresentable<String>>(
        _ type: Value.Type = Value.self
    ) throws -> Value? {
        guard let text: String = optional() else { return nil }
        guard let value = Value(rawValue: text) else { throw Self.unknown(text, type) }
        return value
    }

    mutating func hash() throws -> ContentHash {
        let text: String = next()
        guard let hash = ContentHash(hexadecimal: text) else { throw Self.unknown(text, ContentHash.self) }
        return hash
    }

    private static func unknown(_ text: String, _ type: Any.Type) -> HarnessError {
        HarnessError(.badData, "the results hold \(text.debugDescription), which is no known \(type)")
    }
}
