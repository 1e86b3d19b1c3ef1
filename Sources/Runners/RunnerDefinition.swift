import HarnessCore

/// The content of a `runner.yaml`.
struct RunnerDefinition: Sendable, Hashable, Decodable {
    var name: String
    var displayName: String
    var fileExtension: String
    var minimumVersion: String
    /// What to do where the language is missing.
    var installHint: String
    /// Absolute paths, or names to be looked up in `PATH`, in order of preference.
    var executables: [String]
    /// Arguments that make the executable describe itself; `{folder}` stands for the runner's folder.
    var probe: [String]
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
    var capabilities: [Capability]
    var needsProcessFileSystem: Bool
    /// Import names of well-known packages outside the standard library.
    var knownPackages: [String]

    /// A way in which programs of this language can be judged.
    enum Capability: String, Sendable, Hashable, CaseIterable, Decodable {
        case calls
        case pythonCheck = "python_check"
        case shared
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name
        case displayName = "display_name"
        case fileExtension = "file_extension"
        case minimumVersion = "minimum_version"
        case installHint = "install_hint"
        case executables
        case probe
        case extraPaths = "extra_paths"
        case environment
        case sourceFile = "source_file"
        case harnessFiles = "harness_files"
        case coldArguments = "cold_arguments"
        case warmArguments = "warm_arguments"
        case capabilities
        case needsProcessFileSystem = "needs_proc"
        case knownPackages = "known_packages"
    }
}
