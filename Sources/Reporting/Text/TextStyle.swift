/// How a report is laid out for the place it goes to.
package struct TextStyle: Sendable {
    /// Columns to keep to, 80 where nobody says otherwise.
    package var columns: Int
    /// Whether escape sequences for colour may be written, which they may not by default.
    package var isColoured: Bool
    /// Whether lists are for people, in aligned columns, as by default.
    ///
    /// Otherwise they are for programs: one record per line, tab-separated.
    package var isAligned: Bool

    package init(columns: Int = 80, isColoured: Bool = false, isAligned: Bool = true) {
        self.columns = max(columns, 60)
        self.isColoured = isColoured
        self.isAligned = isAligned
    }

    /// Marks text with a colour, which never carries meaning alone.
    package func coloured(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The few colours reports use.
    package enum Colour: Int, Sendable {
        case bold = 1
        case dim = 2
        case red = 31
        case green = 32
        case yellow = 33
    }

    /// Breaks text at spaces so that no line is wider than the style allows.
    package func wrapped(_ text: String, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = indent
        for word in text.split(separator: " ") {
            let isFirst = line == indent
            let width = TextWidth.columns(of: line) + (isFirst ? 0 : 1) + TextWidth.columns(of: String(word))
            if !isFirst && width > columns {
                lines.append(line)
                line = indent + word
            } else {
                line += (isFirst ? "" : " ") + word
            }
        }
        if line != indent || lines.isEmpty { lines.append(line) }
        return lines
    }
}
