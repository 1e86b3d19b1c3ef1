package import HarnessCore

/// Complexity, nesting and size of a Python program, from its tokens.
///
/// Cyclomatic complexity (McCabe 1976) with the decisions that radon counts: `if`, `elif`, the conditional
/// expression, a loop and its `else`, an `except` clause and a `try`'s `else`, each further operand of `and` and
/// `or`, a comprehension and each of its conditions, `assert`, and each `case` that does not match everything.
/// Decisions outside functions do not count. Only meant for programs that Python can parse.
package struct PythonStructure {
    private let source: [UInt8]
    private var complexity = 0
    private var deepest = 0
    private var documentation: [Range<Int>] = []
    /// Blocks around the line that is read, outermost first.
    private var blocks: [Block] = []
    /// What `else`, `except` and `case` continue: the last control statement at each open indentation.
    private var owners: [Int: Keyword] = [:]
    /// Whether the next statement is the first of a module, class or function.
    private var opensBody = true

    private struct Block {
        var indentation: Int
        /// Control structures around the block's statements, within their function.
        var depth: Int
        var isInFunction: Bool
        /// Whether its statements are the cases of a `match`.
        var isMatch = false
    }

    private enum Keyword {
        case `if`, loop, `try`, match, other
    }

    /// Measures a program; linear in its length.
    package static func metrics(of program: String) -> CodeMetrics {
        var structure = PythonStructure(source: Array(program.utf8))
        for line in PythonLexer.lines(of: structure.source) { structure.read(line) }
        return CodeMetrics(
            cyclomaticComplexity: max(1, structure.complexity),
            nestingDepth: structure.deepest,
            codeLines: structure.codeLines
        )
    }

    private init(source: [UInt8]) { self.source = source }

    // MARK: - Statements

    private mutating func read(_ line: PythonLine) {
        while let last = blocks.last, line.indentation <= last.indentation { blocks.removeLast() }
        owners = owners.filter { $0.key <= line.indentation }
        readStatements(line.tokens[...], indentation: line.indentation)
    }

    /// Reads one statement, or the several that `;` separates.
    private mutating func readStatements(_ tokens: ArraySlice<PythonToken>, indentation: Int) {
        noteDocumentation(tokens)
        opensBody = false
        let first = tokens.first.map(word) ?? ""
        let second = tokens.dropFirst().first.map(word) ?? ""
        let keyword = first == "async" ? second : first
        let depth = blocks.last?.depth ?? 0
        let isInFunction = blocks.last?.isInFunction ?? false
        guard let header = headerEnd(tokens, keyword: keyword) else {
            owners[indentation] = .other
            // Decorators stand before the function whose decisions theirs are.
            readSimple(tokens, isInFunction: isInFunction || first == "@")
            return
        }
        let block = open(
            keyword,
            tokens[..<header],
            at: indentation,
            depth: depth,
            isInFunction: isInFunction
        )
        deepest = max(deepest, block.depth)
        blocks.append(block)
        opensBody = keyword == "def" || keyword == "class"
        let rest = tokens[(header + 1)...]
        guard !rest.isEmpty else { return }
        // `if x: return y` on one line: the statements behind the colon are the block.
        noteDocumentation(rest)
        opensBody = false
        readSimple(rest, isInFunction: block.isInFunction)
        blocks.removeLast()
    }

    /// Counts a compound statement's header and describes the block below it.
    private mutating func open(
        _ keyword: String,
        _ header: ArraySlice<PythonToken>,
        at indentation: Int,
        depth: Int,
        isInFunction: Bool
    ) -> Block {
        var block = Block(indentation: indentation, depth: depth, isInFunction: isInFunction)
        switch keyword {
        case "def":
            complexity += 1
            block.depth = 0
            block.isInFunction = true
            owners[indentation] = .other
        case "if", "for", "while", "try", "match":
            owners[indentation] =
                keyword == "if" ? .if : keyword == "try" ? .try : keyword == "match" ? .match : .loop
            block.depth = depth + 1
            block.isMatch = keyword == "match"
            if keyword != "try", keyword != "match" { decide(isInFunction) }
        case "elif", "except":
            block.depth = depth + 1
            decide(isInFunction)
        case "else":
            block.depth = depth + 1
            if let owner = owners[indentation], owner == .loop || owner == .try { decide(isInFunction) }
        case "finally": block.depth = depth + 1
        case "case":
            if !isCatchAll(header) { decide(isInFunction) }
        default: owners[indentation] = .other
        }
        readExpression(header.dropFirst(), isInFunction: block.isInFunction, isCase: keyword == "case")
        return block
    }

    private mutating func decide(_ isInFunction: Bool) {
        if isInFunction { complexity += 1 }
    }

    /// Reads simple statements; an assertion is one decision, whatever it says.
    private mutating func readSimple(_ tokens: ArraySlice<PythonToken>, isInFunction: Bool) {
        for statement in tokens.split(separator: ";", by: { self.mark($0) }) {
            if statement.first.map(word) == "assert" {
                decide(isInFunction)
            } else {
                readExpression(statement, isInFunction: isInFunction, isCase: false)
            }
        }
    }

    // MARK: - Expressions

    private mutating func readExpression(_ tokens: ArraySlice<PythonToken>, isInFunction: Bool, isCase: Bool)
    {
        guard isInFunction else { return }
        var depth = 0
        for token in tokens {
            switch token.kind {
            case .word:
                switch word(token) {
                // At the top of a `case` it is the pattern's guard.
                case "if" where !isCase || depth > 0: complexity += 1
                case "and", "or": complexity += 1
                case "for" where depth > 0: complexity += 1
                default: break
                }
            case .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: "[")), .mark(UInt8(ascii: "{")): depth += 1
            case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")), .mark(UInt8(ascii: "}")): depth -= 1
            case .formatted:
                for part in FormattedText(source, token.range).expressions {
                    var lexer = PythonLexer(source, part)
                    while let line = lexer.nextLine() {
                        // An expression in braces: everything in it is as deep as inside brackets.
                        readExpression(line.tokens[...], isInFunction: true, isCase: false)
                    }
                }
            case .mark, .text, .number: break
            }
        }
    }

    /// Whether a case matches anything: `_` or a bare name, with no condition.
    private func isCatchAll(_ header: ArraySlice<PythonToken>) -> Bool {
        let pattern = header.dropFirst()
        guard pattern.count == 1, let only = pattern.first, only.kind == .word else { return false }
        return !["None", "True", "False"].contains(word(only))
    }

    /// Index of the colon that ends a compound statement's header; nil for a simple statement.
    private func headerEnd(_ tokens: ArraySlice<PythonToken>, keyword: String) -> Int? {
        guard Self.compound.contains(keyword) else { return nil }
        // `match` and `case` are names as well: only a colon at the line's end, or a `match` around, tells.
        if keyword == "case", blocks.last?.isMatch != true { return nil }
        var depth = 0
        var lambdas = 0
        for index in tokens.indices {
            switch tokens[index].kind {
            case .mark(UInt8(ascii: "(")), .mark(UInt8(ascii: "[")), .mark(UInt8(ascii: "{")): depth += 1
            case .mark(UInt8(ascii: ")")), .mark(UInt8(ascii: "]")), .mark(UInt8(ascii: "}")): depth -= 1
            case .word where depth == 0 && word(tokens[index]) == "lambda": lambdas += 1
            case .mark(UInt8(ascii: ":")) where depth == 0 && !isWalrus(tokens, index):
                if lambdas == 0 { return keyword != "match" || isMatch(tokens, index) ? index : nil }
                lambdas -= 1
            case .mark, .word, .text, .formatted, .number: break
            }
        }
        return nil
    }

    private func isWalrus(_ tokens: ArraySlice<PythonToken>, _ index: Int) -> Bool {
        guard index + 1 < tokens.endIndex else { return false }
        let next = tokens[index + 1]
        return next.kind == .mark(UInt8(ascii: "="))
            && next.range.lowerBound == tokens[index].range.upperBound
    }

    /// Whether a line that begins with `match` is the statement: it has a subject, and ends with its colon.
    private func isMatch(_ tokens: ArraySlice<PythonToken>, _ colon: Int) -> Bool {
        colon > tokens.startIndex + 1 && colon == tokens.endIndex - 1
    }

    private static let compound: Set<String> = [
        "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class", "match",
        "case",
    ]

    // MARK: - Lines

    /// Remembers a text that stands first in a body: it is documentation.
    private mutating func noteDocumentation(_ tokens: ArraySlice<PythonToken>) {
        guard opensBody else { return }
        let first = tokens.split(separator: ";", by: { self.mark($0) }).first ?? []
        let texts = first.filter {
            $0.kind != .mark(UInt8(ascii: "(")) && $0.kind != .mark(UInt8(ascii: ")"))
        }
        guard let start = texts.first, let end = texts.last,
            texts.allSatisfy({ $0.kind == .text(isPlain: true) })
        else { return }
        documentation.append(start.range.lowerBound..<end.range.upperBound)
    }

    /// Lines that hold code: no blank lines, comments or documentation.
    private var codeLines: Int {
        var count = 0
        var notes = documentation[...]
        var start = 0
        for line in source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let end = start + line.count
            while let note = notes.first, note.upperBound <= start { notes.removeFirst() }
            let isDocumentation = notes.first.map { $0.lowerBound < end && $0.upperBound > start } ?? false
            let first = line.first {
                $0 != UInt8(ascii: " ") && !(9...13).contains($0) && !(28...31).contains($0)
            }
            if let first, first != UInt8(ascii: "#"), !isDocumentation { count += 1 }
            start = end + 1
        }
        return count
    }

    private func word(_ token: PythonToken) -> String {
        switch token.kind {
        case .word: String(decoding: source[token.range], as: UTF8.self)
        case .mark(UInt8(ascii: "@")): "@"
        case .mark, .text, .formatted, .number: ""
        }
    }

    private func mark(_ token: PythonToken) -> Character? {
        if case .mark(let byte) = token.kind { Character(Unicode.Scalar(byte)) } else { nil }
    }
}

extension ArraySlice<PythonToken> {
    fileprivate func split(
        separator: Character,
        by mark: (PythonToken) -> Character?
    ) -> [ArraySlice<PythonToken>] {
        split { mark($0) == separator }
    }
}
