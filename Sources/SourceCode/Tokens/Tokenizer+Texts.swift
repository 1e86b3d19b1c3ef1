extension Tokenizer {
    /// Reads a text from behind its opening mark to its closing one, to an expression in it, or to where it breaks.
    mutating func readText(_ quote: Grammar.Quote, from start: Int) {
        let close = quote.close
        while position < source.count {
            steps += 1
            let byte = source[position]
            if byte == newline, !quote.spansLines {
                add(.text, from: start, isUnclosed: true)
                return
            }
            if !quote.interpolation.isEmpty, byte == quote.interpolation[0] {
                if quote.interpolation == [UInt8(ascii: "{")], peek(1) == byte {
                    // `{{` is a brace of the text.
                    position += 2
                    continue
                }
                if beginsExpression(quote, from: start) { return }
            }
            if byte == backslash, quote.escape == .backslash {
                position += 2
                continue
            }
            if byte == close[0], starts(with: close, at: position) {
                if quote.escape == .doubled, starts(with: close, at: position + close.count) {
                    position += 2 * close.count
                    continue
                }
                position += close.count
                add(.text, from: start)
                return
            }
            position += 1
        }
        add(.text, from: start, isUnclosed: true)
    }

    /// Ends the piece of a text before an expression; the expression's tokens come next.
    private mutating func beginsExpression(_ quote: Grammar.Quote, from start: Int) -> Bool {
        let mark = quote.interpolation
        guard starts(with: mark, at: position) else { return false }
        guard expressions.count < Self.maximumExpressions else { return false }
        position += mark.count
        add(.text, from: start)
        expressions.append(
            OpenExpression(
                quote: quote,
                depth: 0,
                hasFormat: mark.last == UInt8(ascii: "{") && mark.first == mark.last,
                close: mark.last == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
            )
        )
        return true
    }

    /// Follows the brackets of an expression inside a text and returns to the text at its end.
    mutating func endExpression(at byte: UInt8) -> Bool {
        let last = expressions.count - 1
        let open = expressions[last]
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            expressions[last].depth += 1
            return false
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            if open.depth > 0 {
                expressions[last].depth -= 1
                return false
            }
            guard byte == open.close else { return false }
        case UInt8(ascii: ":"):
            guard open.hasFormat, open.depth == 0, peek(1) != UInt8(ascii: ":") else { return false }
        default: return false
        }
        expressions.removeLast()
        let start = position
        position += 1
        readText(open.quote, from: start)
        return true
    }

    /// Reads the lines of the heredocs that were announced on the line before.
    mutating func readHeredocs() {
        let waiting = heredocs
        heredocs = []
        for heredoc in waiting where position < source.count {
            let start = position
            var isClosed = false
            while position < source.count, !isClosed {
                let end = skipToLineEnd(from: position)
                var first = position
                if heredoc.isIndented {
                    while first < end, source[first] == space || source[first] == tab { first += 1 }
                }
                var last = end
                if last > first, source[last - 1] == carriageReturn { last -= 1 }
                if starts(with: heredoc.word, at: first) {
                    let after = first + heredoc.word.count
                    if heredoc.isInline ? !isWordByte(byte(at: after)) : after == last {
                        position = after
                        isClosed = true
                        break
                    }
                }
                steps += end - position
                position = min(end + 1, source.count)
            }
            isLineStart = false
            add(.text, from: start, isUnclosed: !isClosed)
        }
    }

    /// Reads `<<WORD`, `<<~WORD`, `<<-'WORD'` and `<<<WORD`: the text itself begins on the next line.
    mutating func readHeredocMark(_ opening: StaticString, isInline: Bool) -> Bool {
        let start = position
        var index = start + opening.utf8CodeUnitCount
        var isIndented = isInline
        if !isInline, byte(at: index) == UInt8(ascii: "~") || byte(at: index) == minus {
            isIndented = true
            index += 1
        } else if isInline {
            while byte(at: index) == space || byte(at: index) == tab { index += 1 }
        }
        let mark = byte(at: index)
        let isQuoted = mark == quoteByte || mark == apostrophe || (mark == UInt8(ascii: "`") && !isInline)
        if isQuoted { index += 1 }
        let first = index
        while isWordByte(byte(at: index)), index - first < 64 { index += 1 }
        // `1 << n` shifts: a word that is not quoted must begin at once, as a name, where a value may stand.
        guard index > first, isQuoted || !isDigit(source[first]), !isQuoted || byte(at: index) == mark,
            isInline || isQuoted || isIndented || !isAfterOperand, heredocs.count < Self.maximumHeredocs
        else { return false }
        heredocs.append(
            Heredoc(word: Array(source[first..<index]), isIndented: isIndented, isInline: isInline)
        )
        position = index + (isQuoted ? 1 : 0)
        add(.text, from: start)
        return true
    }

    /// Reads `[==[ … ]==]`.
    mutating func readLongBracket(at index: Int, _ kind: Token.Kind) -> Bool {
        let start = position
        guard byte(at: index) == UInt8(ascii: "[") else { return false }
        var level = index + 1
        while byte(at: level) == UInt8(ascii: "="), level - index <= 32 { level += 1 }
        guard byte(at: level) == UInt8(ascii: "[") else { return false }
        let count = level - index - 1
        let close =
            [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: count) + [UInt8(ascii: "]")]
        position = level + 1
        readRaw(until: close, kind, from: start)
        return true
    }

    /// Reads up to and with `close`, whatever stands before it.
    mutating func readRaw(until close: [UInt8], _ kind: Token.Kind = .text, from start: Int) {
        while position < source.count {
            steps += 1
            if source[position] == close[0], starts(with: close, at: position) {
                position += close.count
                add(kind, from: start)
                return
            }
            position += 1
        }
        add(kind, from: start, isUnclosed: true)
    }
}
