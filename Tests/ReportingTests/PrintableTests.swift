import Reporting
import Testing

@Suite struct PrintableTests {
    @Test(
        arguments: [
            (text: "plain text, 100 %", expected: "plain text, 100 %"),
            ("\u{1B}[2J", "␛[2J"), ("a\nb\tc\r", "a␊b␉c␍"), ("\u{7F}", "␡"), ("\u{0}", "␀"),
            ("\u{9B}31m", "U+009B31m"), ("\u{202E}abc", "U+202Eabc"), ("\u{2066}x\u{2069}", "U+2066xU+2069"),
            ("a\u{200B}b\u{200D}\u{FEFF}", "aU+200BbU+200DU+FEFF"), ("\u{2028}\u{2029}", "U+2028U+2029"),
            ("\u{E0041}", "U+E0041"), ("\u{FE0F}", "U+FE0F"), ("\u{E000}", "U+E000"), ("\u{3164}", "U+3164"),
            ("grüße, 世界 é", "grüße, 世界 é"),
        ]
    )
    func `what a terminal obeys or hides becomes visible`(text: String, expected: String) {
        #expect(printable(text) == expected)
    }

    @Test func `no scalar below the first letter survives but the space`() {
        let everything = String(String.UnicodeScalarView((0..<0xA0).compactMap(Unicode.Scalar.init)))

        let safe = printable(everything).unicodeScalars

        #expect(safe.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }

    @Test func `line breaks stay where lines are asked for`() {
        #expect(printableLines("a\r\nb\n\n\tc\u{1B}") == ["a", "b", "", "    c␛"])
    }
}
