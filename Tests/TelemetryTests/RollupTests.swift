import Foundation
import TestSupport
import Testing

@testable import Telemetry

@Suite struct RollupTests {
    /// The days cross the end of a month: events of one suggestion can lie in two files.
    @Test(arguments: [1, 11] as [UInt64])
    func `a rollup is what a computation from the lines gives`(seed: UInt64) async throws {
        let events = try GeneratedEvents(seed: seed, developers: 15, days: 6)
        let (_, _) = try await events.store("s", reading: [events.write(lines: events.lines)])
        let expected = RecomputedRollup(lines: events.lines).sums
        #expect(expected.count >= 10)

        let columns = RollupMeasure.allCases.map { "total(\($0.column))" }.joined(separator: ", ")
        let result = try TelemetryQuery(folder: events.folder.file("s")).run(
            "SELECT CAST(strftime('%s', day) AS INTEGER) / 86400, model, \(columns) FROM daily_named GROUP BY 1, 2",
            maximumRows: 1000,
            seconds: 30
        )

        var found: [String: [RollupMeasure: Double]] = [:]
        for row in result.rows {
            guard case .integer(let day) = row[0], case .text(let model) = row[1] else { continue }
            for (index, measure) in RollupMeasure.allCases.enumerated() {
                if case .real(let value) = row[index + 2], value != 0 {
                    found["\(day) \(model)", default: [:]][measure] = value
                }
            }
        }
        #expect(found.keys.sorted() == expected.keys.sorted())
        for (key, sums) in expected {
            for measure in RollupMeasure.allCases {
                let (mine, theirs) = (found[key]?[measure] ?? 0, sums[measure] ?? 0)
                #expect(
                    abs(mine - theirs) <= 1e-9 * max(1, abs(theirs)),
                    "\(key) \(measure.column): \(mine), recomputed \(theirs)"
                )
            }
        }
    }

    @Test func `what SQL may do is bounded`() async throws {
        let events = try GeneratedEvents(developers: 6, days: 4)
        let (_, _) = try await events.store("s", reading: [events.write(lines: events.lines)])
        let query = try TelemetryQuery(folder: events.folder.file("s"))

        for sql in [
            "DELETE FROM daily", "DROP TABLE daily", "INSERT INTO month VALUES (1)", "SELECT * FROM nowhere",
            "UPDATE term SET text = ''", "PRAGMA user_version = 9", "",
        ] {
            #expect(throws: (any Error).self) { try query.run(sql, maximumRows: 10, seconds: 5) }
        }
        #expect(throws: (any Error).self) {
            try query.run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
                maximumRows: 1,
                seconds: 0.2
            )
        }
        let cut = try query.run("SELECT * FROM events", maximumRows: 5, seconds: 5)
        #expect(cut.rows.count == 5 && cut.isCut)
        #expect(try query.run("SELECT count(*) FROM daily", maximumRows: 5, seconds: 5).rows.count == 1)
    }
}
