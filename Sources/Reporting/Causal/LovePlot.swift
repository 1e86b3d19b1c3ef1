package import Causal

/// Standardised differences of covariates, before and after: text of any width, and SVG.
package struct LovePlot: Sendable, Hashable {
    private let rows: [Row]
    /// The end of the axis to both sides.
    private let limit: Double

    private struct Row: Hashable {
        var name: String
        /// As they came, matched, weighted.
        var values: [Double?]
    }

    package init(_ balance: [CovariateBalance]) {
        rows = balance.map { covariate in
            Row(
                name: printable(covariate.name),
                values: [
                    covariate.raw.difference, covariate.matched?.difference, covariate.weighted?.difference,
                ]
            )
        }
        let largest = rows.flatMap(\.values).compactMap { $0.map(abs) }.max() ?? 0
        limit = [0.25, 0.5, 1, 2, 5].first { $0 >= largest } ?? largest
    }

    private static let marks = ["○", "□", "●"]
    private static let names = ["raw", "matched", "weighted"]

    /// The plot; every line within the style's width.
    package func lines(_ style: TextStyle) -> [String] {
        let (numbers, least) = (7 + 9 + 10, 15)
        let longest = rows.map { TextWidth.columns(of: $0.name) }.max() ?? 8
        let name = max(8, min(22, longest, style.columns - numbers - least - 2))
        let width = max(least, min(41, style.columns - name - numbers - 2))
        let half = width / 2
        let head =
            TextWidth.pad("", to: name + 1)
            + TextWidth.pad("−" + Numbers.fixed(limit, places: 2), to: half)
            + TextWidth.pad("0", to: half - 3) + Numbers.fixed(limit, places: 2)
        var lines = [
            TextWidth.pad(head, to: name + 2 + 2 * half)
                + zip(Self.names, [7, 9, 10]).map { TextWidth.pad($0, to: $1, alignment: .right) }.joined()
        ]
        for row in rows {
            var cells = Array(repeating: Character(" "), count: 2 * half + 1)
            cells[half] = "│"
            for edge in [-CovariateBalance.threshold, CovariateBalance.threshold] {
                cells[column(edge, half)] = "┊"
            }
            for (value, mark) in zip(row.values, Self.marks) {
                if let value { cells[column(value, half)] = Character(mark) }
            }
            let texts = zip(row.values, [7, 9, 10]).map { value, width in
                TextWidth.pad(Self.number(value), to: width, alignment: .right)
            }
            lines.append(
                TextWidth.pad(TextWidth.cut(row.name, to: name), to: name + 1) + String(cells)
                    + texts.joined()
            )
        }
        return lines
    }

    private func column(_ value: Double, _ half: Int) -> Int {
        half + Int((min(1, max(-1, value / limit)) * Double(half)).rounded())
    }

    static func number(_ value: Double?) -> String {
        let text = Numbers.fixed(value, places: 2)
        return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }

    /// What the marks mean.
    package static let legend = "○ as they came  □ matched  ● weighted  ┊ ±0.1, usually called balanced"

    /// A drawing for HTML; names are escaped, nothing is loaded.
    package var svg: String {
        let (left, step, width) = (180.0, 26.0, 700.0)
        let height = Double(rows.count) * step + 60
        func x(_ value: Double) -> String {
            Numbers.fixed(
                left + (width - left - 20) * (min(1, max(-1, value / limit)) + 1) / 2,
                places: 1
            )
        }
        func line(_ value: Double, _ dash: String) -> String {
            "<line x1=\"\(x(value))\" x2=\"\(x(value))\" y1=\"20\" y2=\"\(Numbers.fixed(height - 40, places: 0))\""
                + " stroke=\"#888\"\(dash)/>"
        }
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 700 "
                + "\(Numbers.fixed(height, places: 0))\" width=\"700\">",
            "<title>Standardised differences of the covariates</title>",
            "<desc>The numbers stand in the table below.</desc>",
            line(0, ""), line(-CovariateBalance.threshold, " stroke-dasharray=\"3 3\""),
            line(CovariateBalance.threshold, " stroke-dasharray=\"3 3\""),
        ]
        for (index, row) in rows.enumerated() {
            let y = Double(index) * step + 36
            let at = Numbers.fixed(y, places: 0)
            parts.append(
                "<text x=\"\(Int(left) - 10)\" y=\"\(Numbers.fixed(y + 4, places: 0))\" text-anchor=\"end\""
                    + " font-size=\"13\" fill=\"currentColor\">\(Escaping.xml(TextWidth.cut(row.name, to: 24)))</text>"
            )
            if let raw = row.values[0] {
                parts.append(
                    "<circle cx=\"\(x(raw))\" cy=\"\(at)\" r=\"5\" fill=\"none\" stroke=\"#D55E00\"/>"
                )
            }
            if let matched = row.values[1] {
                let corner = (Double(x(matched)) ?? 0) - 4
                parts.append(
                    "<rect x=\"\(Numbers.fixed(corner, places: 1))\" y=\"\(Numbers.fixed(y - 4, places: 0))\" width=\"8\""
                        + " height=\"8\" fill=\"none\" stroke=\"#0072B2\"/>"
                )
            }
            if let weighted = row.values[2] {
                parts.append("<circle cx=\"\(x(weighted))\" cy=\"\(at)\" r=\"4\" fill=\"#009E73\"/>")
            }
        }
        for value in [-limit, 0, limit] {
            parts.append(
                "<text x=\"\(x(value))\" y=\"\(Numbers.fixed(height - 22, places: 0))\" text-anchor=\"middle\""
                    + " font-size=\"12\" fill=\"currentColor\">\(Self.number(value))</text>"
            )
        }
        parts.append(
            "<text x=\"\(x(0))\" y=\"\(Numbers.fixed(height - 4, places: 0))\" text-anchor=\"middle\" font-size=\"12\""
                + " fill=\"currentColor\">○ as they came, □ matched, ● weighted; dashes at ±0.1</text>"
        )
        return (parts + ["</svg>"]).joined(separator: "\n")
    }
}
