import Causal
import Reporting
import Testing

struct LovePlotTests {
    private func plot(_ names: [String], _ differences: [Double?]) -> LovePlot {
        LovePlot(
            zip(names, differences).map { name, difference in
                CovariateBalance(
                    name: name,
                    raw: .init(difference: difference),
                    matched: nil,
                    weighted: .init(difference: difference.map { $0 / 10 })
                )
            }
        )
    }

    @Test(arguments: [60, 80, 120])
    func `no line is wider than the terminal`(columns: Int) {
        let long = String(repeating: "covariate", count: 9)
        let lines = plot([long, "x"], [1.4, -0.3]).lines(TextStyle(columns: columns))

        #expect(lines.count == 3)
        for line in lines { #expect(TextWidth.columns(of: line) <= columns, "\(line)") }
    }

    @Test func `marks stand where the differences are`() throws {
        let line = try #require(plot(["x"], [0.5]).lines(TextStyle()).last)
        let raw = try #require(line.firstIndex(of: "○"))
        let zero = try #require(line.firstIndex(of: "│"))
        let weighted = try #require(line.firstIndex(of: "●"))

        #expect(zero < weighted && weighted < raw)
        #expect(line.contains("0.50") && line.contains("0.05") && line.contains("–"))
    }

    @Test func `a hostile name is harmless in the drawing, and a missing difference is none`() {
        let svg = plot(["</text><script>x</script>\u{202E}"], [nil]).svg

        #expect(!svg.contains("<script") && !svg.contains("\u{202E}"))
        #expect(!svg.contains("<circle"))
    }
}
