/// Splits a program of any language into tokens; total, and linear in the program whatever is in it.
///
/// The input is hostile: nothing here recurses on it, every look ahead is bounded or is made once per line, and
/// what does not close runs to the end of the line or of the program. It accepts more than the languages do.
package struct Tokenizer {
    let grammar: Grammar
    let source: [UInt8]
    var position = 0
    var line: Int32 = 1
    var tokens: [Token] = []
    var steps = 0
    /// Texts around the expression that is read, outermost first.
    var expressions: [OpenExpression] = []
    /// Heredocs whose lines begin at the next end of line.
    var heredocs: [Heredoc] = []
    var isLineStart = true
    var previousEnd = -1
    /// End of a line in which a regular expression was looked for in vain.
    var lineWithoutRegex = -1
    /// The last token that is no comment.
    var lastSignificant = -1

    /// Expressions inside texts inside expressions: deeper ones are read as text.
    static let maximumExpressions = 64
    static let maximumHeredocs = 16

    /// An expression inside a text: what to return to, and how many brackets are open in it.
    struct OpenExpression {
        var quote: Grammar.Quote
        var depth: Int
        /// Whether a `:` on the first level ends the expression, as in Python and C#.
        var hasFormat: Bool
        /// Bytes that end it: `)` after `\(`, else `}`.
        var close: UInt8
    }

    struct Heredoc {
        var word: [UInt8]
        /// Whether blanks may stand before the closing word.
        var isIndented: Bool
        /// Whether something may follow the closing word on its line.
        var isInline: Bool
    }

    /// Reads a program.
    package static func tokenize(_ source: [UInt8], _ grammar: Grammar) -> TokenizedSource {
        var tokenizer = Tokenizer(source, grammar)
        tokenizer.run()
        return TokenizedSource(
            bytes: source,
            tokens: tokenizer.tokens,
            lineCount: Int(tokenizer.line) - (source.last == newline || source.isEmpty ? 1 : 0),
            steps: tokenizer.steps
        )
    }

    private init(_ source: [UInt8], _ grammar: Grammar) {
        self.grammar = grammar
        self.source = source
        tokens.reserveCapacity(min(source.count / 3, 1 << 20))
    }

    private mutating func run() {
        if source.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        if grammar.features.contains(.phpTags) { readOutsideTags() }
        if peek(0) == hash, peek(1) == UInt8(ascii: "!"), position <= 3 {
            finishLine(.comment, from: position)
        }
        while position < source.count {
            steps += 1
            let byte = source[position]
            switch byte {
            case newline: endLine()
            case space, tab, carriageReturn, 0x0B, 0x0C: position += 1
            case backslash where grammar.features.contains(.joinsLines) && lineEndsAfterBackslash:
                position = skipToLineEnd(from: position) + 1
                line += 1
            default: readToken(byte)
            }
        }
    }

    private mutating func endLine() {
        position += 1
        line += 1
        isLineStart = true
        if !heredocs.isEmpty { readHeredocs() }
        if grammar.features.contains(.rubyForms) { readRubyDocument() }
        if grammar.features.contains(.perlForms) { readPerlDocument() }
    }

    private var lineEndsAfterBackslash: Bool {
        peek(1) == newline || (peek(1) == carriageReturn && peek(2) == newline)
    }

    private mutating func readToken(_ byte: UInt8) {
        let start = position
        if readComment() { return }
        if !expressions.isEmpty, endExpression(at: byte) { return }
        if readSpecial(byte) { return }
        for quote in grammar.quotes where byte == quote.open[0] && starts(with: quote.open, at: start) {
            position = start + quote.open.count
            readText(quote, from: start)
            return
        }
        if isWordByte(byte), !isDigit(byte) { return readWord(from: start) }
        if isDigit(byte) || (byte == dot && isDigit(peek(1)) && !isAfterOperand) {
            return readNumber(from: start)
        }
        if byte == slash, grammar.features.contains(.slashRegex), !isAfterOperand || isBeforeArgument,
            readRegex(from: start)
        {
            return
        }
        readMark(from: start)
    }

    // MARK: - Comments

    private mutating func readComment() -> Bool {
        let start = position
        for comment in grammar.lineComments where starts(with: comment, at: start) {
            if grammar.features.contains(.longBrackets), readLongBracket(at: start + comment.count, .comment)
            {
                return true
            }
            // `#[…]` is an attribute of PHP, `$#list` and `${#list}` are lengths.
            if grammar.features.contains(.phpTags), comment == [hash], peek(1) == UInt8(ascii: "[") {
                continue
            }
            finishLine(.comment, from: start)
            return true
        }
        for comment in grammar.blockComments where starts(with: comment.open, at: start) {
            position = start + comment.open.count
            var depth = 1
            while position < source.count {
                steps += 1
                if starts(with: comment.close, at: position) {
                    position += comment.close.count
                    depth -= 1
                    if depth == 0 { break }
                } else if comment.nests, starts(with: comment.open, at: position) {
                    position += comment.open.count
                    depth += 1
                } else {
                    position += 1
                }
            }
            add(.comment, from: start, isUnclosed: depth > 0)
            return true
        }
        return false
    }

    /// A token up to the end of the line, which is not part of it.
    mutating func finishLine(_ kind: Token.Kind, from start: Int) {
        var end = skipToLineEnd(from: start)
        if kind == .comment, grammar.features.contains(.phpTags) {
            // The end of the code ends a comment as well.
            for index in start..<end
            where source[index] == UInt8(ascii: "?") && byte(at: index + 1) == UInt8(ascii: ">") {
                end = index
                break
            }
        }
        while kind == .directive, end > start, source[end - 1] == backslash, end < source.count {
            end = skipToLineEnd(from: end + 1)
        }
        position = end
        add(kind, from: start)
    }

    // MARK: - Words, numbers and marks

    private mutating func readWord(from start: Int) {
        while position < source.count, isWordByte(source[position]) { position += 1 }
        steps += position - start
        if grammar.features.contains(.rubyForms), position < source.count { extendRubyWord() }
        let keyword = grammar.words.keyword(source, start..<position)
        // After a dot a keyword is the name of a member, in every language that is read here.
        let isMember = keyword != .name && isAfterDot
        add(.word, from: start, keyword: isMember ? .name : keyword)
    }

    private var isAfterDot: Bool {
        guard lastSignificant >= 0, tokens[lastSignificant].kind == .mark else { return false }
        let mark = tokens[lastSignificant].mark
        return mark == 0x2E || mark == 0x3F2E || mark == 0x3A3A || mark == 0x3F2D3E || mark == 0x262E
            || (mark == 0x2D3E && isArrowAMember)
    }

    /// Whether `->` selects a member here, rather than announce a type.
    private var isArrowAMember: Bool {
        grammar.features.contains(.perlForms) || grammar.features.contains(.phpTags)
            || grammar.features.contains(.cppTexts)
    }

    private mutating func readNumber(from start: Int) {
        let isPrefixed = source[start] == UInt8(ascii: "0") && "xXoObB".utf8.contains(peek(1))
        if isPrefixed {
            position += 2
            while isWordByte(peek(0)) || isNumberQuote { position += 1 }
        } else {
            while isDigit(peek(0)) || peek(0) == UInt8(ascii: "_") || isNumberQuote { position += 1 }
            if peek(0) == dot, isDigit(peek(1)) {
                position += 1
                while isDigit(peek(0)) || peek(0) == UInt8(ascii: "_") || isNumberQuote { position += 1 }
            } else if peek(0) == dot, peek(1) != dot, !isWordByte(peek(1)), source[start] != dot {
                position += 1
            }
            if peek(0) | 0x20 == UInt8(ascii: "e"),
                isDigit(peek(1)) || ((peek(1) == plus || peek(1) == minus) && isDigit(peek(2)))
            {
                position += 2
                while isDigit(peek(0)) || peek(0) == UInt8(ascii: "_") { position += 1 }
            }
            if grammar.features.contains(.pythonTexts) {
                // A keyword may follow at once: `1if x else 2`.
                if peek(0) | 0x20 == UInt8(ascii: "j") { position += 1 }
            } else {
                while isWordByte(peek(0)) { position += 1 }
            }
        }
        steps += position - start
        add(.number, from: start)
    }

    private var isNumberQuote: Bool {
        grammar.features.contains(.quotesInNumbers) && peek(0) == apostrophe && isWordByte(peek(1))
            && isWordByte(byte(at: position - 1))
    }

    private mutating func readMark(from start: Int) {
        var value: UInt32 = 0
        var best = 1
        for length in 1...4 where start + length <= source.count {
            value = value << 8 | UInt32(source[start + length - 1])
            if length > 1, grammar.marks.contains(value) { best = length }
        }
        // `a?.5:b` is a condition and a number.
        if best == 2, source[start] == UInt8(ascii: "?"), peek(1) == dot, isDigit(peek(2)) { best = 1 }
        position = start + best
        let isKnown = source[start] >= 0x21 && source[start] <= 0x7E
        add(isKnown ? .mark : .unknown, from: start)
    }

    mutating func readRegex(from start: Int) -> Bool {
        guard start >= lineWithoutRegex else { return false }
        var isInClass = false
        var index = start + 1
        while index < source.count, source[index] != newline {
            steps += 1
            switch source[index] {
            case backslash: index += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case slash where !isInClass:
                index += 1
                while isWordByte(byte(at: index)) { index += 1 }
                position = index
                add(.regex, from: start)
                return true
            default: break
            }
            index += 1
        }
        // Looked for once in a line: many lone slashes must not cost the square of its length.
        lineWithoutRegex = min(index, source.count)
        return false
    }

    // MARK: - Parts

    mutating func add(
        _ kind: Token.Kind,
        from start: Int,
        keyword: Keyword = .name,
        isUnclosed: Bool = false
    ) {
        position = min(position, source.count)
        var flags: Token.Flags = []
        if isLineStart { flags.insert(.startsLine) }
        if isUnclosed { flags.insert(.isUnclosed) }
        if start == previousEnd { flags.insert(.touchesPrevious) }
        var mark: UInt32 = 0
        if kind == .mark { for byte in source[start..<position] { mark = mark << 8 | UInt32(byte) } }
        tokens.append(
            Token(
                kind: kind,
                flags: flags,
                keyword: keyword,
                mark: mark,
                start: Int32(start),
                end: Int32(position),
                line: line
            )
        )
        if kind != .comment { lastSignificant = tokens.count - 1 }
        isLineStart = false
        previousEnd = position
        if kind != .word, kind != .number, kind != .mark {
            for byte in source[start..<position] where byte == newline { line += 1 }
            steps += position - start
        }
    }

    func byte(at index: Int) -> UInt8 { index >= 0 && index < source.count ? source[index] : 0 }
    func peek(_ offset: Int) -> UInt8 { byte(at: position + offset) }

    func starts(with bytes: [UInt8], at index: Int) -> Bool {
        guard index + bytes.count <= source.count else { return false }
        for offset in bytes.indices where source[index + offset] != bytes[offset] { return false }
        return true
    }

    func skipToLineEnd(from start: Int) -> Int {
        var index = start
        while index < source.count, source[index] != newline { index += 1 }
        return index
    }

    func isWordByte(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return byte >= 0x80 || byte == UInt8(ascii: "_") || isDigit(byte)
            || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
            || (!grammar.wordBytes.isEmpty && grammar.wordBytes.contains(byte))
    }

    func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// Whether a slash begins the first argument of a call without brackets: `split /,/`.
    private var isBeforeArgument: Bool {
        guard grammar.features.contains(.rubyForms) || grammar.features.contains(.perlForms),
            lastSignificant >= 0, position > previousEnd, peek(1) != space, peek(1) != UInt8(ascii: "=")
        else { return false }
        let last = tokens[lastSignificant]
        return last.kind == .word && last.keyword == .name && !"$@%&".utf8.contains(source[Int(last.start)])
    }

    /// Whether what was read last is a value, so that a slash divides.
    var isAfterOperand: Bool {
        guard lastSignificant >= 0 else { return false }
        let last = tokens[lastSignificant]
        switch last.kind {
        case .number, .text, .regex: return true
        case .word: return last.keyword == .name || last.keyword == .value || last.keyword == .end
        case .mark:
            return [0x29, 0x5D, 0x7D].contains(last.mark)
                || ((last.mark == 0x2B2B || last.mark == 0x2D2D) && last.flags.contains(.touchesPrevious))
        case .comment, .directive, .unknown: return false
        }
    }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let space = UInt8(ascii: " ")
let tab = UInt8(ascii: "\t")
let hash = UInt8(ascii: "#")
let backslash = UInt8(ascii: "\\")
let quoteByte = UInt8(ascii: "\"")
let apostrophe = UInt8(ascii: "'")
let slash = UInt8(ascii: "/")
let dot = UInt8(ascii: ".")
let plus = UInt8(ascii: "+")
let minus = UInt8(ascii: "-")
