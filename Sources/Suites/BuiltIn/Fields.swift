import HarnessCore
import Yams

/// A mapping with a fixed set of keys: an unknown key is an error with a suggestion.
struct Fields {
    let file: YAMLFile
    let node: Node
    /// What the mapping describes, for messages: `a case`.
    let subject: String
    private var values: [String: Node] = [:]

    init(_ node: Node, of subject: String, allowed: [String], in file: YAMLFile) throws(HarnessError) {
        self.file = file
        self.node = node
        self.subject = subject
        guard case .mapping(let mapping) = node else {
            throw file.error(
                "\(subject) must be a mapping, not \(node.kind)",
                at: node,
                remedy: "it takes the keys \(allowed.joined(separator: ", "))"
            )
        }
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                throw file.error("a key of \(subject) must be a word, not \(key.kind)", at: key)
            }
            guard allowed.contains(name.string) else {
                throw file.error(
                    "unknown key \(Quoting.quoted(name.string)) in \(subject)",
                    at: key,
                    remedy: Suggestion.remedy(for: name.string, among: allowed)
                        ?? "the keys are \(allowed.joined(separator: ", "))"
                )
            }
            values[name.string] = value
        }
    }

    subscript(key: String) -> Node? { values[key] }

    func required(_ key: String) throws(HarnessError) -> Node {
        guard let value = values[key] else {
            throw file.error("\(subject) lacks the key \"\(key)\"", at: node)
        }
        return value
    }

    /// A word or text under a key, as it stands in the file.
    func text(_ key: String) throws(HarnessError) -> String {
        let value = try required(key)
        guard case .scalar(let scalar) = value, !scalar.string.isEmpty else {
            throw file.error("\"\(key)\" must be a text that is not empty", at: value)
        }
        guard !scalar.string.utf8.contains(0) else {
            throw file.error("\"\(key)\" contains a NUL character", at: value, remedy: "remove it")
        }
        return scalar.string
    }

    /// One of a closed set of words.
    func word<Choice: RawRepresentable & CaseIterable>(
        _ key: String,
        as type: Choice.Type
    ) throws(HarnessError) -> Choice where Choice.RawValue == String {
        let text = try text(key)
        guard let choice = Choice(rawValue: text) else {
            let choices = Choice.allCases.map(\.rawValue)
            throw file.error(
                "unknown \(key) \(Quoting.quoted(text))",
                at: try required(key),
                remedy: Suggestion.remedy(for: text, among: choices)
                    ?? "use one of \(choices.joined(separator: ", "))"
            )
        }
        return choice
    }

    /// The items of a sequence under a key; nil where the key is not there.
    func items(_ key: String) throws(HarnessError) -> [Node]? {
        guard let value = values[key] else { return nil }
        guard case .sequence(let sequence) = value else {
            throw file.error(
                "\"\(key)\" must be a sequence, not \(value.kind)",
                at: value,
                remedy: "write it in brackets: \(key): […]"
            )
        }
        return Array(sequence)
    }
}

extension Node {
    /// What kind of node this is, for messages.
    var kind: String {
        switch self {
        case .scalar(let scalar): Quoting.quoted(scalar.string)
        case .mapping: "a mapping"
        case .sequence: "a sequence"
        case .alias: "an alias"
        }
    }
}
