import Testing

@testable import Suites

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("retuns", "returns"), ("RETURNS", "returns"), ("rases", "raises"), ("arguments", nil), ("x", nil),
        ("", nil),
    ])
    func `The nearest name is suggested, a far one is not`(name: String, expected: String?) {
        #expect(Suggestion.nearest(to: name, among: ["args", "returns", "raises"]) == expected)
    }

    @Test func `Of equally near names the first is suggested`() {
        #expect(
            Suggestion.nearest(to: "HumanEval/1644", among: ["HumanEval/164", "HumanEval/144"])
                == "HumanEval/164"
        )
    }

    @Test func `A quoted value holds nothing that a terminal obeys`() {
        #expect(Quoting.quoted("a\u{1B}[31m\u{202E}\n\"é") == "\"a\\u{1B}[31m\\u{202E}\\n\\\"é\"")
    }

    @Test func `A long value is cut`() {
        #expect(Quoting.quoted(String(repeating: "x", count: 1_000), limit: 3) == "\"xxx…\"")
    }
}
