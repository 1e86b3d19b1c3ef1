import Foundation
import HarnessCore
import TestSupport
import Testing

extension SandboxSuites {
    /// The launcher as a program of its own: its system calls fail in turn, and its parser meets the fuzzer's corpus.
    ///
    /// `launcher-check` is built beside the tests; `make faults` makes every call fail, not some of them.
    @Suite(.timeLimit(.minutes(5))) struct LauncherCheckTests {
        #if arch(x86_64)
        @Test(
            arguments: SandboxFixture.levels
        ) func `a system call that fails ends in an error, never in a half-built jail`(
            level: IsolationLevel
        ) async throws {
            let folder = try TemporaryFolder()
            // Each run starts at another call by its level, so that together they cover more.
            let stride = 11
            let first = 60 + (SandboxFixture.levels.firstIndex(of: level) ?? 0)

            let outcome = try await run([
                "faults", Checkout.products.appending(path: "sandbox-launcher").path, level.rawValue,
                String(first), "0", String(stride), folder.url.path,
            ])

            let bad = outcome.output.split(separator: "\n").filter {
                $0.contains("BROKEN") || $0.contains("HANGS") || $0.contains("LEFT A PROCESS")
            }
            #expect(bad.isEmpty)
            #expect(outcome.code == 0, "\(outcome.output.suffix(400))")
            let named = outcome.output.split(separator: "\n").filter { $0.contains("\terror\t") }
            #expect(named.count > 3, "no call failed that mattered")
        }
        #endif

        @Test func `the request parser comes back from all that the fuzzer found`() async throws {
            let corpus = Checkout.root.appending(path: "Tests/Launcher/Fuzz/corpus/request")

            let outcome = try await run(["replay", corpus.path])

            #expect(outcome.code == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: corpus.path).count
            #expect(outcome.output.hasPrefix("\(files) files, "))
            #expect(files > 10 && !outcome.output.hasSuffix(" 0 of them requests\n"))
        }

        private func run(_ arguments: [String]) async throws -> (code: Int32, output: String) {
            let folder = try TemporaryFolder()
            let output = folder.url.appending(path: "output")
            try Data().write(to: output)
            let process = Process()
            process.executableURL = Checkout.products.appending(path: "launcher-check")
            process.arguments = arguments
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = FileHandle.nullDevice
            try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
                process.terminationHandler = { _ in done.resume() }
                do {
                    try process.run()
                } catch {
                    process.terminationHandler = nil
                    done.resume(throwing: error)
                }
            }
            return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
        }
    }
}
