import Foundation
import HarnessCore
import Sandbox
import Testing

extension SandboxSuites {
    /// What compilers and large runtimes need of a box.
    @Suite struct CompilerBoxTests {
        private func shell(
            _ script: String,
            files: [ExecutionRequest.BoxFile] = [],
            boundsAddressSpace: Bool = true,
            needsProcessFileSystem: Bool = false,
            _ change: (inout ResourceLimits) -> Void = { _ in }
        ) -> ExecutionRequest {
            var limits = ResourceLimits(
                cpuMilliseconds: 5000,
                wallMilliseconds: 20_000,
                memoryBytes: 64 << 20,
                fileBytes: 4 << 20,
                processes: 16
            )
            change(&limits)
            return ExecutionRequest(
                files: files,
                start: .cold(command: ["/usr/bin/sh", "-c", script]),
                limits: limits,
                needsProcessFileSystem: needsProcessFileSystem,
                boundsAddressSpace: boundsAddressSpace
            )
        }

        private static let confined = SandboxFixture.levels.filter { $0 >= .namespaces }

        @Test(arguments: confined)
        func `a file that is marked can be executed, another cannot`(level: IsolationLevel) async throws {
            let script = Array("#!/usr/bin/sh\necho ran\n".utf8)
            let files = [
                ExecutionRequest.BoxFile(name: "good", content: script, isExecutable: true),
                ExecutionRequest.BoxFile(name: "plain", content: script),
            ]

            try await SandboxFixture.withPool(level: level) { pool in
                let report = try await pool.run(shell("./good; ./plain; echo $?", files: files))

                #expect(report.output == "ran\n126\n")
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a large file is shown beside the drivers and cannot be changed`(
            level: IsolationLevel
        ) async throws {
            let file = FileManager.default.temporaryDirectory.appending(path: "large-\(UUID().uuidString)")
            try Data("precompiled".utf8).write(to: file)
            // The sandbox's user is not this one.
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
            defer { try? FileManager.default.removeItem(at: file) }
            var configuration = SandboxFixture.configuration(level: level)
            configuration.largeFiles = ["stdc.pch": file]
            configuration.environment["PCH"] = "{harness}/stdc.pch".replacing("{harness}", with: "/harness")

            let pool = try await SandboxPool(configuration: configuration)
            let report = try await pool.run(
                shell("read x < \"$PCH\"; echo $x; (echo y > \"$PCH\") 2>/dev/null || echo kept")
            )
            await pool.shutdown()

            // The fence lets no shell fork, so only the first half can be seen there.
            #expect(report.output.hasPrefix("precompiled\n"))
            if level >= .namespaces { #expect(report.output == "precompiled\nkept\n") }
            #expect(try String(contentsOf: file, encoding: .utf8) == "precompiled")
        }

        @Test(arguments: confined)
        func `a program sees its own processes only where it asks for them`(
            level: IsolationLevel
        ) async throws {
            var configuration = SandboxFixture.configuration(level: level)
            configuration.offersProcessFileSystem = true
            let pool = try await SandboxPool(configuration: configuration)

            let without = try await pool.run(shell("cd /proc; echo *"))
            let with = try await pool.run(
                shell("readlink /proc/self/exe; cd /proc; echo [0-9]*", needsProcessFileSystem: true)
            )
            await pool.shutdown()

            #expect(without.output == "*\n")
            let lines = with.output.split(separator: "\n")
            #expect(lines.first?.hasPrefix("/usr/") == true)
            // The box's init, the shell and nobody else's.
            #expect(lines.last?.split(separator: " ").allSatisfy { Int($0).map { $0 < 20 } == true } == true)
        }

        /// Reserves 4 GiB without using it, as the JVM and V8 do, then uses some of it.
        private static let reserve = """
            import mmap, sys
            block = mmap.mmap(-1, 4 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000, prot=0)
            print("reserved", flush=True)
            if len(sys.argv) > 1:
                blocks = []
                while True: blocks.append(bytearray(16 << 20))
            """

        private func reserving(_ arguments: [String], bounds: Bool) -> ExecutionRequest {
            ExecutionRequest(
                files: [.init(name: "program.py", content: Array(Self.reserve.utf8))],
                start: .cold(command: [SandboxFixture.python, "-I", "-S", "program.py"] + arguments),
                limits: ResourceLimits(memoryBytes: 96 << 20),
                boundsAddressSpace: bounds
            )
        }

        @Test(arguments: SandboxFixture.levels)
        func `reserving much is allowed where it is asked for, using much is not`(
            level: IsolationLevel
        ) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let bounded = try await pool.run(reserving([], bounds: true))
                let free = try await pool.run(reserving([], bounds: false))
                let greedy = try await pool.run(reserving(["use"], bounds: false))

                #expect(bounded.output.isEmpty)
                #expect(free.output == "reserved\n" && free.termination == .exited(code: 0))
                #expect(greedy.output == "reserved\n")
                let ended = greedy.limitHit == .memory || greedy.termination != .exited(code: 0)
                #expect(ended)
                if level == .full { #expect(greedy.limitHit == .memory) }
            }
        }

        @Test func `links at the top of a merged system are there with what they lead to`() async throws {
            try #require(!SandboxFixture.levels.isEmpty)
            var configuration = SandboxFixture.configuration(level: SandboxFixture.levels[0])
            configuration.readOnlyPaths = ["/usr"]
            let pool = try await SandboxPool(configuration: configuration)

            let report = try await pool.run(shell("test -x /bin/sh && echo there"))
            await pool.shutdown()

            #expect(report.output == "there\n")
        }
    }
}
