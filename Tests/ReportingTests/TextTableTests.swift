import Reporting
import Testing

@Suite struct TextTableTests {
    private let table = TextTable(
        columns: [.init("task", minimum: 8), .init("n", .right), .init("message", minimum: 8)],
        rows: [["a", "1", String(repeating: "m", count: 100)], ["世界", "12", "x"]]
    )

    @Test func `no line is wider than the style allows`() {
        let lines = table.lines(TextStyle(columns: 60))

        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 60 })
        #expect(lines[1].hasSuffix("m…"))
    }

    @Test func `wide characters take two columns`() {
        let lines = table.lines(TextStyle(columns: 200))

        #expect(lines[2] == "世界  12  x")
    }

    @Test func `programs get one record a line with tabs between the cells`() {
        let lines = table.lines(TextStyle(isAligned: false))

        #expect(lines[0] == "task\tn\tmessage")
        #expect(lines[2] == "世界\t12\tx")
        #expect(lines[1].count > 100)
    }
}
