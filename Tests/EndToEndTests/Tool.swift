import Foundation
import HarnessCore
import TestSupport
import Testing

/// The built `evalharness`, run as a user runs it: a process with arguments, an environment and a folder.
enum Tool {
    /// What one run of the tool left behind.
    struct Outcome {
        var code: Int32
        var output: String
        var complaint: String

        /// The one JSON object on standard output.
        func json() throws -> [String: Any] {
            try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    static var program: URL { Checkout.products.appending(path: "evalharness") }

    /// Whether programs can be confined here; CI says that they must be, so that nothing is passed over.
    static var hasSandbox: Bool {
        get async throws {
            if ProcessInfo.processInfo.environment["EVALHARNESS_SANDBOX_MUST_WORK"] == "1" { return true }
            return try await trial.value
        }
    }

    private static let trial = Task {
        let files = try MiniSuite()
        return try await files.score(files.samples([MiniSuite.right]), ["--dry-run"]).code == 0
    }

    /// Runs the tool to its end in a folder of its own.
    ///
    /// What is given as environment is added to few variables: nothing of the user's may decide.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        try await run(program, arguments, environment: environment)
    }

    /// Runs any program to its end the same way.
    static func run(
        _ executable: URL,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let folder = try TemporaryFolder()
        // Files instead of pipes: nothing to drain, whatever the length.
        let output = try folder.write("", to: "output")
        let complaint = try folder.write("", to: "complaint")
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = surroundings(home: folder.url).merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaint)
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            // Set before the start: `waitUntilExit` would look every 50 ms only.
            process.terminationHandler = { _ in done.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                done.resume(throwing: error)
            }
        }
        return Outcome(
            code: process.terminationReason == .uncaughtSignal ? -1 : process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            complaint: String(decoding: try Data(contentsOf: complaint), as: UTF8.self)
        )
    }

    private static func surroundings(home: URL) -> [String: String] {
        var variables = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": home.path, "LANG": "C.UTF-8"]
        // Where the build lies outside the checkout, or the libraries outside the tool chain's own folder.
        for name in ["EVALHARNESS_HOME", "LD_LIBRARY_PATH", "TMPDIR"] {
            variables[name] = ProcessInfo.processInfo.environment[name]
        }
        return variables
    }
}
