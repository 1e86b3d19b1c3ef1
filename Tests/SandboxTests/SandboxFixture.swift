import Foundation
import HarnessCore
import Sandbox
import TestSupport
import Testing

/// One suite over all, run in order: the tests look at the machine's processes and control groups.
@Suite(.serialized) enum SandboxSuites {}

/// A pool over the launcher that was built beside the tests, with the system's Python as tool chain.
enum SandboxFixture {
    static let python = "/usr/bin/python3"

    static func configuration(
        level: IsolationLevel = .full,
        slots: Int = 1,
        required: IsolationLevel? = nil,
        allowUnsafe: Bool = false
    ) -> SandboxConfiguration {
        SandboxConfiguration(
            launcher: Checkout.products.appending(path: "sandbox-launcher"),
            guestLibrary: Checkout.products.appending(path: "libsandbox-guest.so"),
            slots: slots,
            readOnlyPaths: ["/usr/bin", "/usr/lib", "/usr/lib64", "/bin", "/lib", "/lib64"]
                .filter { FileManager.default.fileExists(atPath: $0) },
            harnessFiles: [],
            environment: ["PATH": "/usr/bin", "HOME": "/box", "LANG": "C.UTF-8"],
            requiredLevel: required,
            allowUnsafe: allowUnsafe,
            strictestLevel: level
        )
    }

    /// Runs `body` with a pool that is shut down afterwards.
    static func withPool<Result>(
        level: IsolationLevel = .full,
        slots: Int = 1,
        _ body: (SandboxPool) async throws -> Result
    ) async throws -> Result {
        let pool = try await SandboxPool(configuration: configuration(level: level, slots: slots))
        let outcome: Swift.Result<Result, any Error>
        do {
            outcome = .success(try await body(pool))
        } catch {
            outcome = .failure(error)
        }
        await pool.shutdown()
        return try outcome.get()
    }

    /// A Python program in a box of its own, started cold.
    static func program(
        _ source: String,
        name: String = "program.py",
        _ change: (inout ResourceLimits) -> Void = { _ in }
    ) -> ExecutionRequest {
        var limits = ResourceLimits(
            cpuMilliseconds: 3000,
            wallMilliseconds: 10_000,
            memoryBytes: 128 << 20,
            outputBytes: 64 << 10,
            fileBytes: 4 << 20,
            processes: 8
        )
        change(&limits)
        return ExecutionRequest(
            files: [ExecutionRequest.BoxFile(name: name, content: Array(source.utf8))],
            start: .cold(command: [python, "-I", "-S", name]),
            limits: limits
        )
    }

    /// The levels this machine offers, found once; empty where the launcher cannot run at all.
    static let levels: [IsolationLevel] = {
        // The tests' arguments are built before any test runs, so this waits on a thread of its own.
        let box = LevelBox()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            for level in [IsolationLevel.full, .namespaces, .fence] {
                guard
                    let pool = try? await SandboxPool(
                        configuration: configuration(level: level, required: level)
                    )
                else { continue }
                box.levels.append(level)
                await pool.shutdown()
            }
            done.signal()
        }
        done.wait()
        return box.levels
    }()

    /// Written by the one task above before it signals, read after the wait.
    private final class LevelBox: @unchecked Sendable {
        var levels: [IsolationLevel] = []
    }

    static let mustWork = ProcessInfo.processInfo.environment["EVALHARNESS_SANDBOX_MUST_WORK"] == "1"
}

extension RunReport {
    var output: String { String(decoding: standardOutput, as: UTF8.self) }
}
