import Foundation
import HarnessCore
import Scoring
import Yams

/// One `evalharness.yaml`, read without guessing types: every scalar keeps the text that was written.
struct ConfigurationFile: Sendable {
    var path: String
    var settings: [SettingKey: Setting]
    var models: [String: ModelEntry]
    var suites: [String: SuiteEntry]
    var gates: [String: GatePolicy]

    /// A model whose samples somebody has generated.
    struct ModelEntry: Sendable, Hashable {
        /// A samples file or folder.
        var samples: URL
        /// As written: `1.10` is not 1.1.
        var version: String?
        var location: String
    }

    /// A suite of somebody else.
    struct SuiteEntry: Sendable, Hashable {
        /// A file in HumanEval's form.
        var file: URL
        var location: String
    }

    /// Reads a file; nil where there is none and none was asked for.
    ///
    /// - Throws: `badConfiguration` with file and line for anything the product does not know.
    static func read(_ url: URL, isRequired: Bool) throws(HarnessError) -> ConfigurationFile? {
        guard FileManager.default.fileExists(atPath: url.path) else {
            guard isRequired else { return nil }
            throw HarnessError(
                .noInput,
                "there is no configuration file here",
                at: url.path,
                remedy: "leave --config out, or name a file that exists"
            )
        }
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw HarnessError(.badConfiguration, "cannot be read as UTF-8 text", at: url.path)
        }
        return try ConfigurationFile(text: text, url: url)
    }

    init(text: String, url: URL) throws(HarnessError) {
        path = url.path
        settings = [:]
        models = [:]
        suites = [:]
        gates = [:]
        guard let root = try NodeReader.compose(text, path: path) else { return }
        let reader = NodeReader(path: path, folder: url.deletingLastPathComponent())
        for entry in try reader.entries(of: root, named: "the configuration") {
            switch entry.key {
            case "store": settings[.store] = try reader.setting(entry, key: .store)
            case "run", "sandbox", "limits": try readSection(entry, reader)
            case "models":
                for model in try reader.entries(of: entry.value, named: "models") {
                    models[model.key] = try Self.model(model, reader)
                }
            case "suites":
                for suite in try reader.entries(of: entry.value, named: "suites") {
                    suites[suite.key] = try Self.suite(suite, reader)
                }
            case "gate":
                for gate in try reader.entries(of: entry.value, named: "gate") {
                    let fields = try reader.entries(of: gate.value, named: "gate.\(gate.key)")
                    gates[gate.key] = try GatePolicyReader(reader: reader).policy(fields, name: gate.key)
                }
            default:
                throw reader.unknownKey(
                    entry,
                    known: ["store", "run", "sandbox", "limits", "models", "suites", "gate"]
                )
            }
        }
    }

    // MARK: - Sections

    private mutating func readSection(_ section: NodeReader.Entry, _ reader: NodeReader) throws(HarnessError)
    {
        let known = SettingKey.allCases.filter { $0.rawValue.hasPrefix(section.key + ".") }
        for entry in try reader.entries(of: section.value, named: section.key) {
            guard let key = known.first(where: { $0.rawValue == "\(section.key).\(entry.key)" }) else {
                let names = known.map { String($0.rawValue.dropFirst(section.key.count + 1)) }
                throw reader.unknownKey(entry, in: section.key, known: names)
            }
            settings[key] = try reader.setting(entry, key: key)
        }
    }

    private static func model(
        _ entry: NodeReader.Entry,
        _ reader: NodeReader
    ) throws(HarnessError) -> ModelEntry {
        var samples: URL?
        var version: String?
        for field in try reader.entries(of: entry.value, named: "models.\(entry.key)") {
            switch field.key {
            case "samples": samples = try reader.url(field)
            case "version": version = try reader.text(field)
            default:
                throw reader.unknownKey(field, in: "models.\(entry.key)", known: ["samples", "version"])
            }
        }
        guard let samples else {
            throw reader.missing(
                "samples",
                in: "models.\(entry.key)",
                at: entry,
                example: "samples: samples.jsonl"
            )
        }
        return ModelEntry(samples: samples, version: version, location: entry.location)
    }

    private static func suite(
        _ entry: NodeReader.Entry,
        _ reader: NodeReader
    ) throws(HarnessError) -> SuiteEntry {
        var file: URL?
        for field in try reader.entries(of: entry.value, named: "suites.\(entry.key)") {
            guard field.key == "file" else {
                throw reader.unknownKey(field, in: "suites.\(entry.key)", known: ["file"])
            }
            file = try reader.url(field)
        }
        guard let file else {
            throw reader.missing(
                "file",
                in: "suites.\(entry.key)",
                at: entry,
                example: "file: HumanEval.jsonl.gz"
            )
        }
        return SuiteEntry(file: file, location: entry.location)
    }
}
