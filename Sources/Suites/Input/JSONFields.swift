/// Takes single fields out of one JSON object and checks the rest without building it.
///
/// Written for lines of sample and suite files, because `JSONDecoder` refuses the bare `NaN` and `Infinity`
/// that Python writes and that stand in EvalPlus's own files, in fields nobody here reads; because it builds
/// megabytes of such fields to reach four texts; and because it cannot say at which byte a line is broken.
struct JSONFields {
    /// The value of a wanted field.
    enum Field: Equatable {
        case text(String)
        case integer(Int)
        case null
        /// Anything else, with what it is: `a list`.
        case other(String)

        /// What the value is, for messages.
        var kind: String {
            switch self {
            case .text: "text"
            case .integer: "a number"
            case .null: "null"
            case .other(let kind): kind
            }
        }
    }

    /// Why bytes are not one JSON object.
    struct Malformed: Error, Equatable {
        /// Counted from 1, as editors do.
        var column: Int
        var reason: String
    }

    /// Deeper nesting than this is refused.
    static let maximumDepth = 512

    private let bytes: [UInt8]
    private var position = 0

    /// Returns the wanted fields that the object has; throws `Malformed` unless all of it is JSON.
    static func read(_ names: Set<String>, from bytes: [UInt8]) throws(Malformed) -> [String: Field] {
        var scanner = JSONFields(bytes: bytes)
        return try scanner.readObject(names)
    }

