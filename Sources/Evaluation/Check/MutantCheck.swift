package import HarnessCore
package import Runners
package import Suites

/// Measures how strong the cases of tasks are: the share of a reference's mutants that they kill.
package struct MutantCheck: Sendable {
    /// A mutant that needs this many times the reference's CPU time hangs; with the least there is, milliseconds.
    static let cpuFactor = 10
    static let leastCPUMilliseconds = 500

    private let trial: any ProgramTrial
    private let mutants: @Sendable (String) async throws -> [Mutant]
    private let jobs: Int
    private let isolation: IsolationLevel
    private let now: EvaluationClock

    /// Binds the check to what runs programs and to what makes their mutants; nothing happens yet.
    package init(
        trial: any ProgramTrial,
        jobs: Int,
        isolation: IsolationLevel,
        now: @escaping EvaluationClock,
        mutants: @escaping @Sendable (String) async throws -> [Mutant]
    ) {
        self.trial = trial
        self.jobs = jobs
        self.isolation = isolation
        self.now = now
        self.mutants = mutants
    }

    /// What became of the mutants of one task.
    package struct Row: Sendable, Hashable {
        package var taskID: String
        /// Mutants that a case tells from the reference, those that hang among them.
        package var killed = 0
        /// Of the killed: those that ran into a limit of time.
        package var timedOut = 0
        /// Mutants that were reviewed and do what the reference does.
        package var equivalent = 0
        /// Mutants that all cases take for the reference.
        package var survivors: [Mutant] = []
        /// Why nothing can be said, or what is wrong with the list of equivalent mutants.
        package var problems: [String] = []

        package init(taskID: String) { self.taskID = taskID }

        /// Mutants that count: all but the equivalent ones.
        package var total: Int { killed + survivors.count }
        /// The mutation score, 0 to 1; 1 where there is no mutant.
        package var score: Double { total == 0 ? 1 : Double(killed) / Double(total) }
    }

    /// Runs every mutant of every task and returns one row for each task, in the suite's order.
    ///
    /// `progress` is called with the number of tasks done, after each.
    /// - Throws: `CancellationError`, or the harness's own faults.
    package func run(
        _ suite: TaskSuite,
        language: Language,
        equivalents: [String: EquivalentMutants],
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> [Row] {
        var rows: [Row] = []
        for task in suite.tasks {
            let limits = task.limits.applied(to: suite.limits)
            rows.append(try await row(of: task, limits, language, equivalents[task.id]))
            progress(rows.count)
        }
        return rows
    }

    private func row(
        of task: EvalTask,
        _ limits: ResourceLimits,
        _ language: Language,
        _ equivalents: EquivalentMutants?
    ) async throws -> Row {
        var row = Row(taskID: task.id)
        guard let reference = task.referenceSample(in: language) else {
            row.problems = ["no reference in \(language)"]
            return row
        }
        let original = try await verdict(of: reference, task, limits)
        guard original.outcome == .passed else {
            row.problems = ["its reference does not pass: \(original.rule)"]
            return row
        }
        var bounded = limits
        let needed = original.usage.cpuMicroseconds / 1000 * Self.cpuFactor
        bounded.cpuMilliseconds = min(limits.cpuMilliseconds, max(Self.leastCPUMilliseconds, needed))
        let made = try await mutants(reference.text)
        let verdicts = try await verdicts(of: made, reference, task, bounded)
        let reasons = Self.current(equivalents, of: reference.text, &row)
        for (mutant, verdict) in zip(made, verdicts) {
            let isEquivalent = reasons[mutant.name] != nil
            switch verdict.outcome {
            case .passed:
                if isEquivalent { row.equivalent += 1 } else { row.survivors.append(mutant) }
            case .failed(let mode):
                row.killed += 1
                if mode == .cpuTime || mode == .wallTime { row.timedOut += 1 }
                if isEquivalent {
                    row.problems.append("listed as equivalent, but a case kills it: \(mutant.name)")
                }
            case .infrastructureError:
                row.problems.append("\(mutant.name): \(verdict.rule): \(verdict.evidence.message)")
            }
        }
        let unknown = Set(reasons.keys).subtracting(made.map(\.name)).sorted()
        row.problems += unknown.map { "listed as equivalent, but there is no such mutant: \($0)" }
        return row
    }

    /// The list of a reference, empty where it was reviewed for another one: that is said, not guessed round.
    private static func current(
        _ equivalents: EquivalentMutants?,
        of reference: String,
        _ row: inout Row
    ) -> [String: String] {
        guard let equivalents else { return [:] }
        let mark = EquivalentMutants.mark(of: reference)
        guard equivalents.reference == mark else {
            row.problems.append(
                "\(equivalents.path) was reviewed for another reference (\(equivalents.reference)): review it for \(mark)"
            )
            return [:]
        }
        return equivalents.reasons
    }

    private func verdicts(
        of mutants: [Mutant],
        _ reference: Sample,
        _ task: EvalTask,
        _ limits: ResourceLimits
    ) async throws -> [Verdict] {
        var verdicts: [Int: Verdict] = [:]
        try await withThrowingTaskGroup(of: (Int, Verdict).self) { group in
            for (position, mutant) in mutants.enumerated() {
                if position >= max(1, jobs), let (index, verdict) = try await group.next() {
                    verdicts[index] = verdict
                }
                var sample = reference
                sample.text = mutant.program
                group.addTask { [sample] in (position, try await verdict(of: sample, task, limits)) }
            }
            for try await (index, verdict) in group { verdicts[index] = verdict }
        }
        return mutants.indices.compactMap { verdicts[$0] }
    }

    private func verdict(
        of sample: Sample,
        _ task: EvalTask,
        _ limits: ResourceLimits
    ) async throws -> Verdict {
        try await trial.result(
            for: task,
            sample: sample,
            limits: limits,
            isolation: isolation,
            now: now,
            retrying: { _ in }
        ).verdict
    }
}
