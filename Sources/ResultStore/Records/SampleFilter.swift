package import HarnessCore

/// Which samples of a run a query returns; nil asks for all.
package struct SampleFilter: Sendable, Hashable {
    package var outcome: Outcome?
    package var family: FailureMode.Family?
    package var mode: FailureMode?
    package var taskID: String?
    package var language: Language?
    package var category: EvalTask.Category?
    package var difficulty: EvalTask.Difficulty?
    /// Rows at most; nil is no bound.
    package var limit: Int?
    /// Rows to leave out at the start.
    package var offset: Int

    package init(
        outcome: Outcome? = nil,
        family: FailureMode.Family? = nil,
        mode: FailureMode? = nil,
        taskID: String? = nil,
        language: Language? = nil,
        category: EvalTask.Category? = nil,
        difficulty: EvalTask.Difficulty? = nil,
        limit: Int? = nil,
        offset: Int = 0
    ) {
        self.outcome = outcome
        self.family = family
        self.mode = mode
        self.taskID = taskID
        self.language = language
        self.category = category
        self.difficulty = difficulty
        self.limit = limit
        self.offset = offset
    }

    /// Where a sample stands, as stored and as named by the views.
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        case passed
        case failed
        case infrastructureError = "infrastructure-error"
        /// No result yet.
        case missing
    }
}
