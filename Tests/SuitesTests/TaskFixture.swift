import Foundation
import HarnessCore
import Testing

@testable import Suites

/// A valid task file whose parts a test replaces.
struct TaskFixture {
    var id = "add-up"
    var category = "algorithms"
    var difficulty = "difficulty: easy"
    var prompt = "prompt: Add two numbers."
    var signature = "signature: { name: add_up, parameters: [{ left: int }, { right: int }], returns: int }"
    var extra = ""
    var cases = "cases:\n  - { args: [1, 2], returns: 3 }"

    /// A task with one parameter, whose only case has this argument and returns nothing.
    init(argument: String, type: String, records: String = "") {
        signature =
            "signature: { name: add_up, parameters: [{ value: \"\(type)\" }], returns: void, integers: wide }"
        extra = records
        cases = "cases:\n  - args: [\(argument)]"
    }

    init() {}

    var text: String {
        ["id: \(id)", "category: \(category)", difficulty, prompt, signature, extra, cases]
            .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    /// Reads the task as the file `algorithms/add-up.yaml`.
    func load() throws -> EvalTask {
        try TaskFileReader(file: try YAMLFile(text: text, path: "add-up.yaml")).task(
            id: "add-up",
            category: .algorithms
        )
    }

    /// The typed test of the task.
    func test() throws -> CaseTest {
        guard case .cases(let test) = try load().test else { throw Unexpected() }
        return test
    }

    /// The first argument of the first case.
    func argument() throws -> Value {
        try #require(try test().cases.first?.calls.first?.arguments.first)
    }

    /// The error the task is refused with.
    func refusal(_ location: SourceLocation = #_sourceLocation) throws -> HarnessError {
        try #require(throws: HarnessError.self, sourceLocation: location) { try load() }
    }

    enum Part {
        case id
        case category
        case difficulty
        case prompt
        case extra
    }

    mutating func replace(_ part: Part, by text: String) {
        switch part {
        case .id: id = text
        case .category: category = text
        case .difficulty: difficulty = text
        case .prompt: prompt = text
        case .extra: extra = text
        }
    }

    struct Unexpected: Error {}
}
