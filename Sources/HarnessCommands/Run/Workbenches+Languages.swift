import Evaluation
import Foundation
import HarnessCore
import Reporting
import ResultStore
import Runners
import Sandbox

extension Workbenches {
    /// What a run in some languages depends on, and what its record says about them.
    struct Languages: Sendable {
        var identities: ExecutionIdentities
        var toolchains: RunToolchains
        /// Of one language its runner's digest, of several a digest of theirs.
        var runnerDigest: String
        /// Whether some language forks a ready interpreter.
        var isWarm: Bool
        /// Sorted.
        var names: [String]
        /// Languages that nobody asked for by name and that are not on this machine: no part of the rest.
        ///
        /// Sorted.
        var leftOut: [Language]
    }

    /// Looks for the toolchains of some languages and starts the sandbox of one, which proves the level of all.
    ///
    /// With `leavesOutMissing`, a language whose toolchain is not on this machine is left out instead of being one
    /// in which nothing can run.
    /// - Throws: `unavailable` where none of them can run on this machine.
    func languages(
        _ asked: [Language],
        leavesOutMissing: Bool = false
    ) async throws(HarnessError) -> Languages {
        var unavailable: [Language: HarnessError] = [:]
        var toolchains: [Language: Toolchain] = [:]
        // Started together: a probe mostly waits for its process.
        for language in asked { look(for: language) }
        for language in asked {
            do throws(HarnessError) {
                toolchains[language] = try await toolchain(language)
            } catch {
                unavailable[language] = error
            }
        }
        let leftOut = leavesOutMissing ? asked.filter { unavailable[$0]?.code == .unavailable } : []
        guard leftOut.count < asked.count else { throw Self.first(unavailable, of: asked) }
        for language in leftOut { unavailable[language] = nil }
        let asked = asked.filter { !leftOut.contains($0) }
        var isolation: IsolationLevel?
        for language in asked where toolchains[language] != nil && isolation == nil {
            switch await opening(language) {
            case .success(let bench): isolation = bench.pool.isolation
            case .failure(let error):
                unavailable[language] = error
                toolchains[language] = nil
            }
        }
        guard let isolation else { throw Self.first(unavailable, of: asked) }
        require(isolation)
        var identities: [Language: ExecutionIdentity] = [:]
        for (language, toolchain) in toolchains {
            identities[language] = ExecutionIdentity(
                runner: try catalog.runner(for: language).digest.hexadecimal,
                toolchain: toolchain.digest.hexadecimal,
                judging: ProductVersion.text,
                isolation: isolation
            )
        }
        return Languages(
            identities: ExecutionIdentities(
                identities,
                unavailable: unavailable.mapValues(Self.reason),
                isolation: isolation
            ),
            toolchains: RunToolchains(
                Dictionary(uniqueKeysWithValues: asked.map { ($0.rawValue, Self.entry(toolchains[$0])) })
            ),
            runnerDigest: try digest(of: asked),
            isWarm: settings.isWarm
                && asked.contains { (try? catalog.runner(for: $0))?.canStartWarm == true },
            names: asked.map(\.rawValue),
            leftOut: leftOut.sorted()
        )
    }

    private func digest(of languages: [Language]) throws(HarnessError) -> String {
        var parts: [String] = []
        for language in languages.sorted() {
            parts += [language.rawValue, try catalog.runner(for: language).digest.hexadecimal]
        }
        // As it was when a run had one language.
        return parts.count == 2 ? parts[1] : ContentHash(ofParts: parts).hexadecimal
    }

    private static func entry(_ toolchain: Toolchain?) -> RunToolchains.Entry {
        guard let toolchain else { return RunToolchains.Entry(version: "missing", digest: "") }
        return RunToolchains.Entry(version: toolchain.version, digest: toolchain.digest.hexadecimal)
    }

    private static func reason(_ error: HarnessError) -> String {
        [error.message, error.location, error.remedy].compactMap(\.self).joined(separator: "; ")
    }

    private static func first(_ errors: [Language: HarnessError], of asked: [Language]) -> HarnessError {
        asked.lazy.compactMap { errors[$0] }.first
            ?? HarnessError(.nothingSelected, "there is no sample in any language")
    }
}
