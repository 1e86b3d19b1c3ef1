package import HarnessCore

/// What an evaluation tells whoever watches it.
package enum EvaluationEvent: Sendable {
    /// The plan stands, cached verdicts are counted, work begins.
    case started(EvaluationPlan.Counts)
    /// References are run first, this many.
    case checkingReferences(Int)
    /// A task's own reference fails here in a language: its samples become infrastructure errors.
    case quarantined(taskID: String, language: Language, reason: String)
    /// A program starts; `finished` or `postponed` with the same task and index ends it.
    case began(taskID: String, language: Language = .python, index: Int)
    /// A sample has its verdict.
    case finished(EvaluatedSample)
    /// The result is doubtful, see `Verdict.isDoubtful`; the program will run again alone.
    case postponed(taskID: String, language: Language = .python, index: Int)
    /// The first attempt met a fault of the harness and is made again.
    case retrying(taskID: String, language: Language = .python, index: Int, reason: String)
    /// This many doubtful results are run again, one at a time with nothing beside them.
    case confirming(Int)
    /// Somebody asked to stop: what runs is finished and saved.
    case stopping
    case ended(EvaluationSummary)
}

/// Receives the events of an evaluation; called from several tasks, one event at a time.
package typealias EvaluationObserver = @Sendable (EvaluationEvent) -> Void

/// One sample with its verdict and what the harness measured around it.
package struct EvaluatedSample: Sendable, Hashable {
    package var taskID: String
    package var index: Int
    package var language: Language
    package var verdict: Verdict
    /// Levenshtein distance to the reference in Unicode scalars; nil without a reference, or too long to tell.
    package var editDistance: Int?
    /// The distance over the longer text's length, 0…1.
    package var normalizedEditDistance: Double?
    /// Executions behind the verdict: more than 1 after a retry or a confirmation, 0 from the cache.
    package var attempts: Int
    package var source: Source
    /// Elapsed time of all attempts, microseconds, waiting for a free box included; 0 unless `source` is `executed`.
    package var elapsedMicroseconds: Int
    /// The name under which later runs may find the verdict; nil where another day might bring another one.
    package var cacheKey: ContentHash?

    package init(
        taskID: String,
        index: Int,
        language: Language,
        verdict: Verdict,
        editDistance: Int?,
        normalizedEditDistance: Double?,
        attempts: Int,
        source: Source,
        elapsedMicroseconds: Int,
        cacheKey: ContentHash?
    ) {
        self.taskID = taskID
        self.index = index
        self.language = language
        self.verdict = verdict
        self.editDistance = editDistance
        self.normalizedEditDistance = normalizedEditDistance
        self.attempts = attempts
        self.source = source
        self.elapsedMicroseconds = elapsedMicroseconds
        self.cacheKey = cacheKey
    }

    /// Where the verdict comes from.
    package enum Source: String, Sendable, Hashable, Codable {
        /// This sample's program ran.
        case executed
        /// The same program ran for another sample of this run.
        case shared
        /// An earlier run knew the verdict.
        case cached
        /// The task's reference fails on this machine, or the language is not there; nothing ran.
        case quarantined
    }
}

/// How an evaluation ended.
package struct EvaluationSummary: Sendable, Hashable {
    package var status: Status
    package var planned: Int
    package var passed: Int
    package var failed: Int
    package var infrastructureErrors: Int
    /// Samples whose verdict came from the cache.
    package var cached: Int
    /// Programs that were executed.
    package var executed: Int
    /// Tasks whose reference fails on this machine, in the suite's order.
    package var quarantined: [String]

    package init(planned: Int) {
        status = .interrupted
        self.planned = planned
        passed = 0
        failed = 0
        infrastructureErrors = 0
        cached = 0
        executed = 0
        quarantined = []
    }

    /// Samples that have no verdict yet: planned = passed + failed + infrastructure errors + missing.
    package var missing: Int { planned - passed - failed - infrastructureErrors }

    package enum Status: String, Sendable, Hashable {
        case complete
        case interrupted
    }
}
