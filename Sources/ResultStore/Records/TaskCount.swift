package import HarnessCore

/// How the samples of one task in one language fared; the raw material of pass@k.
package struct TaskCount: Sendable, Hashable {
    package var taskID: String
    package var category: EvalTask.Category?
    package var difficulty: EvalTask.Difficulty?
    package var language: Language
    /// Planned samples.
    package var samples: Int
    /// The c of pass@k.
    package var passed: Int
    package var failed: Int
    package var infrastructureErrors: Int
    /// Samples without any result.
    package var missing: Int
    /// Mean over judged samples of the share of cases passed, 0 to 1; nil where nothing was judged.
    package var fractionOfCases: Double?
    /// Means over judged samples that have the measure; nil where none has.
    package var meanEditDistance: Double?
    package var meanNormalizedEditDistance: Double?
    package var meanCyclomaticComplexity: Double?
    package var meanNestingDepth: Double?

    package init(
        taskID: String,
        category: EvalTask.Category? = nil,
        difficulty: EvalTask.Difficulty? = nil,
        language: Language = .python,
        samples: Int,
        passed: Int,
        failed: Int,
        infrastructureErrors: Int = 0,
        missing: Int = 0,
        fractionOfCases: Double? = nil,
        meanEditDistance: Double? = nil,
        meanNormalizedEditDistance: Double? = nil,
        meanCyclomaticComplexity: Double? = nil,
        meanNestingDepth: Double? = nil
    ) {
        self.taskID = taskID
        self.category = category
        self.difficulty = difficulty
        self.language = language
        self.samples = samples
        self.passed = passed
        self.failed = failed
        self.infrastructureErrors = infrastructureErrors
        self.missing = missing
        self.fractionOfCases = fractionOfCases
        self.meanEditDistance = meanEditDistance
        self.meanNormalizedEditDistance = meanNormalizedEditDistance
        self.meanCyclomaticComplexity = meanCyclomaticComplexity
        self.meanNestingDepth = meanNestingDepth
    }

    /// Samples with a verdict that counts: the n of pass@k.
    package var judged: Int { passed + failed }
}

/// How often one failure mode decided in a run.
package struct FailureCount: Sendable, Hashable {
    package var mode: FailureMode
    package var samples: Int
    /// Tasks with at least one such sample.
    package var tasks: Int

    package init(mode: FailureMode, samples: Int, tasks: Int) {
        self.mode = mode
        self.samples = samples
        self.tasks = tasks
    }

    package var family: FailureMode.Family { mode.family }
}
