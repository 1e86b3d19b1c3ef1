import HarnessCore
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        (Value.text("\u{E9}"), Value.text("e\u{301}")),
        (.float(0), .float(-0.0)),
        (.float(.nan), .float(Double(nan: 1, signaling: false))),
        (.float(1), .int(1)),
        (.int(1), .bool(true)),
        (.int(1), .bigInteger("1")),
        (.text("a"), .bytes([0x61])),
        (.list([.int(1)]), .tuple([.int(1)])),
        (.list([]), .set([])),
        (.list([.int(1), .int(2)]), .list([.int(2), .int(1)])),
        (.null, .text("")),
        (.opaque(typeName: "A"), .text("A")),
        (.list([.text("\u{E9}")]), .list([.text("e\u{301}")])),
        (.record(name: "P", fields: []), .record(name: "Q", fields: [])),
        (
            .record(name: "P", fields: [.init(name: "x", value: .null)]),
            .record(name: "P", fields: [.init(name: "y", value: .null)])
        ),
    ])
    func `Values that differ in representation are not equal`(left: Value, right: Value) {
        #expect(left != right)
    }

    @Test func `A NaN equals itself`() {
        #expect(Value.float(.nan) == .float(.nan))
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `Equal values have equal hashes`(seed: UInt64) {
        var first = ValueGenerator(seed: seed)
        var second = ValueGenerator(seed: seed)
        let (left, right) = (first.value(), second.value())

        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `Values are equal where their bytes are`(seed: UInt64) {
        var generator = ValueGenerator(seed: seed)
        let (left, right) = (generator.value(), generator.value())

        #expect((left == right) == (WireFormat.encode(left) == WireFormat.encode(right)))
    }
}
