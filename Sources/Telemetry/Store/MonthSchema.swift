import GRDB

/// The table of one month's file: every event, in the order of its arrival.
enum MonthSchema {
    /// The columns of words and numbers, in the order in which a batch holds them.
    static let columns: [String] =
        EventField.words.map(\.column) + EventField.numbers.map(\.column)

    /// The name under which a month's file is attached: `m202607`.
    static func alias(_ month: Int) -> String { "m\(digits(month))" }

    static func fileName(_ month: Int) -> String {
        let digits = digits(month)
        return "events-\(digits.prefix(4))-\(digits.suffix(2)).sqlite"
    }

    private static func digits(_ month: Int) -> String {
        let number = month / 12 * 100 + month % 12 + 1
        return String(repeating: "0", count: max(0, 6 - "\(number)".count)) + "\(number)"
    }

    /// Creates what is missing in an attached file.
    static func create(_ db: Database, as alias: String) throws {
        let words = EventField.words.map { "\($0.column) INTEGER NOT NULL" }
        let numbers = EventField.numbers.map { "\($0.column) REAL" }
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS \(alias).event (
                  key BLOB NOT NULL, time INTEGER NOT NULL, kind INTEGER NOT NULL, suggestion INTEGER NOT NULL,
                  \((words + numbers).joined(separator: ", "))
                ) STRICT;
                CREATE UNIQUE INDEX IF NOT EXISTS \(alias).event_key ON event (key);
                CREATE INDEX IF NOT EXISTS \(alias).event_time ON event (time);
                CREATE INDEX IF NOT EXISTS \(alias).event_developer ON event (developer, time);
                CREATE INDEX IF NOT EXISTS \(alias).event_model ON event (model, time);
                CREATE INDEX IF NOT EXISTS \(alias).event_language ON event (language, time);
                CREATE INDEX IF NOT EXISTS \(alias).event_task ON event (task, time) WHERE task <> 0;
                """
        )
    }
}
