import Foundation
package import HarnessCore
package import ResultStore
import Suites

extension Verification {
    /// One sample on which this installation and the authors differ.
    package struct Disagreement: Sendable, Hashable {
        package var taskID: String
        package var index: Int
        /// Whether it passed at its authors'.
        package var published: Bool
        package var measured: Verdict
        /// Why both are right, where somebody has looked into it; nil otherwise.
        package var reason: String?
    }

    /// What one check came to.
    package struct Outcome: Sendable, Hashable {
        package var check: Check
        package var samples: Int
        package var publishedPasses: Int
        package var measuredPasses: Int
        package var infrastructureErrors: Int
        /// In the suite's order; an infrastructure error disagrees with everybody.
        package var disagreements: [Disagreement]

        /// Whether every verdict is the authors' verdict, or differs for a known reason, and their verdicts give the
        /// score that they published.
        package var isConfirmed: Bool {
            let agreesWithScore =
                check.publishedScore.map { $0.agrees(passed: publishedPasses, of: samples) } ?? true
            if case .counted(_, let passed) = check.samples {
                return measuredPasses == passed && infrastructureErrors == 0
            }
            return disagreements.allSatisfy { $0.reason != nil } && agreesWithScore
        }
    }

    /// Evaluates the samples of one check and compares verdict by verdict.
    ///
    /// Verdicts in `cache` are not measured again, unless `isFresh` says so; without a cache nothing is kept.
    /// - Throws: `badData` for files that contradict each other, `incomplete` where `control` ended the evaluation.
    package func run(
        _ check: Check,
        limits: LimitOverrides,
        trial: any ProgramTrial,
        identities: ExecutionIdentities,
        cache: ResultStore? = nil,
        isFresh: Bool = false,
        jobs: Int,
        now: @escaping EvaluationClock,
        control: EvaluationControl = EvaluationControl(),
        observer: @escaping EvaluationObserver = { _ in }
    ) async throws -> Outcome {
        let suite = try SuiteLoader.foreign(
            file: check.suite,
            includesExtraTests: check.includesExtraTests,
            overrides: limits
        )
        let known = try KnownSamples(check, suite: suite)
        let plan = try EvaluationPlan(
            suite: suite,
            samples: known.samples,
            identities: identities,
            program: trial.program(for:task:)
        )
        let ledger = VerificationLedger(cache: cache)
        let evaluator = Evaluator(
            plan: plan,
            trial: trial,
            ledger: ledger,
            settings: EvaluationSettings(jobs: jobs, cache: cache == nil ? .off : isFresh ? .refresh : .on),
            now: now,
            observer: observer
        )
        let summary = try await evaluator.run(control: control)
        guard summary.status == .complete else {
            throw HarnessError(.incomplete, "stopped before \(check.name) was evaluated")
        }
        return known.outcome(of: check, measured: await ledger.results)
    }
}

/// Samples and whether they passed at their authors'.
private struct KnownSamples {
    private(set) var samples: [Sample] = []
    private var published: [String: [Bool]] = [:]

    init(_ check: Verification.Check, suite: TaskSuite) throws(HarnessError) {
        switch check.samples {
        case .canonical:
            for task in suite.tasks {
                guard let sample = task.referenceSample(in: check.language) else {
                    throw HarnessError(
                        .badData,
                        "task \"\(task.id)\" has no canonical solution",
                        at: check.suite.path
                    )
                }
                samples.append(sample)
                published[task.id] = [true]
            }
        case .counted(let file, _): samples = try SampleReader.samples(at: file, for: suite)
        case .published(let file, let verdicts):
            samples = try SampleReader.samples(at: file, for: suite)
            published =
                if file == verdicts {
                    try StoredPrograms.verdicts(at: verdicts)
                } else {
                    try PublishedFiles.verdicts(
                        in: verdicts,
                        includingExtraTests: check.includesExtraTests
                    )
                }
            for sample in samples where published[sample.taskID]?.indices.contains(sample.index) != true {
                throw HarnessError(
                    .badData,
                    "has no verdict on sample \(sample.index) of task \"\(sample.taskID)\"",
                    at: verdicts.path,
                    remedy: "the verdicts must be those of \(file.lastPathComponent)"
                )
            }
        }
    }

    func outcome(of check: Verification.Check, measured: [EvaluatedSample]) -> Verification.Outcome {
        var verdicts: [String: [Int: Verdict]] = [:]
        for row in measured { verdicts[row.taskID, default: [:]][row.index] = row.verdict }
        var outcome = Verification.Outcome(
            check: check,
            samples: samples.count,
            publishedPasses: 0,
            measuredPasses: 0,
            infrastructureErrors: 0,
            disagreements: []
        )
        if case .counted(_, let passed) = check.samples { outcome.publishedPasses = passed }
        for sample in samples {
            guard let verdict = verdicts[sample.taskID]?[sample.index] else { continue }
            let isPublishedPass = published[sample.taskID]?[sample.index]
            outcome.publishedPasses += isPublishedPass == true ? 1 : 0
            let agrees: Bool
            switch verdict.outcome {
            case .passed:
                outcome.measuredPasses += 1
                agrees = isPublishedPass == true
            case .failed: agrees = isPublishedPass == false
            case .infrastructureError:
                outcome.infrastructureErrors += 1
                agrees = false
            }
            guard !agrees, let isPublishedPass else { continue }
            outcome.disagreements.append(
                Verification.Disagreement(
                    taskID: sample.taskID,
                    index: sample.index,
                    published: isPublishedPass,
                    measured: verdict,
                    reason: ReviewedDifferences.reason(sample, isPublishedPass, verdict, in: check)
                )
            )
        }
        return outcome
    }
}
