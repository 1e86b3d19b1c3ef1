/// A cursor over wire bytes that trusts none of them.
///
/// No count or length is believed before the bytes are there, so a forged header cannot make the reader
/// reserve memory.
struct WireReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    /// Values that may still be read; negative once one too many was there.
    private(set) var room: Int

    init(bytes: ArraySlice<UInt8>, room: Int = .max) {
        self.bytes = bytes
        self.room = room
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position == bytes.endIndex }

    mutating func readFrame() throws(WireFormat.Malformed) -> WireFormat.Frame {
        let kind = try readByte()
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(kind) else {
            throw malformed("frame kind \(kind) is not a capital letter")
        }
        return WireFormat.Frame(kindByte: kind, payload: try readBody())
    }

    mutating func readValue(depth: Int = 0) throws(WireFormat.Malformed) -> Value {
        guard depth <= WireFormat.maximumDepth else {
            throw malformed("nested deeper than \(WireFormat.maximumDepth)")
        }
        room -= 1
        guard room >= 0 else { throw malformed("more values than are read") }
        switch try readByte() {
        case UInt8(ascii: "N"): return .null
        case UInt8(ascii: "T"): return .bool(true)
        case UInt8(ascii: "F"): return .bool(false)
        case UInt8(ascii: "I"): return try readInteger()
        case UInt8(ascii: "D"): return try readFloat()
        case UInt8(ascii: "S"): return .text(try readText())
        case UInt8(ascii: "B"): return .bytes(Array(try readBody()))
        case UInt8(ascii: "L"): return .list(try readItems(depth: depth))
        case UInt8(ascii: "U"): return .tuple(try readItems(depth: depth))
        case UInt8(ascii: "E"): return .set(try readItems(depth: depth))
        case UInt8(ascii: "M"):
            let count = try readCount()
            var entries: [Value.MapEntry] = []
            for _ in 0..<count {
                let key = try readValue(depth: depth + 1)
                entries.append(Value.MapEntry(key: key, value: try readValue(depth: depth + 1)))
            }
            return .map(entries)
        case UInt8(ascii: "R"):
            let name = try readText()
            let count = try readCount()
            var fields: [Value.RecordField] = []
            for _ in 0..<count {
                guard try readByte() == UInt8(ascii: "S") else {
                    throw malformed("a field name must be text")
                }
                let fieldName = try readText()
                fields.append(Value.RecordField(name: fieldName, value: try readValue(depth: depth + 1)))
            }
            return .record(name: name, fields: fields)
        case UInt8(ascii: "X"): return .opaque(typeName: try readText())
        default: throw malformed("unknown tag")
        }
    }

    private func malformed(_ reason: String) -> WireFormat.Malformed {
        WireFormat.Malformed(offset: position - bytes.startIndex, reason: reason)
    }

    private mutating func readByte() throws(WireFormat.Malformed) -> UInt8 {
        guard position < bytes.endIndex else { throw malformed("ends too early") }
        defer { position += 1 }
        return bytes[position]
    }

    /// Reads digits up to `terminator`; at most 12, so that the number fits and the loop ends.
    private mutating func readCount() throws(WireFormat.Malformed) -> Int {
        var count = 0
        var digits = 0
        while true {
            let byte = try readByte()
            if byte == UInt8(ascii: ":") { break }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 12 else {
                throw malformed("a length is not a decimal number")
            }
            count = count * 10 + Int(byte - UInt8(ascii: "0"))
            digits += 1
        }
        guard digits > 0 else { throw malformed("a length is missing") }
        // Every item takes at least one byte, so no honest count exceeds what is left.
        guard count <= bytes.endIndex - position else { throw malformed("a length runs past the end") }
        return count
    }

    private mutating func readBody() throws(WireFormat.Malformed) -> ArraySlice<UInt8> {
        let count = try readCount()
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func readText() throws(WireFormat.Malformed) -> String {
        let body = try readBody()
        guard let text = String(validating: body, as: UTF8.self) else { throw malformed("text is not UTF-8") }
        return text
    }

    private mutating func readItems(depth: Int) throws(WireFormat.Malformed) -> [Value] {
        let count = try readCount()
        var items: [Value] = []
        for _ in 0..<count { items.append(try readValue(depth: depth + 1)) }
        return items
    }

    private mutating func readInteger() throws(WireFormat.Malformed) -> Value {
        let start = position
        while try readByte() != UInt8(ascii: ";") {}
        let digits = bytes[start..<position - 1]
        let magnitude = digits.first == UInt8(ascii: "-") ? digits.dropFirst() : digits
        let isCanonical =
            !magnitude.isEmpty
            && magnitude.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && (magnitude.count == 1 || magnitude.first != UInt8(ascii: "0"))
        guard isCanonical else { throw malformed("an integer is not in canonical form") }
        let text = String(decoding: digits, as: UTF8.self)
        return Int64(text).map(Value.int) ?? .bigInteger(text)
    }

    private mutating func readFloat() throws(WireFormat.Malformed) -> Value {
        guard bytes.endIndex - position >= 16 else { throw malformed("a float ends too early") }
        let text = String(decoding: bytes[position..<position + 16], as: UTF8.self)
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let pattern = UInt64(text, radix: 16)
        else { throw malformed("a float is not 16 hexadecimal digits") }
        position += 16
        return .float(Double(bitPattern: pattern))
    }
}
