extension Tokenizer {
    /// Reads a literal or a line of a form that only some languages have.
    mutating func readSpecial(_ byte: UInt8) -> Bool {
        let features = grammar.features
        if features.isEmpty { return false }
        if byte == hash, isLineStart {
            if features.contains(.directives) {
                finishLine(.directive, from: position)
                return true
            }
            if features.contains(.swiftDirectives), isSwiftDirective {
                finishLine(.directive, from: position)
                return true
            }
        }
        if features.contains(.phpTags) { if readPHP(byte) { return true } }
        if features.contains(.cppTexts) { if readCppText(byte) { return true } }
        if features.contains(.rustTexts) { if readRustText(byte) { return true } }
        if features.contains(.swiftTexts), byte == hash { if readSwiftText() { return true } }
        if features.contains(.csharpTexts) { if readCSharpText(byte) { return true } }
        if features.contains(.pythonTexts) { if readPythonText(byte) { return true } }
        if features.contains(.longBrackets), byte == UInt8(ascii: "[") {
            if readLongBracket(at: position, .text) { return true }
        }
        if features.contains(.heredocs), byte == UInt8(ascii: "<"), peek(1) == byte {
            if features.contains(.phpTags) {
                if peek(2) == byte, readHeredocMark("<<<", isInline: true) { return true }
            } else if readHeredocMark("<<", isInline: false) {
                return true
            }
        }
        if features.contains(.rubyForms) { if readRubyForm(byte) { return true } }
        if features.contains(.perlForms) { if readPerlForm(byte) { return true } }
        if features.contains(.dollarWords), byte == UInt8(ascii: "$"), isWordByte(peek(1)) {
            let start = position
            position += 1
            while isWordByte(peek(0)) { position += 1 }
            add(.word, from: start)
            return true
        }
        return false
    }

    // MARK: - C++

    /// `R"x(…)x"`, and `u8`, `L` and their like before a quote.
    private mutating func readCppText(_ byte: UInt8) -> Bool {
        guard "LuUR".utf8.contains(byte) else { return false }
        let start = position
        var index = start
        if starts(with: Array("u8".utf8), at: index) {
            index += 2
        } else if byte != UInt8(ascii: "R") {
            index += 1
        }
        let isRaw = self.byte(at: index) == UInt8(ascii: "R")
        if isRaw { index += 1 }
        let mark = self.byte(at: index)
        guard mark == quoteByte || (mark == apostrophe && !isRaw) else { return false }
        guard isRaw else {
            position = index + 1
            readText(Grammar.Quote(mark == quoteByte ? "\"" : "'"), from: start)
            return true
        }
        var open = index + 1
        // A delimiter has at most 16 characters.
        while open - index <= 17, open < source.count, source[open] != UInt8(ascii: "(") { open += 1 }
        guard self.byte(at: open) == UInt8(ascii: "(") else { return false }
        position = open + 1
        readRaw(until: [UInt8(ascii: ")")] + source[index + 1..<open] + [quoteByte], from: start)
        return true
    }

    // MARK: - Rust

    private mutating func readRustText(_ byte: UInt8) -> Bool {
        let start = position
        if byte == apostrophe { return readRustQuote() }
        guard "rbc".utf8.contains(byte) else { return false }
        var index = start + 1
        if byte != UInt8(ascii: "r"), self.byte(at: index) == UInt8(ascii: "r") { index += 1 }
        let isRaw = self.byte(at: index - 1) == UInt8(ascii: "r")
        var hashes = 0
        while isRaw, self.byte(at: index) == hash, hashes < 256 {
            hashes += 1
            index += 1
        }
        guard self.byte(at: index) == quoteByte else {
            if byte == UInt8(ascii: "b"), index == start + 1, self.byte(at: index) == apostrophe {
                position = index + 1
                readText(Grammar.Quote("'"), from: start)
                return true
            }
            return false
        }
        position = index + 1
        if isRaw {
            readRaw(until: [quoteByte] + Array(repeating: hash, count: hashes), from: start)
        } else {
            readText(Grammar.Quote("\"", spansLines: true), from: start)
        }
        return true
    }

    /// A character, or the name of a lifetime or a label.
    private mutating func readRustQuote() -> Bool {
        let start = position
        if peek(1) == backslash {
            position += 1
            readText(Grammar.Quote("'"), from: start)
            return true
        }
        // One scalar has at most four bytes.
        for length in 1...4 where peek(1 + length) == apostrophe && peek(1) != apostrophe {
            if length == 1 || peek(1) >= 0x80 {
                position += length + 2
                add(.text, from: start)
                return true
            }
        }
        guard isWordByte(peek(1)) else { return false }
        position += 1
        while isWordByte(peek(0)) { position += 1 }
        add(.word, from: start, keyword: .reserved)
        return true
    }

