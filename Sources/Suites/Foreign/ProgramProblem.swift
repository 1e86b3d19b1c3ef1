import HarnessCore

/// The forms of problems whose tests become one program with the answer.
enum ProgramProblem: String, CaseIterable {
    case multiPLE = "multipl-e"
    case humanEvalX = "humaneval-x"
    case mxeval

    /// What is read of a line, whatever its form.
    static let fields: Set<String> = [
        "name", "task_id", "language", "prompt", "tests", "test", "canonical_solution", "declaration",
        "import",
        "test_setup", "entry_point",
    ]

    /// Whether the names of a problem's fields show this form.
    func isTold(by names: Set<String>) -> Bool {
        switch self {
        case .multiPLE: names.contains("name") && !names.isDisjoint(with: ["tests", "language"])
        case .humanEvalX:
            names.contains("declaration") && !names.isDisjoint(with: ["test", "canonical_solution"])
        case .mxeval: names.contains("entry_point") && names.contains("language")
        }
    }

    func task(from line: JSONLine, at location: String) throws(HarnessError) -> EvalTask {
        let id = try line.text(self == .multiPLE ? "name" : "task_id")
        guard TaskName.isForeignID(id) else {
            throw HarnessError(
                .badData,
                "the task id \(Quoting.quoted(id)) is not usable",
                at: location,
                remedy: "use 1 to \(TaskName.maximumIDBytes) bytes without spaces and control characters"
            )
        }
        let language = try language(of: line, id: id, at: location)
        let prompt = try line.text("prompt")
        let tests = try line.text(self == .multiPLE ? "tests" : "test")
        guard tests.contains(where: { !$0.isWhitespace }) else {
            throw HarnessError(
                .badData,
                "the problem has no tests",
                at: location,
                remedy: "every program would pass: give it tests, or leave the problem out"
            )
        }
        // Those of MBXP are a model's and partly wrong: no proof of a task.
        let isProved = self != .mxeval && line.has("canonical_solution")
        let solution = isProved ? try line.text("canonical_solution") : ""
        let isBlank = solution.allSatisfy(\.isWhitespace)
        var task = EvalTask(
            id: id,
            prompt: prompt,
            test: .program(ProgramTest(language: language, form: rawValue, tests: tests)),
            references: isBlank ? [:] : [language: solution]
        )
        if language == .python {
            task.test = .pythonCheck(try check(of: line, tests: tests, at: location))
        } else {
            var parts: [String: String] = [:]
            for (field, part) in [
                ("declaration", "declaration"), ("import", "import"), ("test_setup", "setup"),
            ]
            where line.has(field) {
                parts[part] = try line.text(field)
            }
            task.test = .program(
                ProgramTest(language: language, form: rawValue, tests: tests, parts: parts)
            )
        }
        return task
    }

    private func language(
        of line: JSONLine,
        id: String,
        at location: String
    ) throws(HarnessError) -> Language {
        let name: String
        switch self {
        case .multiPLE, .mxeval: name = try line.text("language")
        case .humanEvalX: name = String(id.prefix { $0 != "/" })
        }
        guard let language = ForeignLanguage.named(name) else {
            throw HarnessError(
                .badData,
                "\(Quoting.quoted(name)) is not the name of a language",
                at: location,
                remedy: self == .humanEvalX
                    ? "a task id of HumanEval-X begins with one: CPP/0" : "write a name such as cpp"
            )
        }
        return language
    }

    /// The test of a problem in Python: its function `check`, without the statement that calls it.
    private func check(
        of line: JSONLine,
        tests: String,
        at location: String
    ) throws(HarnessError) -> PythonCheck {
        var lines = tests.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var called: String?
        if let position = lines.lastIndex(where: { Self.argument(ofCheckIn: $0) != nil }) {
            called = Self.argument(ofCheckIn: lines[position])
            // MultiPL-E calls it from a function of its own, which nothing else needs.
            let isInside = lines[position].first?.isWhitespace == true
            let start =
                isInside ? lines[..<position].lastIndex { $0.hasPrefix("def ") } ?? position : position
            lines.removeSubrange(start...)
        }
        let given = line.has("entry_point") ? try line.text("entry_point") : called
        guard let entryPoint = given, PythonName.isIdentifier(entryPoint),
            lines.contains(where: { $0.hasPrefix("def check(") })
        else {
            throw HarnessError(
                .badData,
                "the test does not define check(candidate) and call it with a function",
                at: location,
                remedy: "name the function in \"entry_point\", or call check with it in the last line"
            )
        }
        return PythonCheck(entryPoint: entryPoint, test: lines.joined(separator: "\n"))
    }

    /// The name in a line `check(name)`, at whatever depth.
    private static func argument(ofCheckIn line: String) -> String? {
        let text = line.drop(while: \.isWhitespace)
        guard text.hasPrefix("check("), let end = text.firstIndex(of: ")") else { return nil }
        let name = String(text[text.index(text.startIndex, offsetBy: 6)..<end])
        return PythonName.isIdentifier(name) ? name : nil
    }
}
