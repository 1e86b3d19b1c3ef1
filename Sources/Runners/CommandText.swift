import HarnessCore

/// Fills the placeholders of a command or of an environment: `{harness}`, `{memory_mb}`, `{javac}`.
struct CommandText {
    var values: [String: String]

    /// Returns the text with its placeholders filled; throws for one that has no value.
    func fill(_ text: String) throws(Fault) -> String {
        var result = ""
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            result += rest[..<brace]
            let tail = rest[brace...].dropFirst()
            if tail.first == rest[brace] {
                result.append(rest[brace])
                rest = tail.dropFirst()
                continue
            }
            guard rest[brace] == "{", let end = tail.firstIndex(of: "}") else {
                throw Fault(message: "\"\(text)\" has a lone brace; write it twice")
            }
            guard let value = values[String(tail[..<end])] else {
                throw Fault(message: "\"\(text)\": {\(tail[..<end])} has no value")
            }
            result += value
            rest = tail[end...].dropFirst()
        }
        return result + rest
    }

    struct Fault: Error, Hashable {
        var message: String
    }
}
