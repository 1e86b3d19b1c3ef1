package import HarnessCore

/// What became of the samples of a failure family from one run to the next.
///
/// Sample 3 of one model has nothing to do with sample 3 of another, so samples are not paired by number: a task
/// with shares a(x) of outcome x in the baseline and b(y) of y in the candidate adds a(x) · b(y) to the move from
/// x to y, which is the chance that one sample of each, drawn from the task, shows that move. All moves add up to
/// the number of tasks; with one sample per task they are plain counts.
package struct OutcomeTransitions: Sendable, Hashable {
    /// An end of a move; nil is "passed".
    package typealias Outcome = FailureMode.Family?

    /// Samples by outcome on the shared tasks.
    package private(set) var base: [Outcome: Int] = [:]
    package private(set) var candidate: [Outcome: Int] = [:]
    private var moves: [Move: Double] = [:]

    private struct Move: Hashable {
        var from: Outcome
        var to: Outcome
    }

    /// Outcomes in their order: passed, then the families.
    package static let outcomes: [Outcome] = [nil] + FailureMode.Family.allCases

    /// Adds up the moves; tasks without verdict, or without reasons for their failures, are left out.
    package init(_ pairs: [TaskPair]) {
        for pair in pairs {
            guard let before = Self.counts(of: pair.base), let after = Self.counts(of: pair.candidate) else {
                continue
            }
            base.merge(before, uniquingKeysWith: +)
            candidate.merge(after, uniquingKeysWith: +)
            let weight = 1 / (Double(pair.base.judged) * Double(pair.candidate.judged))
            for (from, count) in before {
                for (to, others) in after {
                    moves[Move(from: from, to: to), default: 0] += weight * Double(count * others)
                }
            }
        }
    }

    /// Expected tasks' worth of samples that went from one outcome to another.
    package func tasks(from: Outcome, to: Outcome) -> Double { moves[Move(from: from, to: to)] ?? 0 }

    private static func counts(of task: ArmTask) -> [Outcome: Int]? {
        guard task.judged > 0, task.failures.values.reduce(0, +) == task.judged - task.passed else {
            return nil
        }
        var counts: [Outcome: Int] = task.passed > 0 ? [nil: task.passed] : [:]
        for family in FailureMode.Family.allCases {
            let failed = task.failed(family)
            if failed > 0 { counts[family] = failed }
        }
        return counts
    }
}
