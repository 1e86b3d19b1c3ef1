/// The expressions inside a formatted text (`f"…{here}…"`).
struct FormattedText {
    private let source: [UInt8]
    private let range: Range<Int>

    init(_ source: [UInt8], _ range: Range<Int>) {
        self.source = source
        self.range = range
    }

    /// Ranges of the source that hold expressions, those of format specifications included.
    var expressions: [Range<Int>] {
        var found: [Range<Int>] = []
        var position = range.lowerBound
        while position < range.upperBound {
            switch source[position] {
            case UInt8(ascii: "{"):
                if position + 1 < range.upperBound, source[position + 1] == UInt8(ascii: "{") {
                    position += 2
                } else {
                    found.append(field(from: position + 1))
                    position = found[found.count - 1].upperBound
                }
            default: position += 1
            }
        }
        return found
    }

    /// The expression that starts here: up to its closing brace, conversion or format specification.
    ///
    /// Braces of a specification are met afterwards and hold expressions again.
    private func field(from start: Int) -> Range<Int> {
        var depth = 0
        var text: UInt8?
        for position in start..<range.upperBound {
            let byte = source[position]
            if let mark = text {
                if byte == mark { text = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): text = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "}"):
                if depth == 0 { return start..<position }
                depth -= 1
            case UInt8(ascii: ":") where depth == 0: return start..<position
            case UInt8(ascii: "!") where depth == 0:
                let next = position + 1 < range.upperBound ? source[position + 1] : 0
                if next != UInt8(ascii: "=") { return start..<position }
            default: break
            }
        }
        return start..<range.upperBound
    }
}
