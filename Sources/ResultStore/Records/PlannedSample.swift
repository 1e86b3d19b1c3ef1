package import HarnessCore

/// The place of a sample in its run.
package struct SampleKey: Sendable, Hashable {
    package var taskID: String
    package var language: Language
    /// Position among the samples of its task and language, from 0.
    package var index: Int

    package init(taskID: String, language: Language, index: Int) {
        self.taskID = taskID
        self.language = language
        self.index = index
    }

    package init(_ sample: Sample) {
        self.init(taskID: sample.taskID, language: sample.language, index: sample.index)
    }
}

/// A sample as it enters a run: the answer and the program assembled from it.
package struct PlannedSample: Sendable, Hashable {
    package var sample: Sample
    /// The text that will be executed.
    package var program: String

    package init(sample: Sample, program: String) {
        self.sample = sample
        self.program = program
    }
}

/// A sample of a stored run that still needs a verdict.
package struct PendingSample: Sendable, Hashable {
    /// Position in the run, for the next page.
    package var position: Int
    package var sample: Sample

    package init(position: Int, sample: Sample) {
        self.position = position
        self.sample = sample
    }
}
