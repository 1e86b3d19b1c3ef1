import Testing

@testable import Suites

struct JSONTreeTests {
    private func tree(_ text: String) throws -> JSONTree { try JSONTree(text.utf8) }

    private func fault(_ text: String) throws -> JSONFields.Malformed {
        try #require(throws: JSONFields.Malformed.self) { try tree(text) }
    }

    @Test func `numbers keep their digits, objects their order`() throws {
        let found = try tree(#" {"b": [1, 1.0, -0, 12345678901234567890, 1e5, NaN, -Infinity], "a": {}} "#)

        #expect(
            found
                == .object([
                    .init(
                        name: "b",
                        value: .list(
                            ["1", "1.0", "-0", "12345678901234567890", "1e5", "NaN", "-Infinity"].map(
                                JSONTree.number
                            )
                        )
                    ),
                    .init(name: "a", value: .object([])),
                ])
        )
        #expect(found["b"]?.list?.count == 7)
        #expect(found["c"] == nil)
    }

    @Test func `texts are what their escapes say`() throws {
        #expect(try tree(#""a\"\\\n\u00e9\ud83d\ude00""#) == .text("a\"\\\n\u{E9}\u{1F600}"))
        #expect(
            try tree(#"[null, true, false, ""]"#) == .list([.null, .bool(true), .bool(false), .text("")])
        )
    }

    @Test(arguments: [
        ("[1,]", 4, "a value is missing"), ("[1 2]", 4, "a comma or ] is missing"),
        ("{\"a\" 1}", 6, "a colon is missing"), ("{a: 1}", 2, "a name in quotes is missing"),
        ("[01]", 2, "\"01\" is no JSON value"), ("\"a", 1, "a text is not closed"),
        ("\"a\\", 1, "a text is not closed"), ("[\"\\ud83d\"]", 3, "an escape is half of a surrogate pair"),
        ("1 2", 3, "something follows the value"), ("", 1, "a value is missing"),
    ])
    func `what is no JSON is refused at its column`(text: String, column: Int, reason: String) throws {
        #expect(try fault(text) == JSONFields.Malformed(column: column, reason: reason))
    }

    @Test func `nesting is bounded`() throws {
        let depth = JSONTree.maximumDepth
        let deepest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)

        #expect(throws: Never.self) { try tree(deepest) }
        #expect(try fault("[\(deepest)]").reason == "nested deeper than \(depth)")
    }
}
