import HarnessCore
import Reporting
import ResultStore
import Testing

@Suite struct SampleReportTests {
    @Test func `failed samples show rule, line and message`() throws {
        let rows = ReportFixture.rows.filter { $0.result?.verdict.outcome != .passed }

        let report = SampleTableReport(runID: "r-7f3a9c", rows: Array(rows.prefix(4)), total: rows.count)

        try expectSnapshot(report.lines(TextStyle()), "sample-table")
    }

    @Test func `one sample shows its evidence and marks the line`() throws {
        let row = ReportFixture.row(
            1,
            2,
            .failed(.exception),
            message: "IndexError: list\nindex\u{1B}[0m out of range",
            line: 2
        )
        let detail = SampleDetail(
            row: row,
            prompt: "",
            completion: "",
            program: "def f(x):\n\treturn x[9]\n",
            reference: nil,
            history: []
        )

        let lines = SampleReport(runID: "r-7f3a9c", detail).lines(TextStyle())

        try expectSnapshot(lines, "sample")
    }
}
