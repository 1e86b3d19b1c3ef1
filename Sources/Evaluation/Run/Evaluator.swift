import HarnessCore
import Judging
import Scoring

/// Carries out a plan: every planned sample gets one verdict, saved as it comes.
///
/// Workers pull programs from one queue in the plan's order. What a busy machine can fake, a
/// time-out or a kill, is not believed while other programs run: it waits until the queue is empty and then
/// runs again with the machine to itself. Where the run
/// ends early, what has no verdict stays missing in the ledger, and a later run can take it from there.
package struct Evaluator: Sendable {
    let plan: EvaluationPlan
    let trial: any ProgramTrial
    let ledger: any EvaluationLedger
    let settings: EvaluationSettings
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
                try await work(units, queue: queue, book: book)
                return .worked
            }
            for try await ending in group where ending == .worked { control.stopListening() }
        }
        return await !queue.isStopped
    }

    private func work(_ units: [Int], queue: WorkQueue, book: ResultBook) async throws {
        var found = ReferenceFindings()
        if settings.checksReferences {
            found = try await checkReferences(ofTasksIn: units, queue: queue, book: book)
        }
        let references = found
        try await inParallel {
            while let entry = await queue.next() {
                try await evaluate(entry, references: references, queue: queue, book: book)
            }
        }
        let doubtful = await queue.startConfirmation()
        guard doubtful > 0 else { return }
        await book.tell(.confirming(doubtful))
        while let entry = await queue.next() {
            try await evaluate(entry, references: ReferenceFindings(), queue: queue, book: book)
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
        references: ReferenceFindings,
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
        if let reason = references.failing[TaskPlace(task: task.id, language: sample.language)] {
            let result = TrialResult.quarantined(reason, plan.identities.isolation)
            try await book.add(rows(of: unit, result: result, source: .quarantined))
            return
        }
        if let result = references.results[unit.key] {
            // The sample is the reference, which has just run.
            try await book.add(rows(of: unit, result: result, source: .executed), of: result)
            return
        }
        await book.tell(.began(taskID: sample.taskID, language: sample.language, index: sample.index))
        var result = try await result(of: sample, task: task, book: book)
        if let doubted = entry.doubted {
            // What ran alone stands, and the first attempt is still on the bill.
            result.attempts += doubted.attempts
            result.elapsedMicroseconds += doubted.elapsedMicroseconds
        } else if result.verdict.isDoubtful {
            await queue.postpone(entry.unit, after: result)
            await book.tell(
                .postponed(taskID: sample.taskID, language: sample.language, index: sample.index)
            )
            return
        }
        try await book.add(rows(of: unit, result: result, source: .executed), of: result)
    }

    func result(of sample: Sample, task: EvalTask, book: ResultBook) async throws -> TrialResult {
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
}
