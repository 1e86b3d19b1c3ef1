package import HarnessCore

/// One task: what a model is asked and how its answer is judged.
package struct TaskReport: Report {
    private let task: EvalTask
    private let limits: ResourceLimits
    /// The prompt as a model sees it, for one language.
    private let prompt: String
    private let language: Language
    private let showsReference: Bool

    /// Describes a task under the limits that are in force for it.
    package init(
        _ task: EvalTask,
        limits: ResourceLimits,
        prompt: String,
        language: Language,
        showsReference: Bool
    ) {
        self.task = task
        self.limits = limits
        self.prompt = prompt
        self.language = language
        self.showsReference = showsReference
    }

    package func lines(_ style: TextStyle) -> [String] {
        let facts = [task.category?.rawValue, task.difficulty?.rawValue].compactMap(\.self)
        var lines = [([style.coloured(printable(task.id), .bold)] + facts).joined(separator: "   ")]
        switch task.test {
        case .cases(let test):
            lines.append(
                "judged by \(Numbers.count(test.cases.count, "typed case")), compared outside the sandbox"
            )
        case .pythonCheck(let check):
            lines.append("judged by check(\(printable(check.entryPoint))), run in an examiner process")
        case .streams(let test):
            lines.append(
                "judged by \(Numbers.count(test.cases.count, "input")), the output compared outside the sandbox"
            )
        case .program(let test):
            lines.append("judged by its own tests, one program with the answer (\(printable(test.form)))")
        }
        let cpu = Numbers.fixed(Double(limits.cpuMilliseconds) / 1_000, places: 1)
        let wall = Numbers.fixed(Double(limits.wallMilliseconds) / 1_000, places: 1)
        lines.append("limits cpu \(cpu) s, elapsed \(wall) s, memory \(Numbers.bytes(limits.memoryBytes))")
        lines += ["", style.coloured("prompt (\(printable(language.rawValue)))", .bold)]
        lines += Self.indented(prompt)
        if showsReference {
            for (language, text) in task.references.sorted(by: { $0.key < $1.key }) {
                lines += ["", style.coloured("reference (\(printable(language.rawValue)))", .bold)]
                lines += Self.indented(text)
            }
        }
        return lines
    }

    package var json: JSONValue {
        var fields = task.json
        fields["prompt"] = .text(prompt)
        fields["language"] = .text(language.rawValue)
        fields["limits"] = .object([
            "cpu_seconds": .number(Double(limits.cpuMilliseconds) / 1_000),
            "wall_seconds": .number(Double(limits.wallMilliseconds) / 1_000),
            "memory_mb": .integer(limits.memoryBytes >> 20),
        ])
        if showsReference {
            fields["reference_texts"] = .object(
                Dictionary(uniqueKeysWithValues: task.references.map { ($0.key.rawValue, .text($0.value)) })
            )
        }
        return .document("task", fields)
    }

    private static func indented(_ text: String) -> [String] {
        var lines = printableLines(text)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.isEmpty ? "" : "  \($0)" }
    }
}
