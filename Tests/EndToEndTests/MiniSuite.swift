import Foundation
import TestSupport

/// A suite of two tasks in HumanEval's form and samples for it, in a folder of one test.
struct MiniSuite {
    /// A completion that passes.
    static let right = #"{"task_id": "Mini/0", "completion": "    return 2 * x\n"}"#
    /// A completion that gives another value than asked.
    static let wrong = #"{"task_id": "Mini/1", "completion": "    return x\n"}"#

    let folder: TemporaryFolder
    let suite: URL

    static let tasks = [
        #"{"task_id": "Mini/0", "prompt": "def double(x):\n    \"\"\"Return twice x.\"\"\"\n", "#
            + #""entry_point": "double", "canonical_solution": "    return x + x\n", "#
            + #""test": "def check(candidate):\n    assert candidate(2) == 4\n    assert candidate(0) == 0\n"}"#,
        #"{"task_id": "Mini/1", "prompt": "def negate(x):\n    \"\"\"Return minus x.\"\"\"\n", "#
            + #""entry_point": "negate", "canonical_solution": "    return -x\n", "#
            + #""test": "def check(candidate):\n    assert candidate(3) == -3\n"}"#,
    ]

    init(tasks: [String] = Self.tasks) throws {
        folder = try TemporaryFolder()
        suite = try folder.write(tasks.map { $0 + "\n" }.joined(), to: "suite.jsonl")
    }

    /// The database that `score` writes unless it is told another.
    var store: URL { folder.file("results/evalharness.sqlite") }

    func samples(_ lines: [String]) throws -> URL {
        try samples(Data(lines.map { $0 + "\n" }.joined().utf8))
    }

    func samples(_ content: Data) throws -> URL { try folder.write(content, to: "samples.jsonl") }

    /// Scores a file of samples with one worker.
    func score(
        _ samples: URL,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> Tool.Outcome {
        try await Tool.run(
            [
                "score", samples.path, "--suite", suite.path, "--model", "mini", "--jobs", "1",
                "--store", store.path,
            ] + arguments,
            environment: environment
        )
    }
}
