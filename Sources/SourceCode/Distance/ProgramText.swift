/// A program as sequences that can be compared: its scalars, its tokens, and its tokens without what only looks differ.
package struct ProgramText: Sendable {
    package var scalars: Symbols
    /// One symbol per token; comments and blanks are no tokens.
    package var tokens: Symbols
    /// Like `tokens`, with the names that the program gives itself numbered in the order of their first use.
    package var renamed: Symbols
    /// The words between blanks: what CodeXGLUE compares for an exact match.
    package var words: [Substring]

    /// Reads a program; in a language without a grammar the words between blanks are its tokens.
    ///
    /// - Complexity: O(n) in the program's length.
    package init(_ program: String, in grammar: Grammar?, numbering numbers: inout SymbolNumbers) {
        let source = grammar.map { Tokenizer.tokenize(Array(program.utf8), $0) }
        self.init(program, source: source, numbering: &numbers)
    }

    /// Reads a program whose tokens are known.
    package init(_ program: String, source: TokenizedSource?, numbering numbers: inout SymbolNumbers) {
        scalars = Symbols(scalarsOf: program)
        words = program.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
        guard let source else {
            tokens = words.map { numbers.number(Array($0.utf8)[...]) }
            renamed = tokens
            return
        }
        let code = source.tokens.filter { $0.kind != .comment }
        tokens = code.map { numbers.number(source.bytes[$0.range]) }
        renamed = tokens
        let own = OwnNames(source, code, tokens).names
        var order: [UInt32: UInt32] = [:]
        for (index, token) in code.enumerated()
        where token.kind == .word && own.contains(tokens[index]) && !OwnNames.isMember(code, index) {
            let place = order[tokens[index]] ?? UInt32(order.count)
            order[tokens[index]] = place
            // Above every number of a token: a renamed name equals no other.
            renamed[index] = UInt32.max - place
        }
    }
}

/// Numbers for tokens, the same for equal ones in all programs that are compared.
package struct SymbolNumbers: Sendable {
    private var numbers: [ArraySlice<UInt8>: UInt32] = [:]

    package init() {}

    mutating func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        if let known = numbers[bytes] { return known }
        let new = UInt32(numbers.count)
        numbers[bytes] = new
        return new
    }
}

/// The names that a program gives to its own functions, parameters and variables.
struct OwnNames {
    private(set) var names: Set<UInt32> = []

    /// Goes by the places where names are given.
    ///
    /// Those are: behind a word that declares, before `=`, in the parentheses of a function's header, behind a type.
    /// Members are left alone: they are somebody else's.
    init(_ source: TokenizedSource, _ code: [Token], _ symbols: Symbols) {
        var header = 0
        for (index, token) in code.enumerated() {
            if token.kind == .mark {
                if token.mark == 0x28 { header = opensHeader(code, index) || header > 0 ? header + 1 : 0 }
                if token.mark == 0x29, header > 0 { header -= 1 }
                continue
            }
            guard token.kind == .word, token.keyword == .name, !Self.isMember(code, index) else { continue }
            if isGiven(code, index, isInHeader: header > 0) { names.insert(symbols[index]) }
        }
    }

    static func isMember(_ code: [Token], _ index: Int) -> Bool {
        guard index > 0, code[index - 1].kind == .mark else { return false }
        return [0x2E, 0x2D3E, 0x3A3A, 0x3F2E, 0x262E].contains(code[index - 1].mark)
    }

    private func opensHeader(_ code: [Token], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        if code[index - 1].keyword == .func || code[index - 1].keyword == .fn { return true }
        guard index > 1, code[index - 1].kind == .word else { return false }
        let before = code[index - 2]
        return before.keyword == .func || (before.kind == .word && before.keyword == .reserved)
    }

    private func isGiven(_ code: [Token], _ index: Int, isInHeader: Bool) -> Bool {
        if index + 1 < code.count, code[index + 1].kind == .mark {
            switch code[index + 1].mark {
            case 0x3D, 0x3A3D, 0x3D3E: return true
            case 0x2C, 0x29, 0x3A: if isInHeader { return true }
            default: break
            }
        }
        guard index > 0 else { return false }
        let before = code[index - 1]
        switch before.keyword {
        case .let, .var, .const, .func, .class, .struct, .enum, .interface, .trait, .record, .for, .foreach,
            .lambda:
            return true
        case .reserved: return before.line == code[index].line && before.kind == .word
        case .name: return before.kind == .word && before.line == code[index].line
        default: return false
        }
    }
}
