import Testing

@testable import Runners

/// Expected texts follow mustache(5), mustache.github.io, where the two agree.
@Suite
struct TemplateTests {
    private static let context: TemplateContext = [
        "name": .text("f"), "yes": .flag(true), "no": .flag(false), "none": .items([]), "empty": .text(""),
        "items": .items([["n": .text("a"), "name": .text("inner")], ["n": .text("b")]]),
    ]
    private static let vocabulary = Set(context.keys).union(["n"])

    @Test(arguments: [
        ("plain { text }", "plain { text }"),
        ("{{name}}(){", "f(){"),
        ("{{ name }}", "f"),
        ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}{{^yes}}d{{/yes}}", "ac"),
        ("{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}{{^none}}c{{/none}}{{#name}}d{{/name}}", "bcd"),
        ("[{{#items \", \"}}{{n}}{{/items}}]", "[a, b]"),
        ("{{#items \"\\n\"}}{{n}}{{/items}}", "a\nb"),
        ("{{#items}}{{name}} {{/items}}", "inner f "),
        ("a\n  {{#items}}\n  - {{n}}\n  {{/items}}\nz\n", "a\n  - a\n  - b\nz\n"),
        ("{{#yes}}\nx\n{{/yes}}", "x\n"),
        ("{{#items}}{{#yes}}{{n}}{{/yes}}{{/items}}", "ab"),
        ("{{none}}{{n}}", "0"),
        ("a\n{{#yes}} {{/yes}}\nb", "a\nb"),
    ])
    func `fills its holes`(text: String, expected: String) throws {
        let template = try Template(text, vocabulary: Self.vocabulary)

        #expect(template.render(Self.context) == expected)
    }

    @Test(arguments: [
        ("{{unheard}}", "no name that has a value"), ("{{#yes}}", "never closed"),
        ("{{/yes}}", "closes no open"),
        ("{{#yes}}{{#no}}{{/yes}}{{/no}}", "closes no open"), ("{{name", "without }}"),
        ("{{}}", "holds no name"),
        ("{{#items \", }}{{/items}}", "in quotes"), ("{{a b}}", "holds no name"),
    ])
    func `a text that is no template is refused`(text: String, message: String) {
        let fault = #expect(throws: Template.Fault.self) {
            try Template(text, vocabulary: Self.vocabulary)
        }

        #expect(fault?.message.contains(message) == true, "\(String(describing: fault))")
    }

    @Test
    func `what a value holds is never taken for a template`() throws {
        let template = try Template("{{name}}", vocabulary: ["name"])

        #expect(template.render(["name": .text("{{name}}{{#x}}")]) == "{{name}}{{#x}}")
    }
}
