import HarnessCore
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("retuns", "returns"), ("RETURNS", "returns"), ("rases", "raises"), ("arguments", nil), ("x", nil),
        ("", nil), ("agrs", "args"),
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
}
