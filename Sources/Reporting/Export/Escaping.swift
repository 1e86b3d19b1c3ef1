/// A place foreign text goes to, with what it would be taken for there.
///
/// All forms first make control, bidirectional and invisible characters visible with `printable(_:)`, so that no
/// output holds one. What remains is escaped for the form.
package enum Escaping {
    /// A cell of RFC 4180, quoted where needed.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe in front.
    package static func csv(_ text: String) -> String {
        var cell = printable(text)
        let starters: Set<Character> = ["=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠"]
        if let first = cell.first(where: { $0 != " " }), starters.contains(first) { cell = "'" + cell }
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0 == "'" }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    /// Text of HTML and of quoted attributes.
    package static func html(_ text: String) -> String { xml(text) }

    /// Text of XML 1.0 and of quoted attributes; characters that XML cannot hold are already visible.
    package static func xml(_ text: String) -> String {
        var result = ""
        for scalar in printable(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Inline Markdown, also inside tables: no markup, no HTML, no link, nobody mentioned.
    package static func markdown(_ text: String) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in printable(text).replacing("://", with: ":\u{2215}\u{2215}").unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // Only at the start of a word does it call somebody: `pass@1` stays readable.
            case "@" where !previous.properties.isAlphabetic: result += "&#64;"
            case "\u{2215}": result += "&#47;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!", "$": result += "\\\(scalar)"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Text of LaTeX in ASCII, so that no font or input encoding is needed.
    package static func latex(_ text: String) -> String {
        var result = ""
        for scalar in printable(text).unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "<": result += "\\textless{}"
            case ">": result += "\\textgreater{}"
            case "\"": result += "\\textquotedbl{}"
            case "|": result += "\\textbar{}"
            case "{", "}", "$", "&", "#", "_", "%": result += "\\\(scalar)"
            case "−": result += "$-$"
            case "–": result += "--"
            case "…": result += "\\dots{}"
            case "→": result += "$\\rightarrow$"
            case "×": result += "$\\times$"
            case "·": result += "$\\cdot$"
            case "Δ": result += "$\\Delta$"
            case "≥": result += "$\\geq$"
            default:
                // Brackets at the start of a row or after a line break would be taken for an option.
                if scalar == "[" || scalar == "]" {
                    result += "{\(scalar)}"
                } else if scalar.isASCII {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += "\\texttt{U+\(String(scalar.value, radix: 16, uppercase: true))}"
                }
            }
        }
        return result
    }

    /// A scalar of YAML in double quotes, as JSON writes it; YAML 1.2 reads JSON.
    package static func yaml(_ text: String) -> String { JSONValue.text(text).serialized }
}
