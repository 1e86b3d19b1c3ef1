import Evaluation
import HarnessCore
import Testing

struct TaskSelectionTests {
    private let suite: TaskSuite = {
        var tasks = ["merge-intervals", "merge-maps", "sort-names", "parse-date"].map { makeTask($0) }
        tasks[2].category = .strings
        tasks[3].difficulty = .hard
        return makeSuite(tasks)
    }()

    @Test(arguments: [
        (["merge-*"], ["merge-intervals", "merge-maps"]),
        (["*-names", "parse-dat?"], ["sort-names", "parse-date"]),
        (["*e*a*"], ["merge-intervals", "merge-maps", "parse-date"]),
        (["sort-names"], ["sort-names"]),
    ])
    func `patterns keep what a shell would`(patterns: [String], expected: [String]) throws {
        let tasks = try TaskSelection(patterns: patterns).tasks(of: suite)

        #expect(Set(tasks.map(\.id)).isSubset(of: Set(suite.tasks.map(\.id))))
        #expect(tasks.map(\.id) == suite.tasks.map(\.id).filter(expected.contains))
    }

    @Test func `categories and difficulties narrow each other down`() throws {
        let tasks = try TaskSelection(categories: [.algorithms], difficulties: [.easy]).tasks(of: suite)

        #expect(tasks.map(\.id) == ["merge-intervals", "merge-maps"])
    }

    @Test func `a limit draws the same tasks every time and other tasks for another seed`() throws {
        let large = makeSuite((0..<200).map { makeTask("t\($0)") })

        let first = try TaskSelection(limit: 20, seed: 1).tasks(of: large).map(\.id)
        let again = try TaskSelection(limit: 20, seed: 1).tasks(of: large).map(\.id)
        let other = try TaskSelection(limit: 20, seed: 2).tasks(of: large).map(\.id)

        #expect(first.count == 20)
        #expect(first == again)
        #expect(first != other)
        #expect(first == large.tasks.map(\.id).filter(first.contains))
    }

    @Test func `a pattern that matches nothing is an error and not an empty run`() {
        let error = #expect(throws: HarnessError.self) {
            try TaskSelection(patterns: ["merge-*", "mrege-maps"]).tasks(of: suite)
        }

        #expect(error?.code == .nothingSelected)
        #expect(error?.message.contains("mrege-maps") == true)
    }

    @Test func `filters that leave nothing are an error`() {
        let error = #expect(throws: HarnessError.self) {
            try TaskSelection(categories: [.strings], difficulties: [.hard]).tasks(of: suite)
        }

        #expect(error?.code == .nothingSelected)
    }
}
