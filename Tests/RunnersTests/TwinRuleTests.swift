import Foundation
import Testing

@testable import Runners

/// Tests changed so that no right program passes them.
struct TwinRuleTests {
    @Test(arguments: [
        ("3", "13"), ("-3.5", "-13.5"), ("true", "false"), ("(False)", "(True)"), (#""ab""#, #""~ab""#),
        (#""""#, #""~""#),
        (#"["a\"b", 'c']"#, #"["~a\"b", '~c']"#),
        ("vector<long>({(long)4, (long)9})", "vector<long>({(long)14, (long)19})"),
        ("new int32[]{1}", "new int32[]{11}"), ("(0, 4)", "(10, 14)"),
    ])
    func `every literal of an expectation becomes another of its type`(text: String, changed: String) {
        #expect(ExpectedText(text, quotes: "\"'").changed == changed)
    }

    @Test(arguments: ["[]", "nil", "0x1f", "int64", "1234567890123", "std::vector<long>()"])
    func `what holds no literal that can be changed stays`(text: String) {
        #expect(ExpectedText(text, quotes: "\"").changed == nil)
    }

    @Test func `one expectation is changed in each twin`() throws {
        let rule = try rule(#"{ find: '^assert\(.* == (?<expected>.*)\)$' }"#)

        #expect(
            rule.twins(of: "assert(f(1) == 2)\nassert(f(0) == [])\nassert(f(2) == 3)")
                == [
                    "assert(f(1) == 12)\nassert(f(0) == [])\nassert(f(2) == 3)",
                    "assert(f(1) == 2)\nassert(f(0) == [])\nassert(f(2) == 13)",
                ]
        )
    }

    @Test func `a failing test stands in for expectations that cannot be changed`() throws {
        let rule = try rule(#"{ find: 'int (main)\(\) \{', put: '$0 fail("$1");' }"#)

        #expect(rule.twins(of: "int main() { }") == [#"int main() { fail("main"); }"#])
        #expect(rule.twins(of: "int other() { }").isEmpty)
    }

    private func rule(_ text: String) throws -> TwinRule {
        let toy = try ToyLanguage(
            replacing: "diagnostics:",
            with: "program: { run: [x], twins: [\(text)] }\ndiagnostics:"
        )
        return try #require(toy.runner.definition.program?.twins.first)
    }
}
