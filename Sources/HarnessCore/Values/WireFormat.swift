import Foundation

/// The format in which calls enter a sandboxed program and plain results leave it.
///
/// A value is one tag byte and a self-delimiting body; `runners/WIRE.md` is the specification that every
/// driver implements:
///
/// | tag | body | value |
/// |---|---|---|
/// | `N` `T` `F` | none | null, true, false |
/// | `I` | decimal digits, `;` | integer of any size |
/// | `D` | 16 hexadecimal digits | bit pattern of a double, most significant first |
/// | `S` `B` | length, `:`, that many bytes | UTF-8 text, bytes |
/// | `L` `U` `E` | count, `:`, that many values | list, tuple, set |
/// | `M` | count, `:`, that many pairs of values | map |
/// | `R` | name as a text body, count, `:`, pairs of text and value | record |
/// | `X` | length, `:`, type name | a value that is not plain data |
///
/// A frame is one kind byte, the payload's length in decimal, `:`, and the payload.
package enum WireFormat {
    /// What is wrong with bytes that claim to be wire data.
    package struct Malformed: Error, Hashable, CustomStringConvertible {
        package var offset: Int
        package var reason: String

        package var description: String { "byte \(offset): \(reason)" }
    }

    /// One message on a channel.
    package struct Frame: Sendable, Hashable {
        package var kind: UInt8
        /// A part of the channel's bytes where it was read from one.
        package var payload: ArraySlice<UInt8>

        package init(kind: Character, payload: [UInt8]) {
            self.init(kindByte: kind.asciiValue ?? 0, payload: payload[...])
        }

        init(kindByte: UInt8, payload: ArraySlice<UInt8>) {
            kind = kindByte
            self.payload = payload
        }

        /// Returns the payload's values; throws `Malformed` unless they fill it exactly.
        package func values() throws(Malformed) -> [Value] {
            var room = maximumValues
            return try values(room: &room)
        }

        /// Returns the payload's values and takes their number, nested ones included, from `room`.
        ///
        /// Throws `Malformed` unless they fill the payload exactly; `room` is negative where they were too many.
        package func values(room: inout Int) throws(Malformed) -> [Value] {
            var reader = WireReader(bytes: payload, room: room)
            defer { room = reader.room }
            var values: [Value] = []
            while !reader.isAtEnd { values.append(try reader.readValue()) }
            return values
        }
    }

    /// The leading frames of a captured channel, read one at a time: a hostile one may hold millions.
    package struct Frames {
        private var reader: WireReader
        /// Whether what is left is no complete frame; false until the frames before it have been read.
        package private(set) var isBroken = false

        package init(in bytes: [UInt8]) { reader = WireReader(bytes: bytes[...]) }

        /// Returns the next frame; nil at the end, and where the rest is none.
        package mutating func next() -> Frame? {
            guard !isBroken, !reader.isAtEnd else { return nil }
            guard let frame = try? reader.readFrame() else {
                isBroken = true
                return nil
            }
            return frame
        }
    }

    /// What one report may hold, nested values included: each takes tens of bytes once it is read.
    package static let maximumValues = 1_000_000

    /// Containers nested deeper than this are refused: the reader recurses, and its stack is ours.
    package static let maximumDepth = 200

    package static func encode(_ value: Value) -> [UInt8] {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return bytes
    }

    package static func encode(frame kind: Character, _ values: [Value]) -> [UInt8] {
        var payload: [UInt8] = []
        for value in values { append(value, to: &payload) }
        var bytes: [UInt8] = [kind.asciiValue ?? 0]
        bytes.append(contentsOf: "\(payload.count):".utf8)
        bytes.append(contentsOf: payload)
        return bytes
    }

    /// Splits a captured channel into frames; throws `Malformed` at the first byte that is not one.
    ///
    /// An incomplete last frame is an error too: a program that was cut off mid-frame did not finish.
    package static func frames(in bytes: [UInt8]) throws(Malformed) -> [Frame] {
        var frames: [Frame] = []
        var reader = WireReader(bytes: bytes[...])
        while !reader.isAtEnd { frames.append(try reader.readFrame()) }
        return frames
    }

    /// Splits a captured channel into its complete leading frames, and says whether nothing was left over.
    package static func leadingFrames(in bytes: [UInt8]) -> (frames: [Frame], isComplete: Bool) {
        var frames: [Frame] = []
        var reader = Frames(in: bytes)
        while let frame = reader.next() { frames.append(frame) }
        return (frames, !reader.isBroken)
    }

    private static func append(_ value: Value, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(UInt8(ascii: "N"))
        case .bool(let flag): bytes.append(UInt8(ascii: flag ? "T" : "F"))
        case .int(let number): bytes.append(contentsOf: "I\(number);".utf8)
        case .bigInteger(let digits): bytes.append(contentsOf: "I\(digits);".utf8)
        case .float(let number):
            let digits = String(number.bitPattern, radix: 16)
            bytes.append(UInt8(ascii: "D"))
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 16 - digits.utf8.count))
            bytes.append(contentsOf: digits.utf8)
        case .text(let text):
            bytes.append(UInt8(ascii: "S"))
            append(body: Array(text.utf8), to: &bytes)
        case .bytes(let content):
            bytes.append(UInt8(ascii: "B"))
            append(body: content, to: &bytes)
        case .list(let items): append(items, tag: "L", to: &bytes)
        case .tuple(let items): append(items, tag: "U", to: &bytes)
        case .set(let items): append(items, tag: "E", to: &bytes)
        case .map(let entries):
            bytes.append(contentsOf: "M\(entries.count):".utf8)
            for entry in entries {
                append(entry.key, to: &bytes)
                append(entry.value, to: &bytes)
            }
        case .record(let name, let fields):
            bytes.append(UInt8(ascii: "R"))
            append(body: Array(name.utf8), to: &bytes)
            bytes.append(contentsOf: "\(fields.count):".utf8)
            for field in fields {
                append(.text(field.name), to: &bytes)
                append(field.value, to: &bytes)
            }
        case .opaque(let typeName):
            bytes.append(UInt8(ascii: "X"))
            append(body: Array(typeName.utf8), to: &bytes)
        }
    }

    private static func append(body: [UInt8], to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\(body.count):".utf8)
        bytes.append(contentsOf: body)
    }

    private static func append(_ items: [Value], tag: Character, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "\(tag)\(items.count):".utf8)
        for item in items { append(item, to: &bytes) }
    }
}
