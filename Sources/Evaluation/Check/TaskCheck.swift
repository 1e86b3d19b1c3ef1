package import HarnessCore

/// Proves that tasks can tell right from wrong: their reference passes, an empty and a wrong solution fail.
package struct TaskCheck: Sendable {
    private let trial: any ObservableTrial
    private let jobs: Int
    private let isolation: IsolationLevel
    private let now: EvaluationClock

    /// Binds the check to what carries it out; nothing happens yet.
    package init(
        trial: any ObservableTrial,
        jobs: Int,
        isolation: IsolationLevel,
        now: @escaping EvaluationClock
    ) {
        self.trial = trial
        self.jobs = jobs
        self.isolation = isolation
        self.now = now
    }

    /// What the check found about one task.
    package struct Row: Sendable, Hashable {
        package var taskID: String
        package var reference: Finding
        package var empty: Finding
        package var wrong: Finding

        /// Whether the task is proved to tell right from wrong on this machine.
        ///
        /// Without a reference nothing is; a wrong solution that nobody can derive is only a gap.
        package var isSound: Bool {
            reference == .asExpected && ![empty, wrong].contains { $0.isUnexpected }
        }
    }

    package enum Finding: Sendable, Hashable {
        /// The reference passed twice with equal results; the other solutions failed.
        case asExpected
        /// Not so, and why.
        case unexpected(String)
        /// Another language has shown it: which answers the cases refuse does not depend on the language.
        case notNeeded
        /// Nothing to check: the task has no reference in this language, or its test states no result.
        case notChecked(String)

        fileprivate var isUnexpected: Bool {
            if case .unexpected = self { true } else { false }
        }
    }

    /// Checks every task of a suite and returns one row for each, in the suite's order.
    ///
    /// `progress` is called with the number of tasks done, after each.
    /// - Throws: `CancellationError`, or the harness's own faults.
    package func run(
        _ suite: TaskSuite,
        language: Language,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> [Row] {
        var rows: [Row?] = Array(repeating: nil, count: suite.tasks.count)
        var done = 0
        try await withThrowingTaskGroup(of: (Int, Row).self) { group in
            for (position, task) in suite.tasks.enumerated() {
                if position >= max(1, jobs), let (index, row) = try await group.next() {
                    rows[index] = row
                    done += 1
                    progress(done)
                }
                let limits = task.limits.applied(to: suite.limits)
                group.addTask { (position, try await check(task, limits: limits, language: language)) }
            }
            for try await (index, row) in group {
                rows[index] = row
                done += 1
                progress(done)
            }
        }
        return rows.compactMap(\.self)
    }

    private func check(_ task: EvalTask, limits: ResourceLimits, language: Language) async throws -> Row {
        let solutions = CheckSolutions(task: task, language: language)
        return Row(
            taskID: task.id,
            reference: try await checkReference(task, limits: limits, language: language),
            empty: try await mustFail(solutions.empty, task: task, limits: limits, name: "an empty solution"),
            wrong: language == .python
                ? try await mustFail(solutions.wrong, task: task, limits: limits, name: "a constant answer")
                : .notNeeded
        )
    }

    private func checkReference(
        _ task: EvalTask,
        limits: ResourceLimits,
        language: Language
    ) async throws -> Finding {
        guard let sample = task.referenceSample(in: language) else {
            return .notChecked("no reference in \(language)")
        }
        let program = trial.program(for: sample, task: task)
        let first = try await observe(task, sample: sample, program: program, limits: limits)
        guard first.verdict.outcome == .passed else { return .unexpected(Self.describe(first.verdict)) }
        let second = try await observe(task, sample: sample, program: program, limits: limits)
        guard second.verdict.outcome == .passed else {
            return .unexpected("passed once, then: \(Self.describe(second.verdict))")
        }
        guard first.results == second.results else {
            return .unexpected("passed twice with different results: it depends on more than its arguments")
        }
        return .asExpected
    }

    /// Runs a reference, a second time if the first met a fault of the harness.
    private func observe(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> TrialObservation {
        do {
            let observation = try await trial.observe(task, sample: sample, program: program, limits: limits)
            if observation.verdict.outcome != .infrastructureError { return observation }
        } catch {
            // Whatever a cancelled sandbox throws says nothing about the program.
            try Task.checkCancellation()
            if error is CancellationError { throw error }
        }
        return try await trial.observe(task, sample: sample, program: program, limits: limits)
    }

    private func mustFail(
        _ sample: Sample?,
        task: EvalTask,
        limits: ResourceLimits,
        name: String
    ) async throws -> Finding {
        guard let sample else { return .notChecked("no such solution can be derived from the test") }
        let verdict = try await trial.result(
            for: task,
            sample: sample,
            limits: limits,
            isolation: isolation,
            now: now,
            retrying: { _ in }
        ).verdict
        return switch verdict.outcome {
        case .failed: .asExpected
        case .passed: .unexpected("\(name) passes")
        case .infrastructureError: .unexpected(Self.describe(verdict))
        }
    }

    private static func describe(_ verdict: Verdict) -> String {
        let place = verdict.evidence.caseIndex.map { " in case \($0 + 1)" } ?? ""
        return "\(verdict.rule)\(place): \(verdict.evidence.message)"
    }
}

/// A trial whose results can be looked at, beyond the verdict.
package protocol ObservableTrial: ProgramTrial {
    /// Runs and judges a program like `verdict`, and returns what it answered in a form that two runs can be compared by.
    func observe(
        _ task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> TrialObservation
}

/// A verdict and the answers behind it.
package struct TrialObservation: Sendable {
    package var verdict: Verdict
    /// The answers in order, encoded; unordered collections in a fixed order, no times.
    package var results: [UInt8]

    package init(verdict: Verdict, results: [UInt8]) {
        self.verdict = verdict
        self.results = results
    }
}
