package import HarnessCore

/// What somebody who watches an evaluation wants to see at any moment, kept up to date from its events.
package struct EvaluationTally: Sendable {
    package private(set) var counts: EvaluationPlan.Counts?
    package private(set) var passed = 0
    package private(set) var failed = 0
    package private(set) var infrastructureErrors = 0
    /// Programs met a fault and were tried again.
    package private(set) var retries = 0
    package private(set) var isStopping = false
    /// Doubtful results that run again alone; nil before that phase.
    package private(set) var resultsToConfirm: Int?

    private var began: [Place: Duration] = [:]
    private var start: Duration?
    private var executed = 0
    private var executing: Duration?

    package init() {}

    /// One sample of one task.
    package struct Place: Sendable, Hashable, Comparable {
        package var taskID: String
        package var language: Language
        package var index: Int

        package init(taskID: String, language: Language = .python, index: Int) {
            self.taskID = taskID
            self.language = language
            self.index = index
        }

        package static func < (left: Place, right: Place) -> Bool {
            (left.taskID, left.language, left.index) < (right.taskID, right.language, right.index)
        }
    }

    /// Samples with a verdict.
    package var done: Int { passed + failed + infrastructureErrors }

    /// Passed among those that count, 0…1; nil before the first.
    package var passRate: Double? {
        passed + failed == 0 ? nil : Double(passed) / Double(passed + failed)
    }

    /// Takes an event that happened at a time of the evaluation's clock.
    package mutating func take(_ event: EvaluationEvent, at now: Duration) {
        switch event {
        case .started(let counts):
            self.counts = counts
            start = now
        case .began(let taskID, let language, let index):
            if executing == nil { executing = now }
            began[Place(taskID: taskID, language: language, index: index)] = now
        case .finished(let sample):
            began[Place(taskID: sample.taskID, language: sample.language, index: sample.index)] = nil
            if sample.source == .executed || sample.source == .shared { executed += 1 }
            switch sample.verdict.outcome {
            case .passed: passed += 1
            case .failed: failed += 1
            case .infrastructureError: infrastructureErrors += 1
            }
        case .postponed(let taskID, let language, let index):
            began[Place(taskID: taskID, language: language, index: index)] = nil
        case .retrying: retries += 1
        case .confirming(let count): resultsToConfirm = count
        case .stopping: isStopping = true
        case .checkingReferences, .quarantined, .ended: break
        }
    }

    /// Executed samples per second; nil before the first is done.
    ///
    /// Cached samples are left out: they say nothing about how long the rest will take.
    package func rate(at now: Duration) -> Double? {
        guard let executing, executed > 0, now > executing else { return nil }
        return Double(executed) / ((now - executing) / .seconds(1))
    }

    /// How long the rest will take at the rate so far; nil where nothing can be said.
    package func remaining(at now: Duration) -> Duration? {
        guard let counts, let rate = rate(at: now) else { return nil }
        return .seconds(Double(counts.planned - done) / rate)
    }

    /// Elapsed time since the plan stood.
    package func elapsed(at now: Duration) -> Duration { start.map { now - $0 } ?? .zero }

    /// The programs that have been running for at least this long, longest first.
    package func slow(atLeast bound: Duration, at now: Duration) -> [(place: Place, running: Duration)] {
        began.map { (place: $0.key, running: now - $0.value) }
            .filter { $0.running >= bound }
            .sorted { ($1.running, $0.place) < ($0.running, $1.place) }
    }
}
