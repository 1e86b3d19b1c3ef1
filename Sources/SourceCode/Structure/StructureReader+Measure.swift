extension SourceMetrics {
    /// Measures a program; nil in a language whose structure nobody described.
    ///
    /// - Complexity: O(n) in the program's length.
    package init?(of source: TokenizedSource, in grammar: Grammar) {
        guard var reader = StructureReader(source, grammar) else { return nil }
        self = reader.measure()
    }

    /// Measures a program.
    package init?(of program: String, in grammar: Grammar) {
        self.init(of: Tokenizer.tokenize(Array(program.utf8), grammar), in: grammar)
    }
}

extension StructureReader {
    mutating func measure() -> SourceMetrics {
        switch rules.blocks {
        case .braces: readBraces()
        case .indentation: readIndentation()
        case .ends: readEnds()
        }
        while !frames.isEmpty { pop(before: tokens.count - 1) }
        deepest = max(deepest, scopes[0].deepest)

        let lines = CodeLines(source, tokens)
        let order = functions.indices.sorted { functions[$0].order < functions[$1].order }
        let vocabulary = Vocabulary(
            source,
            tokens,
            spans: order.map {
                functions[$0].firstToken...max(functions[$0].firstToken, functions[$0].lastToken)
            }
        )
        let measured = order.enumerated().map { position, index in
            let scope = functions[index]
            let first = Int(tokens[scope.firstToken].line)
            let last = lastLine(of: max(scope.lastToken, scope.firstToken))
            return FunctionMetrics(
                name: scope.name.isEmpty ? "(anonymous)" : scope.name,
                firstLine: first,
                lastLine: last,
                cyclomatic: scope.cyclomatic,
                cognitive: scope.cognitive,
                nesting: scope.deepest,
                codeLines: lines.count(first...max(first, last)),
                halstead: vocabulary.functions[position]
            )
        }
        return SourceMetrics(
            functions: measured,
            cyclomatic: max(1, measured.reduce(0) { $0 + $1.cyclomatic }),
            cognitive: fileCognitive + scopes[0].cognitive,
            nesting: deepest,
            codeLines: lines.total,
            commentLines: CodeLines.comments(source),
            lines: source.lineCount,
            halstead: vocabulary.file
        )
    }

    private func lastLine(of index: Int) -> Int {
        let token = tokens[index]
        guard token.kind != .mark, token.kind != .word else { return Int(token.line) }
        return Int(token.line) + source.bytes[token.range].count { $0 == newline }
    }
}

/// Which lines hold code.
struct CodeLines {
    /// Lines with code before each line.
    private var before: [Int32]
    var total: Int { Int(before.last ?? 0) }

    init(_ source: TokenizedSource, _ tokens: [Token]) {
        var holds = Array(repeating: false, count: source.lineCount + 2)
        for (index, token) in tokens.enumerated() {
            // A text that is a statement of its own is documentation.
            if token.kind == .text, token.startsLine,
                index + 1 == tokens.count || tokens[index + 1].startsLine,
                index == 0 || tokens[index - 1].isMark(":")
            {
                continue
            }
            var line = Int(token.line)
            if line < holds.count { holds[line] = true }
            guard token.kind == .text || token.kind == .directive || token.kind == .regex else { continue }
            for byte in source.bytes[token.range] where byte == newline {
                line += 1
                if line < holds.count { holds[line] = true }
            }
        }
        before = [0]
        before.reserveCapacity(holds.count)
        for held in holds.dropFirst() { before.append(before[before.count - 1] + (held ? 1 : 0)) }
    }

    func count(_ lines: ClosedRange<Int>) -> Int {
        let last = min(lines.upperBound, before.count - 1)
        let first = min(lines.lowerBound - 1, last)
        return Int(before[last] - before[max(0, first)])
    }

    static func comments(_ source: TokenizedSource) -> Int {
        var count = 0
        var lastLine = 0
        for token in source.tokens where token.kind == .comment {
            let first = Int(token.line)
            let last = first + source.bytes[token.range].count { $0 == newline }
            count += last - max(first, lastLine + 1) + 1
            lastLine = max(lastLine, last)
        }
        return count
    }
}

/// Operators and operands of a program and of its functions.
struct Vocabulary {
    var file = Halstead()
    var functions: [Halstead]

    /// A token belongs to the innermost span around it; spans come in the order of their starts.
    init(_ source: TokenizedSource, _ tokens: [Token], spans: [ClosedRange<Int>]) {
        functions = Array(repeating: Halstead(), count: spans.count)
        var symbols: [UInt64: Int32] = [:]
        var seen: Set<UInt64> = []
        var open: [Int] = []
        var next = 0
        for (index, token) in tokens.enumerated() {
            while let last = open.last, spans[last].upperBound < index { open.removeLast() }
            while next < spans.count, spans[next].lowerBound == index {
                open.append(next)
                next += 1
            }
            let isOperand: Bool
            switch token.kind {
            case .word: isOperand = token.keyword == .name || token.keyword == .value
            case .number, .text, .regex: isOperand = true
            case .mark:
                if [0x29, 0x5D, 0x7D].contains(token.mark) { continue }
                isOperand = false
            case .directive, .unknown, .comment: continue
            }
            var hash: UInt64 = 14_695_981_039_346_656_037
            for byte in source.bytes[token.range] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            let symbol: Int32
            if let known = symbols[hash] {
                symbol = known
                file.count(isOperand, isNew: false)
            } else {
                symbol = Int32(symbols.count)
                symbols[hash] = symbol
                file.count(isOperand, isNew: true)
            }
            guard let owner = open.last else { continue }
            let isNew = seen.insert(UInt64(owner) << 32 | UInt64(symbol)).inserted
            functions[owner].count(isOperand, isNew: isNew)
        }
    }
}

extension Halstead {
    fileprivate mutating func count(_ isOperand: Bool, isNew: Bool) {
        if isOperand {
            operands += 1
            if isNew { distinctOperands += 1 }
        } else {
            operators += 1
            if isNew { distinctOperators += 1 }
        }
    }
}
