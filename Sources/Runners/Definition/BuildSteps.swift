/// How a program is compiled.
struct CompileStep: Sendable, Hashable, Decodable {
    var command: [String]
    /// The artefact's name in the box of the run.
    var artifact: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case command, artifact
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        command = try values.required(.command)
        artifact = try values.required(.artifact)
    }
}

/// Something that is made once per toolchain and then shown to every execution.
struct PrebuildStep: Sendable, Hashable, Decodable {
    /// File name in the harness's folder.
    var name: String
    var command: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, command
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        name = try values.required(.name)
        command = try values.required(.command)
    }
}

/// How the mutants of a program are made, for the check that cases tell right from wrong.
struct MutationStep: Sendable, Hashable, Decodable {
    /// File of the runner's folder that is placed in the box beside the program.
    var file: String
    var command: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case file, command
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        file = try values.required(.file)
        command = try values.required(.command)
    }
}

/// What a language's tools need beyond what a task allows its programs.
struct LanguageLimits: Sendable, Hashable, Decodable {
    var compile: Bounds
    /// Floors under the limits of a task.
    var run: Bounds
    /// What the runtime takes for itself, added to the limits of a task.
    var runOverhead: Bounds

    /// Limits in the units of the definition; nil where it does not say.
    struct Bounds: Sendable, Hashable, Decodable {
        var cpuSeconds: Double?
        var wallSeconds: Double?
        var memoryMegabytes: Int?
        var processes: Int?
        var fileMegabytes: Int?
        var artifactMegabytes: Int?
        var openFiles: Int?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case cpuSeconds = "cpu_seconds"
            case wallSeconds = "wall_seconds"
            case memoryMegabytes = "memory_mb"
            case processes
            case fileMegabytes = "files_mb"
            case artifactMegabytes = "artifact_mb"
            case openFiles = "open_files"
        }

        init() {}

        init(from decoder: any Decoder) throws {
            let values = try StrictValues<CodingKeys>(decoder)
            cpuSeconds = try values.optional(.cpuSeconds)
            wallSeconds = try values.optional(.wallSeconds)
            memoryMegabytes = try values.optional(.memoryMegabytes)
            processes = try values.optional(.processes)
            fileMegabytes = try values.optional(.fileMegabytes)
            artifactMegabytes = try values.optional(.artifactMegabytes)
            openFiles = try values.optional(.openFiles)
            let numbers = [
                memoryMegabytes, processes, fileMegabytes, artifactMegabytes, openFiles,
                cpuSeconds.map { Int($0.rounded(.up)) }, wallSeconds.map { Int($0.rounded(.up)) },
            ]
            guard numbers.compactMap(\.self).allSatisfy({ (0...1_000_000).contains($0) }) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "a limit is out of range")
                )
            }
        }
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case compile, run
        case runOverhead = "run_overhead"
    }

    init() {
        compile = Bounds()
        run = Bounds()
        runOverhead = Bounds()
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        compile = try values.optional(.compile) ?? Bounds()
        run = try values.optional(.run) ?? Bounds()
        runOverhead = try values.optional(.runOverhead) ?? Bounds()
    }
}
