/// Which part of an answer is taken as the program.
package enum ExtractionPolicy: String, Sendable, Hashable, CaseIterable {
    /// The answer as it is.
    case whole
    /// The first block between fences.
    case first
    /// The last block between fences.
    case last
    /// The last block that defines what the task asks for.
    case entryPoint = "entry-point"
    /// The block that defines what is asked, else the first that defines anything; without fences what is not prose.
    case auto
}

/// What was taken of an answer, and why.
package struct ExtractedCode: Sendable, Hashable {
    package enum Rule: String, Sendable, Hashable, CaseIterable {
        /// Nothing was taken away.
        case whole
        /// The only block between fences.
        case fenced
        /// One block of several.
        case chosenBlock = "chosen-block"
        /// A block whose closing fence is missing.
        case unclosedFence = "unclosed-fence"
        /// Sentences before or behind the code were left out.
        case withoutProse = "without-prose"
        /// The answer declines, and has no code.
        case refusal
        /// The answer is blank.
        case empty
    }

    /// How the code relates to the code in the prompt.
    package enum Relation: String, Sendable, Hashable, CaseIterable {
        /// The task's prompt has no code to relate to.
        case alone
        /// It goes on where the prompt stops.
        case continues
        /// It repeated the prompt word for word, which was taken away.
        case repeats
        /// It defines anew what the prompt began: a program of its own.
        case redefines
        /// It is the body alone, and was indented.
        case fills
    }

    package var code: String
    package var rule: Rule
    package var relation: Relation
    /// Blocks between fences in the answer.
    package var blocks: Int
    /// Whether `code` is a whole program, not what follows the prompt.
    package var isProgram: Bool
}

