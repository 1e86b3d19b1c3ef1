import HarnessCore
import Testing

@testable import Judging

struct EvidenceTextTests {
    @Test func `control, bidirectional and invisible characters are escaped`() {
        let text = EvidenceText.escaped("a\u{1B}[31m\n\u{202E}b\u{200B}\u{FEFF}\0é😀")

        #expect(text == "a\\u{1b}[31m\\n\\u{202e}b\\u{200b}\\u{feff}\\u{0}é😀")
    }

    @Test func `long text is cut and says so`() {
        let text = EvidenceText.escaped(String(repeating: "x", count: 1000), limit: 20)

        #expect(text == String(repeating: "x", count: 20) + "…")
    }

    @Test func `escaping twice changes nothing`() {
        let once = EvidenceText.escaped("a\u{7}\t\"quoted\" \\ \u{2028}")

        #expect(EvidenceText.escaped(once) == once)
    }

    @Test func `values are written in a notation of their own`() {
        let value = Value.list([
            .null, .bool(true), .int(-3), .bigInteger("99999999999999999999"), .float(1.5), .text("a\"\n"),
            .bytes([0, 255]), .tuple([.int(1)]), .set([.int(2)]),
            .map([Value.MapEntry(key: .text("k"), value: .int(1))]),
            .record(name: "P", fields: [Value.RecordField(name: "x", value: .int(1))]),
            .opaque(typeName: "Liar"),
        ])

        #expect(
            EvidenceText.rendered(value) == #"""
                [null, true, -3, 99999999999999999999, 1.5, "a\"\n", bytes(00ff), (1,), set{2}, {"k": 1}, P(x: 1), <Liar object>]
                """#
        )
    }

    @Test func `a huge value is cut without being walked to its end`() {
        let value = Value.list(Array(repeating: .list(Array(repeating: .int(7), count: 1000)), count: 20_000))

        let text = EvidenceText.rendered(value)

        #expect(text.unicodeScalars.count == EvidenceText.valueLimit + 1)
        #expect(text.hasSuffix("…"))
    }
}
