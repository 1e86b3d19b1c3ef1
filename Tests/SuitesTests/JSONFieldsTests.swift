import Foundation
import TestSupport
import Testing

@testable import Suites

@Suite struct JSONFieldsTests {
    private func read(_ text: String) throws -> [String: JSONFields.Field] {
        try JSONFields.read(["a", "b"], from: Array(text.utf8))
    }

    @Test(
        arguments: [
            ("{}", [:]),
            (" { \"a\" : \"x\" , \"b\":1 }\r", ["a": .text("x"), "b": .integer(1)]),
            ("{\"a\": null, \"b\": true}", ["a": .null, "b": .other("true")]),
            (
                "{\"a\": [1, {\"b\": 2}], \"b\": {\"a\": 1}}",
                ["a": .other("a list"), "b": .other("an object")]
            ),
            ("{\"a\": 1.5, \"b\": -0}", ["a": .other("the number 1.5"), "b": .integer(0)]),
            ("{\"a\": 9223372036854775807}", ["a": .integer(.max)]),
            ("{\"a\": 9223372036854775808}", ["a": .other("the number 9223372036854775808")]),
            ("{\"c\": 1, \"c\": 2, \"\": [[], {}, [[{\"d\": [0]}]]], \"b\": \"\"}", ["b": .text("")]),
            ("{\"c\": [NaN, Infinity, -Infinity, -1.5e+10, 0.0E0], \"b\": 2}", ["b": .integer(2)]),
            ("{\"\\u0061\": \"x\"}", ["a": .text("x")]),
        ] as [(String, [String: JSONFields.Field])]
    )
    func `Wanted fields are taken, the rest is passed over`(
        text: String,
        expected: [String: JSONFields.Field]
    ) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"), ("\\u00e9", "\u{E9}"), ("\\u0000", "\0"),
        ("\\ud83d\\uDE00", "\u{1F600}"), ("é😀\u{7F}", "é😀\u{7F}"), ("e\u{301}", "e\u{301}"),
    ])
    func `Escapes become the characters they name`(written: String, expected: String) throws {
        guard case .text(let text)? = try read("{\"a\": \"\(written)\"}")["a"] else {
            Issue.record("no text was read")
            return
        }

        #expect(Array(text.utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("", 1), ("[1]", 1), ("nul", 1), ("{", 2), ("{\"a\"}", 5), ("{\"a\" 1}", 6), ("{\"a\": }", 7),
        ("{\"a\": 1", 8), ("{\"a\": 1,}", 9), ("{,}", 2), ("{a: 1}", 2), ("{'a': 1}", 2),
        ("{\"a\": 1} x", 10),
        ("{\"a\": 1}{}", 9), ("{\"a\": \"x}", 10), ("{\"a\": \"\\x\"}", 8), ("{\"a\": \"\\u12\"}", 10),
        ("{\"a\": \"\\u12 4\"}", 10), ("{\"a\": \"\\ud83d\"}", 8), ("{\"a\": \"\\ud83d\\u0041\"}", 8),
        ("{\"a\": \"\\ude00\"}", 8), ("{\"a\": \"x\ty\"}", 9), ("{\"a\": 01}", 7), ("{\"a\": +1}", 7),
        ("{\"a\": 1.}", 7), ("{\"a\": .5}", 7), ("{\"a\": 1e}", 7), ("{\"a\": 0x1}", 7), ("{\"a\": True}", 7),
        ("{\"a\": nan}", 7), ("{\"a\": [1,]}", 10), ("{\"a\": [1}", 9), ("{\"a\": [}", 8),
        ("{\"a\": {\"b\"]}", 11),
        ("{\"a\": 1, \"a\": 2}", 10), ("{\"c\": \"\\q\"}", 8), ("{\"c\": 1 2}", 9), ("{\"a\":1 /* */}", 8),
        ("{\"c\": [1 2]}", 10), ("{\"c\": {\"d\": 1 \"e\": 2}}", 15),
    ])
    func `What is not one JSON object is refused at its column`(text: String, column: Int) throws {
        let error = try #require(throws: JSONFields.Malformed.self) { try read(text) }

        #expect(error.column == column, "\(error.reason)")
    }

    @Test func `Deep nesting is refused without following it`() throws {
        let depth = 1_000_000
        let text =
            "{\"c\": " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"

        #expect(
            try #require(throws: JSONFields.Malformed.self) { try read(text) }.reason
                == "nested deeper than 512"
        )
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `What Foundation writes is read back`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let scalars: [Unicode.Scalar] = [
            "a", "\"", "\\", "\n", "\u{1}", "é", "\u{301}", "\u{1F600}", "/", "\u{2028}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &generator) {
            text.unicodeScalars.append(scalars.randomElement(using: &generator) ?? "a")
        }
        let number = Int.random(in: .min ... .max, using: &generator)
        let object: [String: Any] = [
            "a": text, "b": number, "c": [text: [number, text, NSNull(), true, 0.5]],
        ]

        let fields = try JSONFields.read(
            ["a", "b"],
            from: Array(try JSONSerialization.data(withJSONObject: object))
        )

        #expect(fields == ["a": .text(text), "b": .integer(number)])
    }
}
