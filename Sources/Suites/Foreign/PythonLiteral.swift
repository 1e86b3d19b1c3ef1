import HarnessCore

/// What Python must make of a JSON value where JSON has no such type.
///
/// `list<tuple>` says: a list whose elements are tuples of whatever they hold.
indirect enum PythonShape: Sendable, Hashable {
    case asWritten
    case list(of: PythonShape)
    case tuple(of: PythonShape)
    /// A set of a list that holds something, an empty dictionary of anything else.
    case set
    case values(of: PythonShape)
    /// Every list in it, however deep, is a tuple.
    case tuples
    case float
    case complex

    static let tuple = tuple(of: .asWritten)
}

/// Writes JSON values as Python source.
enum PythonLiteral {
    /// Returns a value as an expression; a shape that does not fit a value leaves it as it is written.
    static func expression(_ value: JSONTree, as shape: PythonShape = .asWritten) -> String {
        switch (shape, value) {
        case (.float, .text(let text)), (.float, .number(let text)): return "float(\(quoted(text)))"
        case (.complex, .text(let text)), (.complex, .number(let text)): return "complex(\(quoted(text)))"
        case (.set, .list(let items)) where !items.isEmpty: return "{\(joined(items, .asWritten))}"
        case (.set, _): return "{}"
        default: break
        }
        switch value {
        case .null: return "None"
        case .bool(let isTrue): return isTrue ? "True" : "False"
        case .number(let digits): return digits
        case .text(let text): return quoted(text)
        case .list(let items):
            switch shape {
            case .tuple(let element): return tuple(items, element)
            case .tuples: return tuple(items, .tuples)
            case .list(let element): return "[\(joined(items, element))]"
            case .asWritten, .set, .values, .float, .complex: return "[\(joined(items, .asWritten))]"
            }
        case .object(let members):
            var element = PythonShape.asWritten
            if case .values(let shape) = shape { element = shape }
            let entries = members.map { "\(quoted($0.name)): \(expression($0.value, as: element))" }
            return "{\(entries.joined(separator: ", "))}"
        }
    }

    private static func tuple(_ items: [JSONTree], _ element: PythonShape) -> String {
        items.count == 1 ? "(\(joined(items, element)),)" : "(\(joined(items, element)))"
    }

    private static func joined(_ items: [JSONTree], _ element: PythonShape) -> String {
        items.map { expression($0, as: element) }.joined(separator: ", ")
    }

    /// Returns a text as a Python text literal on one line.
    static func quoted(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                literal += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
            case "\u{2028}", "\u{2029}", "\u{FEFF}": literal += "\\u" + String(scalar.value, radix: 16)
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
