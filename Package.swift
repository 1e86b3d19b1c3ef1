// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: Swift 6 mode, warnings are errors, imports stay internal and explicit.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

let strictC: [CSetting] = [
    .treatAllWarnings(as: .error),
    .unsafeFlags([
        "-std=c17", "-Wall", "-Wextra", "-Wstrict-prototypes", "-Wmissing-prototypes",
        "-fstack-protector-strong",
    ]),
]

/// One row of the import table: a module, the modules it may import, and the packages it needs.
///
/// `ArchitectureTests` reads this table and holds every source file to it.
struct Module {
    var name: String
    var imports: [String]
    var products: [Target.Dependency] = []
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// SQLite itself, for the one statement that runs millions of times.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let modules: [Module] = [
    // Layer 0: values and numbers.
    Module(name: "HarnessCore", imports: ["CCrypto"]),
    Module(name: "Statistics", imports: ["CNumerics"]),
    Module(name: "SourceCode", imports: []),
    // Layer 1: one outside dependency, one process or one pure concern each.
    Module(name: "Suites", imports: ["HarnessCore", "CZlib"], products: [yams]),
    Module(name: "Runners", imports: ["HarnessCore"], products: [yams]),
    Module(name: "Sandbox", imports: ["HarnessCore", "CLauncher"]),
    Module(name: "Judging", imports: ["HarnessCore"]),
    Module(name: "Experiments", imports: ["Statistics"]),
    Module(name: "Causal", imports: ["Statistics"]),
    Module(name: "Scoring", imports: ["HarnessCore", "Statistics", "SourceCode"]),
    Module(name: "ResultStore", imports: ["HarnessCore"], products: [grdb]),
    // Layer 2: the pipeline.
    Module(
        name: "Evaluation",
        imports: ["HarnessCore", "Suites", "Runners", "Judging", "Scoring", "ResultStore"]
    ),
    Module(
        name: "Telemetry",
        imports: ["HarnessCore", "Statistics", "CCrypto", "CSimdJSON"],
        products: [grdb, sqlite]
    ),
    // Layer 3: what people and programs read.
    Module(
        name: "Reporting",
        imports: [
            "HarnessCore", "Statistics", "SourceCode", "Experiments", "Causal", "Scoring", "ResultStore",
            "Telemetry",
        ]
    ),
    // Layer 4: the composition root, one file per command.
    Module(
        name: "HarnessCommands",
        imports: [
            "HarnessCore", "Suites", "Runners", "Sandbox", "Judging", "Scoring", "ResultStore", "Evaluation",
            "Reporting", "Statistics", "SourceCode", "Experiments", "Causal", "Telemetry",
        ],
        products: [argumentParser, yams]
    ),
]

let package = Package(
    name: "evalharness",
    products: [
        .executable(name: "evalharness", targets: ["evalharness"]),
        .executable(name: "sandbox-launcher", targets: ["sandbox-launcher"]),
        .library(name: "sandbox-guest", type: .dynamic, targets: ["SandboxGuest"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: modules.map { module in
        .target(
            name: module.name,
            dependencies: module.imports.map { .target(name: $0) } + module.products,
            swiftSettings: strict
        )
    } + [
        .executableTarget(name: "evalharness", dependencies: ["HarnessCommands"], swiftSettings: strict),
        // Not installed: what `make calibrate` and `make bench` run.
        .executableTarget(
            name: "calibrate",
            dependencies: ["HarnessCore", "Statistics", "Experiments", "Causal", "Scoring"],
            path: "Benchmarks/Calibration",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "statistics-bench",
            dependencies: ["Statistics", "Causal"],
            path: "Benchmarks/Statistics",
            swiftSettings: strict
        ),
        // Makes every system call of the launcher fail in turn, and replays requests to its parser; for the tests.
        .executableTarget(
            name: "launcher-check",
            dependencies: ["CLauncher", "SandboxConfinement"],
            path: "Tests/Launcher/Check",
            cSettings: strictC
        ),
        .executableTarget(
            name: "distance-bench",
            dependencies: ["SourceCode"],
            path: "Benchmarks/Distance",
            swiftSettings: strict
        ),
        // Libraries of the system, found by pkg-config; `make setup` installs them.
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        // Boost.Math and Eigen behind a C header: exceptions must not reach Swift. Optimised in debug builds too,
        // where Eigen's templates would be slower by two orders; no contraction: the same bits on every processor.
        .target(
            name: "CNumerics",
            cxxSettings: [.unsafeFlags(["-O2", "-ffp-contract=off"])],
            linkerSettings: [.linkedLibrary("m")]
        ),
        // simdjson behind a C header, for lines of event files.
        .target(
            name: "CSimdJSON",
            cxxSettings: [.unsafeFlags(["-O2", "-std=c++17"])],
            linkerSettings: [.linkedLibrary("simdjson")]
        ),
        // The wire between Swift and the launcher: structs and the few socket calls Swift cannot make.
        .target(name: "CLauncher", cSettings: strictC),
        // The confinement itself, the same code for a cold start (in the launcher) and a warm one (in the guest).
        .target(name: "SandboxConfinement", dependencies: ["CLauncher"], cSettings: strictC),
        // A fully static program: it must start in a root that holds no Swift runtime.
        .executableTarget(
            name: "sandbox-launcher",
            dependencies: ["CLauncher", "SandboxConfinement"],
            cSettings: strictC,
            linkerSettings: [
                .unsafeFlags(["-static-executable", "-nostartfiles"]), .linkedLibrary("seccomp"),
            ]
        ),
        // Loaded by a fork server inside the sandbox: waits for a job, forks, confines the child.
        .target(
            name: "SandboxGuest",
            dependencies: ["CLauncher", "SandboxConfinement"],
            cSettings: strictC,
            linkerSettings: [
                // Bound at load, once in the zygote, not in each of its children.
                .unsafeFlags(["-static-stdlib", "-nostartfiles", "-Xlinker", "-z", "-Xlinker", "now"])
            ]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["HarnessCore"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
    ]
        + modules.map { module in
            .testTarget(
                name: "\(module.name)Tests",
                dependencies: [.target(name: module.name), "TestSupport"]
                    + module.imports.filter { !$0.hasPrefix("C") }.map { .target(name: $0) }
                    + module.products,
                swiftSettings: strict
            )
        }
        + [
            .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
            .testTarget(
                name: "EndToEndTests",
                dependencies: ["HarnessCore", "ResultStore", "Reporting", "TestSupport", yams],
                swiftSettings: strict
            ),
        ]
)
