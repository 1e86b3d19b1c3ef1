/// A word, a text or a mark of a Python program, as far as its structure depends on it.
struct PythonToken: Hashable {
    enum Kind: Hashable {
        /// A keyword or a name.
        case word
        /// A text without expressions in it; `isPlain` unless it is one of bytes.
        case text(isPlain: Bool)
        /// A formatted text; its expressions are between `start` and `end`.
        case formatted
        case number
        /// One byte of an operator or a bracket.
        case mark(UInt8)
    }

    var kind: Kind
    /// Bytes of the source.
    var range: Range<Int>
}

/// A statement's line as Python counts it: physical lines that belong together.
struct PythonLine: Hashable {
    /// Column of the first token, tabs counted to the next multiple of eight.
    var indentation: Int
    var tokens: [PythonToken]
}

/// Splits a Python program into logical lines of tokens; linear in the source, whatever is in it.
///
/// Source: "Lexical analysis" of the Python language reference. It accepts more than Python does: what it is
/// asked about has been parsed by the real interpreter.
struct PythonLexer {
    let source: [UInt8]
    private var position: Int
    private let end: Int
    private var depth = 0

    /// Reads the whole program.
    init(_ source: [UInt8]) {
        self.init(source, 0..<source.count)
    }

    /// Reads one part of a program, such as an expression inside a formatted text.
    init(_ source: [UInt8], _ range: Range<Int>) {
        self.source = source
        position = range.lowerBound
        end = range.upperBound
        // A byte order mark is no part of the program.
        if position == 0, source.starts(with: [0xEF, 0xBB, 0xBF]), end >= 3 { position = 3 }
    }

    /// All logical lines that hold a token.
    static func lines(of source: [UInt8]) -> [PythonLine] {
        var lexer = PythonLexer(source)
        var lines: [PythonLine] = []
        while let line = lexer.nextLine() { lines.append(line) }
        return lines
    }

    /// The next logical line that is not empty; nil at the end.
    mutating func nextLine() -> PythonLine? {
        var indentation = readIndentation()
        var tokens: [PythonToken] = []
        depth = 0
        while position < end {
            let byte = source[position]
            switch byte {
            case newline:
                position += 1
                guard depth == 0 else { continue }
                if !tokens.isEmpty { return PythonLine(indentation: indentation, tokens: tokens) }
                indentation = readIndentation()
            case hash: skipComment()
            case space, tab, formFeed, carriageReturn: position += 1
            case backslash: position += position + 1 < end && source[position + 1] == newline ? 2 : 1
            default: tokens.append(readToken())
            }
        }
        return tokens.isEmpty ? nil : PythonLine(indentation: indentation, tokens: tokens)
    }

    private mutating func readIndentation() -> Int {
        var column = 0
        while position < end {
            switch source[position] {
            case space: column += 1
            case tab: column = (column / 8 + 1) * 8
            case formFeed: column = 0
            default: return column
            }
            position += 1
        }
        return column
    }

    private mutating func skipComment() {
        while position < end, source[position] != newline { position += 1 }
    }

    private mutating func readToken() -> PythonToken {
        let start = position
        let byte = source[start]
        if byte == quote || byte == apostrophe { return readText(from: start, prefix: start..<start) }
        if isWordByte(byte), !isDigit(byte) {
            while position < end, isWordByte(source[position]) { position += 1 }
            let isPrefix = position < end && (source[position] == quote || source[position] == apostrophe)
            if isPrefix, isTextPrefix(start..<position) {
                return readText(from: start, prefix: start..<position)
            }
            return PythonToken(kind: .word, range: start..<position)
        }
        if isDigit(byte) {
            // A keyword may follow a number without a space (`1if x else 2`), so only what a number can hold.
            while position < end, isNumberByte(source[position], after: start) { position += 1 }
            return PythonToken(kind: .number, range: start..<position)
        }
        position += 1
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        default: break
        }
        return PythonToken(kind: .mark(byte), range: start..<position)
    }

    private func isTextPrefix(_ range: Range<Int>) -> Bool {
        range.count <= 2 && source[range].allSatisfy { textPrefixes.contains($0 | 0x20) }
    }

    private mutating func readText(from start: Int, prefix: Range<Int>) -> PythonToken {
        let mark = source[position]
        let isTriple = position + 2 < end && source[position + 1] == mark && source[position + 2] == mark
        position += isTriple ? 3 : 1
        while position < end {
            let byte = source[position]
            if byte == backslash {
                // Even in a raw text a backslash keeps the quote after it from ending the text.
                position += 2
            } else if byte == mark {
                let closes =
                    !isTriple
                    || (position + 2 < end && source[position + 1] == mark && source[position + 2] == mark)
                position += closes && isTriple ? 3 : 1
                if closes { break }
            } else if byte == newline, !isTriple {
                break
            } else {
                position += 1
            }
        }
        position = min(position, end)
        let letters = Set(source[prefix].map { $0 | 0x20 })
        let kind: PythonToken.Kind =
            letters.contains(UInt8(ascii: "f"))
            ? .formatted : .text(isPlain: !letters.contains(UInt8(ascii: "b")))
        return PythonToken(kind: kind, range: start..<position)
    }

    private func isNumberByte(_ byte: UInt8, after start: Int) -> Bool {
        if isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") { return true }
        let isBased = source[start] == UInt8(ascii: "0") && position > start
        switch byte | 0x20 {
        case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b"):
            return isBased && position == start + 1 || isHexadecimal(start)
        case UInt8(ascii: "e"): return isHexadecimal(start) || isExponent
        case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "f"):
            return isHexadecimal(start)
        case UInt8(ascii: "j"): return true
        default: return false
        }
    }

    private func isHexadecimal(_ start: Int) -> Bool {
        position > start + 1 && source[start] == UInt8(ascii: "0")
            && source[start + 1] | 0x20 == UInt8(ascii: "x")
    }

    /// Whether the `e` here is followed by what makes it an exponent, not the start of `else`.
    private var isExponent: Bool {
        guard position + 1 < end else { return false }
        let next = source[position + 1]
        return isDigit(next) || next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private func isWordByte(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return byte >= 0x80 || byte == UInt8(ascii: "_") || isDigit(byte)
            || (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
    }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let formFeed: UInt8 = 0x0C
private let hash = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")
private let quote = UInt8(ascii: "\"")
private let apostrophe = UInt8(ascii: "'")
private let textPrefixes = Set("rbuf".utf8)
