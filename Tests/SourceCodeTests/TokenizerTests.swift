import TestSupport
import Testing

@testable import SourceCode

@Suite struct TokenizerTests {
    private static func tokens(_ program: String, _ language: String) throws -> [String] {
        let grammar = try #require(Grammar.named(language))
        let source = Tokenizer.tokenize(Array(program.utf8), grammar)
        return source.tokens.map { "\($0.kind) \(source.text(of: $0))" }
    }

    /// A literal or comment that must be one token, whatever is in it.
    private static let whole: [(language: String, token: String, kind: Token.Kind)] = [
        ("python", "rb'''a\n'b' \\''''", .text), ("python", "# if x: 'y", .comment),
        ("javascript", "/[/\"]+\\//gi", .regex), ("javascript", "`a 'b' \\` c`", .text),
        ("java", "\"\"\"\n a \"b\" c\n\"\"\"", .text), ("cpp", "R\"x(a)\" )\" )x\"", .text),
        ("cpp", "1'000'000ull", .number), ("cpp", "#define A(x) \\\n  if (x)", .directive),
        ("csharp", "@\"a\"\"b\\\"", .text), ("csharp", "\"\"\"\n\"x\" \"\"\n\"\"\"", .text),
        ("rust", "r##\"a\"# b\"##", .text), ("rust", "/* a /* b */ c */", .comment),
        ("rust", "'\\u{41}'", .text),
        ("rust", "'a'", .text), ("rust", "'long", .word), ("go", "`a\\`", .text),
        ("swift", "#\"a \\(b) \"c\"#", .text), ("swift", "/* a /* b */ */", .comment),
        ("ruby", "%w[a [b] c]", .text), ("ruby", "empty?", .word), ("ruby", ":sym", .text),
        ("ruby", "%r{a/b}i", .regex),
        ("ruby", "=begin\nif\n=end", .comment), ("perl", "q{a {b} c}", .text), ("perl", "s{a}{b}gx", .regex),
        ("perl", "qw(a b)", .text), ("perl", "$#list", .word), ("php", "# if", .comment),
        ("php", "'a\\'b'", .text),
        ("lua", "[==[ a ]] b ]==]", .text), ("lua", "--[[ a\nb ]]", .comment),
    ]

    @Test(arguments: whole)
    func `a literal or a comment is one token`(language: String, token: String, kind: Token.Kind) throws {
        let prefix = token.hasPrefix("=begin") ? "\n" : ""

        #expect(try Self.tokens(prefix + token, language).last?.hasPrefix("\(kind) ") == true)
        #expect(try Self.tokens(prefix + token + "\nx", language).last == "word x")
    }

