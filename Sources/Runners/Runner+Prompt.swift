package import HarnessCore

extension Runner {
    /// Renders what a model is asked: the exact code prefix that a completion continues.
    package func prompt(for task: EvalTask) -> String {
        switch task.test {
        case .pythonCheck: task.prompt
        case .cases(let test): PythonPrompt(prose: task.prompt, test: test).text
        }
    }

    /// Assembles the program that runs for a sample.
    ///
    /// A completion follows the prompt; a solution stands alone and gets only the records it needs and does
    /// not define.
    package func program(for sample: Sample, task: EvalTask) -> String {
        switch (sample.form, task.test) {
        case (.completion, _): prompt(for: task) + sample.text
        case (.solution, .pythonCheck): sample.text
        case (.solution, .cases(let test)):
            PythonPrompt(prose: task.prompt, test: test).addingRecords(to: sample.text)
        }
    }
}
