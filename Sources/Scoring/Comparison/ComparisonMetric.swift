package import HarnessCore
import Statistics

/// A measure in [0, 1] that every task of a run gives one value of.
package enum ComparisonMetric: Sendable, Hashable {
    /// The chance that at least one of k samples passes.
    case passAt(Int)
    /// The chance that all of k samples pass.
    case passAll(Int)
    /// Share of cases passed.
    case cases
    /// Normalised distance to the reference: 0 equal, 1 nothing in common.
    case edit
    /// Share of samples that fail in this family.
    case failures(FailureMode.Family)

    /// Reads `pass@1`, `pass^5`, `cases`, `edit` or a failure family; nil for anything else.
    package init?(name: String) {
        func k(after prefix: String) -> Int? {
            guard name.hasPrefix(prefix) else { return nil }
            return Int(name.dropFirst(prefix.count)).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
        }
        if let k = k(after: "pass@") {
            self = .passAt(k)
        } else if let k = k(after: "pass^") {
            self = .passAll(k)
        } else if name == "cases" {
            self = .cases
        } else if name == "edit" {
            self = .edit
        } else if let family = FailureMode.Family(rawValue: name) {
            self = .failures(family)
        } else {
            return nil
        }
    }

    /// What `init(name:)` reads, for messages.
    package static let knownNames =
        ["pass@1", "pass@K", "pass^K", "cases", "edit"] + FailureMode.Family.allCases.map(\.rawValue)

    package var name: String {
        switch self {
        case .passAt(let k): "pass@\(k)"
        case .passAll(let k): "pass^\(k)"
        case .cases: "cases"
        case .edit: "edit"
        case .failures(let family): family.rawValue
        }
    }

    /// Whether more is better; else less is.
    package var isHigherBetter: Bool {
        switch self {
        case .passAt, .passAll, .cases: true
        case .edit, .failures: false
        }
    }

    /// Judged samples that a task needs for a value.
    package var samplesNeeded: Int {
        switch self {
        case .passAt(let k), .passAll(let k): k
        case .cases, .edit, .failures: 1
        }
    }

    /// The task's value; nil where it has too few judged samples or lacks the measure.
    package func value(of task: ArmTask) -> Double? {
        switch self {
        case .passAt(let k): PassAtK.estimate(n: task.judged, c: task.passed, k: k)
        case .passAll(let k): PassAtK.allPass(n: task.judged, c: task.passed, k: k)
        case .cases: task.cases?.mean
        case .edit: task.edit?.mean
        case .failures(let family):
            task.judged > 0 && (task.passed == task.judged || !task.failures.isEmpty)
                ? Double(task.failed(family)) / Double(task.judged) : nil
        }
    }

    /// Variance of the task's value were its samples drawn again; nil with a single sample.
    ///
    /// For shares of samples p(1 − p)/(n − 1), which is unbiased. For k > 1 the variance of the estimator under
    /// Bin(n, c/n), summed exactly, times n/(n − 1), so that k = 1 agrees. For means s²/n.
    package func samplingVariance(of task: ArmTask) -> Double? {
        switch self {
        case .passAt(1), .passAll(1): Self.variance(successes: task.passed, of: task.judged)
        case .passAt(let k): Self.plugIn(task) { PassAtK.estimate(n: task.judged, c: $0, k: k) }
        case .passAll(let k): Self.plugIn(task) { PassAtK.allPass(n: task.judged, c: $0, k: k) }
        case .cases: task.cases.flatMap { moments in moments.variance.map { $0 / Double(moments.count) } }
        case .edit: task.edit.flatMap { moments in moments.variance.map { $0 / Double(moments.count) } }
        case .failures(let family): Self.variance(successes: task.failed(family), of: task.judged)
        }
    }

    private static func variance(successes: Int, of trials: Int) -> Double? {
        // A single sample has no variance to speak of: nil, which callers report.
        try? SamplingVariance.passAt1(successes: successes, samples: trials)
    }

    private static func plugIn(_ task: ArmTask, _ value: (Int) -> Double?) -> Double? {
        guard task.judged >= 2 else { return nil }
        let trials = Double(task.judged)
        let share = Double(task.passed) / trials
        guard share > 0, share < 1 else { return 0 }
        var mean = 0.0
        var square = 0.0
        for successes in 0...task.judged {
            let weight = Distribution.binomialProbability(successes, trials: task.judged, probability: share)
            // Counts this unlikely change no digit, and there may be a hundred thousand of them.
            guard weight > 1e-20 else { continue }
            guard let value = value(successes) else { return nil }
            mean += weight * value
            square += weight * value * value
        }
        return max(0, square - mean * mean) * trials / (trials - 1)
    }
}
