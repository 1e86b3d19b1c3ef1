package import HarnessCore

/// Tells code from sentences by the look of an answer's lines.
///
/// Only consulted where the answer already failed, to say why; it never fails one.
package enum SourceText {
    /// Lines that are looked at; a longer answer is judged by its start.
    static let maximumLines = 400
    /// Scalars that are looked at.
    static let maximumScalars = 100_000

    /// Whether nothing is left once blank lines, comments and code fences are taken away.
    package static func isWithoutCode(
        _ text: String,
        comments: CommentForm = CommentForm(line: ["#"], block: [])
    ) -> Bool {
        let marks = comments.line.map { Array($0.unicodeScalars) }
        let block = comments.block.count == 2 ? comments.block.map { Array($0.unicodeScalars) } : nil
        var isInBlock = false
        // Line by line, because an answer may have millions of them and the first usually decides.
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(where: isNewline) ?? rest.endIndex
            var content = trimmed(rest[..<end])
            rest = rest[end...].dropFirst()
            while let block, !content.isEmpty, isInBlock || content.starts(with: block[0]) {
                // The end of a comment is not looked for in its own beginning: `/*/` is open.
                let inner = isInBlock ? content : content.dropFirst(block[0].count)
                guard let close = inner.firstRange(of: block[1]) else {
                    isInBlock = true
                    content = inner[inner.endIndex...]
                    break
                }
                isInBlock = false
                content = trimmed(inner[close.upperBound...])
            }
            if content.isEmpty || marks.contains(where: content.starts(with:)) || isFence(content) {
                continue
            }
            return false
        }
        return true
    }

    /// Whether the answer reads as sentences: words, and at most one line of code per four of prose.
    ///
    /// A definition or an import at the start of a line is code beyond doubt, so one of them decides.
    package static func isProse(_ text: String) -> Bool {
        var codeLines = 0
        var proseLines = 0
        var proseWords = 0
        let start = text.unicodeScalars.prefix(maximumScalars)
        for line in start.split(maxSplits: maximumLines, whereSeparator: isNewline).prefix(maximumLines) {
            let content = trimmed(line)
            if content.isEmpty || content.first == "#" || isFence(content) { continue }
            switch LineKind(of: String(String.UnicodeScalarView(content.prefix(1000)))) {
            case .definition: return false
            case .code: codeLines += 1
            case .prose(let words):
                proseLines += 1
                proseWords += words
            case .neither: break
            }
        }
        return proseWords >= 4 && codeLines * 4 <= proseLines
    }

    private typealias Line = Substring.UnicodeScalarView

    private static func isNewline(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

    private static func trimmed(_ line: Line) -> Line {
        var content = line
        while let first = content.first, first.properties.isWhitespace { content.removeFirst() }
        while let last = content.last, last.properties.isWhitespace { content.removeLast() }
        return content
    }

    private static func isFence(_ line: Line) -> Bool {
        line.starts(with: "```".unicodeScalars) || line.starts(with: "~~~".unicodeScalars)
    }
}

/// What a trimmed, non-empty line looks like.
enum LineKind: Hashable {
    /// A function, class or decorator, or an import.
    case definition
    case code
    case prose(words: Int)
    /// A lone word, a number, a rule of dashes: no evidence for either.
    case neither

    private static let blockWords: Set<String> = [
        "if", "for", "while", "else", "elif", "try", "except", "with", "finally", "match", "case", "async",
    ]
    private static let statementWords: Set<String> = [
        "return", "raise", "yield", "del", "assert", "global", "nonlocal", "await", "lambda", "print",
    ]

    /// Words that join the parts of an expression.
    private static let expressionWords: Set<String> = [
        "if", "else", "for", "in", "is", "and", "or", "not", "None", "True", "False",
    ]

