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
    /// Nil for Python, whose prompts have a renderer of their own.
    let templates: LanguageTemplates?

    /// Reads the language defined in `folder`; throws when the definition is not valid or a file is missing.
    package init(folder: URL) throws(HarnessError) {
        let file = folder.appending(path: Runner.definitionFile)
        let text = try Runner.contents(of: file)
        definition = try RunnerDefinition.decode(String(decoding: text, as: UTF8.self), file: file)
        templates = try LanguageTemplates(definition, file: file)
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
    /// What to do where the language is missing.
    package var installHint: String { definition.installHint }
    /// Debian packages that bring the language.
    package var packages: [String] { definition.packages }
    /// Whether a ready interpreter can be forked for each program.
    package var canStartWarm: Bool { !definition.warmArguments.isEmpty }
    /// Whether programs are compiled before they run.
    package var isCompiled: Bool { definition.compile != nil }
    /// Whether typed cases can be judged.
    package var answersCalls: Bool { definition.capabilities.contains(.calls) }
    /// Whether foreign Python tests can be judged.
    package var runsPythonChecks: Bool { definition.capabilities.contains(.pythonCheck) }

    /// How messages and sources of the language are read.
    package var reading: LanguageReading {
        LanguageReading(
            language: language,
            patterns: definition.diagnostics.map(\.pattern),
            definitions: definition.definitions,
            comments: definition.comments,
            errors: definition.errors.names,
            knownPackages: Set(definition.knownPackages)
        )
    }

    /// Tells the sandbox what to show and how to start programs.
    ///
    /// - Throws: `badConfiguration` for a placeholder that neither the harness nor the probe fills.
    package func sandboxNeeds(for toolchain: Toolchain) throws(HarnessError) -> SandboxNeeds {
        // Limits differ between executions, so the environment cannot name them.
        let text = CommandText(values: placeholders(toolchain))
        var environment: [String: String] = [:]
        for (name, value) in definition.environment { environment[name] = try fill(value, text) }
        return SandboxNeeds(
            readOnlyPaths: toolchain.readOnlyPaths,
            harnessFiles: definition.harnessFiles.map { folder.appending(path: $0).standardizedFileURL },
            environment: environment,
            zygoteCommand: canStartWarm ? [toolchain.executable] + definition.warmArguments : [],
            coldCommandPrefix: definition.coldArguments.isEmpty
                ? [] : [toolchain.executable] + definition.coldArguments,
            needsProcessFileSystem: definition.needsProcessFileSystem || isCompiled || compilesPrograms
                || !definition.prebuild.isEmpty
        )
    }

    /// Fills the placeholders of a command.
    func command(
        _ words: [String],
        _ toolchain: Toolchain,
        limits: ResourceLimits,
        _ more: [String: String] = [:]
    ) throws(HarnessError) -> [String] {
        var values = placeholders(toolchain).merging(more) { _, new in new }
        values["memory_mb"] = String(limits.memoryBytes >> 20)
        values["processes"] = String(limits.processes)
        let text = CommandText(values: values)
        var command: [String] = []
        for word in words { command.append(try fill(word, text)) }
        return command
    }

    private func placeholders(_ toolchain: Toolchain) -> [String: String] {
        var values = toolchain.values
        values["executable"] = toolchain.executable
        values["box"] = "/box"
        values["harness"] = "/harness"
        values["source"] = "/box/\(definition.sourceFile)"
        if let compile = definition.compile { values["artifact"] = "/box/\(compile.artifact)" }
        return values
    }

    private func fill(_ text: String, _ command: CommandText) throws(HarnessError) -> String {
        do throws(CommandText.Fault) {
            return try command.fill(text)
        } catch {
            throw HarnessError(
                .badConfiguration,
                error.message,
                at: folder.appending(path: Self.definitionFile).path,
                remedy: "the probe prints \"define NAME VALUE\" for what commands use"
            )
        }
    }

    static func contents(of file: URL) throws(HarnessError) -> Data {
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
