/// One problem a model is asked to solve, with everything needed to judge an answer.
package struct EvalTask: Sendable, Hashable {
    /// Unique in its suite: `merge-intervals`, `HumanEval/0`.
    package var id: String
    package var category: Category?
    package var difficulty: Difficulty?
    /// What is asked: prose for the built-in suite, the exact code prefix for foreign suites.
    package var prompt: String
    package var test: TaskTest
    /// Known-good solutions by language; for foreign suites the text that follows the prompt.
    package var references: [Language: String]
    /// Limits that replace the suite's, where the task needs others.
    package var limits: LimitOverrides

    package init(
        id: String,
        category: Category? = nil,
        difficulty: Difficulty? = nil,
        prompt: String,
        test: TaskTest,
        references: [Language: String] = [:],
        limits: LimitOverrides = LimitOverrides()
    ) {
        self.id = id
        self.category = category
        self.difficulty = difficulty
        self.prompt = prompt
        self.test = test
        self.references = references
        self.limits = limits
    }

    package enum Category: String, Sendable, Hashable, CaseIterable, Codable {
        case controlFlow = "control-flow"
        case dataStructures = "data-structures"
        case algorithms
        case strings
        case apiDesign = "api-design"
    }

    package enum Difficulty: String, Sendable, Hashable, CaseIterable, Codable {
        case easy
        case medium
        case hard
    }
}

/// A programming language a task can be asked in.
package struct Language: RawRepresentable, Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package var rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let python = Language(rawValue: "python")

    package var description: String { rawValue }

    package static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}

/// How an answer to a task is judged.
package enum TaskTest: Sendable, Hashable {
    /// Typed calls: arguments go in, plain results come out, the harness compares.
    case cases(CaseTest)
    /// A foreign Python test: `check(candidate)` runs in an examiner that never loads the candidate.
    case pythonCheck(PythonCheck)
    /// A foreign test that becomes one program with the candidate, which is compiled and run as it is.
    case program(ProgramTest)
    /// A whole program in any language: standard input goes in, standard output is compared.
    case streams(StreamTest)
}

extension TaskTest {
    /// The language that the test itself is written in; nil for typed cases, which have none.
    package var onlyLanguage: Language? {
        switch self {
        case .cases, .streams: nil
        case .pythonCheck: .python
        case .program(let test): test.language
        }
    }
}

/// A foreign Python test in HumanEval's form.
///
/// Chen et al. 2021, "Evaluating Large Language Models Trained on Code", github.com/openai/human-eval.
package struct PythonCheck: Sendable, Hashable {
    /// The function the test is called with.
    package var entryPoint: String
    /// Source that defines `check(candidate)`.
    package var test: String
    /// Whether it is known that the test can only run in the candidate's own process.
    ///
    /// It builds its arguments from types that the candidate defines, or asks for results that are no plain data.
    /// Default is no; arguments that are no plain data are found out when the test runs.
    package var sharesProcess: Bool

    /// What stands before a program, on lines of its own: imports that its authors' harness adds.
    package var programHead: String
    /// What stands after a program, and gives a method the name by which it is called.
    package var programTail: String
    /// Whether the task asks in prose, so that its prompt is no part of any program.
    package var asksInProse: Bool { !programTail.isEmpty }

    package init(
        entryPoint: String,
        test: String,
        sharesProcess: Bool = false,
        programHead: String = "",
        programTail: String = ""
    ) {
        self.entryPoint = entryPoint
        self.test = test
        self.sharesProcess = sharesProcess
        self.programHead = programHead
        self.programTail = programTail
    }
}
