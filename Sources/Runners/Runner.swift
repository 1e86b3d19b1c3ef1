package import Foundation
package import HarnessCore

/// One language: how its programs are asked for, assembled and executed.
package struct Runner: Sendable {
    /// Name of the file that defines a language.
    package static let definitionFile = "runner.yaml"

    let definition: RunnerDefinition
    /// Where the definition and the driver files lie.
    package let folder: URL
    /// Identity of the definition and the drivers: everything of ours that can change a verdict.
    package let digest: ContentHash

    /// Reads the language defined in `folder`; throws when the definition is not valid or a file is missing.
    package init(folder: URL) throws(HarnessError) {
        let file = folder.appending(path: Runner.definitionFile)
        let text = try Runner.contents(of: file)
        definition = try RunnerDefinition.decode(String(decoding: text, as: UTF8.self), file: file)
        self.folder = folder
        var parts = [ContentHash(of: text).hexadecimal]
        for name in definition.harnessFiles {
            parts += [
                name, ContentHash(of: try Runner.contents(of: folder.appending(path: name))).hexadecimal,
            ]
        }
        digest = ContentHash(ofParts: parts)
    }

    package var language: Language { Language(rawValue: definition.name) }
    /// The language's name as people write it.
    package var displayName: String { definition.displayName }
    /// Without the dot.
    package var fileExtension: String { definition.fileExtension }
    /// Import names of packages that exist outside the standard library.
    package var knownPackages: Set<String> { Set(definition.knownPackages) }
    /// Whether a ready interpreter can be forked for each program.
    package var canStartWarm: Bool { !definition.warmArguments.isEmpty }

    /// Tells the sandbox what to show and how to start programs.
    package func sandboxNeeds(for toolchain: Toolchain) -> SandboxNeeds {
        SandboxNeeds(
            readOnlyPaths: toolchain.readOnlyPaths,
            harnessFiles: definition.harnessFiles.map { folder.appending(path: $0) },
            environment: definition.environment,
            zygoteCommand: canStartWarm ? [toolchain.executable] + definition.warmArguments : [],
            coldCommandPrefix: [toolchain.executable] + definition.coldArguments
        )
    }

    private static func contents(of file: URL) throws(HarnessError) -> Data {
        do {
            return try Data(contentsOf: file)
        } catch {
            throw HarnessError(
                .noInput,
                "cannot read a file of the runner",
                at: file.path,
                remedy: "Reinstall evalharness, or give the folder of complete runners."
            )
        }
    }
}
