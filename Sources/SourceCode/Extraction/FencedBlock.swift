/// A block of code between fences in an answer.
package struct FencedBlock: Sendable, Hashable {
    /// The word behind the opening fence, in small letters; empty where there is none.
    package var tag: String
    package var code: String
    /// Whether its closing fence is there.
    package var isClosed: Bool

    /// Every block of an answer, in order (CommonMark 0.31, section 4.5, and what models make of it).
    ///
    /// A fence that opens with a language while another block is open closes that one: models forget to.
    ///
    /// - Complexity: O(n) in the answer's length.
    package static func blocks(in answer: String) -> [FencedBlock] {
        var blocks: [FencedBlock] = []
        var open: (mark: UInt8, count: Int, tag: String, lines: [Substring])?
        func close(isClosed: Bool) {
            guard let block = open else { return }
            let code = block.lines.map { $0 + "\n" }.joined()
            blocks.append(FencedBlock(tag: block.tag, code: code, isClosed: isClosed))
            open = nil
        }
        for line in AnswerLines.split(answer) {
            guard let fence = Fence(line) else {
                open?.lines.append(line)
                continue
            }
            if let block = open {
                let closes = fence.mark == block.mark && fence.count >= block.count && fence.info.isEmpty
                let opensNext = fence.mark == block.mark && !fence.info.isEmpty && fence.count == block.count
                if closes {
                    close(isClosed: true)
                } else if opensNext {
                    close(isClosed: false)
                    open = (fence.mark, fence.count, fence.tag, [])
                } else {
                    open?.lines.append(line)
                }
            } else if let code = fence.codeOnLine {
                blocks.append(FencedBlock(tag: fence.tag, code: code + "\n", isClosed: true))
            } else {
                open = (fence.mark, fence.count, fence.tag, [])
            }
        }
        close(isClosed: false)
        return blocks
    }
}

/// A line that begins with a fence.
private struct Fence {
    var mark: UInt8
    var count: Int
    /// What stands behind the fence, blanks at its ends aside.
    var info: Substring
    /// The code of a block that opens and closes on one line.
    var codeOnLine: String?

    var tag: String { (info.split(separator: " ").first ?? "").lowercased() }

    init?(_ line: Substring) {
        let content = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
        guard let first = content.utf8.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
            return nil
        }
        mark = first
        count = content.utf8.prefix { $0 == first }.count
        guard count >= 3 else { return nil }
        let sign: Character = first == UInt8(ascii: "`") ? "`" : "~"
        info = AnswerLines.trimmed(content.drop { $0 == sign })
        if sign == "`", let end = info.firstIndex(of: "`") {
            guard info[end...].allSatisfy({ $0 == "`" }), info[end...].count >= count else { return nil }
            let inner = info[..<end]
            let words = inner.split(separator: " ", maxSplits: 1)
            codeOnLine =
                words.count == 2 && LanguageTag.language(of: words[0].lowercased()) != nil
                ? String(words[1]) : String(inner)
            info = words.count == 2 ? words[0] : ""
        }
    }
}

/// Lines of an answer as its writer sees them.
enum AnswerLines {
    static func split(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop { $0 == " " || $0 == "\t" }
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line
    }
}

/// What the word behind a fence says of the language.
enum LanguageTag {
    private static let others = [
        "py": "python", "python3": "python", "py3": "python", "js": "javascript", "node": "javascript",
        "jsx": "javascript", "ts": "typescript", "tsx": "typescript", "c++": "cpp", "cc": "cpp",
        "c#": "csharp",
        "cs": "csharp", "golang": "go", "rs": "rust", "rb": "ruby", "pl": "perl",
    ]

    /// The language a tag names; nil for one that names none of them.
    static func language(of tag: String) -> String? { others[tag] ?? (Grammar.named(tag) == nil ? nil : tag) }

    /// Tags of blocks that hold no program: what a terminal shows, data, a difference.
    static let withoutCode: Set<String> = [
        "bash", "sh", "shell", "console", "text", "txt", "plaintext", "output", "json", "yaml", "toml", "xml",
        "html",
        "diff", "markdown", "md", "sql", "makefile", "dockerfile",
    ]
}
