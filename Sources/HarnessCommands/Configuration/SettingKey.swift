/// Every setting that a configuration file or the environment can give, with its unit and default.
enum SettingKey: String, CaseIterable, Sendable {
    case store
    case model = "run.model"
    case suite = "run.suite"
    case passAt = "run.pass_at"
    case jobs = "run.jobs"
    case seed = "run.seed"
    case cache = "run.cache"
    case warm = "sandbox.warm"
    case requireLevel = "sandbox.require_level"
    case cpuSeconds = "limits.cpu_seconds"
    case wallSeconds = "limits.wall_seconds"
    case memoryMegabytes = "limits.memory_mb"

    /// The environment variable that overrides both files.
    var environmentName: String {
        switch self {
        case .store: "EVALHARNESS_STORE"
        case .model: "EVALHARNESS_MODEL"
        case .suite: "EVALHARNESS_SUITE"
        case .passAt: "EVALHARNESS_PASS_AT"
        case .jobs: "EVALHARNESS_JOBS"
        case .seed: "EVALHARNESS_SEED"
        case .cache: "EVALHARNESS_CACHE"
        case .warm: "EVALHARNESS_WARM"
        case .requireLevel: "EVALHARNESS_REQUIRE_LEVEL"
        case .cpuSeconds: "EVALHARNESS_CPU_SECONDS"
        case .wallSeconds: "EVALHARNESS_WALL_SECONDS"
        case .memoryMegabytes: "EVALHARNESS_MEMORY_MB"
        }
    }

    /// The flag that overrides everything, for messages.
    var flagName: String {
        switch self {
        case .store: "--store"
        case .model: "--model"
        case .suite: "--suite"
        case .passAt: "--pass-at"
        case .jobs: "--jobs"
        case .seed: "--seed"
        case .cache: "--cache"
        case .warm: "--no-warm"
        case .requireLevel: "--require-level"
        case .cpuSeconds: "--cpu-seconds"
        case .wallSeconds: "--wall-seconds"
        case .memoryMegabytes: "--memory-mb"
        }
    }

    /// What holds where nobody says anything; nil for a setting that has no default.
    var defaultText: String? {
        switch self {
        case .store: "results/evalharness.sqlite"
        case .model, .jobs, .requireLevel, .cpuSeconds, .wallSeconds, .memoryMegabytes: nil
        case .suite: "core"
        case .passAt: "1,5,10"
        case .seed: "1"
        case .cache: "on"
        case .warm: "true"
        }
    }

    /// What `config show` prints where there is neither a value nor a default.
    var absence: String {
        switch self {
        case .jobs: "(one per processor)"
        case .requireLevel: "(any level but none)"
        case .cpuSeconds, .wallSeconds, .memoryMegabytes: "(as the suite says)"
        default: "(not set)"
        }
    }

    /// Whether the value names a file, relative to the file it is written in.
    var isPath: Bool { self == .store }
}
