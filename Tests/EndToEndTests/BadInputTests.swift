import Foundation
import TestSupport
import Testing

/// Input that cannot be right: each fault names its place, ends with its exit code, and nothing runs.
@Suite(.timeLimit(.minutes(5)))
struct BadInputTests {
    /// One faulty file of samples and what the user must be told about it.
    struct BadSamples: Sendable, CustomTestStringConvertible {
        var name: String
        var content: Data
        var fragments: [String]

        var testDescription: String { name }

        init(_ name: String, _ lines: [String], _ fragments: [String]) {
            self.init(name, Data(lines.map { $0 + "\n" }.joined().utf8), fragments)
        }

        init(_ name: String, _ content: Data, _ fragments: [String]) {
            self.name = name
            self.content = content
            self.fragments = fragments
        }
    }

    static let badSamples = [
        BadSamples(
            "malformed JSON",
            [MiniSuite.right, MiniSuite.wrong, #"{"task_id": "Mini/0", "#],
            ["samples.jsonl:3"]
        ),
        BadSamples(
            "unknown task id",
            [MiniSuite.right, #"{"task_id": "Mini/99", "completion": "x"}"#],
            ["samples.jsonl:2", "unknown task id", "Mini/99"]
        ),
        BadSamples(
            "no completion",
            [#"{"task_id": "Mini/0"}"#],
            ["samples.jsonl:1", "missing field", "completion"]
        ),
        BadSamples("no task id", [#"{"completion": "x"}"#], ["samples.jsonl:1", "task_id"]),
        BadSamples(
            "duplicate ids",
            Array(repeating: #"{"task_id": "Mini/0", "completion": "x", "completion_id": 7}"#, count: 2),
            ["samples.jsonl:2", "Mini/0", "7", "line 1"]
        ),
        BadSamples(
            "completion of 50 MB",
            [
                MiniSuite.right,
                #"{"task_id": "Mini/0", "completion": ""# + String(repeating: "x", count: 50_000_000)
                    + #""}"#,
            ],
            ["samples.jsonl:2", "bytes"]
        ),
        BadSamples(
            "escaped NUL in a completion",
            [MiniSuite.right, #"{"task_id": "Mini/0", "completion": "    return 2 * x\n\u0000"}"#],
            ["samples.jsonl:2", "NUL"]
        ),
        BadSamples("NUL bytes", Data("{\"task_id\": \"Mini/0\u{0}\"}\n".utf8), ["samples.jsonl:1"]),
        BadSamples(
            "invalid UTF-8",
            Data(#"{"task_id": "Mini/0", "completion": ""#.utf8) + Data([0xC3, 0x28]) + Data("\"}\n".utf8),
            ["samples.jsonl:1", "UTF-8"]
        ),
        BadSamples("empty file", Data(), ["samples.jsonl", "no samples"]),
        BadSamples("blank lines only", Data("\n\n".utf8), ["samples.jsonl", "no samples"]),
    ]

    @Test(arguments: badSamples)
    func `faulty samples are refused by name and place`(bad: BadSamples) async throws {
        let files = try MiniSuite()
        let samples = try files.samples(bad.content)

        let outcome = try await files.score(samples)

        #expect(outcome.code == 65)
        for fragment in bad.fragments { #expect(outcome.complaint.contains(fragment)) }
        #expect(outcome.output.isEmpty)
        #expect(outcome.complaint.utf8.count < 10_000, "a message is for reading")
        #expect(!FileManager.default.fileExists(atPath: files.store.path), "nothing was evaluated")
    }

    static let badSuites: [(name: String, tasks: [String], fragments: [String])] = [
        ("empty", [], ["suite.jsonl"]),
        (
            "a task without tests",
            [#"{"task_id": "Mini/0", "prompt": "def f():\n", "entry_point": "f", "test": ""}"#],
            ["suite.jsonl:1", "test"]
        ),
        (
            "a task without the field test",
            [#"{"task_id": "Mini/0", "prompt": "def f():\n", "entry_point": "f"}"#],
            ["suite.jsonl:1", "test"]
        ),
        ("duplicate ids", MiniSuite.tasks + [MiniSuite.tasks[0]], ["suite.jsonl:3", "Mini/0"]),
        ("malformed JSON", MiniSuite.tasks + ["{"], ["suite.jsonl:3"]),
    ]

    @Test(arguments: badSuites.indices)
    func `faulty suites are refused by name and place`(index: Int) async throws {
        let bad = Self.badSuites[index]
        let files = try MiniSuite(tasks: bad.tasks)

        let outcome = try await files.score(files.samples([MiniSuite.right]))

        #expect(outcome.code == 65, "\(bad.name)")
        for fragment in bad.fragments { #expect(outcome.complaint.contains(fragment), "\(bad.name)") }
        #expect(outcome.output.isEmpty)
    }

    @Test func `files that are not there are told apart from files that are wrong`() async throws {
        let files = try MiniSuite()

        let noSamples = try await files.score(files.folder.file("absent.jsonl"))
        let noSuite = try await Tool.run([
            "score", files.samples([MiniSuite.right]).path, "--suite", "/absent/suite.jsonl", "--model",
            "mini",
        ])
        let noModel = try await Tool.run(["run", "--model", "absent"])

        #expect(noSamples.code == 66)
        #expect(noSamples.complaint.contains("absent.jsonl"))
        #expect(noSuite.code == 66)
        #expect(noSuite.complaint.contains("/absent/suite.jsonl"))
        #expect(noModel.code == 66)
        #expect(noModel.complaint.contains("absent"))
    }

    @Test func `with --json a fault is one object that says the same as the exit code`() async throws {
        let files = try MiniSuite()

        let outcome = try await files.score(files.samples(["{"]), ["--json"])

        let fault = try #require(outcome.json()["error"] as? [String: Any])
        #expect(outcome.code == 65)
        #expect(fault["exit"] as? Int == 65)
        #expect((fault["where"] as? String)?.hasSuffix("samples.jsonl:1") == true)
    }

    static let unsafeWishes: [(arguments: [String], environment: [String: String], code: Int32)] = [
        (["--require-level", "none"], [:], 64), ([], ["EVALHARNESS_REQUIRE_LEVEL": "none"], 78),
    ]

    @Test(arguments: unsafeWishes)
    func `the level none cannot be asked for by its name`(
        arguments: [String],
        environment: [String: String],
        code: Int32
    ) async throws {
        let files = try MiniSuite()

        let outcome = try await files.score(
            files.samples([MiniSuite.right]),
            arguments,
            environment: environment
        )

        #expect(outcome.code == code)
        #expect(outcome.complaint.contains("must be one of fence, namespaces, full"))
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [["run", "--modell", "v2"], ["rum"], ["runs", "shwo"], ["score"]])
    func `a wrong command line ends with 64 and says what is wrong`(arguments: [String]) async throws {
        let outcome = try await Tool.run(arguments)

        #expect(outcome.code == 64)
        #expect(!outcome.complaint.isEmpty)
        #expect(outcome.output.isEmpty)
    }
}
