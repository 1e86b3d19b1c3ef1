/// Forms of Ruby and Perl, whose literals depend on what stands before them.
extension Tokenizer {
    // MARK: - Ruby

    mutating func readRubyForm(_ byte: UInt8) -> Bool {
        let start = position
        switch byte {
        case UInt8(ascii: "%"):
            guard !isAfterOperand || (!touchesPrevious && peek(1) != space && peek(1) != UInt8(ascii: "="))
            else {
                return false
            }
            return readRubyPercent()
        case UInt8(ascii: ":"):
            guard peek(1) != UInt8(ascii: ":"), byteBefore != UInt8(ascii: ":") else { return false }
            if peek(1) == quoteByte, !isAfterOperand {
                position += 2
                readText(Grammar.Quote("\"", spansLines: true, interpolation: "#{"), from: start)
                return true
            }
            guard isWordByte(peek(1)), !isDigit(peek(1)), !touchesOperand else { return false }
            position += 1
            while isWordByte(peek(0)) { position += 1 }
            extendRubyWord()
            add(.text, from: start)
            return true
        case UInt8(ascii: "@"), UInt8(ascii: "$"):
            position += 1
            if peek(0) == UInt8(ascii: "@") { position += 1 }
            if isWordByte(peek(0)) {
                while isWordByte(peek(0)) { position += 1 }
            } else if byte == UInt8(ascii: "$"), peek(0) > space, peek(0) < 0x7F {
                position += 1
            }
            add(.word, from: start)
            return true
        case UInt8(ascii: "?"):
            guard !isAfterOperand, peek(1) > space, !isWordByte(peek(2)) || peek(1) == backslash else {
                return false
            }
            position += peek(1) == backslash ? 3 : 2
            add(.text, from: start)
            return true
        default:
            if byte == UInt8(ascii: "_"), isLineStart, starts(with: Array("__END__".utf8), at: start),
                !isWordByte(peek(7))
            {
                position = source.count
                add(.comment, from: start)
                return true
            }
            return false
        }
    }

    /// Lets a name end with `?` or `!`, as methods do.
    mutating func extendRubyWord() {
        let mark = peek(0)
        guard mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") else { return }
        let next = peek(1)
        if next == UInt8(ascii: "="), peek(2) != UInt8(ascii: "="), peek(2) != UInt8(ascii: "~") { return }
        // `x ?a : b` and `a ?b :c` have a blank; `x?1:2` is a condition.
        if mark == UInt8(ascii: "?"), isWordByte(next) || next == UInt8(ascii: ":") { return }
        position += 1
    }

    private mutating func readRubyPercent() -> Bool {
        let start = position
        var index = start + 1
        let letter = byte(at: index)
        if "qQwWiIrsx".utf8.contains(letter) { index += 1 }
        let open = byte(at: index)
        guard open > space, open < 0x7F, !isWordByte(open), open != UInt8(ascii: "=") || index > start + 1
        else {
            return false
        }
        position = index + 1
        readDelimited(open, letter == UInt8(ascii: "r") ? .regex : .text, from: start)
        if letter == UInt8(ascii: "r"), tokens.last?.kind == .regex { extendLast(while: { _ in true }) }
        return true
    }

    /// `=begin … =end` at the starts of lines.
    mutating func readRubyDocument() {
        guard peek(0) == UInt8(ascii: "="), starts(with: Array("=begin".utf8), at: position) else { return }
        readDocument(until: "=end")
    }

    // MARK: - Perl

    /// `=head1 … =cut` at the starts of lines.
    mutating func readPerlDocument() {
        guard peek(0) == UInt8(ascii: "="), isWordByte(peek(1)), !isDigit(peek(1)) else { return }
        readDocument(until: "=cut")
    }

    private mutating func readDocument(until word: String) {
        let start = position
        let close = Array(word.utf8)
        while position < source.count {
            let isLast = starts(with: close, at: position)
            let end = skipToLineEnd(from: position)
            steps += end - position
            position = isLast ? end : min(end + 1, source.count)
            if isLast { return add(.comment, from: start) }
        }
        add(.comment, from: start, isUnclosed: true)
    }

