import Foundation
import ResultStore
import TestSupport
import Testing
import Yams

/// What docs/ci.md shows works as it stands there.
@Suite(.timeLimit(.minutes(5)))
struct ContinuousIntegrationTests {
    private static func blocks(_ language: String) throws -> [String] {
        let text = try String(contentsOf: Checkout.root.appending(path: "docs/ci.md"), encoding: .utf8)
        var blocks: [String] = []
        var block: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let lines = block {
                if line == "```" {
                    blocks.append(lines.joined(separator: "\n") + "\n")
                    block = nil
                } else {
                    block?.append(line)
                }
            } else if line == "```\(language)" {
                block = []
            }
        }
        return blocks
    }

    private static let filled = Result { try fill() }

    private static func scratch() throws -> ScratchStore { try ScratchStore(copyOf: filled.get()) }

    private static func fill() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.add(.init(id: "r-base00", model: "v1"))
        try scratch.add(.init(id: "r-better", model: "better", passed: { $0 % 11 + 1 }))
        try scratch.add(.init(id: "r-worse0", model: "worse", passed: { $0 % 11 - 2 }))
        try scratch.add(.init(id: "r-equal0", model: "equal"))
        try scratch.add(.init(id: "r-part00", model: "partial", status: .interrupted, missing: 4))
        return scratch
    }

    @Test(arguments: [
        ("@better", "release", Int32(0), "gate: released"),
        ("@worse", "release", 100, "gate: worse than the policy allows"),
        ("@equal", "improvement", 101, "gate: an open question"),
        ("r-part", "release", 102, "gate: no verdict"),
        ("@absent", "release", 66, "gate: could not look (exit 66)"),
    ])
    func `the script ends with the gate's code and leaves its reports`(
        candidate: String,
        policy: String,
        code: Int32,
        words: String
    ) async throws {
        let scratch = try Self.scratch()
        let script = try scratch.folder.write(try #require(Self.blocks("bash").first), to: "gate.sh")

        let outcome = try await Tool.run(
            URL(filePath: "/bin/bash"),
            [
                "-c", "cd \"$1\" && bash \"$2\" \"$3\" @v1 \"$4\"", "ci", scratch.folder.url.path,
                script.path, candidate, policy,
            ],
            environment: [
                "PATH": "\(Checkout.products.path):/usr/bin:/bin", "EVALHARNESS_STORE": scratch.file.path,
                "COLUMNS": "80",
            ]
        )

        #expect(outcome.code == code, "\(outcome.complaint)")
        #expect(outcome.output.contains(words))
        let reports = ["gate.json", "gate.junit.xml", "gate.md", "compare.md"].map { "gate/\($0)" }
        for report in reports {
            let exists = FileManager.default.fileExists(atPath: scratch.folder.file(report).path)
            #expect(exists == (code != 66), "\(report)")
        }
    }

    @Test func `the workflow is YAML whose gate step passes on a better candidate`() async throws {
        let workflow = try #require(Self.blocks("yaml").last)
        let root = try #require(try Yams.load(yaml: workflow) as? [String: Any])
        let jobs = try #require(root["jobs"] as? [String: [String: Any]])
        let steps = try #require(jobs["gate"]?["steps"] as? [[String: Any]])
        let gate = try #require(
            steps.compactMap { $0["run"] as? String }.first { $0.hasPrefix("evalharness gate") }
        )
        let scratch = try Self.scratch()
        try scratch.add(.init(id: "r-cand00", model: "candidate", passed: { $0 % 11 + 1 }))
        let summary = scratch.folder.file("summary.md")

        let outcome = try await Tool.run(
            URL(filePath: "/bin/bash"),
            ["-c", "cd \"$1\" && eval \"$2\"", "ci", scratch.folder.url.path, gate],
            environment: [
                "PATH": "\(Checkout.products.path):/usr/bin:/bin", "EVALHARNESS_STORE": scratch.file.path,
                "GITHUB_STEP_SUMMARY": summary.path,
            ]
        )

        #expect(outcome.code == 0, "\(outcome.complaint)")
        #expect(try String(contentsOf: summary, encoding: .utf8).hasPrefix("### PASS"))
    }

    @Test func `the policy in the document is accepted`() async throws {
        let scratch = try Self.scratch()
        try scratch.folder.write(try #require(Self.blocks("yaml").first), to: "evalharness.yaml")

        let outcome = try await scratch.run(["gate", "@better", "--policy", "nightly"])

        #expect(outcome.code == 0, "\(outcome.complaint)")
    }
}
