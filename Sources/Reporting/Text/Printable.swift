/// Makes untrusted text harmless to print: what a terminal would obey or hide becomes visible.
///
/// C0 controls become their pictures (`␛`, `␊`), everything else that is invisible, changes the direction of
/// text or is not assigned becomes `U+202E`. The result is one line and holds no scalar that moves a cursor.
package func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { appendPrintable(scalar, to: &result) }
    return String(result)
}

/// Makes untrusted text harmless to print and keeps its line breaks.
///
/// Tabs become four spaces, so that columns stay where they were.
package func printableLines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        .map { printable(String($0).replacing("\t", with: "    ")) }
}

private func appendPrintable(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x20...0x7E: result.append(scalar)
    // The block of control pictures has one symbol for each C0 control, in the same order.
    case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
    case 0x7F: result.append("\u{2421}")
    default:
        if isVisible(scalar) {
            result.append(scalar)
        } else {
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let padding = String(repeating: "0", count: max(0, 4 - digits.count))
            result.append(contentsOf: "U+\(padding)\(digits)".unicodeScalars)
        }
    }
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    // Variation selectors and fillers: letters or marks by category, yet nothing is drawn.
    if scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        return false
    default: return true
    }
}
