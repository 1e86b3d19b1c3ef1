/// Columns a terminal gives to text.
package enum TextWidth {
    /// The number of columns of text that `printable(_:)` made harmless.
    package static func columns(of text: String) -> Int {
        var count = 0
        for scalar in text.unicodeScalars { count += columns(of: scalar) }
        return count
    }

    /// Cuts text to a number of columns; what is cut off shows as `…`.
    package static func cut(_ text: String, to limit: Int) -> String {
        guard columns(of: text) > limit else { return text }
        guard limit > 0 else { return "" }
        var result = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            let width = columns(of: scalar)
            guard used + width <= limit - 1 else { break }
            result.append(scalar)
            used += width
        }
        return String(result) + "…"
    }

    /// Fills text with spaces up to a number of columns.
    package static func pad(_ text: String, to width: Int, alignment: Alignment = .left) -> String {
        let filler = String(repeating: " ", count: max(0, width - columns(of: text)))
        switch alignment {
        case .left: return text + filler
        case .right: return filler + text
        }
    }

    /// The side of its column that text leans to.
    package enum Alignment: Sendable {
        case left
        case right
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// East Asian wide and emoji blocks, as Unicode Standard Annex 11 has them.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
        0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
