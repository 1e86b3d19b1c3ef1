import Foundation
import HarnessCore
import Sandbox
import Testing

extension SandboxSuites {
    /// Examiners that stay for several candidates.
    @Suite(.enabled(if: !SandboxFixture.levels.isEmpty, "needs a level")) struct ExaminerSessionTests {
        @Test(arguments: SandboxFixture.levels)
        func `one examiner answers for several candidates, each on its own channel`(
            level: IsolationLevel
        ) async throws {
            try await SandboxFixture.withPool(level: level) { pool in
                for word in ["one", "two", "three"] {
                    let reports = try await pool.runExamined(
                        candidate: SandboxFixture.program("import os; os.write(3, b'\(word)')"),
                        examiner: examiner(staying: Self.answering, alone: "print('alone')")
                    )

                    let values = try #require(WireFormat.frames(in: reports.examiner.results).first).values()
                    #expect(values.last == .text(word))
                    // The same process each time, and never the one that would run alone.
                    #expect(values.first == .int(word == "one" ? 1 : word == "two" ? 2 : 3))
                    #expect(reports.examiner.output.isEmpty)
                }
            }
        }

        @Test(arguments: [
            ("ends without an answer", "import os, sys; sys.exit()"),
            ("answers too much", "import os; os.write(3, b'V1:NV1:N')\nwhile os.read(3, 9): pass"),
            (
                "answers with something else",
                "import os; os.write(3, b'what is this')\nwhile os.read(3, 9): pass"
            ),
        ])
        func `an examiner that stays and fails is replaced by one that runs alone`(
            fault: String,
            source: String
        ) async throws {
            try await SandboxFixture.withPool { pool in
                for _ in 0..<2 {
                    let reports = try await pool.runExamined(
                        candidate: SandboxFixture.program("import os; os.write(3, b'x')"),
                        examiner: examiner(staying: source, alone: "print('alone')")
                    )
                    #expect(reports.examiner.output == "alone\n", "\(fault)")
                }
            }
        }

        @Test func `a candidate that never answers is stopped by its own limit, and the session goes on`()
            async throws
        {
            try await SandboxFixture.withPool { pool in
                let stuck = try await pool.runExamined(
                    candidate: SandboxFixture.program("while True: pass") { $0.cpuMilliseconds = 300 },
                    examiner: examiner(staying: Self.answering, alone: "print('alone')")
                )
                let next = try await pool.runExamined(
                    candidate: SandboxFixture.program("import os; os.write(3, b'next')"),
                    examiner: examiner(staying: Self.answering, alone: "print('alone')")
                )

                #expect(stuck.candidate.limitHit == .cpuTime)
                let values = try #require(WireFormat.frames(in: next.examiner.results).first).values()
                #expect(values == [.int(2), .text("next")])
            }
        }

        private func examiner(staying: String, alone: String) -> ExecutionRequest {
            var request = SandboxFixture.program(alone)
            request.session = ExecutionRequest.Session(
                start: .cold(command: [SandboxFixture.python, "-S", "-c", staying]),
                job: WireFormat.encode(frame: "J", [])
            )
            return request
        }

        /// Reads from each channel what the candidate says, and answers with a running number and that.
        private static let answering = """
            import os, socket
            control = socket.socket(fileno=3)
            number = 0
            while True:
                job, channels, _, _ = socket.recv_fds(control, 100, 1)
                if not job: break
                number += 1
                word = b""
                while piece := os.read(channels[0], 100): word += piece
                os.close(channels[0])
                payload = b"I%d;S%d:%s" % (number, len(word), word)
                os.write(3, b"V%d:%s" % (len(payload), payload))
            """
    }
}
