import HarnessCore
import Judging
import Scoring

/// Carries out a plan: every planned sample gets one verdict, saved as it comes.
///
/// Workers pull programs from one queue in the plan's order. A time-out is not believed while other programs
/// run: it waits until the queue is empty and then runs again with the machine to itself. Where the run
/// ends early, what has no verdict stays missing in the ledger, and a later run can take it from there.
package struct Evaluator: Sendable {
    private let plan: EvaluationPlan
    private let trial: any ProgramTrial
    private let ledger: any EvaluationLedger
    private let settings: EvaluationSettings
    private let now: EvaluationClock
    private let observer: EvaluationObserver

    /// Binds a plan to what carries it out; nothing happens yet.
    package init(
        plan: EvaluationPlan,
        trial: any ProgramTrial,
        ledger: any EvaluationLedger,
        settings: EvaluationSettings,
        now: @escaping EvaluationClock,
        observer: @escaping EvaluationObserver = { _ in }
    ) {
        self.plan = plan
        self.trial = trial
        self.ledger = ledger
        self.settings = settings
        self.now = now
        self.observer = observer
    }

    /// Evaluates until every sample has its verdict or somebody stops it.
    ///
    /// Cancelling the calling task is the same as a second `stop`: programs in flight are given up, results are saved.
    /// - Throws: `unavailable` where nothing can run on this machine; what the ledger throws.
    package func run(control: EvaluationControl = EvaluationControl()) async throws -> EvaluationSummary {
        let book = ResultBook(
            planned: plan.samples.count,
            ledger: ledger,
            observer: observer
        )
        do {
            let waiting = try await useKnownVerdicts(book)
            let isComplete = try await evaluate(waiting, book: book, control: control)
            try await book.save(isFinal: isComplete)
            return await book.end(isComplete ? .complete : .interrupted)
        } catch {
            control.stopListening()
            let isCancelled = error is CancellationError
            do {
                try await book.save(isFinal: false)
            } catch let second {
                // The first error is the one to tell; a ledger that fails now mostly failed before.
                throw isCancelled ? second : error
            }
            guard isCancelled else { throw error }
            return await book.end(.interrupted)
        }
    }

    // MARK: - Without running anything

    /// Verdicts of earlier runs that are in memory at one time.
    private static let chunk = 256

    /// Gives samples whose verdict is known their result and returns the units that must run.
    private func useKnownVerdicts(_ book: ResultBook) async throws -> [Int] {
        let known = settings.cache == .on ? try await ledger.knownKeys(among: plan.units.map(\.key)) : []
        var counts = plan.counts
        counts.cached = plan.units.count { known.contains($0.key) }
        await book.tell(.started(counts))
        var waiting: [Int] = []
        var hits: [Int] = []
        for (position, unit) in plan.units.enumerated() {
            if known.contains(unit.key) { hits.append(position) } else { waiting.append(position) }
        }
        while !hits.isEmpty {
            try Task.checkCancellation()
            let chunk = hits.prefix(Self.chunk)
            hits.removeFirst(chunk.count)
            let verdicts = try await ledger.verdicts(forKeys: chunk.map { plan.units[$0].key })
            for position in chunk {
                guard let verdict = verdicts[plan.units[position].key] else {
                    waiting.append(position)
                    continue
                }
                let result = TrialResult(verdict: verdict, attempts: 0, elapsedMicroseconds: 0)
                try await book.add(rows(of: plan.units[position], result: result, source: .cached))
            }
        }
        return waiting.sorted()
    }

    // MARK: - Running

    private enum Ending: Sendable {
        case worked
        case watched
    }

    /// Runs the units; returns whether all got their verdict.
    private func evaluate(_ units: [Int], book: ResultBook, control: EvaluationControl) async throws -> Bool {
        let queue = WorkQueue(units)
        let requests = control.requests()
        try await withThrowingTaskGroup(of: Ending.self) { group in
            group.addTask {
                for await request in requests {
                    // Thrown, it cancels the workers and with them their programs.
                    if request == .cancel { throw CancellationError() }
                    await queue.stop()
                    await book.tell(.stopping)
                }
                return .watched
            }
            group.addTask {
                try await work(queue: queue, book: book)
                return .worked
            }
            for try await ending in group where ending == .worked { control.stopListening() }
        }
        return await !queue.isStopped
    }

    private func work(queue: WorkQueue, book: ResultBook) async throws {
        var failing: [TaskPlace: String] = [:]
        if settings.checksReferences {
            failing = try await failingReferences(queue: queue, book: book)
        }
        let quarantined = failing
        try await inParallel {
            while let entry = await queue.next() {
                try await evaluate(entry, quarantined: quarantined, queue: queue, book: book)
            }
        }
        let timeouts = await queue.startConfirmation()
        guard timeouts > 0 else { return }
        await book.tell(.confirmingTimeouts(timeouts))
        while let entry = await queue.next() {
            try await evaluate(entry, quarantined: [:], queue: queue, book: book)
        }
    }

    /// Runs the same body in every worker; the first error cancels the others.
    private func inParallel(_ body: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { workers in
            for _ in 0..<max(1, settings.jobs) { workers.addTask { try await body() } }
            // Not `waitForAll`: it would let the others empty the queue before it throws.
            for try await _ in workers {}
        }
    }

    private func evaluate(
        _ entry: WorkQueue.Entry,
        quarantined: [TaskPlace: String],
        queue: WorkQueue,
        book: ResultBook
    ) async throws {
        let unit = plan.units[entry.unit]
        let task = plan.suite.tasks[unit.task]
        let sample = plan.samples[unit.samples[0]]
        if let reason = plan.identities.unavailable[sample.language] {
            let result = TrialResult.unavailable(reason, plan.identities.isolation)
            try await book.add(rows(of: unit, result: result, source: .quarantined))
            return
        }
        if let reason = quarantined[TaskPlace(task: task.id, language: sample.language)] {
            let result = TrialResult.quarantined(reason, plan.identities.isolation)
            try await book.add(rows(of: unit, result: result, source: .quarantined))
            return
        }
        await book.tell(.began(taskID: sample.taskID, language: sample.language, index: sample.index))
        var result = try await result(of: sample, task: task, book: book)
        if let doubted = entry.doubted {
            // What ran alone stands, and the first attempt is still on the bill.
            result.attempts += doubted.attempts
            result.elapsedMicroseconds += doubted.elapsedMicroseconds
        } else if result.isTimeout {
            await queue.postpone(entry.unit, after: result)
            await book.tell(
                .postponed(taskID: sample.taskID, language: sample.language, index: sample.index)
            )
            return
        }
        try await book.add(rows(of: unit, result: result, source: .executed), of: result)
    }

    private func result(of sample: Sample, task: EvalTask, book: ResultBook) async throws -> TrialResult {
        try await trial.result(
            for: task,
            sample: sample,
            limits: plan.limits(of: task),
            isolation: plan.identities.isolation,
            now: now,
            retrying: { reason in
                await book.tell(
                    .retrying(
                        taskID: sample.taskID,
                        language: sample.language,
                        index: sample.index,
                        reason: reason
                    )
                )
            }
        )
    }

    /// The rows of one unit: the first sample carries the cost, the others share the verdict.
    private func rows(
        of unit: EvaluationPlan.Unit,
        result: TrialResult,
        source: EvaluatedSample.Source
    ) -> [EvaluatedSample] {
        let isKept =
            source == .executed && settings.cache != .off
            && result.verdict.isCacheable(under: plan.limits(of: plan.suite.tasks[unit.task]))
        let language = plan.samples[unit.samples[0]].language
        let reference = ReferenceText(task: plan.suite.tasks[unit.task], language: language)
        return unit.samples.enumerated().map { position, index in
            let sample = plan.samples[index]
            let distance = reference?.distance(to: sample)
            let isFirst = position == 0
            return EvaluatedSample(
                taskID: sample.taskID,
                index: sample.index,
                language: sample.language,
                verdict: result.verdict,
                editDistance: distance?.raw,
                normalizedEditDistance: distance?.normalised,
                attempts: result.attempts,
                source: isFirst || source != .executed ? source : .shared,
                elapsedMicroseconds: isFirst ? result.elapsedMicroseconds : 0,
                cacheKey: isFirst && isKept ? unit.key : nil
            )
        }
    }

    // MARK: - References

    /// A task as it is asked in one language.
    private struct TaskPlace: Hashable {
        var task: String
        var language: Language
    }

    /// Runs the references of the planned tasks; returns why for those that fail on this machine.
    private func failingReferences(queue: WorkQueue, book: ResultBook) async throws -> [TaskPlace: String] {
        let checks = plannedReferences()
        let known = settings.cache == .on ? try await ledger.verdicts(forKeys: checks.map(\.key)) : [:]
        let unknown = checks.filter { known[$0.key] == nil }
        var verdicts = known
        if !unknown.isEmpty {
            await book.tell(.checkingReferences(unknown.count))
            let results = try await run(unknown, queue: queue, book: book)
            var sound: [ContentHash: Verdict] = [:]
            for check in unknown {
                guard let verdict = results[check.key]?.verdict else { continue }
                verdicts[check.key] = verdict
                if verdict.isCacheable(under: plan.limits(of: check.task)) { sound[check.key] = verdict }
            }
            if settings.cache != .off && !sound.isEmpty { try await ledger.remember(sound) }
        }
        var failing: [TaskPlace: String] = [:]
        for check in checks {
            guard let verdict = verdicts[check.key], verdict.outcome != .passed else { continue }
            let reason = "\(verdict.rule): \(verdict.evidence.message)"
            failing[TaskPlace(task: check.task.id, language: check.sample.language)] = reason
            await book.quarantine(check.task.id, check.sample.language, reason: reason)
        }
        return failing
    }

    /// The references of the planned tasks in the planned languages, as far as there are any and they can run.
    private func plannedReferences() -> [ReferenceCheck] {
        var asked: [Int: Set<Language>] = [:]
        for unit in plan.units {
            asked[unit.task, default: []].insert(plan.samples[unit.samples[0]].language)
        }
        return asked.sorted { $0.key < $1.key }.flatMap { position, languages -> [ReferenceCheck] in
            let task = plan.suite.tasks[position]
            return languages.sorted().compactMap { language in
                guard plan.identities.unavailable[language] == nil,
                    let sample = task.referenceSample(in: language)
                else { return nil }
                let keys = VerdictKey(
                    task: task,
                    limits: plan.limits(of: task),
                    identity: plan.identities[language]
                )
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
        // The reference of a busy machine: a time-out counts only when nothing else runs.
        for check in checks where results[check.key]?.isTimeout ?? false {
            results[check.key] = try await result(of: check.sample, task: check.task, book: book)
        }
        return results
    }
}

extension TrialResult {
    /// The result of a program that was not run, because its task cannot be trusted here.
    fileprivate static func quarantined(_ reason: String, _ isolation: IsolationLevel) -> TrialResult {
        let verdict = Verdict.infrastructureError(
            rule: "harness.reference-fails",
            message: "the task's own reference fails on this machine: \(reason)",
            isolation: isolation
        )
        return TrialResult(verdict: verdict, attempts: 0, elapsedMicroseconds: 0)
    }

    /// The result of a program that was not run, because its language is not on this machine.
    fileprivate static func unavailable(_ reason: String, _ isolation: IsolationLevel) -> TrialResult {
        let verdict = Verdict.infrastructureError(
            rule: "harness.language-missing",
            message: reason,
            isolation: isolation
        )
        return TrialResult(verdict: verdict, attempts: 0, elapsedMicroseconds: 0)
    }
}
