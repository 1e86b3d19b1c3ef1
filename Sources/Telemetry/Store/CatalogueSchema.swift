import GRDB

/// The tables of `catalogue.sqlite`: what is known about events, besides the events themselves.
enum CatalogueSchema {
    /// Raised with every change; a file of a newer version is refused.
    static let version = 1
    /// "EvTe": tells this file from other programs' databases.
    static let applicationID = 0x4576_5465

    static func create(_ db: Database) throws {
        try db.execute(sql: tables)
        try db.execute(sql: rollupTables)
        try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
    }

    private static let tables = """
        -- Each word of an event once; events hold its number. Number 0 is "not given".
        CREATE TABLE term (
          id INTEGER PRIMARY KEY,
          field INTEGER NOT NULL,
          text TEXT NOT NULL,
          UNIQUE (field, text)
        ) STRICT;

        -- Months that have a file of events, as year * 12 + month - 1.
        CREATE TABLE month (month INTEGER PRIMARY KEY) STRICT;

        -- How far each file has been read; the first bytes tell whether it is still the same file.
        CREATE TABLE import (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          head TEXT NOT NULL,
          bytes INTEGER NOT NULL DEFAULT 0,
          lines INTEGER NOT NULL DEFAULT 0,
          events INTEGER NOT NULL DEFAULT 0,
          duplicates INTEGER NOT NULL DEFAULT 0,
          rejected INTEGER NOT NULL DEFAULT 0,
          started TEXT NOT NULL,
          UNIQUE (name, head)
        ) STRICT;

        -- Lines that are no events, with the reason.
        CREATE TABLE quarantine (
          import INTEGER NOT NULL REFERENCES import (id),
          line INTEGER NOT NULL,
          rule TEXT NOT NULL,
          message TEXT NOT NULL,
          text BLOB NOT NULL,
          PRIMARY KEY (import, line)
        ) STRICT, WITHOUT ROWID;

        -- What the rollups do not show yet: days since 1970, and tasks.
        CREATE TABLE dirty_day (day INTEGER PRIMARY KEY) STRICT;
        CREATE TABLE dirty_task (task INTEGER PRIMARY KEY) STRICT;
        """

    /// The columns that rows of a rollup are grouped by, besides the day.
    static let dimensions = [
        "developer", "model", "language", "segment", "task_type", "repo_size", "variant",
    ]

    private static var rollupTables: String {
        let keys = dimensions.map { "\($0) INTEGER NOT NULL" }.joined(separator: ", ")
        let names = dimensions.joined(separator: ", ")
        let counts = RollupMeasure.allCases.map { "\($0.column) \($0.type) NOT NULL" }
            .joined(separator: ", ")
        return """
            -- One row per day, developer and everything a metric may be split by.
            CREATE TABLE daily (day INTEGER NOT NULL, \(keys), \(counts), PRIMARY KEY (day, \(names)))
              STRICT, WITHOUT ROWID;
            CREATE INDEX daily_developer ON daily (developer, day);

            -- Latency of shown suggestions in logarithmic buckets, which can be added up.
            CREATE TABLE latency_daily (
              day INTEGER NOT NULL, \(keys), bucket INTEGER NOT NULL, count INTEGER NOT NULL,
              PRIMARY KEY (day, \(names), bucket)
            ) STRICT, WITHOUT ROWID;

            -- One row per task: from its first shown suggestion to its first passing test or its end.
            CREATE TABLE task_time (
              task INTEGER PRIMARY KEY, day INTEGER NOT NULL, \(keys),
              started INTEGER NOT NULL, ended INTEGER NOT NULL, is_completed INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX task_time_day ON task_time (day);
            """
    }
}