    init(of line: String) {
        let bare = Self.withoutInlineCode(line)
        let words = bare.split { $0 == " " || $0 == "\t" }.map(String.init)
        let first = words.first ?? ""
        if Self.isDefinition(line, first: first, words: words) {
            self = .definition
        } else if Self.isCode(bare, first: first, words: words) {
            self = .code
        } else {
            let spoken = words.count(where: Self.isWord)
            self = spoken >= 2 ? .prose(words: spoken) : .neither
        }
    }

    /// Drops `spans` in backticks: prose about code quotes it.
    private static func withoutInlineCode(_ line: String) -> String {
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        // An even number of ticks leaves an odd number of parts; every second one was quoted.
        guard parts.count > 1, !parts.count.isMultiple(of: 2) else { return line }
        return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
            .joined(separator: "code")
    }

    private static func isDefinition(_ line: String, first: String, words: [String]) -> Bool {
        switch first {
        case "def", "class": line.contains(":") || line.contains("(")
        case "import":
            words.count == 2 || (words.count == 4 && words[2] == "as") || words[1...].joined().contains(",")
        case "from": words.count >= 4 && words[2] == "import"
        case "#include", "<?php": true
        case let word where otherDefinitions.contains(word):
            words.count >= 2 && (line.hasSuffix("{") || line.hasSuffix(";") || line.hasSuffix("}"))
        default: line.hasPrefix("@") && words.count == 1
        }
    }

    /// Words that begin definitions in languages whose lines end with a brace or a semicolon.
    private static let otherDefinitions: Set<String> = [
        "package", "using", "use", "function", "fn", "func", "fun", "pub", "public", "private", "static",
        "final", "struct", "enum", "impl", "interface", "record", "type", "const", "let", "var", "sub",
        "namespace", "template", "export", "require",
    ]

    private static func isCode(_ line: String, first: String, words: [String]) -> Bool {
        if [";", "{", "}"].contains(where: line.hasSuffix), !isSentence(line, words) { return true }
        let opener = first.hasSuffix(":") ? String(first.dropLast()) : first
        if blockWords.contains(opener), line.hasSuffix(":") { return true }
        if ["pass", "break", "continue"].contains(line) { return true }
        if statementWords.contains(first) {
            let rest = words.dropFirst()
            let spoken = rest.count { isWord($0) && $0.count > 1 && !expressionWords.contains($0) }
            if spoken <= 2 || !rest.allSatisfy(isWord) { return true }
        }
        if isSentence(line, words) { return false }
        return hasAssignment(words) || hasCall(line)
    }

    /// Whether a line is words for the most part and ends as sentences do, though it may quote a call.
    private static func isSentence(_ line: String, _ words: [String]) -> Bool {
        guard words.count >= 4, let last = line.last, ".!?:,".contains(last) else { return false }
        return words.count(where: isWord) * 10 >= words.count * 7
    }

    /// Whether an operator of assignment or comparison stands between two parts.
    private static func hasAssignment(_ words: [String]) -> Bool {
        let operators: Set<String> = [
            "=", "==", "+=", "-=", "*=", "/=", "//=", "%=", "!=", "<=", ">=", ":=", "->",
        ]
        if words.contains(where: operators.contains) { return true }
        // `x=1`, without blanks.
        return words.contains { word in
            guard let sign = word.firstIndex(of: "="), sign != word.startIndex else { return false }
            return word[..<sign].allSatisfy { $0.isLetter || $0.isNumber || "_.[]".contains($0) }
        }
    }

    /// Whether a name is followed at once by a bracket: `f(x)`, `a[i]`.
    private static func hasCall(_ line: String) -> Bool {
        var previous: Character = " "
        for character in line {
            if character == "(" || character == "[", previous.isLetter || previous.isNumber || previous == "_"
            {
                return true
            }
            previous = character
        }
        return false
    }

    /// Whether this is a word of a sentence: letters, with the marks that may stand around them.
    private static func isWord(_ word: String) -> Bool {
        let core = word.drop { "\"'(*_".contains($0) }
        var letters = Substring(core)
        while let last = letters.last, ".,;:!?\"')*_".contains(last) { letters.removeLast() }
        return !letters.isEmpty && letters.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
    }
}
