import Evaluation
import Foundation
import HarnessCore
import Reporting
import ResultStore

/// Carries out the plan of a stored run: progress, signals, the end, the summary.
struct StoredEvaluation {
    let context: CommandContext
    let store: ResultStore
    let trial: PolyglotTrial
    let jobs: Int

    /// Evaluates what the plan holds and prints the summary of the whole run.
    func run(_ run: RunRecord, plan: EvaluationPlan) async throws -> CommandEnding {
        announce(run, plan)
        let control = EvaluationControl()
        let signals = SignalWatch { number, count in
            // The first finishes what runs, the second gives that up; who asks a third time wants out.
            if count > 2 { _exit(128 + number) }
            control.stop()
        }
        defer { signals.end() }
        do {
            let summary = try await evaluate(run, plan: plan, control: control)
            let status: RunRecord.Status = summary.status == .complete ? .complete : .interrupted
            try store.finish(run: run.id, status: status, at: Date.now.formatted(.iso8601))
        } catch {
            // What went wrong is told below; the mark may fail for the same reason and matters less.
            try? store.finish(run: run.id, status: .interrupted, at: Date.now.formatted(.iso8601))
            context.console.note("saved so far: evalharness runs show \(run.id)")
            throw error
        }
        return try conclude(run, signal: signals.firstSignal)
    }

    /// Prints the summary of a run as the store has it, and says how the command ends.
    func conclude(_ run: RunRecord, signal: Int32? = nil) throws -> CommandEnding {
        let overview = try store.overview(of: run.id)
        let stored = try StoredRun(overview)
        try context.console.show(try RunSummary(stored, in: store))
        let counts = overview.counts
        if counts.infrastructureErrors > 0 {
            context.console.suggestNext(
                "evalharness runs samples \(run.id) --infra",
                "evalharness resume \(run.id)"
            )
        } else if counts.missing > 0 {
            context.console.suggestNext("evalharness resume \(run.id)")
        } else {
            context.console.suggestNext(
                "evalharness runs samples \(run.id) --failed",
                "evalharness runs list"
            )
        }
        if let signal, counts.missing > 0 { return .interrupted(signal: signal) }
        if counts.judged == 0 { return .nothingScored }
        return counts.pending > 0 ? .incomplete : .done
    }

    private func evaluate(
        _ run: RunRecord,
        plan: EvaluationPlan,
        control: EvaluationControl
    ) async throws -> EvaluationSummary {
        let start = ContinuousClock.now
        let clock: @Sendable () -> Duration = { ContinuousClock.now - start }
        let display = ProgressDisplay(console: context.console, clock: clock)
        let policy = try context.configuration.choice(.cache, of: EvaluationSettings.CachePolicy.self)
        let evaluator = Evaluator(
            plan: plan,
            trial: trial,
            ledger: StoreLedger(store: store, run: run.id),
            settings: EvaluationSettings(
                // One more than the sandbox has slots: a slot that ends a program finds the next one prepared.
                jobs: jobs + 1,
                cache: policy ?? .on,
                checksReferences: true
            ),
            now: clock,
            observer: display.observe
        )
        return try await display.shown { try await evaluator.run(control: control) }
    }

    private func announce(_ run: RunRecord, _ plan: EvaluationPlan) {
        let counts = plan.counts
        let tasks = Numbers.count(counts.tasks, "task")
        let parts = [
            printable(run.model),
            "\(printable(run.suiteName)): \(tasks), \(Numbers.count(counts.planned, "sample"))",
            "isolation \(run.isolation.rawValue)", run.isWarm ? "warm" : "cold", "jobs \(jobs)",
            "seed \(run.seed)", run.id,
        ]
        context.console.note(parts.joined(separator: " · "))
    }
}
