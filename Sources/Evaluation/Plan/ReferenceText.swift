package import HarnessCore
import Scoring

extension EvalTask {
    /// The task's own solution as a sample, to be run like any other; nil where the language has none.
    package func referenceSample(in language: Language) -> Sample? {
        guard let text = references[language] else { return nil }
        let form: Sample.Form =
            switch test {
            // Foreign suites give the text that follows the prompt, the built-in one whole programs.
            case .pythonCheck, .program: .completion
            case .cases, .streams: .solution
            }
        return Sample(taskID: id, index: 0, language: language, text: text, form: form)
    }
}

/// What samples of one task are compared with, text against text.
struct ReferenceText {
    private let prompt: String
    private let reference: Sample

    /// Nil where the task has no reference in the language.
    init?(task: EvalTask, language: Language) {
        guard let reference = task.referenceSample(in: language) else { return nil }
        prompt = task.prompt
        self.reference = reference
    }

    /// The edit distance between a sample and the reference; nil where the texts are too long to tell in time.
    func distance(to sample: Sample) -> EditDistance? {
        // A whole program is compared with a whole program, the rest of one with the rest.
        let other =
            switch (reference.form, sample.form) {
            case (.completion, .solution): prompt + reference.text
            case (.completion, .completion), (.solution, .solution), (.solution, .completion): reference.text
            }
        return EditDistance.levenshtein(sample.text, other)
    }
}
