import HarnessCore
import Testing

@testable import Runners

@Suite
struct PythonPromptTests {
    static let functionTask = EvalTask(
        id: "closest",
        prompt: "Return the point nearest to the origin.\n\nUse \"\"\" and \\ as they are.\n",
        test: .cases(
            CaseTest(
                signature: .function(
                    CaseTest.Function(
                        name: "closest",
                        parameters: [
                            .init(name: "points", type: .list(.record("Point"))),
                            .init(name: "names", type: .map(key: .string, value: .optional(.int))),
                        ],
                        returns: .optional(.record("Point")),
                        records: [
                            .init(
                                name: "Point",
                                fields: [
                                    .init(name: "x", type: .float),
                                    .init(name: "next", type: .optional(.record("Point"))),
                                ]
                            )
                        ]
                    )
                ),
                cases: [
                    TestCase(calls: [
                        .init(target: .function, arguments: [], expectation: .raises(.notFound))
                    ])
                ]
            )
        )
    )

    static let objectTask = EvalTask(
        id: "queue",
        prompt: "A queue of bounded size.",
        test: .cases(
            CaseTest(
                signature: .object(
                    CaseTest.ObjectType(
                        name: "BoundedQueue",
                        parameters: [.init(name: "size", type: .int)],
                        methods: [
                            .init(
                                name: "push",
                                parameters: [.init(name: "item", type: .tuple([.int, .bytes]))],
                                returns: .void
                            ),
                            .init(name: "items", parameters: [], returns: .set(.tuple([.int, .bytes]))),
                        ],
                        records: []
                    )
                ),
                cases: []
            )
        )
    )

    private func prompt(_ task: EvalTask) throws -> String {
        try RunnerCatalog(folder: DriverSession.runnersFolder).runner(for: .python).prompt(for: task)
    }

    @Test
    func `a function's prompt is its header with records, prose and errors`() throws {
        let expected = """
            from dataclasses import dataclass


            @dataclass
            class Point:
                x: float
                next: "Point | None"


            def closest(points: list[Point], names: dict[str, int | None]) -> Point | None:
                \"\"\"Return the point nearest to the origin.

                Use \\"\\"\\" and \\\\ as they are.

                Errors:
                    KeyError for something that is not found
                \"\"\"

            """

        #expect(try prompt(Self.functionTask) == expected)
    }

    @Test
    func `an object's prompt names its methods and leaves them to be written`() throws {
        let expected = """
            class BoundedQueue:
                \"\"\"A queue of bounded size.

                Methods:
                    __init__(self, size: int) -> None
                    push(self, item: tuple[int, bytes]) -> None
                    items(self) -> set[tuple[int, bytes]]
                \"\"\"


            """

        #expect(try prompt(Self.objectTask) == expected)
    }

    @Test
    func `a record that needs a hash is frozen`() throws {
        var task = Self.functionTask
        guard case .cases(var test) = task.test, case .function(var function) = test.signature else {
            return #expect(Bool(false), "not a function")
        }
        function.returns = .set(.record("Point"))
        test.signature = .function(function)
        task.test = .cases(test)

        #expect(try prompt(task).contains("@dataclass(frozen=True)\nclass Point:"))
    }

    @Test(arguments: ["functions", "objects"])
    func `a prompt parses with nothing after it`(kind: String) async throws {
        let task = kind == "functions" ? Self.functionTask : Self.objectTask
        let entry = kind == "functions" ? "closest" : "BoundedQueue"

        let output = try await DriverSession.shared.calls(entry, try prompt(task), [])

        #expect(output.kinds == "ALZ")
    }

    @Test
    func `a solution gets the records it does not define, after future imports`() throws {
        let runner = try RunnerCatalog(folder: DriverSession.runnersFolder).runner(for: .python)
        func program(_ text: String) -> String {
            let sample = Sample(taskID: "closest", index: 0, text: text, form: .solution)
            return runner.program(for: sample, task: Self.functionTask)
        }
        let body = "def closest(points, names): return None\n"
        let own = "class Point:\n    pass\n" + body

        #expect(program(own) == own)
        #expect(program(body).hasPrefix("from dataclasses import dataclass\n"))
        #expect(program(body).hasSuffix(body))
        #expect(program("from __future__ import annotations\n" + body).hasPrefix("from __future__"))
        #expect(program("from __future__ import annotations\n" + body).contains("\nclass Point:\n"))
        #expect(program("# class Point is needed\n" + body).contains("@dataclass\nclass Point:"))
    }
}
