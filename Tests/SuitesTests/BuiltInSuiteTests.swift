import Foundation
import HarnessCore
import Suites
import TestSupport
import Testing

/// The tasks that ship with the tool.
@Suite struct BuiltInSuiteTests {
    private func load() throws -> TaskSuite {
        try SuiteLoader.builtIn(
            tasksFolder: Checkout.root.appendingPathComponent("tasks/core"),
            referencesFolder: Checkout.root.appendingPathComponent("references/core")
        )
    }

    @Test(arguments: EvalTask.Category.allCases)
    func `Every category has twelve tasks`(category: EvalTask.Category) throws {
        #expect(try load().tasks.count { $0.category == category } == 12)
    }

    @Test func `The built-in tasks have two seconds of CPU and ten of elapsed time`() throws {
        let suite = try load()

        for task in suite.tasks {
            let limits = task.limits.applied(to: suite.limits)
            #expect(limits.cpuMilliseconds == 2_000 && limits.wallMilliseconds == 10_000, "\(task.id)")
        }
    }

    @Test func `Every task has a reference in each of the twelve languages`() throws {
        let names = [
            "python", "javascript", "typescript", "java", "cpp", "csharp", "rust", "go", "swift", "ruby",
            "php", "perl",
        ]
        let languages = Set(names.map(Language.init(rawValue:)))
        for task in try load().tasks {
            #expect(Set(task.references.keys) == languages, "\(task.id)")
        }
    }

    @Test func `Every task has cases for a reference in Python`() throws {
        for task in try load().tasks {
            guard case .cases(let test) = task.test else {
                Issue.record("\(task.id) has no cases")
                continue
            }
            #expect(test.cases.count >= 3, "\(task.id)")
            #expect(task.references[.python] != nil, "\(task.id)")
        }
    }
}