/// Takes the program out of a raw answer.
package struct CodeExtraction: Sendable {
    package var policy: ExtractionPolicy
    package var grammar: Grammar
    /// The function or type that the task asks for; nil where nobody says.
    package var entryPoint: String?
    /// The code that a completion follows; nil where whole programs are asked for.
    package var codePrompt: String?

    package init(policy: ExtractionPolicy, grammar: Grammar, entryPoint: String?, codePrompt: String?) {
        self.policy = policy
        self.grammar = grammar
        self.entryPoint = entryPoint
        self.codePrompt = codePrompt
    }

    /// - Complexity: O(n) in the answer's length.
    package func extract(_ answer: String) -> ExtractedCode {
        if policy == .whole {
            return ExtractedCode(
                code: answer,
                rule: .whole,
                relation: codePrompt == nil ? .alone : .continues,
                blocks: 0,
                isProgram: codePrompt == nil
            )
        }
        let all = FencedBlock.blocks(in: answer)
        guard let block = chosen(among: usable(all)) else {
            return related(unfenced(answer), blocks: all.count)
        }
        let rule: ExtractedCode.Rule =
            !block.isClosed ? .unclosedFence : all.count == 1 ? .fenced : .chosenBlock
        return related((block.code, rule), blocks: all.count)
    }

    // MARK: - Blocks

    /// The blocks that may hold the program: those of the language, else those of no other.
    private func usable(_ blocks: [FencedBlock]) -> [FencedBlock] {
        let own = blocks.filter { LanguageTag.language(of: $0.tag) == grammar.name }
        if !own.isEmpty { return own }
        let unnamed = blocks.filter { $0.tag.isEmpty }
        if !unnamed.isEmpty { return unnamed }
        return blocks.filter { !LanguageTag.withoutCode.contains($0.tag) }
    }

    private func chosen(among blocks: [FencedBlock]) -> FencedBlock? {
        switch policy {
        case .whole: return nil
        case .first: return blocks.first
        case .last: return blocks.last
        case .entryPoint: return blocks.last { defines($0.code) } ?? blocks.last
        case .auto:
            return blocks.last { defines($0.code) } ?? blocks.first { definesAnything($0.code) }
                ?? blocks.first
        }
    }

    /// Whether code defines the entry point, as a function or as a type.
    private func defines(_ code: String) -> Bool {
        guard let entryPoint, code.contains(entryPoint) else { return false }
        let source = Tokenizer.tokenize(Array(code.utf8), grammar)
        if let metrics = SourceMetrics(of: source, in: grammar),
            metrics.functions.contains(where: { $0.name == entryPoint || $0.name == "$" + entryPoint })
        {
            return true
        }
        for (index, token) in source.tokens.enumerated().dropLast() {
            switch token.keyword {
            case .class, .struct, .interface, .record, .trait, .module, .package, .const, .let, .var:
                if source.text(of: source.tokens[index + 1]) == entryPoint { return true }
            default: break
            }
        }
        return false
    }

    private func definesAnything(_ code: String) -> Bool {
        SourceMetrics(of: code, in: grammar)?.functions.isEmpty == false
    }

    // MARK: - Without fences

    private static let refusals = [
        "i'm sorry", "i am sorry", "sorry,", "i cannot", "i can't", "i can’t", "i’m sorry", "i'm unable",
        "i am unable",
        "as an ai", "i won't", "i will not", "unfortunately, i",
    ]

    private func unfenced(_ answer: String) -> (code: String, rule: ExtractedCode.Rule) {
        let lines = AnswerLines.split(answer)
        guard lines.contains(where: { !AnswerLines.trimmed($0).isEmpty }) else { return (answer, .empty) }
        // A completion goes on inside a function: its first line is code even where it reads like words.
        let first = lines.first { !AnswerLines.trimmed($0).isEmpty } ?? ""
        let begins = AnswerLines.trimmed(first).lowercased()
        if Self.refusals.contains(where: begins.hasPrefix), !definesAnything(answer) {
            return (answer, .refusal)
        }
        guard policy == .auto, definesAnything(answer) else { return (answer, .whole) }
        var kept = lines[...]
        while let line = kept.first, isProse(line) || AnswerLines.trimmed(line).isEmpty {
            kept = kept.dropFirst()
        }
        while let line = kept.last, isProse(line) || AnswerLines.trimmed(line).isEmpty {
            kept = kept.dropLast()
        }
        let hasProse =
            lines.prefix(kept.startIndex).contains(where: isProse)
            || lines[kept.endIndex...].contains(where: isProse)
        guard hasProse, !kept.isEmpty else { return (answer, .whole) }
        return (kept.map { $0 + "\n" }.joined(), .withoutProse)
    }

    /// Whether a line is a sentence: four words or more, none of the marks of code, an end as sentences have it.
    private func isProse(_ line: Substring) -> Bool {
        guard line.first != " ", line.first != "\t" else { return false }
        let text = AnswerLines.trimmed(line)
        guard let last = text.last, let first = text.first, first.isLetter, ".:!?".contains(last) else {
            return false
        }
        let words = text.split(separator: " ")
        guard words.count >= 4, !text.contains(where: { "={}[];<>".contains($0) }) else { return false }
        return words.count { $0.allSatisfy { $0.isLetter || "'’,.-:!?`()".contains($0) } } * 5 >= words.count
            * 4
            && grammar.words.keyword(Array(words[0].utf8), 0..<words[0].utf8.count) == .name
    }

    // MARK: - The prompt's code

    private func related(_ found: (code: String, rule: ExtractedCode.Rule), blocks: Int) -> ExtractedCode {
        var result = ExtractedCode(
            code: found.code,
            rule: found.rule,
            relation: .alone,
            blocks: blocks,
            isProgram: codePrompt == nil
        )
        guard let prompt = codePrompt, found.rule != .refusal, found.rule != .empty else { return result }
        result.relation = .continues
        let start = AnswerLines.split(prompt).prefix { AnswerLines.trimmed($0).isEmpty }.map { $0 + "\n" }
            .joined()
        for text in [prompt, String(prompt.dropFirst(start.count))] where !text.isEmpty {
            let code = String(result.code.drop { $0 == "\n" })
            guard code.hasPrefix(text) else { continue }
            result.code = String(code.dropFirst(text.count))
            result.relation = .repeats
            return result
        }
        if defines(result.code) {
            result.code = preamble(of: prompt) + result.code
            result.relation = .redefines
            result.isProgram = true
            return result
        }
        if case .indentation? = grammar.structure?.blocks, let indented = indented(result.code) {
            result.code = indented
            result.relation = .fills
        }
        return result
    }

    /// What stands in a prompt before the function it begins: imports and helpers.
    private func preamble(of prompt: String) -> String {
        let source = Tokenizer.tokenize(Array(prompt.utf8), grammar)
        guard let entryPoint,
            let function = SourceMetrics(of: source, in: grammar)?.functions.last(where: {
                $0.name == entryPoint
            })
        else { return "" }
        return AnswerLines.split(prompt).prefix(function.firstLine - 1).map { $0 + "\n" }.joined()
    }

    /// A body whose first line stands at the margin, moved to where a function's body stands; nil for other code.
    private func indented(_ code: String) -> String? {
        let source = Tokenizer.tokenize(Array(code.utf8), grammar)
        guard let first = source.tokens.first(where: { $0.kind != .comment }), isAtMargin(first, source),
            ![.func, .class, .import].contains(first.keyword), source.text(of: first) != "from",
            source.text(of: first) != "@"
        else { return nil }
        var inside: Set<Int> = []
        for token in source.tokens where token.kind == .text {
            let last = Int(token.line) + source.bytes[token.range].count { $0 == newline }
            if last > Int(token.line) { inside.formUnion(Int(token.line) + 1...last) }
        }
        let lines = AnswerLines.split(code)
        return lines.enumerated().map { number, line in
            line.isEmpty || inside.contains(number + 1) ? String(line) : "    " + line
        }.joined(separator: "\n")
    }

    private func isAtMargin(_ token: Token, _ source: TokenizedSource) -> Bool {
        token.start == 0 || source.bytes[Int(token.start) - 1] == newline
    }
}
