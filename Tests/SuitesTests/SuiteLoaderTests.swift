import Foundation
import HarnessCore
import Suites
import Testing

@Suite(.temporaryFolder) struct SuiteLoaderTests {
    private func addTask(_ id: String, category: String, edit: (inout TaskFixture) -> Void = { _ in }) throws
    {
        var fixture = TaskFixture()
        fixture.id = id
        fixture.category = category
        edit(&fixture)
        try TemporaryFolder.write(fixture.text, to: "tasks/core/\(category)/\(id).yaml")
        try TemporaryFolder.write(
            "def add_up(left, right):\n    return left + right\n",
            to: "references/core/\(id)/python.py"
        )
    }

    private func load(_ limits: ResourceLimits = ResourceLimits()) throws -> TaskSuite {
        let folder = try TemporaryFolder.url()
        return try SuiteLoader.builtIn(
            tasksFolder: folder.appendingPathComponent("tasks/core"),
            referencesFolder: folder.appendingPathComponent("references/core"),
            limits: limits
        )
    }

    private func refusal() throws -> HarnessError {
        try #require(throws: HarnessError.self) { try load() }
    }

    @Test func `Tasks come in the order of their categories and names`() throws {
        for (id, category) in [
            ("zip", "strings"), ("b-2", "algorithms"), ("a-1", "strings"), ("b-10", "algorithms"),
        ] {
            try addTask(id, category: category)
        }

        let suite = try load()

        #expect(suite.name == "core")
        #expect(suite.tasks.map(\.id) == ["b-10", "b-2", "a-1", "zip"])
        #expect(suite.tasks.map(\.category) == [.algorithms, .algorithms, .strings, .strings])
    }

    @Test func `References are kept by language`() throws {
        try addTask("sum", category: "algorithms")
        try TemporaryFolder.write("func addUp() {}\n", to: "references/core/sum/swift.swift")

        let task = try #require(try load().tasks.first)

        #expect(task.references.keys.sorted() == [.python, Language(rawValue: "swift")])
        #expect(task.references[.python] == "def add_up(left, right):\n    return left + right\n")
    }

    @Test func `A task without a Python reference is refused`() throws {
        try addTask("sum", category: "algorithms")
        try FileManager.default.removeItem(
            at: try TemporaryFolder.url().appendingPathComponent("references/core/sum/python.py")
        )

        let error = try refusal()

        #expect(error.message == "the task \"sum\" has no reference solution")
        #expect(error.location?.hasSuffix("references/core/sum/python.py") == true)
    }

    @Test func `The same id in two categories is refused`() throws {
        try addTask("sum", category: "algorithms")
        try addTask("sum", category: "strings")

        let error = try refusal()

        #expect(error.message.hasPrefix("the id \"sum\" stands twice, first in "))
        #expect(error.location?.hasSuffix("strings/sum.yaml") == true)
    }

    @Test func `An unknown category comes with what was meant`() throws {
        try addTask("sum", category: "algorithms")
        try TemporaryFolder.write("", to: "tasks/core/string/x.yaml")

        let error = try refusal()

        #expect(error.message == "unknown category \"string\"")
        #expect(error.remedy == "did you mean \"strings\"?")
    }

    @Test func `A file that is no task is refused, a readme beside the categories is not`() throws {
        try addTask("sum", category: "algorithms")
        try TemporaryFolder.write("about", to: "tasks/core/README.md")
        #expect(try load().tasks.count == 1)

        try TemporaryFolder.write("", to: "tasks/core/algorithms/sum.yml")

        #expect(try refusal().message == "is not a task file")
    }

    @Test func `References of no task are refused`() throws {
        try addTask("merge", category: "algorithms")
        try TemporaryFolder.write("x = 1\n", to: "references/core/merg/python.py")

        #expect(try refusal().remedy == "did you mean \"merge\"?")
    }

    @Test func `A suite without tasks is refused`() throws {
        try addTask("sum", category: "algorithms")
        let folder = try TemporaryFolder.url()
        try FileManager.default.removeItem(
            at: folder.appendingPathComponent("tasks/core/algorithms/sum.yaml")
        )
        try FileManager.default.removeItem(at: folder.appendingPathComponent("references/core/sum"))

        #expect(try refusal().message == "the suite has no tasks")
    }

    @Test func `A missing folder is missing input`() throws {
        #expect(try refusal().code == .noInput)
    }

    @Test func `Faults of several files are told together`() throws {
        try addTask("one", category: "algorithms") { $0.cases = "cases: []" }
        try addTask("two", category: "strings") { $0.difficulty = "difficulty: hrd" }

        let error = try refusal()

        #expect(error.message.hasPrefix("2 faults\n"))
        #expect(error.message.contains("algorithms/one.yaml:6: the task has no cases"))
        #expect(error.message.contains("strings/two.yaml:3: unknown difficulty \"hrd\""))
        #expect(error.message.contains("did you mean \"hard\"?"))
    }

    @Test func `The hash follows what is asked and tested, and nothing else`() throws {
        try addTask("sum", category: "algorithms")
        let original = try load()
        #expect(try load().hash == original.hash)

        try TemporaryFolder.write("add_up = int.__add__\n", to: "references/core/sum/python.py")
        #expect(try load().hash == original.hash)

        try addTask("sum", category: "algorithms") { $0.prompt = "prompt: Add two numbers!" }
        let prompt = try load().hash
        try addTask("sum", category: "algorithms") { $0.cases = "cases: [{ args: [1, 2], returns: 4 }]" }
        let expectation = try load().hash
        try addTask("sum", category: "algorithms") { $0.extra = "limits: { cpu_seconds: 3 }" }
        let limit = try load().hash
        try addTask("sum", category: "algorithms")
        let suiteLimit = try load(ResourceLimits(processes: 33)).hash
        #expect(Set([original.hash, prompt, expectation, limit, suiteLimit]).count == 5)
    }

    @Test func `What a user limits holds for every task, the rest stays as task and suite say`() throws {
        try addTask("own", category: "algorithms") {
            $0.extra = "limits: { cpu_seconds: 3, wall_seconds: 4 }"
        }
        try addTask("plain", category: "algorithms")
        let folder = try TemporaryFolder.url()

        let suite = try SuiteLoader.builtIn(
            tasksFolder: folder.appendingPathComponent("tasks/core"),
            referencesFolder: folder.appendingPathComponent("references/core"),
            overrides: LimitOverrides(cpuMilliseconds: 1_500)
        )

        let limits = suite.tasks.map { $0.limits.applied(to: suite.limits) }
        #expect(limits.map(\.cpuMilliseconds) == [1_500, 1_500])
        #expect(limits.map(\.wallMilliseconds) == [4_000, 10_000])
    }
}
