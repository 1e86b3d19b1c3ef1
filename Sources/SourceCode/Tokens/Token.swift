/// A piece of a program that its language reads as one: a word, a literal, a mark or a comment.
package struct Token: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// A keyword or a name, with the sigil that belongs to it.
        case word
        case number
        /// A literal text or character; one that holds expressions comes in pieces, with their tokens between.
        case text
        case regex
        case comment
        /// A line for the preprocessor or the compiler.
        case directive
        /// An operator, a bracket or punctuation.
        case mark
        /// What no rule of the language knows.
        case unknown
    }

    package struct Flags: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        /// First on its line, blanks aside; not set where the line continues another.
        package static let startsLine = Flags(rawValue: 1)
        /// The program ends before the literal or the comment does.
        package static let isUnclosed = Flags(rawValue: 2)
        /// No blank stands between this token and the one before.
        package static let touchesPrevious = Flags(rawValue: 4)
    }

    package var kind: Kind
    package var flags: Flags
    /// The keyword of a word; `.name` for other words and other kinds.
    package var keyword: Keyword
    /// The bytes of a mark, the last one lowest; 0 for other kinds.
    package var mark: UInt32
    /// Bytes of the source: first and one behind the last.
    package var start: Int32
    package var end: Int32
    /// Line of the first byte, from 1.
    package var line: Int32

    package var range: Range<Int> { Int(start)..<Int(end) }
    package var startsLine: Bool { flags.contains(.startsLine) }

    /// Whether this is the mark that is written like that.
    package func isMark(_ text: StaticString) -> Bool { kind == .mark && mark == Token.pack(text) }

    /// The number that stands for a mark of up to four bytes.
    package static func pack(_ text: StaticString) -> UInt32 {
        var value: UInt32 = 0
        for index in 0..<text.utf8CodeUnitCount { value = value << 8 | UInt32(text.utf8Start[index]) }
        return value
    }
}

/// A program and what its language's tokenizer made of it.
package struct TokenizedSource: Sendable {
    package var bytes: [UInt8]
    /// Comments included, in the order of the source.
    package var tokens: [Token]
    package var lineCount: Int
    /// Byte positions the tokenizer looked at, repetitions counted: what the test of linear time reads.
    package var steps: Int

    package func text(of token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }
}
