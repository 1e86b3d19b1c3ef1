import HarnessCore
import Judging

/// A task as it is asked in one language.
struct TaskPlace: Hashable, Sendable {
    var task: String
    var language: Language
}

/// What the references of a run's tasks came to on this machine.
struct ReferenceFindings: Sendable {
    /// Why a task is not scored here in a language.
    var failing: [TaskPlace: String] = [:]
    /// The references that were run just now, by the key that an equal sample has.
    var results: [ContentHash: TrialResult] = [:]
}

extension Evaluator {
    /// Proves that the tasks of these units can be passed on this machine: their own references do.
    ///
    /// A proof is a fact about the machine and no verdict on a sample: it is kept and used with the cache off
    /// as well, and stands in no table.
    func checkReferences(
        ofTasksIn units: [Int],
        queue: WorkQueue,
        book: ResultBook
    ) async throws -> ReferenceFindings {
        let checks = plannedReferences(ofTasksIn: units)
        let known = settings.cache == .refresh ? [:] : try await ledger.verdicts(forKeys: checks.map(\.key))
        let unknown = checks.filter { known[$0.key]?.outcome != .passed }
        var found = ReferenceFindings()
        guard !unknown.isEmpty else { return found }
        await book.tell(.checkingReferences(unknown.count))
        found.results = try await run(unknown, queue: queue, book: book)
        var proofs: [ContentHash: Verdict] = [:]
        for check in unknown {
            guard let verdict = found.results[check.key]?.verdict else { continue }
            if verdict.outcome == .passed {
                if verdict.isCacheable(under: plan.limits(of: check.task)) { proofs[check.key] = verdict }
            } else {
                let reason = "\(verdict.rule): \(verdict.evidence.message)"
                let language = check.sample.language
                found.failing[TaskPlace(task: check.task.id, language: language)] = reason
                await book.quarantine(check.task.id, language, reason: reason)
            }
        }
        if !proofs.isEmpty { try await ledger.remember(proofs) }
        return found
    }

    /// The references of the planned tasks in the planned languages, as far as there are any and they can run.
    private func plannedReferences(ofTasksIn units: [Int]) -> [ReferenceCheck] {
        var asked: [Int: Set<Language>] = [:]
        for unit in units.map({ plan.units[$0] }) {
            asked[unit.task, default: []].insert(plan.samples[unit.samples[0]].language)
        }
        return asked.sorted { $0.key < $1.key }.flatMap { position, languages -> [ReferenceCheck] in
            let task = plan.suite.tasks[position]
            return languages.sorted().compactMap { language in
                guard plan.identities.unavailable[language] == nil,
                    let sample = task.referenceSample(in: language)
                else { return nil }
                let identity = plan.identities[language]
                let keys = VerdictKey(task: task, limits: plan.limits(of: task), identity: identity)
                let key = keys.key(program: trial.program(for: sample, task: task), form: sample.form)
                return ReferenceCheck(task: task, sample: sample, key: key)
            }
        }
    }

    private struct ReferenceCheck {
        var task: EvalTask
        var sample: Sample
        var key: ContentHash
    }

    private func run(
        _ checks: [ReferenceCheck],
        queue: WorkQueue,
        book: ResultBook
    ) async throws -> [ContentHash: TrialResult] {
        let jobs = max(1, settings.jobs)
        var results: [ContentHash: TrialResult] = [:]
        try await withThrowingTaskGroup(of: (ContentHash, TrialResult).self) { group in
            for (position, check) in checks.enumerated() {
                if await queue.isStopped { break }
                if position >= jobs, let (key, result) = try await group.next() { results[key] = result }
                group.addTask {
                    (check.key, try await result(of: check.sample, task: check.task, book: book))
                }
            }
            for try await (key, result) in group { results[key] = result }
        }
        // The reference of a busy machine: what is doubtful counts only when nothing else runs.
        for check in checks where results[check.key]?.verdict.isDoubtful ?? false {
            results[check.key] = try await result(of: check.sample, task: check.task, book: book)
        }
        return results
    }
}

extension TrialResult {
    /// The result of a program that was not run, because its task cannot be trusted here.
    static func quarantined(_ reason: String, _ isolation: IsolationLevel) -> TrialResult {
        let verdict = Verdict.infrastructureError(
            rule: "harness.reference-fails",
            message: "the task's own reference fails on this machine: \(reason)",
            isolation: isolation
        )
        return TrialResult(verdict: verdict, attempts: 0, elapsedMicroseconds: 0)
    }

    /// The result of a program that was not run, because its language is not on this machine.
    static func unavailable(_ reason: String, _ isolation: IsolationLevel) -> TrialResult {
        let verdict = Verdict.infrastructureError(
            rule: "harness.language-missing",
            message: reason,
            isolation: isolation
        )
        return TrialResult(verdict: verdict, attempts: 0, elapsedMicroseconds: 0)
    }
}
