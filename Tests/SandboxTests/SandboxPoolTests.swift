import Foundation
import HarnessCore
import Sandbox
import Testing

extension SandboxSuites {
    /// The pool on this machine, at every level that the machine offers.
    @Suite struct SandboxPoolTests {
        @Test func `this machine offers an isolation level`() {
            #expect(!SandboxFixture.levels.isEmpty, "no level from fence up holds; see evalharness doctor")
            if SandboxFixture.mustWork {
                #expect(SandboxFixture.levels.contains(.namespaces))
                if geteuid() == 0 { #expect(SandboxFixture.levels.contains(.full)) }
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `every probe is refused`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                #expect(pool.isolation == level)
                #expect(pool.probes.count > 15)
                let open = pool.probes.filter { !$0.holds }
                #expect(open.isEmpty)
                #expect(pool.fences.isSuperset(of: Fences.required(at: level)))
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a program's output, results and exit code come back`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let report = try await pool.run(
                    SandboxFixture.program("import os, sys; print('hello'); os.write(4, b'42'); sys.exit(7)")
                )

                #expect(report.output == "hello\n")
                #expect(report.results == Array("42".utf8))
                #expect(report.termination == .exited(code: 7))
                #expect(report.limitHit == nil)
                #expect(report.isolation == level)
                #expect(report.usage.cpuMicroseconds > 0)
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `each limit stops its program, is named, and the next one runs`(
            level: IsolationLevel
        ) async throws {
            let programs: [(ExecutionRequest, ResourceLimitKind)] = [
                (SandboxFixture.program("while True: pass") { $0.cpuMilliseconds = 300 }, .cpuTime),
                (
                    SandboxFixture.program("import time; time.sleep(60)") { $0.wallMilliseconds = 400 },
                    .wallTime
                ),
                (SandboxFixture.program("while True: print('x' * 1000)"), .output),
                (
                    SandboxFixture.program("import os\nwhile True: os.write(4, b'x' * 1000)") {
                        $0.resultBytes = 10_000
                    }, .output
                ),
                (SandboxFixture.program(killedByFileSize), .files),
                (
                    SandboxFixture.program("import ctypes\nctypes.CDLL(None).ptrace(0, 0, 0, 0)"),
                    .forbiddenSystemCall
                ),
            ]
            try await SandboxFixture.withPool(level: level) { pool in
                for (program, limit) in programs {
                    let report = try await pool.run(program)
                    #expect(report.limitHit == limit)

                    let twin = try await pool.run(SandboxFixture.program("print('honest')"))
                    #expect(twin.output == "honest\n" && twin.limitHit == nil)
                }
            }
        }

        @Test(.enabled(if: SandboxFixture.levels.contains(.full), "needs writable control groups"))
        func `memory that no single process owns is bounded at level full`() async throws {
            try await SandboxFixture.withPool(level: .full) { pool in
                let report = try await pool.run(
                    SandboxFixture.program(
                        """
                        import os
                        for _ in range(200):
                            file = os.memfd_create("m")
                            for _ in range(3): os.write(file, bytes(1 << 20))
                        """
                    )
                )
                #expect(report.limitHit == .memory)

                let twin = try await pool.run(SandboxFixture.program("print(len(b'x' * (30 << 20)))"))
                #expect(twin.output == "31457280\n")
                #expect((twin.usage.peakMemoryBytes ?? 0) > 30 << 20)
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a daemon is gone when the report is given`(level: IsolationLevel) async throws {
            // Without namespaces nothing can be forked, so the program itself says that it could not.
            let source = """
                import os, sys, time
                try:
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0:
                            for descriptor in range(5): os.close(descriptor)
                            time.sleep(900)
                        os._exit(0)
                    print("left one")
                except OSError:
                    print("refused")
                """
            try await SandboxFixture.withPool(level: level) { pool in
                let report = try await pool.run(SandboxFixture.program(source, name: "daemon.py"))

                #expect(report.output == (level == .fence ? "refused\n" : "left one\n"))
                #expect(Self.processes(named: "daemon.py").isEmpty)
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a fork bomb stays within its process limit`(level: IsolationLevel) async throws {
            let source = """
                import os, time
                made = 0
                try:
                    for _ in range(1000):
                        if os.fork() == 0: time.sleep(20)
                        made += 1
                except OSError as error:
                    print(made)
                """
            try await SandboxFixture.withPool(level: level) { pool in
                let report = try await pool.run(SandboxFixture.program(source))
                let made = try #require(Int(report.output.trimmingCharacters(in: .whitespacesAndNewlines)))
                #expect(made <= 8)
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `nothing of one program is there for the next`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                _ = try await pool.run(
                    SandboxFixture.program(
                        """
                        import os
                        for folder in ("/tmp", "/dev/shm", "/var/tmp", os.getcwd()):
                            try: open(folder + "/left-behind", "w").write("secret")
                            except OSError: pass
                        os.makedirs("/".join("d" * 3 for _ in range(200)))
                        """
                    )
                )
                let report = try await pool.run(
                    SandboxFixture.program(
                        """
                        import os
                        print([f for f in ("/tmp", "/dev/shm", "/var/tmp", ".") if os.path.exists(f + "/left-behind")])
                        print(os.listdir("."))
                        """
                    )
                )
                #expect(report.output == "[]\n['program.py']\n")
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a program sees five descriptors and the declared environment`(
            level: IsolationLevel
        ) async throws {
            let source = """
                import fcntl, os
                found = []
                for descriptor in range(4096):
                    try:
                        fcntl.fcntl(descriptor, fcntl.F_GETFD)
                        found.append(descriptor)
                    except OSError: pass
                print(found, sorted(k for k in os.environ if k != "LC_CTYPE"))
                """
            try await SandboxFixture.withPool(level: level) { pool in
                let report = try await pool.run(SandboxFixture.program(source))
                #expect(report.output == "[0, 1, 2, 3, 4] ['HOME', 'LANG', 'PATH']\n")
            }
        }

        @Test(arguments: SandboxFixture.levels.filter { $0 >= .namespaces })
        func `only the tool chain and the box are in view`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let report = try await pool.run(
                    SandboxFixture.program(
                        "import os; print(sorted(os.listdir('/'))); print(os.listdir('/proc'), os.listdir('/etc'))"
                    )
                )
                let lines = report.output.split(separator: "\n")
                #expect(!lines[0].contains("home") && !lines[0].contains("root"))
                #expect(lines[1] == "[] ['nsswitch.conf', 'hosts', 'group', 'passwd']")
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `programs run side by side, each in its own slot`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level, slots: 3) { pool in
                let outputs = try await withThrowingTaskGroup(of: String.self) { group in
                    for index in 0..<12 {
                        group.addTask { try await pool.run(SandboxFixture.program("print(\(index))")).output }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outputs.sorted() == (0..<12).map { "\($0)\n" }.sorted())
            }
        }

        /// Processes of this machine whose command line contains `name`.
        static func processes(named name: String) -> [String] {
            let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return numbers.filter { number in
                guard Int(number) != nil,
                    let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline")
                else { return false }
                return String(decoding: line, as: UTF8.self).contains(name)
            }
        }

        /// Python ignores SIGXFSZ; with the default action the kernel's signal names the limit.
        private let killedByFileSize = """
            import signal
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            file = open("big", "wb")
            while True: file.write(bytes(1 << 20)); file.flush()
            """
    }
}
