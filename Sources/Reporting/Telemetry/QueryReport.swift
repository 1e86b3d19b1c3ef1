package import Telemetry

/// The rows of a statement.
package struct QueryReport: Report {
    private let result: TelemetryQuery.Result

    package init(_ result: TelemetryQuery.Result) { self.result = result }

    package func lines(_ style: TextStyle) -> [String] {
        let table = TextTable(
            columns: result.columns.map { TextTable.Column(printable($0), minimum: 8) },
            rows: result.rows.map { $0.map(Self.text) }
        )
        return table.lines(style)
            + (result.isCut
                ? ["(more than \(Numbers.count(result.rows.count, "row")): --limit shows more)"] : [])
    }

    private static func text(_ cell: TelemetryQuery.Cell) -> String {
        switch cell {
        case .null: ""
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): printable(text)
        }
    }

    package var json: JSONValue {
        .document(
            "telemetry-rows",
            [
                "columns": .array(result.columns.map(JSONValue.text)),
                "is_cut": .bool(result.isCut),
                "rows": .array(
                    result.rows.map { row in
                        .array(
                            row.map { cell in
                                switch cell {
                                case .null: .null
                                case .integer(let number): .integer(number)
                                case .real(let number): .number(number)
                                case .text(let text): .text(text)
                                }
                            }
                        )
                    }
                ),
            ]
        )
    }
}
