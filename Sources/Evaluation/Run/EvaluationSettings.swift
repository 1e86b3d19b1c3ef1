/// How a run is carried out; none of it changes a verdict.
package struct EvaluationSettings: Sendable, Hashable {
    /// Programs evaluated at the same time.
    ///
    /// Default is 1.
    package var jobs: Int
    /// Default is `on`.
    package var cache: CachePolicy
    /// Whether each task's own reference must pass on this machine before its samples count.
    ///
    /// Default is no.
    package var checksReferences: Bool

    package init(
        jobs: Int = 1,
        cache: CachePolicy = .on,
        checksReferences: Bool = false
    ) {
        self.jobs = jobs
        self.cache = cache
        self.checksReferences = checksReferences
    }

    /// What a run does with verdicts of earlier runs.
    package enum CachePolicy: String, Sendable, Hashable, CaseIterable {
        /// Uses known verdicts and keeps new ones.
        case on
        /// Neither uses nor keeps any; proofs that a task's reference passes here are no such verdicts.
        case off
        /// Runs everything again and replaces what was known.
        case refresh
    }
}
