import HarnessCore

/// The content of a `runner.yaml`; `runners/README.md` explains every key.
struct RunnerDefinition: Sendable, Hashable, Decodable {
    var name: String
    var displayName: String
    var fileExtension: String
    var minimumVersion: String
    /// What to do where the language is missing.
    var installHint: String
    /// Debian packages that bring the language.
    var packages: [String]
    /// Absolute paths, or names to be looked up in `PATH`, in order of preference.
    var executables: [String]
    /// Arguments that make the executable describe itself; `{folder}` stands for the runner's folder.
    var probe: [String]
    /// A whole command instead, where the executable cannot describe itself.
    var probeCommand: [String]
    /// Files and folders beyond those the probe finds, where they exist.
    var extraPaths: [String]
    var environment: [String: String]
    /// The candidate's program inside its box.
    var sourceFile: String
    /// Copied flat into the harness's folder inside the sandbox.
    var harnessFiles: [String]
    /// Arguments of the executable that start one driver.
    var coldArguments: [String]
    /// Arguments of the executable that start the fork server; empty where the language has none.
    var warmArguments: [String]
    /// The whole command that starts one driver, instead of `coldArguments`.
    var run: [String]
    var compile: CompileStep?
    var prebuild: [PrebuildStep]
    /// Nil where the language has no mutants.
    var mutants: MutationStep?
    /// Whether the calls begin with the types of the task.
    var hasTypesFrame: Bool
    var capabilities: [Capability]
    var needsProcessFileSystem: Bool
    var addressSpace: AddressSpace
    var limits: LanguageLimits
    var naming: Naming
    var types: TypePatterns?
    var errors: ErrorConvention
    /// Nil for Python, whose prompts have a renderer of their own.
    var prompt: PromptTexts?
    var solution: SolutionTexts
    var glue: GlueTexts?
    /// How programs that hold their own tests are run; nil where they cannot be.
    var program: ProgramDefinition?
    /// How whole programs are run that read standard input; nil where `program` says it, or nobody.
    var stream: StreamDefinition?
    var diagnostics: [MessageForm]
    var definitions: [String]
    var comments: CommentForm
    /// Import names of well-known packages outside the standard library.
    var knownPackages: [String]

    /// A way in which programs of this language can be judged.
    enum Capability: String, Sendable, Hashable, CaseIterable, Decodable {
        case calls
        case pythonCheck = "python_check"
        case shared
    }

    enum AddressSpace: String, Sendable, Hashable, CaseIterable, Decodable {
        case bounded
        case unlimited
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case displayName = "display_name"
        case fileExtension = "file_extension"
        case minimumVersion = "minimum_version"
        case installHint = "install_hint"
        case packages, executables, probe
        case probeCommand = "probe_command"
        case extraPaths = "extra_paths"
        case environment
        case sourceFile = "source_file"
        case harnessFiles = "harness_files"
        case coldArguments = "cold_arguments"
        case warmArguments = "warm_arguments"
        case run, compile, prebuild, mutants
        case hasTypesFrame = "types_frame"
        case capabilities
        case needsProcessFileSystem = "needs_proc"
        case addressSpace = "address_space"
        case limits, naming, types, errors, prompt, solution, glue, program, stream, diagnostics, definitions,
            comments
        case knownPackages = "known_packages"
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        name = try values.required(.name)
        displayName = try values.required(.displayName)
        fileExtension = try values.required(.fileExtension)
        minimumVersion = try values.required(.minimumVersion)
        installHint = try values.required(.installHint)
        packages = try values.optional(.packages) ?? []
        executables = try values.required(.executables)
        probe = try values.optional(.probe) ?? []
        probeCommand = try values.optional(.probeCommand) ?? []
        extraPaths = try values.optional(.extraPaths) ?? []
        environment = try values.optional(.environment) ?? [:]
        sourceFile = try values.required(.sourceFile)
        harnessFiles = try values.optional(.harnessFiles) ?? []
        coldArguments = try values.optional(.coldArguments) ?? []
        warmArguments = try values.optional(.warmArguments) ?? []
        run = try values.optional(.run) ?? []
        compile = try values.optional(.compile)
        prebuild = try values.optional(.prebuild) ?? []
        mutants = try values.optional(.mutants)
        hasTypesFrame = try values.optional(.hasTypesFrame) ?? false
        capabilities = try values.optional(.capabilities) ?? [.calls]
        needsProcessFileSystem = try values.optional(.needsProcessFileSystem) ?? false
        addressSpace = try values.optional(.addressSpace) ?? .bounded
        limits = try values.optional(.limits) ?? LanguageLimits()
        naming = try values.optional(.naming) ?? Naming()
        types = try values.optional(.types)
        errors = try values.optional(.errors) ?? ErrorConvention()
        prompt = try values.optional(.prompt)
        solution = try values.optional(.solution) ?? SolutionTexts()
        glue = try values.optional(.glue)
        program = try values.optional(.program)
        stream = try values.optional(.stream)
        diagnostics = try values.optional(.diagnostics) ?? []
        definitions = try values.optional(.definitions) ?? []
        let comments: CommentTexts? = try values.optional(.comments)
        self.comments = comments?.form ?? CommentForm()
        knownPackages = try values.optional(.knownPackages) ?? []
    }
}
