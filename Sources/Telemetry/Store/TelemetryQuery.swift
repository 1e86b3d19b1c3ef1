import Dispatch
package import Foundation
import GRDB
package import HarnessCore

/// Reads a store by SQL: read only, with bounds on time and rows, through views that stay as they are documented.
///
/// * `events`: one row per event, words as text; the months of the query.
/// * `daily`, `latency_daily`, `task_time`: the rollups, words as numbers of `term`.
/// * `daily_named`: the daily rollup with words as text and the day as `2026-07-01`.
package struct TelemetryQuery {
    private let queue: DatabaseQueue

    /// Opens a store for reading; `events` covers the newest nine months, or those of `days`.
    ///
    /// - Throws: `.noInput` where there is no store.
    package init(folder: URL, days: ClosedRange<Int64>? = nil) throws(HarnessError) {
        let file = folder.appending(path: "catalogue.sqlite")
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw HarnessError(
                .noInput,
                "there is no telemetry yet",
                at: folder.path,
                remedy: "evalharness telemetry import FILE"
            )
        }
        do {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            queue = try DatabaseQueue(path: file.path, configuration: configuration)
            try queue.inDatabase { db in try Self.prepare(db, folder, days) }
        } catch {
            throw HarnessError(telemetry: error, at: file.path)
        }
    }

    private static func prepare(_ db: Database, _ folder: URL, _ days: ClosedRange<Int64>?) throws {
        var months = try Int.fetchAll(db, sql: "SELECT month FROM month ORDER BY month DESC")
        if let days {
            let wanted = EventTime.month(ofDay: days.lowerBound)...EventTime.month(ofDay: days.upperBound)
            months = months.filter(wanted.contains)
        }
        months = Array(months.prefix(TelemetryStore.maximumAttached))
        // A view must live in a schema that may see the attached ones, and the files may not be written.
        try db.execute(sql: "PRAGMA temp_store = MEMORY; PRAGMA query_only = OFF")
        for month in months {
            let path = folder.appending(path: MonthSchema.fileName(month)).path
            try db.execute(sql: "ATTACH ? AS \(MonthSchema.alias(month))", arguments: [path])
        }
        try db.execute(sql: eventsView(months))
        try db.execute(sql: dailyView)
        try db.execute(sql: "PRAGMA query_only = ON")
    }

    private static func eventsView(_ months: [Int]) -> String {
        let kinds = EventKind.allCases.map { "WHEN \($0.rawValue) THEN '\($0.name)'" }.joined(separator: " ")
        let words = EventField.words.map { field in
            "(SELECT text FROM term WHERE id = e.\(field.column)) AS \(field.column)"
        }
        let numbers = EventField.numbers.map { "e.\($0.column)" }
        let columns =
            ["e.time", "CASE e.kind \(kinds) END AS kind", "nullif(e.suggestion, 0) AS suggestion"] + words
            + numbers
        let parts = months.sorted().map { month in
            "SELECT \(columns.joined(separator: ", ")) FROM \(MonthSchema.alias(month)).event e"
        }
        let none = columns.map {
            "NULL AS \($0.split(separator: " ").last?.split(separator: ".").last ?? "x")"
        }
        return "CREATE TEMP VIEW events AS "
            + (parts.isEmpty
                ? "SELECT \(none.joined(separator: ", ")) WHERE 0" : parts.joined(separator: " UNION ALL "))
    }

    private static var dailyView: String {
        let words = CatalogueSchema.dimensions.map { "(SELECT text FROM term WHERE id = d.\($0)) AS \($0)" }
        let sums = RollupMeasure.allCases.map { "d.\($0.column)" }
        return """
            CREATE TEMP VIEW daily_named AS
            SELECT date(d.day * 86400, 'unixepoch') AS day, \((words + sums).joined(separator: ", ")) FROM daily d
            """
    }

    /// The rows of one statement.
    package struct Result: Sendable {
        package var columns: [String]
        package var rows: [[Cell]]
        /// Whether there were more rows than were asked for.
        package var isCut: Bool
    }

    /// A value of SQLite; blobs are shown as hexadecimal digits.
    package enum Cell: Sendable, Hashable {
        case null
        case integer(Int)
        case real(Double)
        case text(String)
    }

    /// Runs one reading statement.
    ///
    /// - Throws: `.usage` for a statement that SQLite refuses or that writes, `.incomplete` past the time.
    package func run(_ sql: String, maximumRows: Int, seconds: Double) throws(HarnessError) -> Result {
        let queue = queue
        let timer = DispatchWorkItem { queue.interrupt() }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: timer)
        defer { timer.cancel() }
        do {
            return try queue.inDatabase { db in
                let statement = try db.makeStatement(sql: sql)
                guard statement.isReadonly else {
                    throw HarnessError(.usage, "only reading is allowed here", remedy: "begin with SELECT")
                }
                var result = Result(columns: statement.columnNames, rows: [], isCut: false)
                let rows = try Row.fetchCursor(statement)
                while let row = try rows.next() {
                    if result.rows.count == maximumRows {
                        result.isCut = true
                        break
                    }
                    result.rows.append(row.databaseValues.map(Cell.init))
                }
                return result
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw HarnessError(
                .incomplete,
                "the statement took more than \(seconds) s",
                remedy: "ask the rollups (daily_named) instead of events, fewer days, or give more --seconds"
            )
        } catch let error as DatabaseError {
            throw HarnessError(.usage, "SQLite: \(error.message ?? "\(error.resultCode)")")
        } catch {
            throw HarnessError(telemetry: error, at: "telemetry")
        }
    }
}

extension TelemetryQuery.Cell {
    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(Int(number))
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data):
            self = .text(Hexadecimal.text(of: data))
        }
    }
}
