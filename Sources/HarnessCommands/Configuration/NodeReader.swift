import Foundation
import HarnessCore
import Yams

/// Reads YAML nodes as the text that was written, with the line of each.
struct NodeReader {
    /// The file the nodes are from, for messages.
    var path: String
    /// What relative paths in the file are relative to.
    var folder: URL

    struct Entry {
        var key: String
        var value: Node
        /// `file:line` of the key.
        var location: String
    }

    func entries(of node: Node, named name: String) throws(HarnessError) -> [Entry] {
        if case .scalar(let scalar) = node, scalar.string.isEmpty || scalar.string == "null" { return [] }
        guard case .mapping(let mapping) = node else {
            throw HarnessError(
                .badConfiguration,
                "\(name) must be a mapping of names to values",
                at: location(of: node)
            )
        }
        var entries: [Entry] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw HarnessError(.badConfiguration, "a key of \(name) is not text", at: location(of: key))
            }
            entries.append(Entry(key: scalar.string, value: value, location: location(of: key)))
        }
        return entries
    }

    func text(_ entry: Entry) throws(HarnessError) -> String {
        guard case .scalar(let scalar) = entry.value, !scalar.string.isEmpty else {
            throw HarnessError(.badConfiguration, "\(entry.key) must be one value", at: entry.location)
        }
        return scalar.string
    }

    func url(_ entry: Entry) throws(HarnessError) -> URL {
        URL(fileURLWithPath: try text(entry), relativeTo: folder).absoluteURL.standardizedFileURL
    }

    func setting(_ entry: Entry, key: SettingKey) throws(HarnessError) -> Setting {
        let origin = Setting.Origin.file(location: entry.location)
        if key.isPath { return Setting(text: try url(entry).path, origin: origin) }
        if case .sequence(let items) = entry.value {
            var parts: [String] = []
            for item in items {
                guard case .scalar(let scalar) = item else {
                    throw HarnessError(
                        .badConfiguration,
                        "\(entry.key) must be a list of plain values",
                        at: location(of: item)
                    )
                }
                parts.append(scalar.string)
            }
            return Setting(text: parts.joined(separator: ","), origin: origin)
        }
        return Setting(text: try text(entry), origin: origin)
    }

    func unknownKey(_ entry: Entry, in section: String? = nil, known: [String]) -> HarnessError {
        let place = section.map { " in \($0)" } ?? ""
        let list = "known keys: " + known.joined(separator: ", ")
        let remedy = Suggestion.nearest(to: entry.key, among: known).map { "did you mean \"\($0)\"? \(list)" }
        return HarnessError(
            .badConfiguration,
            "unknown key \"\(entry.key)\"\(place)",
            at: entry.location,
            remedy: remedy ?? list
        )
    }

    func missing(_ key: String, in section: String, at entry: Entry, example: String) -> HarnessError {
        HarnessError(
            .badConfiguration,
            "\(section) has no \"\(key)\"",
            at: entry.location,
            remedy: "add a line such as \"\(example)\""
        )
    }

    private func location(of node: Node) -> String {
        node.mark.map { "\(path):\($0.line)" } ?? path
    }
}

extension NodeReader {
    /// Reads a text as YAML; nil for an empty one.
    static func compose(_ text: String, path: String) throws(HarnessError) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw HarnessError(.badConfiguration, "not YAML: \(problem)", at: "\(path):\(mark.line)")
            case .duplicatedKeysInMapping(let duplicates, let context):
                let keys = duplicates.map { "\($0)" }.sorted().joined(separator: ", ")
                throw HarnessError(
                    .badConfiguration,
                    "the key \(keys) is given twice",
                    at: "\(path):\(context.mark.line)",
                    remedy: "keep one of them"
                )
            default: throw HarnessError(.badConfiguration, "not YAML: \(error)", at: path)
            }
        } catch {
            throw HarnessError(.badConfiguration, "not YAML: \(error)", at: path)
        }
    }
}
