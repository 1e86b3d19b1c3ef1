import Foundation
import HarnessCore
import Sandbox
import Testing

extension SandboxSuites {
    /// Two programs side by side, connected by a channel: a candidate and its examiner.
    @Suite(.enabled(if: !SandboxFixture.levels.isEmpty, "needs a level"), .timeLimit(.minutes(2)))
    struct ExaminedPairTests {
        private let answering = "import os; os.write(3, os.read(3, 100).upper())"

        @Test(arguments: SandboxFixture.levels)
        func `question and answer cross the channel`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let reports = try await pool.runExamined(
                    candidate: SandboxFixture.program(answering),
                    examiner: SandboxFixture.program(
                        "import os; os.write(3, b'ping'); os.write(4, os.read(3, 100))"
                    )
                )

                #expect(reports.examiner.results == Array("PING".utf8))
                #expect(reports.candidate.termination == .exited(code: 0))
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `the examiner sees that a candidate has died`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let reports = try await pool.runExamined(
                    candidate: SandboxFixture.program("import os; os.kill(os.getpid(), 9)"),
                    examiner: SandboxFixture.program(
                        "import os; os.write(4, b'got %d' % len(os.read(3, 100)))"
                    ) { $0.wallMilliseconds = 900_000 }
                )

                #expect(reports.examiner.results == Array("got 0".utf8))
                #expect(reports.candidate.termination == .signaled(9))
                #expect(!reports.candidate.isStopped)
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a candidate that goes on after its examiner is stopped`(level: IsolationLevel) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let reports = try await pool.runExamined(
                    candidate: SandboxFixture.program("import time; time.sleep(900)") {
                        $0.wallMilliseconds = 900_000
                    },
                    examiner: SandboxFixture.program("print('done')")
                )

                #expect(reports.examiner.output == "done\n")
                #expect(reports.candidate.termination == .signaled(9))
                #expect(reports.candidate.limitHit == nil)
                #expect(reports.candidate.isStopped)
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `an endless candidate runs into its own limit, not the examiner's`(
            level: IsolationLevel
        ) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let reports = try await pool.runExamined(
                    candidate: SandboxFixture.program("while True: pass") { $0.cpuMilliseconds = 300 },
                    examiner: SandboxFixture.program(
                        "import os; os.write(4, b'got %d' % len(os.read(3, 100)))"
                    )
                )

                #expect(reports.candidate.limitHit == .cpuTime)
                #expect(reports.examiner.results == Array("got 0".utf8))
                #expect(reports.examiner.limitHit == nil)
            }
        }
    }
}
