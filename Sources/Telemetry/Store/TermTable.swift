import GRDB

/// The numbers of words, in memory while a store is open; 0 is "not given".
struct TermTable {
    private struct Term: Hashable {
        var field: UInt8
        var text: String
    }

    private var numbers: [Term: Int64] = [:]
    private var next: Int64 = 1
    /// Words that the catalogue does not have yet, in the order of their numbers.
    private var added: [(number: Int64, term: Term)] = []

    init(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, field, text FROM term")
        while let row = try rows.next() {
            let id: Int64 = row[0]
            numbers[Term(field: UInt8(clamping: row[1] as Int), text: row[2])] = id
            next = max(next, id + 1)
        }
    }

    /// The number of a word of this field; a new one where it is new.
    mutating func number(of text: String, field: EventField) -> Int64 {
        let term = Term(field: UInt8(field.rawValue), text: text)
        if let known = numbers[term] { return known }
        let number = next
        next += 1
        numbers[term] = number
        added.append((number, term))
        return number
    }

    /// The number of a word that is known, or nil.
    func known(_ text: String, field: EventField) -> Int64? {
        numbers[Term(field: UInt8(field.rawValue), text: text)]
    }

    /// Writes the new words; inside a transaction.
    mutating func save(_ db: Database) throws {
        guard !added.isEmpty else { return }
        let statement = try db.cachedStatement(sql: "INSERT INTO term VALUES (?, ?, ?)")
        for (number, term) in added {
            try statement.execute(arguments: [number, Int(term.field), term.text])
        }
        added.removeAll(keepingCapacity: true)
    }
}
