import HarnessCore
import Reporting
import Scoring
import Testing

@Suite struct PassRateTableTests {
    private let table = PassRateTable([
        CompareReportTests.run("old", shift: 0), CompareReportTests.run("=new", shift: 2),
    ])

    @Test func `models stand in rows, languages in columns, all of them first`() {
        #expect(table.table.columns.map(\.title) == ["model", "run", "tasks", "all", "go", "python"])
        #expect(table.table.rows.count == 2)
        #expect(table.table.rows[0][2] == "40")
    }

    @Test func `the rates of the languages weigh to the rate of all`() throws {
        let cells = table.row(0)
        let all = try #require(cells[0].mean).value
        let parts = cells.dropFirst().compactMap(\.mean)

        // Twenty tasks each: the mean over tasks is the mean of the two.
        #expect(parts.map(\.tasks) == [20, 20])
        #expect(abs(parts.map(\.value).reduce(0, +) / 2 - all) < 1e-12)
    }

    @Test func `a k beyond the samples has no value and says so by its absence`() {
        let deep = PassRateTable([CompareReportTests.run("old", shift: 0)], k: 11)

        #expect(deep.row(0)[0].mean == nil)
        #expect(deep.table.rows[0][3] == "–")
        #expect(deep.records.csv.split(separator: "\r\n")[1].hasSuffix(",,,,,"))
    }

    @Test func `records are the same numbers, one line each, with formulas disarmed`() {
        let lines = table.records.csv.split(separator: "\r\n")

        #expect(lines.count == 1 + 2 * 3)
        #expect(lines[4].hasPrefix("\"'=new\","))
        #expect(table.records.jsonl.split(separator: "\n").count == 6)
    }
}
