// The wire format of runners/WIRE.md: a cursor over calls, and a buffer for answers.

import Glibc

let largestPayload = 16 << 20
let deepestValue = 200

/// Ends the process because the calls, which the harness wrote, cannot be understood.
func giveUp(_ reason: String) -> Never {
    fputs("evalharness: \(reason)\n", stderr)
    _exit(70)
}

/// A cursor over one encoded value after the other.
public struct Reader {
    let bytes: [UInt8]
    var at: Int
    var end: Int

    var hasMore: Bool { at < end }

    var next: UInt8 {
        if at == end { giveUp("the calls end inside a value") }
        return bytes[at]
    }

    mutating func tag() -> UInt8 {
        let tag = next
        at += 1
        return tag
    }

    mutating func expect(_ tags: String, _ what: String) {
        if !tags.utf8.contains(tag()) { giveUp("an argument is not \(what) as the signature promises") }
    }

    mutating func take(_ length: Int) -> Range<Int> {
        if length > end - at { giveUp("a length is beyond the end of the calls") }
        defer { at += length }
        return at..<at + length
    }

    /// A length or count.
    mutating func count() -> Int {
        var count = 0
        var digits = 0
        while next != UInt8(ascii: ":") {
            let digit = Int(tag()) - 48
            digits += 1
            if !(0...9).contains(digit) || digits > 12 { giveUp("a count is not a number") }
            count = count * 10 + digit
        }
        at += 1
        return count
    }

    /// The digits of an integer, with its sign.
    mutating func integer() -> Substring {
        expect("I", "an integer")
        let start = at
        while tag() != UInt8(ascii: ";") {}
        return Substring(decoding: bytes[start..<at - 1], as: UTF8.self)
    }

    mutating func real() -> Double {
        if next == UInt8(ascii: "I") { return Double(integer()) ?? .nan }
        expect("D", "a number")
        let digits = String(decoding: bytes[take(16)], as: UTF8.self)
        guard let bits = UInt64(digits, radix: 16) else { giveUp("a number is not 16 hexadecimal digits") }
        return Double(bitPattern: bits)
    }

    /// The body of a text or of bytes.
    mutating func body() -> ArraySlice<UInt8> {
        expect("SB", "a text")
        let length = count()
        return bytes[take(length)]
    }

    mutating func text() -> String { String(decoding: body(), as: UTF8.self) }

    /// How many values follow in a list, tuple or set.
    mutating func items() -> Int {
        expect("LUE", "a list")
        return count()
    }

    /// Steps over one value and returns a cursor over it alone.
    mutating func skip(_ depth: Int = 0) -> Reader {
        if depth > deepestValue { giveUp("a value is too deep") }
        let start = at
        var values = 0
        switch Character(Unicode.Scalar(tag())) {
        case "N", "T", "F": break
        case "I": while tag() != UInt8(ascii: ";") {}
        case "D": _ = take(16)
        case "S", "B", "X": _ = take(count())
        case "L", "U", "E": values = count()
        case "M": values = 2 * count()
        case "R":
            _ = take(count())
            values = 2 * count()
        default: giveUp("a value has an unknown tag")
        }
        for _ in 0..<values { _ = skip(depth + 1) }
        return Reader(bytes: bytes, at: start, end: at)
    }

    var encoding: ArraySlice<UInt8> { bytes[at..<end] }
}

/// Collects encoded values; what does not fit into a frame is noted, not kept.
public struct Writer {
    var bytes: [UInt8] = []
    var isTooLarge = false
    private var depth = 0

    mutating func raw(_ more: some Collection<UInt8>) {
        isTooLarge = isTooLarge || bytes.count + more.count > largestPayload
        if !isTooLarge { bytes.append(contentsOf: more) }
    }

    mutating func raw(_ text: String) { raw(text.utf8) }

    mutating func head(_ tag: String, _ count: Int) { raw("\(tag)\(count):") }

    mutating func real(_ value: Double) {
        let digits = String(value.bitPattern, radix: 16)
        raw("D" + String(repeating: "0", count: 16 - digits.utf8.count) + digits)
    }

    mutating func text(_ text: String) {
        head("S", text.utf8.count)
        raw(text)
    }

    /// Something that is not plain data, by the name of its type.
    mutating func opaque(_ type: String) {
        head("X", type.utf8.count)
        raw(type)
    }

    /// Writes what holds other values, unless it lies too deep or too much is written already.
    mutating func nested(_ write: (inout Writer) -> Void) {
        if isTooLarge { return }
        if depth >= deepestValue { return opaque("too deep") }
        depth += 1
        write(&self)
        depth -= 1
    }
}

/// Reads all calls from descriptor 3, and closes it.
func receive() -> [UInt8] {
    var calls: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(3, &chunk, chunk.count)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { giveUp("descriptor 3 cannot be read") }
        if count == 0 { break }
        calls.append(contentsOf: chunk[..<count])
    }
    close(3)
    return calls
}

/// Writes one frame to descriptor 4 at once, so that it survives whatever the program does next.
func send(_ letter: String, _ payload: some Collection<UInt8>) {
    var frame = Array("\(letter)\(payload.count):".utf8)
    frame.append(contentsOf: payload)
    var sent = 0
    while sent < frame.count {
        let count = frame[sent...].withUnsafeBytes { write(4, $0.baseAddress, $0.count) }
        if count < 0 && errno != EINTR { _exit(70) }
        sent += max(0, count)
    }
}

/// What is known about a failed call. Texts are bounded.
func diagnostic(_ type: String, _ message: String, bases: [String] = []) -> [UInt8] {
    var writer = Writer()
    writer.head("M", 4)
    writer.text("type")
    writer.text(String(type.unicodeScalars.prefix(200)))
    writer.text("message")
    writer.text(String(message.unicodeScalars.prefix(2000)))
    writer.text("stage")
    writer.text("call")
    writer.text("bases")
    writer.head("L", bases.count)
    for base in bases { writer.text(String(base.unicodeScalars.prefix(200))) }
    return writer.bytes
}
