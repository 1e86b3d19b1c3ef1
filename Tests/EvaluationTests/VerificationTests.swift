import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Evaluation

struct VerificationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func line(_ fields: [String: String]) throws -> String {
        String(decoding: try JSONEncoder().encode(fields), as: UTF8.self) + "\n"
    }

    /// Two tasks, one sample each, and the authors' verdicts on them.
    private func fill(verdicts: [String: [String]], score: Double? = nil) throws {
        let problems = try (0..<2).map { number in
            try line([
                "task_id": "HumanEval/\(number)", "prompt": "def f\(number)():\n",
                "entry_point": "f\(number)",
                "canonical_solution": "    return \(number)\n",
                "test": "def check(candidate):\n    assert candidate() == \(number)\n",
            ])
        }
        try folder.write(problems.joined(), to: "human/HumanEval.jsonl")
        let samples = try (0..<2).map { number in
            try line(["task_id": "HumanEval/\(number)", "completion": "    return 'sample \(number)'\n"])
        }
        try folder.write(samples.joined(), to: "model/evalplus/humaneval/generated.jsonl")
        let eval = verdicts.mapValues { $0.map { ["base_status": $0, "plus_status": "fail"] } }
        try folder.write(
            try JSONEncoder().encode(["eval": eval]),
            to: "model/evalplus/humaneval/generated_eval_results.json"
        )
        if let score {
            try folder.write(
                try JSONEncoder().encode(["EvalPlus": ["HumanEval": score]]),
                to: "model/all_results.json"
            )
        }
    }

    private func run(
        _ verification: Verification,
        _ check: Int,
        _ script: @escaping @Sendable (String) async throws -> RunReport
    ) async throws -> Verification.Outcome {
        try await verification.run(
            verification.checks[check],
            limits: LimitOverrides(),
            trial: PlainTrial(script),
            identities: ExecutionIdentities(identity),
            jobs: 2,
            now: { .zero }
        )
    }

    @Test func `finds suite, samples, verdicts and score by their names`() throws {
        try fill(verdicts: [:], score: 61.6)

        let verification = try Verification(folder: folder.url)

        #expect(
            verification.checks.map(\.name) == [
                "HumanEval, canonical solutions", "HumanEval, model/evalplus/humaneval",
            ]
        )
        #expect(verification.checks[1].publishedScore?.percent == 61.6)
        #expect(verification.notCovered.isEmpty)
    }

    @Test func `lists what it knows the form of and cannot judge`() throws {
        try fill(verdicts: [:])
        for path in [
            "multipl-e/humaneval-lua.jsonl.gz", "model/multipl-e/humaneval-php-details.json.gz",
            "mbxp/mbswp_samples.jsonl.gz", "mbxp/mbjsp_release_v1.2.jsonl.gz",
            "notes/other.json", "readme.txt",
        ] { try folder.write("", to: path) }

        let verification = try Verification(folder: folder.url)

        #expect(
            verification.notCovered.map { "\($0.path): \($0.reason)" } == [
                "mbxp/mbjsp_release_v1.2.jsonl.gz: MBXP in mbjsp, without its other half",
                "mbxp/mbswp_samples.jsonl.gz: MBXP in mbswp, without its other half",
                "model/multipl-e/humaneval-php-details.json.gz: samples of MultiPL-E in php, without its problems",
                "multipl-e/humaneval-lua.jsonl.gz: MultiPL-E in lua, without samples",
            ]
        )
    }

    @Test func `canonical solutions must all pass`() async throws {
        try fill(verdicts: [:])
        let verification = try Verification(folder: folder.url)

        let good = try await run(verification, 0) { _ in .pass }
        let bad = try await run(verification, 0) { $0.contains("return 1") ? .fail : .pass }

        #expect(good.isConfirmed && good.samples == 2 && good.measuredPasses == 2)
        #expect(!bad.isConfirmed && bad.measuredPasses == 1)
        #expect(bad.disagreements.map(\.taskID) == ["HumanEval/1"])
    }

    /// One problem of MBPP+, a sample for it and the authors' verdicts.
    private func fillMBPP(in model: String, base: String, plus: String, task: String = "Mbpp/2") throws {
        try folder.write(
            #"{"task_id": "\#(task)", "prompt": "", "entry_point": "f", "canonical_solution": "def f(): return 0", "#
                + #""base_input": [[]], "plus_input": [[]], "atol": 0}"#,
            to: "mbppplus/MbppPlus-v0.jsonl"
        )
        try folder.write(
            try line(["task_id": task, "completion": "sample"]),
            to: "\(model)/mbpp/generated.jsonl"
        )
        try folder.write(
            try JSONEncoder().encode(["eval": [task: [["base_status": base, "plus_status": plus]]]]),
            to: "\(model)/mbpp/generated_eval_results.json"
        )
    }

    @Test func `MBPP is checked without and with its extra tests`() async throws {
        try fillMBPP(in: "model", base: "pass", plus: "timeout")
        try folder.write(
            try JSONEncoder().encode(["EvalPlus": ["MBPP": 100.0, "MBPP+": 0.0]]),
            to: "model/all_results.json"
        )

        let verification = try Verification(folder: folder.url)
        let base = try await run(verification, 1) { _ in .pass }
        let plus = try await run(verification, 2) { $0.contains("sample") ? .fail : .pass }

        #expect(
            verification.checks.map(\.name) == [
                "MBPP+, canonical solutions", "MBPP, model/mbpp", "MBPP+, model/mbpp",
            ]
        )
        #expect(verification.checks.map(\.includesExtraTests) == [true, false, true])
        #expect(base.isConfirmed && base.publishedPasses == 1)
        #expect(plus.isConfirmed && plus.publishedPasses == 0)
    }

    @Test func `a difference that was looked into has its reason, and one in the other direction has none`()
        async throws
    {
        try fillMBPP(in: "qwen2.5-coder-7b-base", base: "fail", plus: "fail")
        let known = try await run(try Verification(folder: folder.url), 1) { _ in .pass }
        try fillMBPP(in: "qwen2.5-coder-7b-base", base: "pass", plus: "pass")
        let opposite = try await run(try Verification(folder: folder.url), 1) {
            $0.contains("sample") ? .fail : .pass
        }
        try fillMBPP(in: "other-model", base: "fail", plus: "fail")
        let elsewhere = try await run(try Verification(folder: folder.url), 1) { _ in .pass }

        #expect(known.isConfirmed && known.measuredPasses == 1 && known.publishedPasses == 0)
        #expect(known.disagreements.first?.reason?.contains("as sets") == true)
        #expect(!opposite.isConfirmed && opposite.disagreements.first?.reason == nil)
        #expect(!elsewhere.isConfirmed && elsewhere.disagreements.first?.reason == nil)
    }

    @Test func `equal totals with other verdicts are no confirmation`() async throws {
        try fill(verdicts: ["HumanEval/0": ["pass"], "HumanEval/1": ["fail"]], score: 50)
        let verification = try Verification(folder: folder.url)

        let same = try await run(verification, 1) { $0.contains("sample 0") ? .pass : .fail }
        let swapped = try await run(verification, 1) { $0.contains("sample 0") ? .fail : .pass }

        #expect(same.isConfirmed && same.publishedPasses == 1 && same.measuredPasses == 1)
        #expect(swapped.publishedPasses == 1 && swapped.measuredPasses == 1)
        #expect(!swapped.isConfirmed)
        #expect(swapped.disagreements.map(\.published) == [true, false])
    }

    @Test func `a fault of this machine confirms nothing`() async throws {
        try fill(verdicts: ["HumanEval/0": ["fail"], "HumanEval/1": ["fail"]])
        let verification = try Verification(folder: folder.url)

        let outcome = try await run(verification, 1) { $0.contains("sample 0") ? .fault : .fail }

        #expect(outcome.infrastructureErrors == 1)
        #expect(outcome.disagreements.map(\.taskID) == ["HumanEval/0"])
    }

    @Test func `a published score that the verdicts do not give is no confirmation`() async throws {
        try fill(verdicts: ["HumanEval/0": ["pass"], "HumanEval/1": ["fail"]], score: 61.6)
        let verification = try Verification(folder: folder.url)

        let outcome = try await run(verification, 1) { $0.contains("sample 0") ? .pass : .fail }

        #expect(outcome.disagreements.isEmpty)
        #expect(!outcome.isConfirmed)
    }

    @Test func `a sample without a published verdict is an error`() async throws {
        try fill(verdicts: ["HumanEval/0": ["pass"]])
        let verification = try Verification(folder: folder.url)

        let error = await #expect(throws: HarnessError.self) {
            try await run(verification, 1) { _ in .pass }
        }

        #expect(error?.code == .badData)
        #expect(error?.message.contains("HumanEval/1") == true)
    }

    @Test func `a missing, an empty and an incomplete folder are errors that say what is missing`() throws {
        let missing = #expect(throws: HarnessError.self) {
            try Verification(folder: folder.file("nowhere"))
        }
        let empty = #expect(throws: HarnessError.self) { try Verification(folder: folder.url) }
        try fill(verdicts: [:])
        try FileManager.default.removeItem(at: folder.file("human/HumanEval.jsonl"))
        let incomplete = #expect(throws: HarnessError.self) { try Verification(folder: folder.url) }

        #expect([missing, empty, incomplete].map { $0?.code } == [.noInput, .noInput, .noInput])
        #expect(empty?.remedy?.contains("HumanEval.jsonl") == true)
        #expect(incomplete?.message.contains("generated.jsonl") == true)
    }

    @Test(arguments: [
        (101, 164, 61.6, true), (100, 164, 61.6, false), (102, 164, 61.6, false), (0, 0, 0, false),
    ])
    func `a score agrees when it prints the same`(passed: Int, samples: Int, percent: Double, agrees: Bool) {
        let score = Verification.PublishedScore(percent: percent, file: folder.url)

        #expect(score.agrees(passed: passed, of: samples) == agrees)
    }
}
