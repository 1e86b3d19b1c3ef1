import Foundation
import HarnessCore
import ResultStore
import TestSupport
import Testing

/// The release gate on candidates of every kind: each with its exit code, and one verdict in every form.
@Suite(.timeLimit(.minutes(5)))
struct GateTests {
    /// A baseline and candidates: better, worse, equal, partial, with our errors, with other tasks.
    private static let filled = Result { try fill() }

    private static func scratch() throws -> ScratchStore { try ScratchStore(copyOf: filled.get()) }

    private static func fill() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.add(.init(id: "r-base00", model: "base"))
        try scratch.add(.init(id: "r-better", model: "better", passed: { $0 % 11 + 1 }))
        try scratch.add(.init(id: "r-worse0", model: "worse", passed: { $0 % 11 - 2 }))
        try scratch.add(.init(id: "r-equal0", model: "equal"))
        try scratch.add(.init(id: "r-part00", model: "partial", status: .interrupted, missing: 4))
        try scratch.add(.init(id: "r-infra0", model: "infra", passed: { $0 % 11 + 1 }, infrastructure: 11))
        try scratch.add(
            .init(id: "r-limits", model: "limits", limits: ResourceLimits(cpuMilliseconds: 60_000))
        )
        try scratch.add(
            .init(id: "r-forced", model: "forced", overrides: LimitOverrides(cpuMilliseconds: 60_000))
        )
        // The hard tasks are gone: every third one of the baseline's.
        try scratch.add(.init(id: "r-easier", model: "easier", tasks: 198, passed: { $0 % 11 + 1 }))
        return scratch
    }

    struct Candidate: Sendable, CustomTestStringConvertible {
        var run: String
        var policy: String
        var code: Int32
        var verdict: String
        var word: String
        var testDescription: String { "\(run) by \(policy)" }
    }

    static let candidates = [
        Candidate(run: "@better", policy: "release", code: 0, verdict: "pass", word: "PASS"),
        Candidate(run: "@better", policy: "improvement", code: 0, verdict: "pass", word: "PASS"),
        Candidate(run: "@worse", policy: "release", code: 100, verdict: "fail", word: "FAIL"),
        Candidate(run: "@worse", policy: "improvement", code: 100, verdict: "fail", word: "FAIL"),
        Candidate(run: "@equal", policy: "release", code: 0, verdict: "pass", word: "PASS"),
        Candidate(
            run: "@equal",
            policy: "improvement",
            code: 101,
            verdict: "inconclusive",
            word: "INCONCLUSIVE"
        ),
        Candidate(run: "r-part", policy: "release", code: 102, verdict: "no_verdict", word: "NO VERDICT"),
        Candidate(run: "@infra", policy: "release", code: 102, verdict: "no_verdict", word: "NO VERDICT"),
        Candidate(run: "@limits", policy: "release", code: 102, verdict: "no_verdict", word: "NO VERDICT"),
        Candidate(run: "@forced", policy: "release", code: 102, verdict: "no_verdict", word: "NO VERDICT"),
        Candidate(run: "@easier", policy: "release", code: 102, verdict: "no_verdict", word: "NO VERDICT"),
    ]

    @Test(arguments: candidates)
    func `a candidate's exit code, text, JSON, JUnit and Markdown agree`(candidate: Candidate) async throws {
        let scratch = try Self.scratch()
        let command = [
            "gate", candidate.run, "--baseline", "@base", "--policy", candidate.policy, "-o", "gate.json",
            "-o",
            "gate.junit.xml", "-o", "gate.md", "-o", "gate.html",
        ]

        let outcome = try await scratch.run(command)

        #expect(outcome.code == candidate.code)
        #expect(outcome.output.hasPrefix(candidate.word + " policy \(candidate.policy)"))
        #expect(outcome.output.contains("\nexit \(candidate.code)\n"))
        for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: scratch.folder.file("gate.json")))
        let object = try #require(json as? [String: Any])
        #expect(object["schema"] as? String == "evalharness/gate@1")
        #expect(object["verdict"] as? String == candidate.verdict)
        #expect(object["exit"] as? Int == Int(candidate.code))
        let junit = try Self.read("gate.junit.xml", in: scratch)
        #expect(junit.contains("name=\"verdict\" value=\"\(candidate.verdict)\""))
        let isClean = junit.contains(" failures=\"0\" errors=\"0\"")
        #expect(isClean == (candidate.code == 0))
        #expect(junit.contains("<error") == (candidate.code == 102))
        #expect(try Self.read("gate.md", in: scratch).hasPrefix("### \(candidate.word)"))
        #expect(try Self.read("gate.html", in: scratch).contains("<h1>\(candidate.word)"))
    }

    @Test func `with --json the one object says what the exit code says`() async throws {
        let scratch = try Self.scratch()

        let outcome = try await scratch.run(["gate", "@worse", "--baseline", "@base", "--json"])

        #expect(outcome.code == 100)
        #expect(try outcome.json()["exit"] as? Int == 100)
    }

    @Test func `an open question passes with a warning where the policy says so`() async throws {
        let scratch = try Self.scratch()
        try scratch.folder.write(
            """
            gate:
              lenient:
                baseline: "@base"
                primary: { metric: pass@1, rule: better, margin: 0pp }
                inconclusive: warn
            """,
            to: "evalharness.yaml"
        )

        let outcome = try await scratch.run(["gate", "@equal", "--policy", "lenient", "-o", "gate.junit.xml"])

        #expect(outcome.code == 0)
        #expect(outcome.output.hasPrefix("INCONCLUSIVE"))
        #expect(outcome.output.contains("lets that pass"))
        #expect(try Self.read("gate.junit.xml", in: scratch).contains("<skipped message=\"inconclusive"))
    }

    @Test func `a newer run that is not complete is told where an older one is chosen`() async throws {
        let scratch = try Self.scratch()
        try scratch.add(.init(id: "r-newer0", model: "better", status: .interrupted, missing: 1))

        let outcome = try await scratch.run(["gate", "@better", "--baseline", "@base"])

        #expect(outcome.output.contains("r-better"))
        #expect(outcome.output.contains("! better has a newer run, r-newer0, which is interrupted"))
    }

    // MARK: - The lock

    @Test func `a lock holds the policy, the tasks and the baseline`() async throws {
        let scratch = try Self.scratch()
        let release = ["--baseline", "@base", "--policy", "release"]
        let locked = try await scratch.run(["gate", "lock"] + release)
        #expect(locked.code == 0)

        let fine = try await scratch.run(["gate", "@better"] + release)
        #expect(fine.code == 0)
        #expect(fine.output.contains("✔ lock"))
        #expect(try await scratch.run(["gate", "verify"] + release).code == 0)

        // Another policy, another baseline, a suite without its hard tasks.
        let policy = try await scratch.run([
            "gate", "@better", "--baseline", "@base", "--policy", "improvement",
        ])
        let baseline = try await scratch.run([
            "gate", "@better", "--baseline", "@worse", "--policy", "release",
        ])
        let suite = try await scratch.run(["gate", "@easier"] + release + ["-o", "gate.json"])
        for outcome in [policy, baseline, suite] {
            #expect(outcome.code == 103)
            #expect(outcome.output.hasPrefix("LOCK DIFFERS"))
        }
        #expect(suite.output.contains("candidate's suite"))
        let again = try await scratch.run(["gate", "lock", "--baseline", "@worse", "--policy", "release"])
        #expect(again.code == 64, "an existing lock is replaced on request only")
    }

    @Test func `a moving baseline may be another run, of the same suite only`() async throws {
        let scratch = try Self.scratch()
        let locked = try await scratch.run([
            "gate", "lock", "--baseline", "@base", "--policy", "release", "--moving-baseline",
        ])

        let other = try await scratch.run(["gate", "@better", "--baseline", "@equal", "--policy", "release"])
        let suite = try await scratch.run(["gate", "@easier", "--baseline", "@equal", "--policy", "release"])

        #expect(locked.code == 0)
        #expect(other.code == 0)
        #expect(suite.code == 103)
    }

    @Test func `a bar that was lowered under the same name differs from the lock`() async throws {
        let scratch = try Self.scratch()
        func policy(margin: String) throws {
            try scratch.folder.write(
                "primary: { metric: pass@1, rule: not-worse, margin: \(margin) }\n",
                to: "policy.yaml"
            )
        }
        try policy(margin: "3pp")
        _ = try await scratch.run(["gate", "lock", "--baseline", "@base", "--policy", "./policy.yaml"])
        try policy(margin: "90pp")

        let outcome = try await scratch.run([
            "gate", "@worse", "--baseline", "@base", "--policy", "./policy.yaml",
        ])
        let verified = try await scratch.run([
            "gate", "verify", "--baseline", "@base", "--policy", "./policy.yaml",
        ])

        #expect(outcome.code == 103)
        #expect(verified.code == 103)
        #expect(outcome.output.contains("policy_sha256"))
    }

    @Test func `a baseline whose results were changed differs from the lock`() async throws {
        let scratch = try Self.scratch()
        _ = try await scratch.run(["gate", "lock", "--baseline", "@base"])
        // A store in which a run of the same name found less.
        let other = try ScratchStore()
        try other.add(.init(id: "r-base00", model: "base", passed: { $0 % 11 - 3 }))
        try other.add(.init(id: "r-worse0", model: "worse", passed: { $0 % 11 - 2 }))
        let lock = scratch.folder.file("evalharness.lock").path

        let outcome = try await other.run(["gate", "@worse", "--baseline", "@base", "--lock", lock])

        #expect(outcome.code == 103)
        #expect(outcome.output.contains("baseline_results_sha256"))
    }

    // MARK: - Faults

    static let faults: [(arguments: [String], code: Int32, fragment: String)] = [
        (["gate", "@better", "--baseline", "@base", "--policy", "relaese"], 66, "did you mean \"release\"?"),
        (["gate", "@better", "--policy", "release"], 64, "--baseline"),
        (["gate", "@absent", "--baseline", "@base"], 66, "absent"),
        (["gate", "@base", "--baseline", "@base"], 64, "the same run"),
        (["gate", "@better", "--baseline", "@base", "--lock", "none.lock"], 66, "none.lock"),
        (["gate", "@better", "--baseline", "@base", "-o", "gate.doc"], 64, ".junit.xml"),
        (["gate", "results.csv", "--baseline", "@base"], 64, "store"),
        (["gate", "@better", "--baseline", "@base", "--github-summary"], 64, "GITHUB_STEP_SUMMARY"),
        (["gate", "@better", "--baseline", "@base", "-o", "absent/gate.md"], 74, "absent/gate.md"),
    ]

    @Test(arguments: faults.indices)
    func `a gate that cannot look says why`(index: Int) async throws {
        let fault = Self.faults[index]

        let outcome = try await Self.scratch().run(fault.arguments)

        #expect(outcome.code == fault.code, "\(fault.arguments)")
        #expect(outcome.complaint.contains(fault.fragment), "\(outcome.complaint)")
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ("primary: { metric: pass@1, rule: not-worse }", "margin"),
        ("primary: { metric: pass, rule: not-worse, margin: 3pp }", "policy.yaml:1"),
        ("primary: { metric: pass@1, rule: not-worse, margin: 3% }", "say pp"),
        ("primary: { metric: pass@1, rule: never-worse, margin: 3pp }", "not-worse, better"),
        (
            "primary: { metric: pass@1, rule: not-worse, margin: 3pp, by: langauge }",
            "did you mean \"language\"?"
        ),
        (
            "primary: { metric: pass@1, rule: not-worse, margin: 3pp }\nrequire: { same: [suit] }",
            "policy.yaml:2"
        ),
        ("guardrails: []", "primary"),
        ("primaries: {}", "did you mean \"primary\"?"),
        ("", "empty"),
        ("primary: [", "not YAML"),
    ])
    func `a policy that cannot be right is refused with its line`(text: String, fragment: String) async throws
    {
        let scratch = try Self.scratch()
        try scratch.folder.write(text, to: "policy.yaml")

        let outcome = try await scratch.run([
            "gate", "@better", "--baseline", "@base", "--policy", "policy.yaml",
        ])

        #expect(outcome.code == 78)
        #expect(outcome.complaint.contains(fragment), "\(outcome.complaint)")
    }

    @Test func `the summary of a job is appended to`() async throws {
        let scratch = try Self.scratch()
        let summary = try scratch.folder.write("before\n", to: "summary.md")

        let outcome = try await scratch.run(
            ["gate", "@better", "--baseline", "@base", "--github-summary"],
            environment: ["GITHUB_STEP_SUMMARY": summary.path]
        )

        #expect(outcome.code == 0)
        let text = try Self.read("summary.md", in: scratch)
        #expect(text.hasPrefix("before\n### PASS"))
    }

    private static func read(_ name: String, in scratch: ScratchStore) throws -> String {
        try String(contentsOf: scratch.folder.file(name), encoding: .utf8)
    }
}