    @Test func `expressions inside texts are read as code`() throws {
        #expect(try Self.tokens("f\"a{b + c!r:>{w}}d\"", "python").contains("word c"))
        #expect(
            try Self.tokens("`a${b ? `c${d}` : e}f`", "javascript") == [
                "text `a${", "word b", "mark ?", "text `c${", "word d", "text }`", "mark :", "word e",
                "text }f`",
            ]
        )
        #expect(
            try Self.tokens("\"a\\(b(c))d\"", "swift") == [
                "text \"a\\(", "word b", "mark (", "word c", "mark )", "text )d\"",
            ]
        )
        #expect(try Self.tokens("\"a#{b[1]}c\"", "ruby").contains("number 1"))
        #expect(try Self.tokens("$\"a{b:x2}{{c\"", "csharp").contains("word b"))
    }

    @Test func `a heredoc takes the lines up to its word`() throws {
        #expect(
            try Self.tokens("a = <<~EOS + b\n  if x\n  EOS\nc", "ruby") == [
                "word a", "mark =", "text <<~EOS", "mark +", "word b", "text   if x\n  EOS", "word c",
            ]
        )
        #expect(try Self.tokens("<?php $a = <<<X\n if\n X;\n$b", "php").suffix(2) == ["mark ;", "word $b"])
        #expect(try Self.tokens("print <<\"E\";\nif\nE\n1", "perl").last == "number 1")
    }

    @Test func `a slash divides behind a value and opens an expression elsewhere`() throws {
        #expect(try Self.tokens("a / b / c", "javascript").filter { $0.hasPrefix("mark") }.count == 2)
        #expect(try Self.tokens("return /b/.test(c)", "javascript")[1] == "regex /b/")
        #expect(try Self.tokens("split /,/, $x", "perl")[1] == "regex /,/")
    }

    @Test func `a member with a keyword's name is a name`() throws {
        let grammar = try #require(Grammar.named("swift"))
        let source = Tokenizer.tokenize(Array("a.init.default ?? b.if".utf8), grammar)

        #expect(source.tokens.allSatisfy { $0.keyword == .name })
    }

    @Test func `what does not close is marked and ends with the line or the program`() throws {
        let grammar = try #require(Grammar.named("java"))
        let source = Tokenizer.tokenize(Array("a = \"b\nc /* d".utf8), grammar)

        #expect(source.tokens.filter { $0.flags.contains(.isUnclosed) }.map(\.kind) == [.text, .comment])
        #expect(source.tokens.contains { source.text(of: $0) == "c" })
    }

    // MARK: - Hostile programs

    /// Parts that open, close and break off everything that any of the languages has.
    private static let parts = [
        "{", "}", "(", ")", "[", "]", "\"", "'", "`", "\"\"\"", "${", "#{", "\\(", "/", "//", "/*", "*/",
        "<<EOT", "\n",
        "EOT\n", "if ", "else ", "for ", "do ", "end ", "def f", "func f", "=>", "->", "?", ":", ";", ",",
        "&&", "match ",
        "case ", "class X", "{{", "r#\"", "R\"x(", "q{", "s/", "=begin\n", "<?php", "?>", "$", "@", "%w[",
        "f\"", "\\",
        "$\"", "impl ", "guard ", "<", ">", "=", "é", "\u{0}", "1.e", "0x", "'a", "lambda:", "[[", "--[[",
    ]

    @Test(arguments: Grammar.names)
    func `random bytes and unbalanced parts make tokens in order, in linear time`(language: String) throws {
        let grammar = try #require(Grammar.named(language))
        var random = SeededGenerator(seed: 2_024)
        for round in 0..<150 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...120, using: &random) {
                if round % 3 == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += Array((Self.parts.randomElement(using: &random) ?? "").utf8)
                }
            }
            let source = Tokenizer.tokenize(bytes, grammar)
            var end: Int32 = 0
            var isInOrder = true
            for token in source.tokens {
                isInOrder = isInOrder && token.start >= end && token.end >= token.start
                end = token.end
            }
            #expect(isInOrder && Int(end) <= bytes.count, "\(bytes)")
            #expect(source.steps <= 40 * (bytes.count + 10), "\(bytes)")
            let metrics = try #require(SourceMetrics(of: source, in: grammar))
            #expect(metrics.cyclomatic >= 1)
            #expect(metrics.functions.allSatisfy { $0.firstLine <= $0.lastLine })
        }
    }

    /// What a scanner that looks ahead or back would read again and again.
    @Test(arguments: [
        "{", "= /[", "a(", "<<A ", "`${", "f\"{", "(){", "q{", "R\"x(", "'", "a?b:", ") {", "if(", "/*",
    ])
    func `a long line costs no more per byte than a short one`(part: String) throws {
        for language in ["javascript", "cpp", "python", "ruby", "perl", "rust", "csharp"] {
            let grammar = try #require(Grammar.named(language))
            let costs = [1_000, 8_000].map { count in
                let bytes = Array(String(repeating: part, count: count).utf8)
                return Double(Tokenizer.tokenize(bytes, grammar).steps) / Double(bytes.count)
            }
            #expect(costs[1] <= costs[0] * 1.5 + 2, "\(language): \(costs)")
        }
    }
}