    // MARK: - Swift

    private var isSwiftDirective: Bool {
        ["#if", "#elseif", "#else", "#endif", "#warning", "#error", "#sourceLocation"]
            .contains { starts(with: Array($0.utf8), at: position) && !isWordByte(peek($0.utf8.count)) }
    }

    /// `#"…"#` and `#/…/#` with any number of hashes.
    private mutating func readSwiftText() -> Bool {
        let start = position
        var index = start
        while byte(at: index) == hash, index - start < 256 { index += 1 }
        let hashes = String(repeating: "#", count: index - start)
        if starts(with: Array("\"\"\"".utf8), at: index) {
            position = index + 3
            let close = "\"\"\"" + hashes
            readText(
                Grammar.Quote(close, escape: .none, spansLines: true, interpolation: "\\" + hashes + "("),
                from: start
            )
            return true
        }
        if byte(at: index) == quoteByte {
            position = index + 1
            readText(
                Grammar.Quote("\"" + hashes, escape: .none, interpolation: "\\" + hashes + "("),
                from: start
            )
            return true
        }
        if byte(at: index) == slash, !isAfterOperand {
            position = index + 1
            readRaw(until: Array(("/" + hashes).utf8), .regex, from: start)
            return true
        }
        return false
    }

    // MARK: - C#

    private mutating func readCSharpText(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "@") || byte == UInt8(ascii: "$") || byte == quoteByte else {
            return false
        }
        let start = position
        var index = start
        var isVerbatim = false
        var dollars = 0
        while index - start < 8 {
            if self.byte(at: index) == UInt8(ascii: "@") {
                isVerbatim = true
            } else if self.byte(at: index) == UInt8(ascii: "$") {
                dollars += 1
            } else {
                break
            }
            index += 1
        }
        guard self.byte(at: index) == quoteByte else { return false }
        var quotes = 0
        while self.byte(at: index + quotes) == quoteByte, quotes < 256 { quotes += 1 }
        let interpolation = dollars == 0 ? "" : String(repeating: "{", count: dollars)
        if quotes >= 3, !isVerbatim {
            position = index + quotes
            let close = String(repeating: "\"", count: quotes)
            readText(
                Grammar.Quote(close, escape: .none, spansLines: true, interpolation: interpolation),
                from: start
            )
            return true
        }
        position = index + 1
        readText(
            Grammar.Quote(
                "\"",
                escape: isVerbatim ? .doubled : .backslash,
                spansLines: isVerbatim,
                interpolation: interpolation
            ),
            from: start
        )
        return true
    }

    // MARK: - Python

    private mutating func readPythonText(_ byte: UInt8) -> Bool {
        let start = position
        var index = start
        while index - start < 2, "rRbBuUfFtT".utf8.contains(self.byte(at: index)) { index += 1 }
        let mark = self.byte(at: index)
        guard mark == quoteByte || mark == apostrophe else { return false }
        let isFormatted = source[start..<index].contains { "fFtT".utf8.contains($0) }
        let isTriple = self.byte(at: index + 1) == mark && self.byte(at: index + 2) == mark
        let quote = String(repeating: mark == quoteByte ? "\"" : "'", count: isTriple ? 3 : 1)
        position = index + quote.utf8.count
        // Even in a raw text a backslash keeps the quote after it from ending the text.
        readText(
            Grammar.Quote(quote, spansLines: isTriple, interpolation: isFormatted ? "{" : ""),
            from: start
        )
        return true
    }

    // MARK: - PHP

    private mutating func readPHP(_ byte: UInt8) -> Bool {
        guard byte == UInt8(ascii: "?"), peek(1) == UInt8(ascii: ">") else { return false }
        let start = position
        position += 2
        add(.mark, from: start)
        readOutsideTags()
        return true
    }

    /// Reads what is no code: everything up to `<?php`, `<?=` or `<?`.
    mutating func readOutsideTags() {
        let start = position
        while position < source.count,
            !(source[position] == UInt8(ascii: "<") && peek(1) == UInt8(ascii: "?"))
        {
            steps += 1
            position += 1
        }
        // Without a tag anywhere the answer is a fragment, and code from its start.
        if position >= source.count, start <= 3, tokens.isEmpty {
            position = start
            return
        }
        if position > start { add(.text, from: start) }
        guard position < source.count else { return }
        let tag = position
        position += starts(with: Array("<?php".utf8), at: position) ? 5 : peek(2) == UInt8(ascii: "=") ? 3 : 2
        add(.directive, from: tag)
    }
}
