import Foundation
import HarnessCore
import Scoring

/// Finds a policy by name or path; never in the environment, which a CI job can change unseen.
enum GatePolicySource {
    /// A larger file is no policy.
    private static let maximumBytes = 1 << 20

    /// The policy of this name: in `evalharness.yaml`, then a file of this path, then one that is installed.
    static func find(_ name: String, in context: CommandContext) throws(HarnessError) -> GatePolicy {
        if let policy = context.configuration.gates[name] { return policy }
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            let url = URL(fileURLWithPath: name, relativeTo: context.folder).absoluteURL.standardizedFileURL
            let title = url.deletingPathExtension().lastPathComponent
            if let policy = try read(url, name: title) { return policy }
            throw HarnessError(.noInput, "there is no policy file here", at: url.path)
        }
        // A name is part of a path from here on.
        let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        let folder = try context.home().appending(path: "gates")
        if isPlain, let policy = try read(folder.appending(path: "\(name).yaml"), name: name) {
            return policy
        }
        let known = (context.configuration.gates.keys.map(\.self) + installed(folder)).sorted()
        let nearest = Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"? " } ?? ""
        throw HarnessError(
            .noInput,
            "there is no policy \"\(name)\"",
            remedy: nearest + "known: " + known.joined(separator: ", ")
                + "; your own goes under \"gate:\" in evalharness.yaml"
        )
    }

    private static func installed(_ folder: URL) -> [String] {
        // A folder that cannot be listed has nothing to suggest.
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }

    private static func read(_ url: URL, name: String) throws(HarnessError) -> GatePolicy? {
        guard let handle = FileHandle(forReadingAtPath: url.path) else { return nil }
        defer { try? handle.close() }
        var content = Data()
        do {
            content = try handle.read(upToCount: maximumBytes) ?? Data()
        } catch {
            throw HarnessError(.badConfiguration, "cannot be read", at: url.path)
        }
        guard let text = String(data: content, encoding: .utf8) else {
            throw HarnessError(.badConfiguration, "cannot be read as UTF-8 text", at: url.path)
        }
        guard let root = try NodeReader.compose(text, path: url.path) else {
            throw HarnessError(.badConfiguration, "the policy is empty", at: url.path)
        }
        let reader = NodeReader(path: url.path, folder: url.deletingLastPathComponent())
        return try GatePolicyReader(reader: reader).policy(
            try reader.entries(of: root, named: "the policy"),
            name: name
        )
    }
}
