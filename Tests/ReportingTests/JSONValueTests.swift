import Foundation
import Reporting
import Testing

@Suite struct JSONValueTests {
    @Test func `keys are sorted and the text is one line`() {
        let value = JSONValue.document(
            "test",
            ["b": .array([.integer(1), .null, .bool(true)]), "a": .text("x\ny")]
        )

        #expect(value.serialized == #"{"a":"x\ny","b":[1,null,true],"schema":"evalharness/test@1"}"#)
    }

    @Test func `numbers that JSON cannot hold are null`() {
        let value = JSONValue.array([.number(.nan), .number(.infinity), .number(0.1), .number(1e300)])

        #expect(value.serialized == "[null,null,0.1,1e+300]")
    }

    @Test(arguments: ["\u{1B}[31m", "\u{9B}2J", "\u{202E}evil", "\u{0}\u{1F}", "\"\\", "😀\u{E0041}", "é世"])
    func `another parser reads back what was written`(text: String) throws {
        let written = JSONValue.object(["k": .text(text)]).serialized

        let read = try JSONDecoder().decode([String: String].self, from: Data(written.utf8))

        #expect(read["k"].map { Array($0.utf8) } == Array(text.utf8))
        #expect(written.unicodeScalars.allSatisfy { printable(String($0)) == String($0) })
    }
}
