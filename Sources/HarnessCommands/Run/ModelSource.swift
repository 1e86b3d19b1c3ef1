import Foundation
import HarnessCore

/// Where the samples of a model are.
struct ModelSource: Sendable, Hashable {
    var name: String
    /// As its author wrote it; nil where nobody says.
    var version: String?
    /// A samples file or folder.
    var samples: URL
    /// What the store records: `bundled:v2`, or the path.
    var origin: String

    /// Finds a model by name: in the configuration first, then among the bundled ones.
    ///
    /// - Throws: `noInput` where there is no such model, `usage` for a name that is none.
    static func find(
        _ name: String,
        configuration: Configuration,
        home: URL
    ) throws(HarnessError) -> ModelSource {
        if let entry = configuration.models[name] {
            return ModelSource(
                name: name,
                version: entry.version,
                samples: entry.samples,
                origin: entry.samples.path
            )
        }
        let bundled = home.appending(path: "models")
        // The name becomes part of a path: it must stay one plain component of it.
        let isPlain = name.unicodeScalars.allSatisfy {
            $0.isASCII
                && ($0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "._-".unicodeScalars.contains($0))
        }
        let folder = bundled.appending(path: name, directoryHint: .isDirectory)
        guard isPlain, !name.isEmpty, !name.hasPrefix("."),
            FileManager.default.fileExists(atPath: folder.appending(path: definitionName).path)
        else {
            let known = (bundledNames(in: bundled) + configuration.models.keys).sorted()
            let list = known.isEmpty ? "" : "models here: " + known.joined(separator: ", ") + "; "
            let nearest = Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"? " } ?? ""
            throw HarnessError(
                .noInput,
                "there is no model \"\(name)\"",
                at: bundled.path,
                remedy: nearest + list + "add your own under \"models:\" in evalharness.yaml, or use "
                    + "\"evalharness score FILE --model \(name)\""
            )
        }
        return try bundledModel(name, folder: folder)
    }

    private static let definitionName = "model.yaml"

    private static func bundledNames(in folder: URL) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter {
            FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/\(definitionName)").path)
        }
    }

    private static func bundledModel(_ name: String, folder: URL) throws(HarnessError) -> ModelSource {
        let definition = folder.appending(path: definitionName)
        let text: String
        do {
            text = try String(contentsOf: definition, encoding: .utf8)
        } catch {
            throw HarnessError(.badConfiguration, "cannot be read as UTF-8 text", at: definition.path)
        }
        let reader = NodeReader(path: definition.path, folder: folder)
        var version: String?
        var samples = folder.appending(path: "samples.jsonl")
        if let root = try NodeReader.compose(text, path: definition.path) {
            for field in try reader.entries(of: root, named: "the model") {
                switch field.key {
                // For people.
                case "name", "description", "provider": _ = try reader.text(field)
                case "version": version = try reader.text(field)
                case "samples": samples = try reader.url(field)
                default:
                    throw reader.unknownKey(
                        field,
                        known: ["name", "description", "provider", "version", "samples"]
                    )
                }
            }
        }
        return ModelSource(
            name: name,
            version: version,
            samples: samples,
            origin: "bundled:\(name)"
        )
    }
}
