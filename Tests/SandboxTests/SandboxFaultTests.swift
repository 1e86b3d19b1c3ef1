import Foundation
import HarnessCore
import Sandbox
import Testing

extension SandboxSuites {
    /// What the pool does when the sandbox itself, and not a program, is at fault.
    @Suite struct SandboxFaultTests {
        @Test func `a launcher that is not there is a clear error`() async throws {
            var configuration = SandboxFixture.configuration()
            configuration.launcher = URL(filePath: "/nonexistent/sandbox-launcher")

            let error = await #expect(throws: HarnessError.self) {
                _ = try await SandboxPool(configuration: configuration)
            }

            #expect(error?.code == .unavailable)
            #expect(error?.message.contains("/nonexistent/sandbox-launcher") == true)
        }

        @Test(.enabled(if: !SandboxFixture.levels.isEmpty, "needs a level"))
        func `a program that cannot be executed is the harness's fault`() async throws {
            try await SandboxFixture.withPool { pool in
                let request = ExecutionRequest(
                    files: [],
                    start: .cold(command: ["/usr/bin/no-such-program"]),
                    limits: ResourceLimits()
                )
                let error = await #expect(throws: SandboxError.self) { _ = try await pool.run(request) }
                #expect(error?.description.contains("/usr/bin/no-such-program") == true)

                let twin = try await pool.run(SandboxFixture.program("print('honest')"))
                #expect(twin.output == "honest\n")
            }
        }

        @Test(.enabled(if: !SandboxFixture.levels.isEmpty, "needs a level"))
        func `a file name that leaves the box is refused`() async throws {
            try await SandboxFixture.withPool { pool in
                for name in ["../escape", "/etc/escape", ".hidden", "-o", "a\nb", ""] {
                    var request = SandboxFixture.program("print(1)")
                    request.files.append(ExecutionRequest.BoxFile(name: name, content: []))
                    let refused = request
                    await #expect(throws: SandboxError.self) { _ = try await pool.run(refused) }
                }
                let twin = try await pool.run(SandboxFixture.program("print('honest')"))
                #expect(twin.output == "honest\n")
            }
        }

        @Test func `a level that the machine cannot give is refused when it is required`() async throws {
            // Lowered from above: what is required lies over the strictest level that may be tried.
            let configuration = SandboxFixture.configuration(level: .fence, required: .full)

            let error = await #expect(throws: HarnessError.self) {
                _ = try await SandboxPool(configuration: configuration)
            }

            #expect(error?.code == .unavailable)
        }

        @Test func `nothing is run without confinement unless that is allowed`() async throws {
            let error = await #expect(throws: HarnessError.self) {
                _ = try await SandboxPool(configuration: SandboxFixture.configuration(level: .none))
            }
            #expect(error?.remedy?.contains("--allow-unsafe") == true)

            let pool = try await SandboxPool(
                configuration: SandboxFixture.configuration(level: .none, allowUnsafe: true)
            )
            let report = try await pool.run(SandboxFixture.program("print('in the open')"))
            await pool.shutdown()
            #expect(report.output == "in the open\n")
            #expect(report.isolation == .none)
        }

        @Test func `a required level of none is no leave to run without confinement`() async throws {
            let configuration = SandboxFixture.configuration(level: .none, required: IsolationLevel.none)

            let error = await #expect(throws: HarnessError.self) {
                let pool = try await SandboxPool(configuration: configuration)
                await pool.shutdown()
            }

            #expect(error?.code == .unavailable)
            #expect(error?.remedy?.contains("--allow-unsafe") == true)
        }

        @Test(.enabled(if: SandboxFixture.levels.contains(.full), "needs writable control groups"))
        func `no control group or process outlives a pool`() async throws {
            let before = Self.controlGroups()
            try await SandboxFixture.withPool(level: .full, slots: 2) { pool in
                async let first = pool.run(SandboxFixture.program("print(1)"))
                async let second = pool.run(SandboxFixture.program("print(2)"))
                _ = try await (first, second)
            }

            // Other suites run pools of their own beside this one: what is new must be gone.
            #expect(Set(Self.controlGroups()).subtracting(before).isEmpty)
        }

        /// Control groups of this process that are still there.
        private static func controlGroups() -> [String] {
            let own = "evalharness-\(ProcessInfo.processInfo.processIdentifier)-"
            let everything = FileManager.default.enumerator(atPath: "/sys/fs/cgroup")
            return (everything?.compactMap { $0 as? String } ?? []).filter {
                $0.contains(own) && !$0.contains(".")
            }
        }
    }
}
