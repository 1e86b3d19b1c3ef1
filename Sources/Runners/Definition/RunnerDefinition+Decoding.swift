import Foundation
import HarnessCore
import Yams

extension RunnerDefinition {
    /// Decodes a definition strictly: an unknown key or a value that cannot be is an error with its place.
    static func decode(_ text: String, file: URL) throws(HarnessError) -> RunnerDefinition {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw invalid("not YAML: \(error)", at: file.path)
        }
        guard let node, let mapping = node.mapping else { throw invalid("not a mapping", at: file.path) }
        for (key, _) in mapping {
            let name = key.string ?? ""
            guard CodingKeys(rawValue: name) != nil else {
                throw invalid("unknown key \"\(name)\"", at: place(of: key, in: file))
            }
        }
        let definition: RunnerDefinition
        do {
            definition = try YAMLDecoder().decode(RunnerDefinition.self, from: text)
        } catch let error as DecodingError {
            throw invalid(explanation(of: error), at: place(of: nearest(to: error, in: node), in: file))
        } catch {
            throw invalid("\(error)", at: file.path)
        }
        try definition.validate { key, rule throws(HarnessError) in
            throw invalid("\(key.rawValue): \(rule)", at: place(of: mapping[Node(key.rawValue)], in: file))
        }
        return definition
    }

    private static func place(of node: Node?, in file: URL) -> String {
        guard let line = node?.mark?.line else { return file.path }
        return "\(file.path):\(line)"
    }

    private static func invalid(_ message: String, at location: String) -> HarnessError {
        HarnessError(
            .badConfiguration,
            message,
            at: location,
            remedy: "Known keys: \(CodingKeys.allCases.map(\.rawValue).joined(separator: ", ")). "
                + "runners/README.md explains them."
        )
    }

    /// The innermost node on the way to what could not be decoded; for a key that is not there its owner.
    private static func nearest(to error: DecodingError, in root: Node) -> Node? {
        var node = root
        var isBelowRoot = false
        for key in path(of: error) {
            if let index = key.intValue, case .sequence(let items) = node, items.indices.contains(index) {
                node = items[index]
            } else if case .mapping(let mapping) = node,
                let pair = mapping.first(where: { $0.key.string == key.stringValue })
            {
                node = pair.value
            } else {
                break
            }
            isBelowRoot = true
        }
        return isBelowRoot ? node : nil
    }

    private static func path(of error: DecodingError) -> [any CodingKey] {
        switch error {
        case .keyNotFound(_, let context), .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            context.codingPath
        @unknown default: []
        }
    }

    private static func explanation(of error: DecodingError) -> String {
        let path = path(of: error).map { $0.intValue.map { "[\($0 + 1)]" } ?? $0.stringValue }
        let place = path.isEmpty ? "the file" : path.joined(separator: ".")
        switch error {
        case .keyNotFound(let key, _): return "\(place): missing key \"\(key.stringValue)\""
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            return "\(place): \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
