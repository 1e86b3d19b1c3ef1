import HarnessCore

/// A JSON value as it stands in a file: numbers keep their digits, objects their order.
///
/// Written because `JSONDecoder` turns `1.0` into an integer, rounds long integers, and refuses the bare `NaN` and
/// `Infinity` that Python writes: all of it matters where the value is an argument of a test.
enum JSONTree: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As written: `-1`, `1.0`, `1e5`, `NaN`, `Infinity`, `-Infinity`.
    case number(String)
    case text(String)
    case list([JSONTree])
    case object([Member])

    struct Member: Sendable, Hashable {
        var name: String
        var value: JSONTree
    }

    /// Deeper nesting than this is refused.
    static let maximumDepth = 128

    /// Reads one JSON value; throws `Malformed` unless all of the text is one.
    init(_ text: some Sequence<UInt8>) throws(JSONFields.Malformed) {
        var parser = JSONTreeParser(bytes: Array(text))
        self = try parser.document()
    }

    /// The value of a member of an object; nil where this is none, or it has no such member or null.
    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self, let found = members.first(where: { $0.name == name })?.value,
            found != .null
        else { return nil }
        return found
    }

    var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    var list: [JSONTree]? {
        guard case .list(let items) = self else { return nil }
        return items
    }

    /// What the value is, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a truth value"
        case .number: "a number"
        case .text: "text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

/// Builds the tree by recursion, which `maximumDepth` bounds.
private struct JSONTreeParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONFields.Malformed) -> JSONTree {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw malformed("something follows the value") }
        return value
    }

    private mutating func value() throws(JSONFields.Malformed) -> JSONTree {
        skipSpace()
        switch peek() {
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "["): return .list(try list())
        case UInt8(ascii: "{"): return .object(try object())
        default: return try scalar()
        }
    }

    private mutating func list() throws(JSONFields.Malformed) -> [JSONTree] {
        var items: [JSONTree] = []
        try descend()
        skipSpace()
        if !take("]") {
            repeat { items.append(try value()) } while try continues("]")
        }
        depth -= 1
        return items
    }

    private mutating func object() throws(JSONFields.Malformed) -> [JSONTree.Member] {
        var members: [JSONTree.Member] = []
        try descend()
        skipSpace()
        if !take("}") {
            repeat {
                skipSpace()
                guard peek() == UInt8(ascii: "\"") else { throw malformed("a name in quotes is missing") }
                let name = try text()
                skipSpace()
                guard take(":") else { throw malformed("a colon is missing") }
                members.append(JSONTree.Member(name: name, value: try value()))
            } while try continues("}")
        }
        depth -= 1
        return members
    }

    private mutating func descend() throws(JSONFields.Malformed) {
        guard depth < JSONTree.maximumDepth else {
            throw malformed("nested deeper than \(JSONTree.maximumDepth)")
        }
        depth += 1
        position += 1
    }

    /// After an element: whether another one follows.
    private mutating func continues(_ closing: Unicode.Scalar) throws(JSONFields.Malformed) -> Bool {
        skipSpace()
        if take(closing) { return false }
        guard take(",") else { throw malformed("a comma or \(closing) is missing") }
        return true
    }

    private mutating func scalar() throws(JSONFields.Malformed) -> JSONTree {
        let start = position
        while let byte = peek(), !",]}[{:\" \n\r\t".utf8.contains(byte) { position += 1 }
        let word = bytes[start..<position]
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "NaN", "Infinity", "-Infinity": return .number(text)
        case _ where JSONNumber.isValid(word): return .number(text)
        default:
            position = start
            throw malformed(
                word.isEmpty
                    ? "a value is missing" : "\(Quoting.quoted(String(text.prefix(40)))) is no JSON value"
            )
        }
    }

    /// A text; its escapes are left to `JSONFields`, which reads them with all their faults.
    private mutating func text() throws(JSONFields.Malformed) -> String {
        let start = position
        position += 1
        while let byte = peek(), byte != UInt8(ascii: "\"") { position += byte == UInt8(ascii: "\\") ? 2 : 1 }
        guard position < bytes.count else {
            position = start
            throw malformed("a text is not closed")
        }
        position += 1
        do {
            return try JSONFields.text(in: Array(bytes[start..<position]))
        } catch {
            throw JSONFields.Malformed(column: start + error.column, reason: error.reason)
        }
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private func malformed(_ reason: String) -> JSONFields.Malformed {
        JSONFields.Malformed(column: position + 1, reason: reason)
    }
}
