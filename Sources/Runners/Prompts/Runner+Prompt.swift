package import HarnessCore

extension Runner {
    /// The task as this language sees it: its typed test in native names.
    package func native(_ task: EvalTask) -> EvalTask {
        guard case .cases(let test) = task.test else { return task }
        var native = task
        native.test = .cases(definition.naming.native(test))
        return native
    }

    /// Renders what a model is asked: the exact code prefix that a completion continues.
    package func prompt(for task: EvalTask) -> String {
        guard case .cases(let test) = task.test else { return task.prompt }
        return renderer(of: test, prose: task.prompt).prompt
    }

    /// Assembles the program that runs for a sample.
    ///
    /// A completion follows the prompt; a solution stands alone and gets only what it needs and does not
    /// define: records, and the errors and the head that the prompt would have given it.
    package func program(for sample: Sample, task: EvalTask) -> String {
        let test: CaseTest
        switch task.test {
        case .program(let test): return program(for: sample, task: task, test: test)
        case .streams(let test):
            // The prompt is prose: an answer is a program of its own, whatever it is called.
            return (test.heads[language] ?? "") + sample.text
        case .pythonCheck(let check):
            let text =
                sample.form == .completion && !check.asksInProse ? task.prompt + sample.text : sample.text
            return check.programHead + text + check.programTail
        case .cases(let cases): test = cases
        }
        let renderer = renderer(of: test, prose: task.prompt)
        return switch sample.form {
        case .completion: renderer.prompt + sample.text + renderer.ending
        case .solution: renderer.completing(sample.text)
        }
    }

    /// The source that is compiled beside a program of this test, given in native names; nil where there is none.
    func glue(for native: CaseTest) -> ExecutionRequest.BoxFile? {
        templates?.glue(native).map { ExecutionRequest.BoxFile(name: $0.name, content: Array($0.text.utf8)) }
    }

    private func renderer(of test: CaseTest, prose: String) -> PromptRenderer {
        if let templates {
            return .templates(templates, definition.naming.native(test), prose: prose)
        }
        return .python(PythonPrompt(prose: prose, test: test))
    }
}

/// The two ways in which a language's prompts are written.
private enum PromptRenderer {
    case python(PythonPrompt)
    case templates(LanguageTemplates, CaseTest, prose: String)

    var prompt: String {
        switch self {
        case .python(let prompt): prompt.text
        case .templates(let templates, let test, let prose): templates.prompt(test, prose: prose)
        }
    }

    var ending: String {
        switch self {
        case .python: ""
        case .templates(let templates, let test, let prose): templates.ending(test, prose: prose)
        }
    }

    func completing(_ program: String) -> String {
        switch self {
        case .python(let prompt): prompt.addingRecords(to: program)
        case .templates(let templates, let test, _): templates.completing(program, for: test)
        }
    }
}
