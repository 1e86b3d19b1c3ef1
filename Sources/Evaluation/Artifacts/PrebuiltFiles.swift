package import Foundation
package import HarnessCore
package import Runners

/// What a language has made once for its toolchain, kept on disk: precompiled headers, drivers' objects.
package struct PrebuiltFiles: Sendable {
    private let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// Why something could not be made.
    package struct Fault: Error, Sendable {
        package var name: String
        package var reason: String
    }

    /// Returns what a language needs, by the names it has beside the drivers; makes what is not there yet.
    ///
    /// `make` executes one step in a sandbox that shows what the steps before it made.
    /// - Throws: `Fault` where a step makes nothing, what `make` throws, and errors of the file system.
    package func files(
        for prebuilds: [Runner.Prebuild],
        make: (Runner.Prebuild, [String: URL]) async throws -> RunReport
    ) async throws -> [String: URL] {
        var files: [String: URL] = [:]
        for prebuild in prebuilds {
            if let known = known(prebuild.key) {
                files[prebuild.name] = known
                continue
            }
            let report = try await make(prebuild, files)
            guard report.limitHit == nil, report.termination == .exited(code: 0), !report.results.isEmpty
            else {
                throw Fault(name: prebuild.name, reason: Self.reason(report))
            }
            files[prebuild.name] = try keep(report.results, as: prebuild.key)
        }
        return files
    }

    /// The file of a key, where it is there and as long as it was when it was made.
    private func known(_ key: ContentHash) -> URL? {
        let (file, mark) = places(key)
        guard let text = try? String(contentsOf: mark, encoding: .utf8),
            let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int,
            text == "\(size)\n"
        else { return nil }
        return file
    }

    private func keep(_ bytes: [UInt8], as key: ContentHash) throws -> URL {
        let (file, mark) = places(key)
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try replace(file, with: Data(bytes))
        // Last: a file without its mark is not believed.
        try replace(mark, with: Data("\(bytes.count)\n".utf8))
        return file
    }

    private func replace(_ file: URL, with data: Data) throws {
        let draft = folder.appending(path: ".draft-\(UUID().uuidString)")
        do {
            try data.write(to: draft)
            // The sandbox's users are not this one.
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: draft.path)
            guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(at: draft)
            throw error
        }
    }

    private func places(_ key: ContentHash) -> (file: URL, mark: URL) {
        let file = folder.appending(path: key.hexadecimal)
        return (file, file.appendingPathExtension("size"))
    }

    private static func reason(_ report: RunReport) -> String {
        let tail = String(decoding: report.standardError.suffix(400), as: UTF8.self)
        if let limit = report.limitHit { return "stopped at the \(limit.rawValue) limit: \(tail)" }
        return switch report.termination {
        case .exited(let code): "exited with code \(code): \(tail)"
        case .signaled(let signal): "killed by signal \(signal): \(tail)"
        }
    }
}
