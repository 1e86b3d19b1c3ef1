/// The settings in force.
package struct ConfigurationReport: Report {
    private let entries: [Entry]
    private let files: [String]
    private let showsOrigin: Bool

    package init(entries: [Entry], files: [String], showsOrigin: Bool) {
        self.entries = entries
        self.files = files
        self.showsOrigin = showsOrigin
    }

    package struct Entry: Sendable, Hashable {
        package var key: String
        /// Nil where nothing is set and there is no default.
        package var value: String?
        /// What is said in the place of a value that is not set.
        package var absence: String
        /// `evalharness.yaml:3`, `env EVALHARNESS_JOBS`, `default`; nil where nothing is set.
        package var origin: String?

        package init(key: String, value: String?, absence: String = "(not set)", origin: String?) {
            self.key = key
            self.value = value
            self.absence = absence
            self.origin = origin
        }
    }

    package func lines(_ style: TextStyle) -> [String] {
        var columns = [TextTable.Column("setting"), TextTable.Column("value", minimum: 8)]
        if showsOrigin { columns.append(TextTable.Column("origin", minimum: 8)) }
        let rows = entries.map { entry in
            var row = [printable(entry.key), entry.value.map(printable) ?? entry.absence]
            if showsOrigin { row.append(entry.origin.map(printable) ?? "–") }
            return row
        }
        // Paths and origins must be readable to the end: this table does not cut.
        var wide = style
        wide.columns = .max
        return TextTable(columns: columns, rows: rows).lines(wide)
    }

    package var json: JSONValue {
        .document(
            "config",
            [
                "files": .array(files.map(JSONValue.text)),
                "settings": .array(
                    entries.map { entry in
                        .object([
                            "key": .text(entry.key),
                            "value": .optional(entry.value),
                            "origin": .optional(entry.origin),
                        ])
                    }
                ),
            ]
        )
    }
}