    mutating func readPerlForm(_ byte: UInt8) -> Bool {
        let start = position
        switch byte {
        case UInt8(ascii: "$"), UInt8(ascii: "@"):
            return readPerlVariable(byte)
        case UInt8(ascii: "%"), UInt8(ascii: "&"):
            guard !isAfterOperand,
                isWordByte(peek(1)) || (byte == UInt8(ascii: "%") && peek(1) == UInt8(ascii: "$"))
            else { return false }
            return readPerlVariable(byte)
        case UInt8(ascii: "q"), UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "y"):
            return readPerlQuote()
        case UInt8(ascii: "_"):
            guard isLineStart, !isWordByte(peek(7)),
                starts(with: Array("__END__".utf8), at: start)
                    || (starts(with: Array("__DATA__".utf8), at: start))
            else { return false }
            position = source.count
            add(.comment, from: start)
            return true
        default: return false
        }
    }

    private mutating func readPerlVariable(_ sigil: UInt8) -> Bool {
        let start = position
        position += 1
        if sigil == UInt8(ascii: "$"), peek(0) == hash, isWordByte(peek(1)) { position += 1 }
        if isWordByte(peek(0)) {
            while isWordByte(peek(0))
                || (peek(0) == UInt8(ascii: ":") && peek(1) == UInt8(ascii: ":") && isWordByte(peek(2)))
            {
                position += peek(0) == UInt8(ascii: ":") ? 2 : 1
            }
            add(.word, from: start)
            return true
        }
        // `$$`, `$#`, `$,` and so on; before a bracket or another sigil it dereferences.
        if sigil == UInt8(ascii: "$"), peek(0) == hash {
            position += 1
        } else if sigil == UInt8(ascii: "$"), peek(0) > space, peek(0) < 0x7F,
            !"{($@%&".utf8.contains(peek(0))
        {
            position += 1
            add(.word, from: start)
            return true
        }
        add(.mark, from: start)
        return true
    }

    /// `q{…}`, `qw(…)`, `m/…/`, `s{…}{…}`, `tr/…/…/`.
    private mutating func readPerlQuote() -> Bool {
        let start = position
        let operators = ["qw", "qq", "qr", "qx", "tr", "q", "m", "s", "y"]
        guard let word = operators.first(where: { starts(with: Array($0.utf8), at: start) }),
            !isWordByte(peek(word.utf8.count)), !isPerlNameHere
        else { return false }
        var index = start + word.utf8.count
        while index - start < 16, byte(at: index) == space { index += 1 }
        let open = byte(at: index)
        // `=>`, `,`, `;` and `)` follow a name; `=` is no mark anybody uses.
        guard open > space, open < 0x7F, !isWordByte(open), !"=,;)}".utf8.contains(open),
            open != hash || index == start + word.utf8.count
        else { return false }
        position = index + 1
        let isRegex = ["m", "s", "qr", "tr", "y"].contains(word)
        readDelimited(open, isRegex ? .regex : .text, from: start)
        if ["s", "tr", "y"].contains(word), position < source.count {
            // The second part: behind a mark of its own after brackets, else at once.
            if closing(open) != open {
                while position < source.count, source[position] == space || source[position] == newline {
                    if source[position] == newline { line += 1 }
                    position += 1
                }
                let second = peek(0)
                let part = position
                position += 1
                readDelimited(second, .regex, from: part)
            } else {
                readDelimited(open, .regex, from: position)
            }
        }
        if isRegex { extendLast(while: { _ in true }) }
        return true
    }

    /// Whether a word stands where only a name can: a hash's key, a method, a function's name.
    private var isPerlNameHere: Bool {
        guard lastSignificant >= 0 else { return false }
        let last = tokens[lastSignificant]
        if last.keyword == .sub || last.keyword == .package { return true }
        if last.kind == .mark, last.mark == 0x2D3E { return true }
        guard last.kind == .mark, last.mark == 0x7B else { return false }
        var index = position
        while isWordByte(byte(at: index)), index - position < 4 { index += 1 }
        return byte(at: index) == UInt8(ascii: "}")
    }

    // MARK: - Parts

    /// Reads to the mark that closes `open`, brackets nested.
    private mutating func readDelimited(_ open: UInt8, _ kind: Token.Kind, from start: Int) {
        let close = closing(open)
        var depth = 1
        while position < source.count {
            steps += 1
            let byte = source[position]
            position += 1
            if byte == backslash {
                position += 1
            } else if byte == close {
                depth -= 1
                if depth == 0 { return add(kind, from: start) }
            } else if byte == open {
                depth += 1
            }
        }
        add(kind, from: start, isUnclosed: true)
    }

    private func closing(_ open: UInt8) -> UInt8 {
        switch open {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        case UInt8(ascii: "<"): UInt8(ascii: ">")
        default: open
        }
    }

    /// Takes the letters behind a regular expression into its token.
    private mutating func extendLast(while isWanted: (UInt8) -> Bool) {
        let start = position
        while position - start < 12, isWordByte(peek(0)), isWanted(peek(0)) { position += 1 }
        guard position > start, !tokens.isEmpty else { return }
        tokens[tokens.count - 1].end = Int32(position)
        previousEnd = position
    }

    private var byteBefore: UInt8 { byte(at: position - 1) }
    private var touchesPrevious: Bool { previousEnd == position }
    private var touchesOperand: Bool { touchesPrevious && isAfterOperand }
}
