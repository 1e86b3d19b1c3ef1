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
        let arguments = definition.probe.map { $0.replacing("{folder}", with: folder.path) }
        guard let output = await ProbeProcess.output(of: executable, arguments: arguments) else {
            return .failure(Refusal(reason: "does not run"))
        }
        var facts: [String: [String]] = [:]
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2 else { continue }
            facts[String(words[0]), default: []].append(String(words[1]))
        }
        guard let version = facts["version"]?.first, let number = VersionNumber(version),
            let build = facts["build"]?.first, let program = facts["executable"]?.first
        else { return .failure(Refusal(reason: "does not describe itself")) }
        guard let minimum = VersionNumber(definition.minimumVersion), number >= minimum else {
            return .failure(Refusal(reason: "version \(version) is older than \(definition.minimumVersion)"))
        }
        guard let content = try? Data(contentsOf: URL(filePath: program), options: .alwaysMapped) else {
            return .failure(Refusal(reason: "\(program) cannot be read"))
        }
        let extra = definition.extraPaths.filter { FileManager.default.fileExists(atPath: $0) }
        return .success(
            Toolchain(
                version: version,
                executable: program,
                readOnlyPaths: (facts["path"] ?? []) + extra,
                digest: ContentHash(ofParts: [build, program, ContentHash(of: content).hexadecimal])
            )
        )
    }
}
