package import HarnessCore

/// One sample of a run with its current result, without the texts.
package struct SampleRow: Sendable, Hashable {
    package var taskID: String
    package var category: EvalTask.Category?
    package var difficulty: EvalTask.Difficulty?
    package var language: Language
    package var index: Int
    package var form: Sample.Form
    package var plantedLabel: String?
    package var completionHash: ContentHash
    package var programHash: ContentHash
    /// nil while the sample has no result.
    package var result: StoredResult?

    package init(
        taskID: String,
        category: EvalTask.Category?,
        difficulty: EvalTask.Difficulty?,
        language: Language,
        index: Int,
        form: Sample.Form,
        plantedLabel: String?,
        completionHash: ContentHash,
        programHash: ContentHash,
        result: StoredResult?
    ) {
        self.taskID = taskID
        self.category = category
        self.difficulty = difficulty
        self.language = language
        self.index = index
        self.form = form
        self.plantedLabel = plantedLabel
        self.completionHash = completionHash
        self.programHash = programHash
        self.result = result
    }

    package var key: SampleKey { SampleKey(taskID: taskID, language: language, index: index) }
}

/// A result as it stands in the store.
package struct StoredResult: Sendable, Hashable {
    package var verdict: Verdict
    package var editDistance: EditDistanceValue?
    package var isCached: Bool
    package var executions: Int
    /// Number of this result among the sample's results, from 0; all before the last are infrastructure errors.
    package var attempt: Int

    package init(
        verdict: Verdict,
        editDistance: EditDistanceValue?,
        isCached: Bool,
        executions: Int,
        attempt: Int
    ) {
        self.verdict = verdict
        self.editDistance = editDistance
        self.isCached = isCached
        self.executions = executions
        self.attempt = attempt
    }
}

/// One sample with its texts and its whole history.
package struct SampleDetail: Sendable, Hashable {
    package var row: SampleRow
    package var prompt: String
    package var completion: String
    package var program: String
    /// The known-good solution in the sample's language.
    package var reference: String?
    /// All results, oldest first; the last one is the row's.
    package var history: [StoredResult]

    package init(
        row: SampleRow,
        prompt: String,
        completion: String,
        program: String,
        reference: String?,
        history: [StoredResult]
    ) {
        self.row = row
        self.prompt = prompt
        self.completion = completion
        self.program = program
        self.reference = reference
        self.history = history
    }
}
