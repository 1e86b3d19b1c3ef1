package import HarnessCore

/// How many samples of one task in one language ended in one way, with the sums that means and variances need.
package struct OutcomeCount: Sendable, Hashable {
    package var taskID: String
    package var category: EvalTask.Category?
    package var difficulty: EvalTask.Difficulty?
    package var language: Language
    package var outcome: SampleFilter.Outcome
    /// The mode of failed samples.
    package var mode: FailureMode?
    package var samples: Int
    /// Sum and sum of squares over the samples of the share of cases passed.
    package var caseShares: Double
    package var squaredCaseShares: Double
    /// Samples with an edit distance, and the sum and sum of squares of the normalised ones.
    package var editSamples: Int
    package var editDistances: Double
    package var squaredEditDistances: Double
}