    /// Returns the content of one JSON text, given with its quotes; throws `Malformed` for anything else.
    static func text(in bytes: [UInt8]) throws(Malformed) -> String {
        var scanner = JSONFields(bytes: bytes)
        let text = try scanner.readText()
        guard scanner.position == bytes.count else { throw scanner.malformed("something follows the text") }
        return text
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func readObject(_ names: Set<String>) throws(Malformed) -> [String: Field] {
        skipSpace()
        guard peek() == UInt8(ascii: "{") else { throw malformed("a JSON object must start with {") }
        position += 1
        var fields: [String: Field] = [:]
        var isFirst = true
        while true {
            skipSpace()
            if isFirst, take("}") { break }
            guard peek() == UInt8(ascii: "\"") else { throw malformed("a field name in quotes is missing") }
            let start = position
            let name = try readText()
            try expectColon()
            if names.contains(name) {
                guard fields[name] == nil else {
                    position = start
                    throw malformed("the field \(Quoting.quoted(name)) stands twice")
                }
                fields[name] = try readField()
            } else {
                try skipValue()
            }
            skipSpace()
            isFirst = false
            if take("}") { break }
            guard take(",") else { throw malformed("a comma or } is missing") }
        }
        skipSpace()
        guard position == bytes.count else { throw malformed("something follows the object") }
        return fields
    }

    private mutating func readField() throws(Malformed) -> Field {
        skipSpace()
        switch peek() {
        case UInt8(ascii: "\""): return .text(try readText())
        case UInt8(ascii: "{"):
            try skipValue()
            return .other("an object")
        case UInt8(ascii: "["):
            try skipValue()
            return .other("a list")
        default:
            let start = position
            try skipScalar()
            let word = String(decoding: bytes[start..<position], as: UTF8.self)
            if word == "null" { return .null }
            if word == "true" || word == "false" { return .other(word) }
            return Int(word).map(Field.integer) ?? .other("the number \(word.prefix(40))")
        }
    }

    /// Passes over one value of any kind; keeps its own stack, so that nesting cannot exhaust the thread's.
    private mutating func skipValue() throws(Malformed) {
        var open: [UInt8] = []
        repeat {
            skipSpace()
            switch peek() {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < Self.maximumDepth else {
                    throw malformed("nested deeper than \(Self.maximumDepth)")
                }
                let closing = UInt8(ascii: peek() == UInt8(ascii: "{") ? "}" : "]")
                position += 1
                skipSpace()
                if peek() == closing {
                    position += 1
                    break
                }
                open.append(closing)
                if closing == UInt8(ascii: "}") { try skipName() }
                continue
            case UInt8(ascii: "\""): try skipText()
            default: try skipScalar()
            }
            try leave(&open)
        } while !open.isEmpty
    }

    /// After a value: closes every container that ends here, or passes the comma before the next value.
    private mutating func leave(_ open: inout [UInt8]) throws(Malformed) {
        while let closing = open.last {
            skipSpace()
            guard peek() == closing else {
                guard take(",") else { throw malformed("a comma or a closing bracket is missing") }
                if closing == UInt8(ascii: "}") { try skipName() }
                return
            }
            position += 1
            open.removeLast()
        }
    }

    private mutating func skipName() throws(Malformed) {
        skipSpace()
        guard peek() == UInt8(ascii: "\"") else { throw malformed("a field name in quotes is missing") }
        try skipText()
        try expectColon()
    }

    /// Numbers, `true`, `false`, `null`, and Python's `NaN`, `Infinity` and `-Infinity`.
    private mutating func skipScalar() throws(Malformed) {
        let start = position
        while let byte = peek(), !Self.endsScalar(byte) { position += 1 }
        let word = bytes[start..<position]
        if JSONNumber.isValid(word) { return }
        let known = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]
        guard known.contains(where: { $0.utf8.elementsEqual(word) }) else {
            position = start
            if word.isEmpty {
                throw malformed(start == bytes.count ? "the line ends too early" : "a value is missing")
            }
            throw malformed(
                "\(Quoting.quoted(String(decoding: word.prefix(40), as: UTF8.self))) is not a JSON value"
            )
        }
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["),
            UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    // MARK: - Text

    private mutating func skipText() throws(Malformed) {
        position += 1
        while true {
            let byte = try nextPlainEnd()
            if byte == UInt8(ascii: "\"") { return }
            _ = try readEscape()
        }
    }

    private mutating func readText() throws(Malformed) -> String {
        let start = position
        position += 1
        var content: [UInt8] = []
        while true {
            let plain = position
            let byte = try nextPlainEnd()
            content.append(contentsOf: bytes[plain..<position - 1])
            if byte == UInt8(ascii: "\"") { break }
            let scalar = try readEscape()
            // Line feeds are most of all escapes in programs.
            if scalar.isASCII {
                content.append(UInt8(ascii: scalar))
            } else {
                content.append(contentsOf: Character(scalar).utf8)
            }
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            position = start
            throw malformed("the text is not UTF-8")
        }
        return text
    }

    /// Moves past the next quote or backslash and returns it.
    private mutating func nextPlainEnd() throws(Malformed) -> UInt8 {
        let found = bytes.withUnsafeBufferPointer { [position] bytes in
            var next = position
            while next < bytes.count {
                let byte = bytes[next]
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
                next += 1
            }
            return next
        }
        position = found
        guard let byte = peek() else { throw malformed("a text is not closed") }
        guard byte >= 0x20 else {
            throw malformed("a control character stands in a text; write it as an escape")
        }
        position += 1
        return byte
    }

    /// Reads what follows a backslash.
    private mutating func readEscape() throws(Malformed) -> Unicode.Scalar {
        guard let byte = peek() else { throw malformed("a text is not closed") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try readUnicodeEscape()
        default:
            position -= 2
            throw malformed("an unknown escape")
        }
    }

    private mutating func readUnicodeEscape() throws(Malformed) -> Unicode.Scalar {
        let start = position - 2
        let high = try readCodeUnit()
        if let scalar = Unicode.Scalar(UInt32(high)) { return scalar }
        if UTF16.isLeadSurrogate(high), take("\\"), take("u") {
            let low = try readCodeUnit()
            if UTF16.isTrailSurrogate(low) { return UTF16.decode(UTF16.EncodedScalar([high, low])) }
        }
        position = start
        throw malformed("an escape is half of a surrogate pair")
    }

    private mutating func readCodeUnit() throws(Malformed) -> UInt16 {
        guard position + 4 <= bytes.count else { throw malformed("a text is not closed") }
        var unit: UInt16 = 0
        for index in position..<position + 4 {
            guard let digit = Self.hexadecimalDigit(bytes[index]) else {
                throw malformed("\\u needs four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
        }
        position += 4
        return unit
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    // MARK: - Bytes

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func expectColon() throws(Malformed) {
        skipSpace()
        guard take(":") else { throw malformed("a colon is missing") }
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            position += 1
        }
    }

    private func malformed(_ reason: String) -> Malformed { Malformed(column: position + 1, reason: reason) }
}
