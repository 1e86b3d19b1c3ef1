import Foundation
import HarnessCore
import Runners
import Suites

/// The tasks that the suite's programs pretend to solve.
struct AbuseTasks {
    private let folder: URL
    private let sum: CaseTest

    private static let name = "sum_of_squares"

    /// Reads nothing yet; `home` holds the runners, whose sample task is the one that is forged.
    init(home: URL) {
        folder = home.appending(path: "runners")
        func squares(_ numbers: [Int64], _ expectation: TestCase.Expectation) -> TestCase {
            TestCase(calls: [
                .init(
                    target: .function,
                    arguments: [.list(numbers.map(Value.int))],
                    expectation: expectation
                )
            ])
        }
        sum = CaseTest(
            signature: .function(
                .init(
                    name: Self.name,
                    parameters: [.init(name: "numbers", type: .list(.int))],
                    returns: .int
                )
            ),
            cases: [
                squares([1, 2, 3], .returns(.int(14))), squares([-4], .returns(.int(16))),
                squares([3_000_000_000, 1], .returns(.int(9_000_000_000_000_000_001))),
                squares([], .raises(.invalidArgument)),
            ],
            usesWideIntegers: true
        )
    }

    /// Returns the names of what could be done with what the scene offers; right is the empty list.
    func attempts(_ scene: AbuseScene) -> EvalTask {
        let function = CaseTest.Function(
            name: "attempts",
            parameters: [
                .init(name: "place", type: .string), .init(name: "port", type: .int),
                .init(name: "process", type: .int),
            ],
            returns: .list(.string)
        )
        let call = TestCase.Call(
            target: .function,
            arguments: [.text(scene.folder.path), .int(Int64(scene.port)), .int(Int64(scene.process))],
            expectation: .returns(.list([]))
        )
        return EvalTask(
            id: "abuse-attempts",
            prompt: "Return the names of what you could do.",
            test: .cases(CaseTest(signature: .function(function), cases: [TestCase(calls: [call])]))
        )
    }

    /// The sum of squares, judged by typed cases, by an examiner, or in one process with its test.
    func forged(_ way: String) -> EvalTask {
        let test: TaskTest
        switch way {
        case "check": test = .pythonCheck(PythonCheck(entryPoint: Self.name, test: check("[1, 2, 3]")))
        // A type cannot cross to another process, so this test needs the candidate's own.
        case "shared": test = .pythonCheck(PythonCheck(entryPoint: Self.name, test: check("map(int, '123')")))
        default: test = .cases(sum)
        }
        let reference = """
            def sum_of_squares(numbers):
                total = 0
                for number in numbers:
                    total += number * number
                return total

            """
        return EvalTask(
            id: "abuse-\(way)",
            prompt: way == "cases" ? "Return the sum of the squares of all numbers." : "",
            test: test,
            references: way == "cases" ? [:] : [.python: reference]
        )
    }

    private func check(_ argument: String) -> String {
        "def check(candidate):\n    assert candidate(\(argument)) == 14\n    assert candidate([-4]) == 16\n"
    }

    /// A program of the language that solves the sum of squares.
    func honest(_ runner: Runner) throws(HarnessError) -> String {
        let file = folder.appending(
            path: "\(runner.language.rawValue)/samples/accepted.\(runner.fileExtension)"
        )
        do {
            return try String(contentsOf: file, encoding: .utf8)
        } catch {
            throw HarnessError(.unavailable, "an honest program is missing", at: file.path)
        }
    }
}
