/// Cuts a template into texts and tags.
struct TemplateScanner {
    enum Token: Hashable {
        case text(String)
        case value(String)
        case open(name: String, separator: String, isInverted: Bool)
        case close(String)
    }

    private var rest: Substring

    init(_ text: String) { rest = Self.withoutTagLines(text)[...] }

    /// The next text or tag; nil at the end.
    mutating func next() throws(Template.Fault) -> Token? {
        guard !rest.isEmpty else { return nil }
        let start = rest.firstRange(of: "{{")?.lowerBound ?? rest.endIndex
        guard start == rest.startIndex else {
            defer { rest = rest[start...] }
            return .text(String(rest[..<start]))
        }
        guard let end = rest.firstRange(of: "}}") else { throw Template.Fault(message: "{{ without }}") }
        let content = rest[rest.index(start, offsetBy: 2)..<end.lowerBound]
        rest = rest[end.upperBound...]
        return try tag(content)
    }

    private func tag(_ content: Substring) throws(Template.Fault) -> Token {
        guard let mark = content.first, Self.marks.contains(mark) else { return .value(try name(content)) }
        let inner = content.dropFirst()
        if mark == "/" { return .close(try name(inner)) }
        guard let quote = inner.firstIndex(of: "\"") else {
            return .open(name: try name(inner), separator: "", isInverted: mark == "^")
        }
        let separator = inner[inner.index(after: quote)...]
        guard mark == "#", separator.last == "\"" else {
            throw Template.Fault(message: "{{\(content)}}: a separator stands in quotes after a list's name")
        }
        return .open(
            name: try name(inner[..<quote]),
            separator: String(separator.dropLast()).replacing("\\n", with: "\n"),
            isInverted: false
        )
    }

    private func name(_ text: Substring) throws(Template.Fault) -> String {
        let name = text.drop { $0 == " " }.prefix { $0 != " " }
        let isName =
            !name.isEmpty
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            && text[name.endIndex...].allSatisfy { $0 == " " }
        guard isName else { throw Template.Fault(message: "{{\(text)}} holds no name") }
        return String(name)
    }

    private static let marks: Set<Character> = ["#", "^", "/"]

    /// Takes away what is around section tags that have a line to themselves: its blanks and its end.
    private static func withoutTagLines(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var result = ""
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            if let tags = onlyTags(line) { result += tags } else { result += line + (isLast ? "" : "\n") }
        }
        return result
    }

    /// The section tags of a line without the blanks around them; nil where it holds anything else.
    private static func onlyTags(_ line: Substring) -> String? {
        var rest = line
        var tags = ""
        while true {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
            if rest.isEmpty { return tags.isEmpty ? nil : tags }
            guard rest.hasPrefix("{{"), let mark = rest.dropFirst(2).first, marks.contains(mark),
                let end = rest.firstRange(of: "}}")
            else { return nil }
            tags += rest[..<end.upperBound]
            rest = rest[end.upperBound...]
        }
    }
}
