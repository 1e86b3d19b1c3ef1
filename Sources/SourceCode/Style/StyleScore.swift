/// How far a program keeps to its language's conventions, with the line of every deduction.
package struct StyleScore: Sendable, Hashable {
    /// What a deduction is for.
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        case functionName = "function-name"
        case typeName = "type-name"
        case lineLength = "line-length"
        case trailingBlank = "trailing-blank"
        case indentation
        case functionLength = "function-length"
        case nesting
        case severalStatements = "several-statements"
    }

    /// One thing that a guide asks otherwise.
    package struct Deduction: Sendable, Hashable {
        package var rule: Rule
        /// From 1.
        package var line: Int
        /// What is there and what is asked; names in it are the program's own.
        package var message: String
        /// Lines of code that this weighs as much as.
        package var points: Int
    }

    /// In the order of their lines.
    package var deductions: [Deduction]
    /// From 0 to 100: 100 less the share of the code's lines that the deductions weigh, at most all.
    package var score: Double

    package static let maximumFunctionLines = 60
    package static let maximumNesting = 4
    /// Deductions that are kept; the rest of a hostile program only weighs.
    package static let maximumDeductions = 200

    /// Judges a program; nil in a language without a convention.
    package init?(_ source: TokenizedSource, _ metrics: SourceMetrics, in grammar: Grammar) {
        guard let convention = StyleConvention.named(grammar.name) else { return nil }
        var reader = StyleReader(source: source, metrics: metrics, convention: convention, grammar: grammar)
        reader.read()
        deductions = reader.deductions.sorted { ($0.line, $0.rule.rawValue) < ($1.line, $1.rule.rawValue) }
        score =
            metrics.codeLines == 0
            ? 100 : max(0, 100 - 100 * Double(reader.points) / Double(metrics.codeLines))
    }
}

/// Looks a program through for what its guide asks otherwise.
private struct StyleReader {
    let source: TokenizedSource
    let metrics: SourceMetrics
    let convention: StyleConvention
    let grammar: Grammar
    var deductions: [StyleScore.Deduction] = []
    var points = 0

    mutating func read() {
        readLines()
        readFunctions()
        readTypes()
        readStatements()
    }

    private mutating func deduct(
        _ rule: StyleScore.Rule,
        _ line: Int,
        _ message: String,
        points weight: Int = 1
    ) {
        points += weight
        guard deductions.count < StyleScore.maximumDeductions else { return }
        deductions.append(StyleScore.Deduction(rule: rule, line: line, message: message, points: weight))
    }

    /// Lengths, indentation and blanks at ends, outside of texts that span lines.
    private mutating func readLines() {
        var inside: Set<Int> = []
        for token in source.tokens where token.kind == .text || token.kind == .comment {
            let last = Int(token.line) + source.bytes[token.range].count { $0 == newline }
            if last > Int(token.line), token.kind == .text { inside.formUnion(Int(token.line) + 1...last) }
        }
        var number = 0
        for line in source.bytes.split(separator: newline, omittingEmptySubsequences: false) {
            number += 1
            let content = line.last == carriageReturn ? line.dropLast() : line
            guard !content.isEmpty, !inside.contains(number) else { continue }
            let length = content.count { $0 & 0xC0 != 0x80 }
            if convention.lineLength > 0, length > convention.lineLength {
                deduct(.lineLength, number, "\(length) characters; at most \(convention.lineLength)")
            }
            if content.last == space || content.last == tab {
                deduct(.trailingBlank, number, "blanks at the end")
            }
            let indentation = content.prefix { $0 == space || $0 == tab }
            guard indentation.count < content.count, !indentation.isEmpty else { continue }
            switch convention.indentation {
            case .spaces:
                if indentation.contains(tab) {
                    deduct(.indentation, number, "tabs; the guide asks for spaces")
                }
            case .tabs:
                if indentation.first == space, indentation.count > 1 {
                    deduct(.indentation, number, "spaces; the guide asks for tabs")
                }
            }
        }
    }

    private mutating func readFunctions() {
        for function in metrics.functions {
            if !function.name.hasPrefix("("), !matches(function.name, convention.functions) {
                deduct(
                    .functionName,
                    function.firstLine,
                    "\(function.name.prefix(60)); the guide asks for \(convention.functions.rawValue) case"
                )
            }
            if function.codeLines > StyleScore.maximumFunctionLines {
                deduct(
                    .functionLength,
                    function.firstLine,
                    "\(function.codeLines) lines; at most \(StyleScore.maximumFunctionLines)",
                    points: 5
                )
            }
            if function.nesting > StyleScore.maximumNesting {
                deduct(
                    .nesting,
                    function.firstLine,
                    "\(function.nesting) levels; at most \(StyleScore.maximumNesting)",
                    points: 3
                )
            }
        }
    }

    private mutating func readTypes() {
        let code = source.tokens
        for (index, token) in code.enumerated().dropLast() {
            switch token.keyword {
            case .class, .struct, .enum, .interface, .trait, .record: break
            default: continue
            }
            let next = code[index + 1]
            guard next.kind == .word, next.keyword == .name, token.startsLine || isDeclared(code, index)
            else { continue }
            let name = source.text(of: next)
            if !matches(name, convention.types) {
                deduct(
                    .typeName,
                    Int(next.line),
                    "\(name.prefix(60)); the guide asks for \(convention.types.rawValue) case"
                )
            }
        }
    }

    /// Whether only modifiers stand before a type's keyword.
    private func isDeclared(_ code: [Token], _ index: Int) -> Bool {
        index == 0 || (code[index - 1].kind == .word && code[index - 1].keyword == .reserved)
    }

    /// More than one statement on a line, `for (;;)` aside.
    private mutating func readStatements() {
        var depth = 0
        var last = 0
        let code = source.tokens
        for (index, token) in code.enumerated() where token.kind == .mark {
            switch token.mark {
            case 0x28, 0x5B: depth += 1
            case 0x29, 0x5D: depth = max(0, depth - 1)
            case 0x3B where depth == 0 && index + 1 < code.count:
                let next = code[index + 1]
                guard next.line == token.line, next.kind != .comment, next.mark != 0x7D, next.mark != 0x3B,
                    Int(token.line) != last, grammar.name != "go"
                else { continue }
                last = Int(token.line)
                deduct(.severalStatements, last, "more than one statement")
            default: break
            }
        }
    }

    /// Whether a name is written as a guide asks; what stands around it (`_x`, `__init__`, `x?`) is no part of it.
    private func matches(_ name: String, _ casing: StyleConvention.Casing) -> Bool {
        var core = Substring(name)
        while let first = core.first, "_$@#~".contains(first) { core.removeFirst() }
        while let last = core.last, "_?!=".contains(last) { core.removeLast() }
        // Operators and special words name themselves.
        guard let first = core.first, core.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
            !["operator", "init", "deinit", "subscript", "constructor"].contains(core)
        else { return true }
        let isConstructor = metrics.functions.count > 1 && grammar.name != "python" && first.isUppercase
        switch casing {
        case .snake: return !core.contains { $0.isUppercase }
        case .camel: return (!first.isUppercase || (isConstructor && isType(core))) && !core.contains("_")
        case .pascal: return !first.isLowercase && !core.contains("_")
        case .mixed:
            return
                !(core.contains("_") && core.contains { $0.isUppercase } && core.contains { $0.isLowercase })
        }
    }

    /// Whether a name is that of a type, as a constructor's is.
    private func isType(_ name: Substring) -> Bool { name.contains { $0.isLowercase } || name.count == 1 }
}
