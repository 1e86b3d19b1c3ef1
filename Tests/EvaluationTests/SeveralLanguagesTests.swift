import Evaluation
import HarnessCore
import Testing

/// One run over samples in several languages.
struct SeveralLanguagesTests {
    private static let java = Language(rawValue: "java")
    private static let rust = Language(rawValue: "rust")

    private func sample(_ language: Language, _ index: Int, _ text: String = "right") -> Sample {
        Sample(taskID: "a", index: index, language: language, text: text, form: .solution)
    }

    private func identity(_ name: String) -> ExecutionIdentity {
        ExecutionIdentity(runner: name, toolchain: name, judging: "j", isolation: .full)
    }

    private func plan(
        _ samples: [Sample],
        unavailable: [Language: String] = [:],
        javaReference: String? = nil
    ) throws -> EvaluationPlan {
        var task = makeTask("a", reference: javaReference == nil ? nil : "right")
        task.references[Self.java] = javaReference
        return try EvaluationPlan(
            suite: makeSuite([task]),
            samples: samples,
            identities: ExecutionIdentities(
                [.python: identity("python"), Self.java: identity("java")],
                unavailable: unavailable,
                isolation: .full
            ),
            program: { sample, _ in sample.text }
        )
    }

    @Test func `equal texts in two languages are two programs with names of their own`() throws {
        let plan = try plan([sample(Self.java, 0), sample(.python, 0), sample(.python, 1)])

        #expect(plan.languages == [Self.java, .python])
        #expect(plan.units.map { $0.samples.count }.sorted() == [1, 2])
        #expect(Set(plan.units.map(\.key)).count == 2)
    }

    @Test func `the same index stands once in each language`() throws {
        let error = #expect(throws: HarnessError.self) {
            try plan([sample(Self.java, 0), sample(Self.java, 0, "other"), sample(.python, 0)])
        }

        #expect(error?.message.contains("in java") == true)
    }

    @Test func `a language that is missing gives infrastructure errors and never runs`() async throws {
        let plan = try plan(
            [sample(.python, 0), sample(Self.rust, 0), sample(Self.rust, 1)],
            unavailable: [Self.rust: "install rustc"]
        )
        let trial = PlainTrial { _ in .pass }
        let ledger = MemoryLedger()

        let summary = try await makeEvaluator(plan, trial, ledger).run()

        let missing = await ledger.results.filter { $0.language == Self.rust }
        #expect(summary.status == .complete)
        #expect(summary.passed == 1)
        #expect(trial.programs.count == 1)
        #expect(summary.infrastructureErrors == 2)
        #expect(missing.allSatisfy { $0.verdict.rule == "harness.language-missing" })
        #expect(missing.allSatisfy { $0.verdict.evidence.message == "install rustc" && $0.cacheKey == nil })
    }

    @Test func `a reference that fails in one language leaves the others alone`() async throws {
        let plan = try plan([sample(.python, 0), sample(Self.java, 0)], javaReference: "wrong")
        let trial = PlainTrial { $0 == "wrong" ? .fail : .pass }
        let ledger = MemoryLedger()

        let settings = EvaluationSettings(checksReferences: true)
        let summary = try await makeEvaluator(plan, trial, ledger, settings: settings).run()

        let rules = await ledger.results.sorted { $0.language < $1.language }.map(\.verdict.outcome)
        #expect(rules == [.infrastructureError, .passed])
        #expect(summary.quarantined == ["a"])
    }
}
