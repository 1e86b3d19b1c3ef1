/// What the tokenizer must know of a language: its comments, literals, words and marks.
///
/// A new language is one value of this type in `Grammars/`; only a literal of a form that no language has yet
/// needs code (`Features`).
package struct Grammar: Sendable {
    package var name: String
    var lineComments: [[UInt8]] = [Array("//".utf8)]
    var blockComments: [BlockComment] = [BlockComment(open: "/*", close: "*/")]
    /// Tried in order, so the longest opening mark comes first.
    var quotes: [Quote] = []
    var features: Features = []
    var words: WordTable
    var marks: Set<UInt32>
    /// Bytes beside letters, digits and `_` that a word may hold, such as `$`.
    var wordBytes: Set<UInt8> = []
    /// How the program's blocks and decisions are read; nil where only tokens are known.
    var structure: StructureRules?

    struct BlockComment: Sendable {
        var open: [UInt8]
        var close: [UInt8]
        var nests: Bool

        init(open: String, close: String, nests: Bool = false) {
            self.open = Array(open.utf8)
            self.close = Array(close.utf8)
            self.nests = nests
        }
    }

    struct Quote: Sendable {
        enum Escape: Sendable { case backslash, doubled, none }

        var open: [UInt8]
        var close: [UInt8]
        var escape: Escape
        var spansLines: Bool
        /// What begins an expression inside the text: `${`, `#{`, `\(`.
        var interpolation: [UInt8]

        init(
            _ open: String,
            close: String? = nil,
            escape: Escape = .backslash,
            spansLines: Bool = false,
            interpolation: String = ""
        ) {
            self.open = Array(open.utf8)
            self.close = Array((close ?? open).utf8)
            self.escape = escape
            self.spansLines = spansLines
            self.interpolation = Array(interpolation.utf8)
        }
    }

    /// Forms of literals and lines that one language or a few have.
    struct Features: OptionSet, Sendable {
        let rawValue: UInt32
        /// `/…/` where a value may stand.
        static let slashRegex = Features(rawValue: 1 << 0)
        /// Lines that begin with `#` are for the preprocessor.
        static let directives = Features(rawValue: 1 << 1)
        /// `R"x(…)x"`, and letters before a quote.
        static let cppTexts = Features(rawValue: 1 << 2)
        /// `r#"…"#`, letters before a quote, `'a` as a lifetime.
        static let rustTexts = Features(rawValue: 1 << 3)
        /// `#"…"#` and `#/…/#`.
        static let swiftTexts = Features(rawValue: 1 << 4)
        /// `@"…"`, `$"…{x}…"`, `"""…"""` of any number of quotes.
        static let csharpTexts = Features(rawValue: 1 << 5)
        /// `rb'…'`, `f"…{x}…"`.
        static let pythonTexts = Features(rawValue: 1 << 6)
        /// `%w[…]`, `:name`, `@name`, `?c`, `name?`, `=begin`.
        static let rubyForms = Features(rawValue: 1 << 7)
        /// `q{…}`, `s/…/…/`, `$name`, lines of documentation.
        static let perlForms = Features(rawValue: 1 << 8)
        /// Everything outside `<?php … ?>` is text.
        static let phpTags = Features(rawValue: 1 << 9)
        /// `<<WORD` and lines up to `WORD`.
        static let heredocs = Features(rawValue: 1 << 10)
        /// `[==[ … ]==]`, and the same as a comment behind `--`.
        static let longBrackets = Features(rawValue: 1 << 11)
        /// A backslash at a line's end joins the next line.
        static let joinsLines = Features(rawValue: 1 << 12)
        /// `1'000`.
        static let quotesInNumbers = Features(rawValue: 1 << 13)
        /// `#if` and its like are lines for the compiler.
        static let swiftDirectives = Features(rawValue: 1 << 14)
        /// `$name` and `$1` are words.
        static let dollarWords = Features(rawValue: 1 << 15)
    }
}

/// Marks of more than one byte that many languages share.
private let commonMarks =
    "== != <= >= && || ++ -- += -= *= /= %= &= |= ^= << >> -> => :: .. ... <<= >>= ** **= ?? ?. === !== <=>"

extension Grammar {
    /// A grammar whose keywords are words of a `Keyword` case's name, with exceptions.
    ///
    /// `keywords` are words with a meaning for the structure, separated by blanks, as `word=case` where the case has
    /// another name; `reserved` are other reserved words, `values` words that are values; `marks` are marks of more
    /// than one byte beside the common ones, `without` common ones that the language reads as several.
    init(
        _ name: String,
        keywords: String,
        reserved: String,
        values: String,
        marks: String = "",
        without: String = "",
        ignoresCase: Bool = false
    ) {
        self.name = name
        var entries: [(word: String, keyword: Keyword)] = []
        for word in Self.split(reserved) { entries.append((word, .reserved)) }
        for word in Self.split(values) { entries.append((word, .value)) }
        for entry in Self.split(keywords) {
            let parts = entry.split(separator: "=").map(String.init)
            // A misspelt table is a mistake of this file and shows in the first test that reads the grammar.
            guard let keyword = Keyword(spelling: parts[parts.count - 1]) else {
                preconditionFailure("\(name): no keyword \(entry)")
            }
            entries.append((parts[0], keyword))
        }
        words = WordTable(entries, ignoresCase: ignoresCase)
        let left = Set(Self.split(without))
        let all = (Self.split(commonMarks) + Self.split(marks)).filter { !left.contains($0) }
        self.marks = Set(all.map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } })
    }

    private static func split(_ words: String) -> [String] {
        words.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
