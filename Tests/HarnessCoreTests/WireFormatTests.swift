import HarnessCore
import Testing

@Suite struct WireFormatTests {
    private func decode(_ text: String) throws -> [Value] {
        try WireFormat.Frame(kind: "R", payload: Array(text.utf8)).values()
    }

    private func decode(_ bytes: [UInt8]) throws -> [Value] {
        try WireFormat.Frame(kind: "R", payload: bytes).values()
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `What is written is read back`(seed: UInt64) throws {
        var generator = ValueGenerator(seed: seed)
        let values = [generator.value(), generator.value()]

        let frames = try WireFormat.frames(
            in: WireFormat.encode(frame: "R", values) + WireFormat.encode(frame: "Z", [])
        )

        #expect(frames.map(\.kind) == [UInt8(ascii: "R"), UInt8(ascii: "Z")])
        #expect(try frames.first?.values() == values)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `No part of a value is a value`(seed: UInt64) throws {
        var generator = ValueGenerator(seed: seed)
        let bytes = WireFormat.encode(generator.value())

        for length in 1..<bytes.count {
            let part = Array(bytes.prefix(length))
            #expect(throws: WireFormat.Malformed.self) { try decode(part) }
        }
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `A changed byte is an error or another value, never a crash`(seed: UInt64) throws {
        var generator = ValueGenerator(seed: seed)
        let bytes = WireFormat.encode(frame: "R", [generator.value()])
        var changed = bytes
        changed[generator.position(in: bytes)] = generator.byte()

        let (frames, isComplete) = WireFormat.leadingFrames(in: changed)
        let values = frames.compactMap { try? $0.values() }

        // What is accepted has one spelling only, but for the digits of floats and lengths.
        if changed == bytes {
            #expect(isComplete)
            #expect(values.count == 1)
        } else {
            for value in values { #expect(try decode(WireFormat.encode(.list(value))) == [.list(value)]) }
        }
    }

    @Test(arguments: [
        (Value.null, "N"), (.bool(true), "T"), (.bool(false), "F"), (.int(-12), "I-12;"),
        (.bigInteger("18446744073709551616"), "I18446744073709551616;"), (.float(1), "D3ff0000000000000"),
        (.float(-0.0), "D8000000000000000"), (.text("é"), "S2:é"), (.bytes([0x41]), "B1:A"),
        (.list([.null, .int(0)]), "L2:NI0;"), (.tuple([]), "U0:"), (.set([.text("")]), "E1:S0:"),
        (.map([.init(key: .int(1), value: .bool(true))]), "M1:I1;T"),
        (.record(name: "P", fields: [.init(name: "x", value: .null)]), "R1:P1:S1:xN"),
        (.opaque(typeName: "Fake"), "X4:Fake"),
    ])
    func `A value has the bytes of the specification`(value: Value, bytes: String) {
        #expect(WireFormat.encode(value) == Array(bytes.utf8))
    }

    @Test func `A frame is its kind, the length of its payload and the payload`() {
        #expect(WireFormat.encode(frame: "R", [.int(7), .null]) == Array("R4:I7;N".utf8))
    }

    @Test(arguments: [
        "I;", "I-;", "I01;", "I-01;", "I+1;", "I1", "I 1;", "I1_0;", "I٣;", "Ix;",
        "D3ff000000000000", "D+ff0000000000000", "D-ff0000000000000", "Dzff0000000000000",
        "S", "S1", "S:", "S1:", "S-1:a", "S 1:a", "S2:a", "S999999999999:a", "S9999999999999:a",
        "L1:", "L2:N", "L999999999:N", "U1", "E1:", "M1:N", "M2:NNN", "R1:P1:I1;N", "R1:P1:S1:x", "X", "Q",
        "n",
        "N}", "I1;;",
    ])
    func `Malformed bytes are refused`(text: String) {
        #expect(throws: WireFormat.Malformed.self) { try decode(text) }
    }

    @Test func `An integer beyond 64 bits stays exact`() throws {
        #expect(
            try decode(
                "I9223372036854775807;I9223372036854775808;I-9223372036854775808;I-9223372036854775809;"
            )
                == [
                    .int(.max), .bigInteger("9223372036854775808"), .int(.min),
                    .bigInteger("-9223372036854775809"),
                ]
        )
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
        ] as [[UInt8]]
    )
    func `Text that is not UTF-8 is refused, wherever text may stand`(invalid: [UInt8]) {
        let body = Array("\(invalid.count):".utf8) + invalid

        for prefix in ["S", "X", "R"] {
            #expect(throws: WireFormat.Malformed.self) {
                try decode(Array(prefix.utf8) + body + Array("0:".utf8))
            }
        }
        #expect(throws: WireFormat.Malformed.self) {
            try decode(Array("R1:P1:S".utf8) + body + [UInt8(ascii: "N")])
        }
    }

    @Test func `Nesting is followed to its limit and no further`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(String(repeating: "L1:", count: depth).utf8) + [UInt8(ascii: "N")]
        }

        #expect(try decode(nested(WireFormat.maximumDepth)).count == 1)
        #expect(throws: WireFormat.Malformed.self) { try decode(nested(WireFormat.maximumDepth + 1)) }
        #expect(throws: WireFormat.Malformed.self) { try decode(nested(1_000_000)) }
    }

    @Test(arguments: ["r0:", "R", "R1:", "R0:x", "R-1:", "R99999999999:", "0R:", "R0:R1:"])
    func `A channel with anything but frames is refused`(text: String) {
        #expect(throws: WireFormat.Malformed.self) { try WireFormat.frames(in: Array(text.utf8)) }
    }

    @Test func `Complete frames are kept where the channel was cut off`() throws {
        let whole = WireFormat.encode(frame: "R", [.int(1)]) + WireFormat.encode(frame: "R", [.text("abc")])

        let cut = WireFormat.leadingFrames(in: Array(whole.dropLast()))
        let complete = WireFormat.leadingFrames(in: whole)

        #expect(cut.frames.count == 1)
        #expect(!cut.isComplete)
        #expect(complete.frames.count == 2)
        #expect(complete.isComplete)
    }

    @Test func `An error names the byte`() throws {
        let error = try #require(throws: WireFormat.Malformed.self) { try decode("NNI01;") }

        #expect(error.description == "byte 6: an integer is not in canonical form")
    }

    @Test(arguments: ["L", "U", "E"])
    func `More values than a report may hold are not read`(tag: String) throws {
        let count = WireFormat.maximumValues
        let fits = "\(tag)\(count - 1):" + String(repeating: "N", count: count - 1)

        #expect(try decode(fits).count == 1)
        #expect(throws: WireFormat.Malformed.self) {
            try decode("\(tag)\(count):" + String(repeating: "N", count: count))
        }
    }

    @Test func `The room for values is shared by the frames of a report`() throws {
        let frame = WireFormat.Frame(kind: "R", payload: Array("L2:L0:N".utf8))
        var room = 8

        #expect(try frame.values(room: &room) == [.list([.list([]), .null])])
        #expect(try frame.values(room: &room).count == 1)
        #expect(room == 2)
        #expect(throws: WireFormat.Malformed.self) { try frame.values(room: &room) }
        #expect(room < 0)
    }

    @Test func `Frames are read one at a time, up to the first that is none`() {
        var frames = WireFormat.Frames(in: Array("A0:L0:R2:".utf8))

        #expect(frames.next()?.kind == UInt8(ascii: "A"))
        #expect(frames.next()?.kind == UInt8(ascii: "L"))
        #expect(!frames.isBroken)
        #expect(frames.next() == nil)
        #expect(frames.isBroken)
    }
}
