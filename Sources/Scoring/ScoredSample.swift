package import HarnessCore

/// What scoring needs to know of one judged sample.
package struct ScoredSample: Sendable, Hashable {
    package var taskID: String
    package var category: EvalTask.Category?
    package var difficulty: EvalTask.Difficulty?
    package var language: Language
    package var outcome: Verdict.Outcome
    package var casesPassed: Int
    package var casesTotal: Int
    /// Distance to the task's reference; nil where there is none or the texts are too long to compare.
    package var editDistance: EditDistance?
    /// nil where the program does not parse.
    package var codeMetrics: CodeMetrics?

    package init(
        taskID: String,
        category: EvalTask.Category? = nil,
        difficulty: EvalTask.Difficulty? = nil,
        language: Language = .python,
        outcome: Verdict.Outcome,
        casesPassed: Int,
        casesTotal: Int,
        editDistance: EditDistance? = nil,
        codeMetrics: CodeMetrics? = nil
    ) {
        self.taskID = taskID
        self.category = category
        self.difficulty = difficulty
        self.language = language
        self.outcome = outcome
        self.casesPassed = casesPassed
        self.casesTotal = casesTotal
        self.editDistance = editDistance
        self.codeMetrics = codeMetrics
    }

    package var failureMode: FailureMode? {
        if case .failed(let mode) = outcome { mode } else { nil }
    }
}
