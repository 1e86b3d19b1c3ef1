/// Rows and columns, aligned for people or tab-separated for programs.
///
/// Cells are expected to be trusted text or to have gone through `printable(_:)`.
package struct TextTable: Sendable {
    package var columns: [Column]
    package var rows: [[String]]

    package init(columns: [Column], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    package struct Column: Sendable {
        package var title: String
        package var alignment: TextWidth.Alignment
        /// How narrow this column may become where the table would be too wide; nil keeps it whole.
        package var minimum: Int?

        package init(_ title: String, _ alignment: TextWidth.Alignment = .left, minimum: Int? = nil) {
            self.title = title
            self.alignment = alignment
            self.minimum = minimum
        }
    }

    /// The table's lines, the titles first.
    package func lines(_ style: TextStyle) -> [String] {
        guard style.isAligned else {
            return ([columns.map(\.title)] + rows).map { $0.joined(separator: "\t") }
        }
        let widths = columnWidths(style)
        return ([columns.map(\.title)] + rows).map { cells in
            var line = ""
            for (position, cell) in cells.enumerated() {
                let width = widths[position]
                let text = TextWidth.cut(cell, to: width)
                line += TextWidth.pad(text, to: width, alignment: columns[position].alignment)
                if position < cells.count - 1 { line += Self.gap }
            }
            return line.trimmingTrailingSpaces
        }
    }

    private static let gap = "  "

    private func columnWidths(_ style: TextStyle) -> [Int] {
        var widths = columns.indices.map { position in
            ([columns[position].title] + rows.map { $0[position] }).map(TextWidth.columns(of:)).max() ?? 0
        }
        var excess = widths.reduce(0, +) + Self.gap.count * (columns.count - 1) - style.columns
        // The last flexible column gives way first: it holds the longest text.
        for position in columns.indices.reversed() where excess > 0 {
            guard let minimum = columns[position].minimum else { continue }
            let least = max(TextWidth.columns(of: columns[position].title), minimum)
            let taken = min(excess, max(0, widths[position] - least))
            widths[position] -= taken
            excess -= taken
        }
        return widths
    }
}

extension String {
    var trimmingTrailingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
