import HarnessCore

/// Solutions that any task must fail.
struct CheckSolutions {
    /// Nothing at all: the prompt alone for a task whose solutions follow it.
    let empty: Sample
    /// A program with the right interface that ignores its arguments; nil where the language has no generator.
    ///
    /// It gives the answer that the cases expect most often, and never an error: the best that a
    /// program can do without reading its arguments. A task that lets it pass asks too little.
    let wrong: Sample?

    init(task: EvalTask, language: Language) {
        switch task.test {
        case .pythonCheck:
            empty = Self.sample(of: task, language, "", .completion)
            // A foreign test does not say what it expects; no test expects this.
            let body = "    return (\"a value that nobody asked for\",)\n"
            wrong = language == .python ? Self.sample(of: task, language, body, .completion) : nil
        case .program:
            // A completion that ends where the prompt ends; what would be wrong in a language nobody here knows.
            empty = Self.sample(of: task, language, "", .completion)
            wrong = nil
        case .streams:
            empty = Self.sample(of: task, language, "", .solution)
            wrong = nil
        case .cases(let test):
            empty = Self.sample(of: task, language, "", .solution)
            let text = language == .python ? PythonConstantSolution(test: test).text : nil
            wrong = text.map { Self.sample(of: task, language, $0, .solution) }
        }
    }

    private static func sample(
        of task: EvalTask,
        _ language: Language,
        _ text: String,
        _ form: Sample.Form
    ) -> Sample {
        Sample(taskID: task.id, index: 0, language: language, text: text, form: form)
    }
}
