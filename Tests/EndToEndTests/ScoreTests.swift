import Foundation
import TestSupport
import Testing

/// The main job from the command line: samples in, verdicts out, kept and the same every time.
@Suite(
    .serialized,
    .timeLimit(.minutes(5)),
    .enabled("needs a sandbox") { try await Tool.hasSandbox }
)
struct ScoreTests {
    @Test func `each sample gets its verdict, and any pass rate ends with 0`() async throws {
        let files = try MiniSuite()

        let outcome = try await files.score(files.samples([MiniSuite.right, MiniSuite.wrong]), ["--json"])

        #expect(outcome.code == 0)
        let counts = try #require(outcome.json()["counts"] as? [String: Int])
        #expect(counts["planned"] == 2)
        #expect(counts["passed"] == 1)
        #expect(counts["failed"] == 1)
        #expect(counts["infrastructure"] == 0)
        #expect(counts["missing"] == 0)
    }

    @Test func `the same samples give the same table, from the cache and without it, warm and cold`()
        async throws
    {
        let files = try MiniSuite()
        let samples = try files.samples([MiniSuite.right, MiniSuite.wrong])

        let first = try await files.score(samples)
        let cached = try await files.score(samples)
        let fresh = try await files.score(samples, ["--cache", "off"])
        let cold = try await files.score(samples, ["--cache", "off", "--no-warm"])

        #expect(first.code == 0)
        #expect(Self.table(cached) == Self.table(first))
        #expect(Self.table(fresh) == Self.table(first))
        #expect(Self.table(cold) == Self.table(first))
    }

    @Test func `what was stored is listed and shown afterwards`() async throws {
        let files = try MiniSuite()
        let scored = try await files.score(files.samples([MiniSuite.right, MiniSuite.wrong]))

        let shown = try await Tool.run(["runs", "show", "latest", "--store", files.store.path])
        let failed = try await Tool.run([
            "runs", "samples", "latest", "--failed", "--store", files.store.path,
        ])
        let resumed = try await Tool.run(["resume", "--store", files.store.path])

        #expect(shown.code == 0)
        #expect(Self.table(shown) == Self.table(scored))
        #expect(failed.output.contains("Mini/1"))
        #expect(!failed.output.contains("Mini/0"))
        #expect(resumed.code == 0)
    }

    @Test func `a limit that the user sets holds for built-in tasks, and resume keeps it`() async throws {
        let shown = try await Tool.run(
            ["tasks", "show", "merge-intervals", "--json"],
            environment: ["EVALHARNESS_CPU_SECONDS": "5"]
        )
        let files = try MiniSuite()
        let scored = try await files.score(files.samples([MiniSuite.right]), ["--cpu-seconds", "5"])
        let resumed = try await Tool.run(["resume", "latest", "--store", files.store.path])

        let limits = try #require(try shown.json()["limits"] as? [String: Double])
        #expect(limits == ["cpu_seconds": 5, "wall_seconds": 10, "memory_mb": 512])
        #expect(scored.code == 0)
        #expect(resumed.code == 0)
    }

    @Test func `a task of a foreign suite whose own solution fails here is not scored`() async throws {
        let broken = MiniSuite.tasks[1].replacing("    return -x", with: "    return x")
        let files = try MiniSuite(tasks: [MiniSuite.tasks[0], broken])

        let outcome = try await files.score(files.samples([MiniSuite.right, MiniSuite.wrong]), ["--json"])

        #expect(outcome.code == 75)
        let counts = try #require(outcome.json()["counts"] as? [String: Int])
        #expect(counts["planned"] == 2 && counts["passed"] == 1)
        #expect(counts["failed"] == 0 && counts["infrastructure"] == 1)
    }

    @Test func `a terminal that goes away ends a run as termination does, with what is finished saved`()
        async throws
    {
        let files = try MiniSuite()
        let slow = (0..<4).map {
            #"{"task_id": "Mini/0", "completion": "    import time; time.sleep(2); return \#($0)\n"}"#
        }
        let samples = try files.samples(slow)

        let outcome = try await Tool.run(
            URL(filePath: "/bin/bash"),
            [
                "-c",
                """
                env --default-signal=HUP "$1" score "$2" --suite "$3" --model mini -j1 --store "$4" &
                until "$1" runs list --store "$4" 2> "$4.ignored" | grep -q '^r-'; do :; done
                kill -HUP $!
                wait $!
                """,
                "hang-up", Tool.program.path, samples.path, files.suite.path, files.store.path,
            ]
        )
        let listed = try await Tool.run(["runs", "list", "--store", files.store.path])

        #expect(outcome.code == 143)
        #expect(listed.output.contains("interrupted"))
    }

    @Test func `a sample that prints terminal commands cannot send them to the terminal`() async throws {
        let files = try MiniSuite()
        let hostile = #"{"task_id": "Mini/0", "completion": "    raise ValueError('\\x1b[2J\\x07')\n"}"#

        let scored = try await files.score(files.samples([hostile]))
        let listed = try await Tool.run(["runs", "samples", "latest", "--store", files.store.path])

        for text in [scored.output, scored.complaint, listed.output] {
            #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x07 })
        }
        #expect(listed.output.contains("ValueError"))
    }

    /// The summary without the one line in which equal runs differ, and without how they were started.
    private static func table(_ outcome: Tool.Outcome) -> [String] {
        outcome.output.replacing(/(warm|cold) starts/, with: "starts")
            .split(separator: "\n")
            .filter { !$0.hasPrefix("run r-") }
            .map(String.init)
    }
}
