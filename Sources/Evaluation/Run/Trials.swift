import HarnessCore

/// What running one unit came to.
struct TrialResult {
    var verdict: Verdict
    /// Executions so far, at least 1.
    var attempts: Int
    var elapsedMicroseconds: Int
}

extension ProgramTrial {
    /// Runs a program, a second time if the first met a fault of the harness.
    ///
    /// - Throws: `CancellationError` only: a fault that stays becomes an infrastructure error.
    func result(
        for task: EvalTask,
        sample: Sample,
        limits: ResourceLimits,
        isolation: IsolationLevel,
        now: EvaluationClock,
        retrying: (String) async -> Void
    ) async throws -> TrialResult {
        let program = program(for: sample, task: task)
        let start = now()
        var attempts = 0
        while true {
            attempts += 1
            let verdict: Verdict
            do {
                verdict = try await self.verdict(for: task, sample: sample, program: program, limits: limits)
            } catch {
                // Whatever a cancelled sandbox throws says nothing about the program.
                try Task.checkCancellation()
                if error is CancellationError { throw error }
                verdict = .infrastructureError(
                    rule: "harness.sandbox-fault",
                    message: Self.describe(error),
                    isolation: isolation
                )
            }
            try Task.checkCancellation()
            let isFault = verdict.outcome == .infrastructureError
            if isFault && attempts == 1 {
                await retrying(verdict.evidence.message)
                continue
            }
            let elapsed = now() - start
            return TrialResult(
                verdict: verdict,
                attempts: attempts,
                elapsedMicroseconds: elapsed.wholeMicroseconds
            )
        }
    }

    private static func describe(_ error: any Error) -> String {
        let text = (error as? HarnessError)?.message ?? String(describing: error)
        return String(text.prefix(2000))
    }
}

extension Verdict {
    /// The outcome of something the harness could not do.
    static func infrastructureError(rule: String, message: String, isolation: IsolationLevel) -> Verdict {
        Verdict(
            outcome: .infrastructureError,
            rule: rule,
            evidence: Evidence(message: message),
            casesPassed: 0,
            casesTotal: 0,
            trust: .outside,
            isolation: isolation
        )
    }
}

/// Tells the time since some fixed moment; never runs backwards.
package typealias EvaluationClock = @Sendable () -> Duration

extension Duration {
    var wholeMicroseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }
}
