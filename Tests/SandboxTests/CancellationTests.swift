import Foundation
import HarnessCore
import Sandbox
import Testing

extension SandboxSuites {
    /// What a second ^C comes to: the tasks that run programs are cancelled.
    @Suite(.enabled(if: !SandboxFixture.levels.isEmpty, "needs a level"), .timeLimit(.minutes(2)))
    struct CancellationTests {
        /// Computes for far longer than the test may take.
        private static func endless(_ name: String) -> ExecutionRequest {
            SandboxFixture.program("while True: pass", name: name) {
                $0.cpuMilliseconds = 900_000
                $0.wallMilliseconds = 900_000
            }
        }

        @Test(arguments: SandboxFixture.levels)
        func `a program whose task is cancelled is ended at once, and the pool goes on`(
            level: IsolationLevel
        ) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                let program = Self.endless("cancelled-run.py")
                let running = Task { try await pool.run(program) }
                try await Self.waitForProcess(named: "cancelled-run.py")

                running.cancel()

                await #expect(throws: (any Error).self) { _ = try await running.value }
                #expect(SandboxPoolTests.processes(named: "cancelled-run.py").isEmpty)
                let twin = try await pool.run(SandboxFixture.program("print('honest')"))
                #expect(twin.output == "honest\n")
            }
        }

        @Test(arguments: [true, false])
        func `a cancelled pair ends with its examiner, whether that stays or runs alone`(
            stays: Bool
        ) async throws {
            try await SandboxFixture.withPool { pool in
                var examiner = Self.endless("cancelled-examiner.py")
                if stays {
                    examiner.session = ExecutionRequest.Session(
                        start: .cold(command: [
                            SandboxFixture.python, "-S", "-c", "while True: pass", "cancelled-examiner.py",
                        ]),
                        job: WireFormat.encode(frame: "J", [])
                    )
                }
                let (candidate, asked) = (Self.endless("cancelled-candidate.py"), examiner)
                let running = Task { _ = try await pool.runExamined(candidate: candidate, examiner: asked) }
                try await Self.waitForProcess(named: "cancelled-candidate.py")
                try await Self.waitForProcess(named: "cancelled-examiner.py")

                running.cancel()

                await #expect(throws: (any Error).self) { try await running.value }
                #expect(SandboxPoolTests.processes(named: "cancelled-candidate.py").isEmpty)
                let twin = try await pool.run(SandboxFixture.program("print('honest')"))
                #expect(twin.output == "honest\n")
                await pool.shutdown()
                #expect(SandboxPoolTests.processes(named: "cancelled-examiner.py").isEmpty)
            }
        }

        /// Waits until a program runs; a hang is the suite's time limit.
        private static func waitForProcess(named name: String) async throws {
            while SandboxPoolTests.processes(named: name).isEmpty {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
    }
}
