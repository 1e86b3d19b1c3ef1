/// One generated solution of one task.
package struct Sample: Sendable, Hashable {
    package var taskID: String
    /// Position among the samples of its task, from 0.
    package var index: Int
    package var language: Language
    package var text: String
    package var form: Form
    /// The failure mode a synthetic sample was made to show; nil for real ones.
    package var plantedLabel: String?

    package init(
        taskID: String,
        index: Int,
        language: Language = .python,
        text: String,
        form: Form,
        plantedLabel: String? = nil
    ) {
        self.taskID = taskID
        self.index = index
        self.language = language
        self.text = text
        self.form = form
        self.plantedLabel = plantedLabel
    }

    /// How the text relates to the prompt.
    package enum Form: String, Sendable, Hashable, Codable {
        /// Follows the prompt, which is put in front of it even when the text repeats the signature.
        case completion
        /// A whole program of its own.
        case solution
    }
}
