import Foundation
import HarnessCore
import Reporting
import ResultStore
import Testing

@Suite struct RunSummaryTests {
    private let rows = ReportFixture.rows

    @Test func `a complete run is one page of eighty columns`() throws {
        let summary = RunSummary(try ReportFixture.run(rows: rows), rows: rows)

        let lines = summary.lines(TextStyle())

        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 80 })
        try expectSnapshot(lines, "run-summary")
    }

    @Test func `the same rows in another order give the same page`() throws {
        let run = try ReportFixture.run(rows: rows)

        let lines = RunSummary(run, rows: rows).lines(TextStyle())
        let reversed = RunSummary(run, rows: rows.reversed()).lines(TextStyle())

        #expect(lines == reversed)
    }

    @Test func `name and times stand on one line of their own`() throws {
        let lines = RunSummary(try ReportFixture.run(rows: rows), rows: rows).lines(TextStyle())

        #expect(lines.count { $0.contains("2026") || $0.contains("1:03") || $0.contains("r-7f3") } == 1)
        #expect(lines.last == "run r-7f3a9c · started 2026-01-02T03:04:05Z · took 1:03")
    }

    @Test func `an interrupted run says what is missing`() throws {
        let rows = [
            ReportFixture.row(0, 0, .passed), ReportFixture.row(0, 1, .infrastructureError),
            ReportFixture.row(1, 0, nil), ReportFixture.row(2, 0, .failed(.wrongValue)),
        ]
        let run = try ReportFixture.run(rows: rows, status: .interrupted, limit: 3)

        let lines = RunSummary(run, rows: rows).lines(TextStyle())

        try expectSnapshot(lines, "run-summary-interrupted")
    }

    @Test func `a run without any verdict has no table`() throws {
        let rows = [ReportFixture.row(0, 0, .infrastructureError), ReportFixture.row(1, 0, nil)]

        let lines = RunSummary(try ReportFixture.run(rows: rows), rows: rows).lines(TextStyle())

        #expect(!lines.contains { $0.contains("pass@1") })
        #expect(
            lines.contains { $0.contains("0 of 2 scored (0 passed, 0 failed), 1 infra error, 1 missing") }
        )
    }

    @Test func `the JSON counters add up`() throws {
        let rows = rows + [ReportFixture.row(12, 0, .infrastructureError), ReportFixture.row(12, 1, nil)]
        let summary = RunSummary(try ReportFixture.run(rows: rows), rows: rows)

        let text = summary.json.serialized
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])

        #expect(object["schema"] as? String == "evalharness/run@1")
        let counts = try #require(object["counts"] as? [String: Int])
        let parts = ["passed", "failed", "infrastructure", "missing"].compactMap { counts[$0] }
        #expect(parts.count == 4)
        #expect(counts["planned"] == parts.reduce(0, +))
        #expect(counts["planned"] == 62)
        let keys = [
            "counts", "created", "failures", "finished", "id", "metrics", "model", "partial", "sandbox",
            "schema",
            "seed", "selection", "shared_trust", "status", "suite", "tasks", "tool",
        ]
        #expect(object.keys.sorted() == keys)
    }

    @Test func `a k beyond the samples is named where somebody asked for it`() throws {
        let run = try ReportFixture.run(rows: rows, passAt: [1, 100])

        let lines = RunSummary(run, rows: rows).lines(TextStyle())

        #expect(lines.contains("! pass@100 no task has 100 judged samples"))
    }

    @Test func `nothing untrusted reaches the terminal raw`() throws {
        let run = try ReportFixture.run(rows: rows)
        let reports: [any Report] = [
            RunSummary(run, rows: rows), RunListReport([run]),
            SampleTableReport(runID: "r-7f3a9c", rows: rows, total: rows.count),
        ]

        for report in reports {
            for line in report.lines(TextStyle()) { #expect(printable(line) == line) }
        }
    }
}
