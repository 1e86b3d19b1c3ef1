import Foundation
package import HarnessCore

extension Runner {
    /// Finds the language on this machine; throws when it is missing, too old or does not answer.
    ///
    /// Tries the definition's executables in order and takes the first that describes itself well enough.
    package func toolchain(
        searchPath: String? = ProcessInfo.processInfo.environment["PATH"]
    ) async throws(HarnessError) -> Toolchain {
        var refusals: [String] = []
        for candidate in definition.executables {
            guard let executable = Self.locate(candidate, searchPath: searchPath ?? "") else {
                refusals.append("\(candidate): not found")
                continue
            }
            switch await probe(executable) {
            case .success(let toolchain): return toolchain
            case .failure(let refusal): refusals.append("\(executable): \(refusal.reason)")
            }
        }
        throw HarnessError(
            .unavailable,
            "\(displayName) \(definition.minimumVersion) or newer is not available",
            at: refusals.joined(separator: "; "),
            remedy: definition.installHint
        )
    }

    private struct Refusal: Error {
        var reason: String
    }

    private static func locate(_ name: String, searchPath: String) -> String? {
        if name.hasPrefix("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
        return searchPath.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private func probe(_ executable: String) async -> Result<Toolchain, Refusal> {
        let fill = { (word: String) in
            word.replacing("{folder}", with: folder.path).replacing("{executable}", with: executable)
        }
        let command = definition.probeCommand.map(fill)
        let output = await ProbeProcess.output(
            of: command.first ?? executable,
            arguments: command.isEmpty ? definition.probe.map(fill) : Array(command.dropFirst())
        )
        guard let output else { return .failure(Refusal(reason: "does not run")) }
        return Result { () throws(Refusal) in try toolchain(from: ProbeFacts(output)) }
    }

    private func toolchain(from facts: ProbeFacts) throws(Refusal) -> Toolchain {
        guard facts.missing.isEmpty else {
            throw Refusal(reason: "not installed: \(facts.missing.joined(separator: ", "))")
        }
        guard let version = facts["version"].first, let number = VersionNumber(version),
            let build = facts["build"].first, let program = facts["executable"].first
        else { throw Refusal(reason: "does not describe itself") }
        guard let minimum = VersionNumber(definition.minimumVersion), number >= minimum else {
            throw Refusal(reason: "version \(version) is older than \(definition.minimumVersion)")
        }
        guard let content = try? Data(contentsOf: URL(filePath: program), options: .alwaysMapped) else {
            throw Refusal(reason: "\(program) cannot be read")
        }
        let extra = definition.extraPaths.filter { FileManager.default.fileExists(atPath: $0) }
        var identity = [build, program, ContentHash(of: content).hexadecimal]
        for (name, value) in facts.definitions.sorted(by: { $0.key < $1.key }) {
            identity += [name, value, Self.fileIdentity(value)]
        }
        return Toolchain(
            version: version,
            executable: program,
            readOnlyPaths: ReadOnlyPaths.reduced(facts["path"] + extra),
            digest: ContentHash(ofParts: identity),
            values: facts.definitions
        )
    }

    /// What changes when a file does, without reading it: compilers have files of hundreds of megabytes.
    private static func fileIdentity(_ path: String) -> String {
        guard path.hasPrefix("/"), let facts = try? FileManager.default.attributesOfItem(atPath: path),
            facts[.type] as? FileAttributeType == .typeRegular
        else { return "" }
        let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(facts[.size] as? Int ?? 0) bytes, changed \(changed)"
    }
}

/// What a probe prints: one fact a line, its word first.
private struct ProbeFacts {
    private var facts: [String: [String]] = [:]

    init(_ output: String) {
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { continue }
            facts[String(words[0]), default: []].append(String(words[1]))
        }
    }

    subscript(word: String) -> [String] { facts[word] ?? [] }

    var missing: [String] { self["missing"] }

    /// `define NAME VALUE`; of a repeated name the last counts.
    var definitions: [String: String] {
        var values: [String: String] = [:]
        for line in self["define"] {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            values[words[0]] = words.count == 2 ? words[1] : ""
        }
        return values
    }
}

/// Paths that a sandbox shows, brought to a form that it can mount.
enum ReadOnlyPaths {
    /// Resolves the top folder where it is a link, drops what lies below another path, keeps the order.
    ///
    /// On merged systems `/lib` is a link to `/usr/lib`: the sandbox has the same link.
    static func reduced(_ paths: [String]) -> [String] {
        var resolved: [String] = []
        for path in paths {
            let real = resolvingTop(of: path)
            if !resolved.contains(real) { resolved.append(real) }
        }
        return resolved.filter { path in
            !resolved.contains { $0 != path && path.hasPrefix($0 + "/") }
        }
    }

    private static func resolvingTop(of path: String) -> String {
        let parts = path.split(separator: "/", maxSplits: 1)
        guard let top = parts.first,
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/\(top)")
        else { return path }
        let folder = target.hasPrefix("/") ? target : "/" + target
        return parts.count == 2 ? "\(folder)/\(parts[1])" : folder
    }
}
