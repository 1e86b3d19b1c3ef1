package import HarnessCore

/// How many samples of a task somebody else found right.
package struct TaskCounts: Sendable, Hashable {
    package var taskID: String
    package var language: Language
    /// Samples, the n of pass@k.
    package var samples: Int
    /// Samples that pass, the c of pass@k.
    package var passed: Int
    /// Tasks of one cluster are not independent; nil where the file does not say.
    package var cluster: String?
    package var category: String?
    package var difficulty: String?
}
