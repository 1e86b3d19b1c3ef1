import Testing

@testable import SourceCode

@Suite struct StyleScoreTests {
    private static func deductions(_ program: String, _ language: String) throws -> [String] {
        let grammar = try #require(Grammar.named(language))
        let source = Tokenizer.tokenize(Array(program.utf8), grammar)
        let metrics = try #require(SourceMetrics(of: source, in: grammar))
        return try #require(StyleScore(source, metrics, in: grammar)).deductions.map {
            "\($0.line) \($0.rule.rawValue)"
        }
    }

    @Test(
        arguments: [
            (
                "python", "def fooBar(x):\n\treturn x; y = 1 \n",
                ["1 function-name", "2 indentation", "2 several-statements", "2 trailing-blank"]
            ),
            ("rust", "struct my_type;\nfn goOn() {}\n", ["1 type-name", "2 function-name"]),
            (
                "java", "class A {\n  void do_it() { for (int i = 0; i < 1; i++) { x(); } }\n}\n",
                ["2 function-name"]
            ),
            ("go", "func F() {\n    x()\n}\n", ["2 indentation"]),
            ("csharp", "class A {\n  void doIt() { }\n}\n", ["2 function-name"]),
            ("swift", "func f() {\n    let s = \"\"\"\n\ta \n\"\"\"\n}\n", []),
            ("ruby", "def empty?\n  true\nend\n", []),
        ] as [(String, String, [String])]
    )
    func `every deduction names its line`(language: String, program: String, expected: [String]) throws {
        #expect(try Self.deductions(program, language) == expected)
    }

    @Test func `the score is what is left of the lines`() throws {
        let grammar = try #require(Grammar.named("python"))
        let source = Tokenizer.tokenize(
            Array("def aB():\n    x = 1\n    y = 2\n    return x\n".utf8),
            grammar
        )
        let metrics = try #require(SourceMetrics(of: source, in: grammar))

        #expect(StyleScore(source, metrics, in: grammar)?.score == 75)
    }

    @Test func `a hostile program loses everything and keeps a bounded list`() throws {
        let grammar = try #require(Grammar.named("python"))
        let source = Tokenizer.tokenize(Array(String(repeating: "x = 1 \n", count: 5_000).utf8), grammar)
        let metrics = try #require(SourceMetrics(of: source, in: grammar))
        let style = try #require(StyleScore(source, metrics, in: grammar))

        #expect(style.score == 0 && style.deductions.count == StyleScore.maximumDeductions)
    }
}
