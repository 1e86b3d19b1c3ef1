import HarnessCore
import Testing

@testable import Suites

@Suite struct TaskFileReaderTests {
    @Test func `A task is read whole`() throws {
        var fixture = TaskFixture()
        fixture.extra = "limits: { cpu_seconds: 0.5, wall_seconds: 10, memory_mb: 256 }"
        fixture.signature = fixture.signature.replacing(
            "returns: int }",
            with: "returns: int, integers: wide }"
        )
        fixture.cases = """
            cases:
              - { args: [1, 2], returns: 3 }
              - { args: [9223372036854775807, 1], raises: arithmetic }
            """

        let task = try fixture.load()

        let parameters = [CaseTest.Parameter(name: "left", type: .int), .init(name: "right", type: .int)]
        #expect(
            task
                == EvalTask(
                    id: "add-up",
                    category: .algorithms,
                    difficulty: .easy,
                    prompt: "Add two numbers.",
                    test: .cases(
                        CaseTest(
                            signature: .function(
                                CaseTest.Function(name: "add_up", parameters: parameters, returns: .int)
                            ),
                            cases: [
                                TestCase(calls: [
                                    .init(
                                        target: .function,
                                        arguments: [.int(1), .int(2)],
                                        expectation: .returns(.int(3))
                                    )
                                ]),
                                TestCase(calls: [
                                    .init(
                                        target: .function,
                                        arguments: [.int(.max), .int(1)],
                                        expectation: .raises(.arithmetic)
                                    )
                                ]),
                            ],
                            usesWideIntegers: true
                        )
                    ),
                    limits: LimitOverrides(
                        cpuMilliseconds: 500,
                        wallMilliseconds: 10_000,
                        memoryBytes: 256 << 20
                    )
                )
        )
    }

    @Test func `A case may say how its arguments change`() throws {
        var fixture = TaskFixture(argument: "", type: "list<int>")
        fixture.cases = "cases:\n  - { args: [[3, 1]], args_after: [[1, 3]] }"

        let call = try #require(try fixture.test().cases.first?.calls.first)

        #expect(call.expectation == .returns(.null))
        #expect(call.argumentsAfter == [.list([.int(1), .int(3)])])
    }

    @Test(arguments: [
        ("[9007199254740991]", "list<int>", true), ("[-9007199254740991]", "list<int>", true),
        ("[9007199254740992]", "list<int>", false), ("{ a: -9007199254740992 }", "map<string,int>", false),
        ("9007199254740993", "optional<int>", false), ("9007199254740994", "float", true),
    ])
    func `An integer beyond the doubles needs a signature that says so`(
        argument: String,
        type: String,
        isSafe: Bool
    ) throws {
        var fixture = TaskFixture(argument: argument, type: type)
        #expect(throws: Never.self) { try fixture.load() }

        fixture.signature = fixture.signature.replacing(", integers: wide", with: "")

        if isSafe {
            #expect(try fixture.test().usesWideIntegers == false)
        } else {
            #expect(try fixture.refusal().remedy?.contains("integers: wide") == true)
        }
    }

    @Test(arguments: [
        ("compare: exact", CaseTest.Comparison.exact),
        ("compare: unordered", .unordered),
        ("compare: { float: 1e-9 }", .float(tolerance: 1e-9)),
        ("", .exact),
    ])
    func `The comparison is read`(line: String, expected: CaseTest.Comparison) throws {
        var fixture = TaskFixture()
        fixture.signature = "signature: { name: f, parameters: [], returns: list<float> }"
        fixture.extra = line
        fixture.cases = "cases: [{ args: [], returns: [] }]"

        #expect(try fixture.test().comparison == expected)
    }

    @Test(arguments: [
        ("cases:\n  - { args: [1, 2], retuns: 3 }", "unknown key \"retuns\" in a case", 7),
        ("cases:\n  - { args: [1], returns: 3 }", "\"args\" has 1 values; add_up takes 2", 7),
        ("cases:\n  - { args: [1, 2] }", "a case says neither what it returns nor what it raises", 7),
        (
            "cases:\n  - { args: [1, 2], returns: 3, raises: arithmetic }",
            "a case cannot both return and raise", 7
        ),
        ("cases:\n  - { args: [1, 2], raises: arithmetics }", "unknown raises \"arithmetics\"", 7),
        ("cases:\n  - { args: [1, 2],\n      returns: x }", "returns must be int, not \"x\"", 8),
        (
            "cases:\n  - { args: [1, 2], returns: 3, args_after: [1] }",
            "\"args_after\" has 1 values; add_up takes 2", 7
        ),
        ("cases:\n  - [1, 2]", "a case must be a mapping, not a sequence", 7),
        ("cases: {}", "\"cases\" must be a sequence, not a mapping", 6),
        ("cases: []", "the task has no cases", 6),
        ("", "the task has no cases", 1),
    ])
    func `A faulty case is refused with its line`(cases: String, message: String, line: Int) throws {
        var fixture = TaskFixture()
        fixture.cases = cases

        let error = try fixture.refusal()

        #expect(error.message == message)
        #expect(error.location == "add-up.yaml:\(line)")
        #expect(error.code == .badData)
    }

    @Test func `An unknown key comes with what was meant`() throws {
        var fixture = TaskFixture()
        fixture.cases = "cases:\n  - { args: [1, 2], retuns: 3 }"

        #expect(try fixture.refusal().remedy == "did you mean \"returns\"?")
    }

    @Test(
        arguments: [
            (.id, "Add-Up", "the id \"Add-Up\" is not made of"),
            (.id, "add--up", "the id \"add--up\" is not made of"),
            (.id, "../etc", "the id \"../etc\" is not made of"),
            (.id, "add-down", "the id is \"add-down\", the file \"add-up.yaml\""),
            (.category, "strings", "the category is strings, the folder algorithms"),
            (.category, "string", "unknown category \"string\""),
            (.difficulty, "difficulty: no", "unknown difficulty \"no\""),
            (.difficulty, "", "a task lacks the key \"difficulty\""),
            (.prompt, "prompt: \"\"", "\"prompt\" must be a text that is not empty"),
            (.prompt, "prompt: \" \\n\"", "the prompt is blank"),
            (.prompt, "prompt: \"a\\0\"", "\"prompt\" contains a NUL character"),
            (.prompt, "promt: x", "unknown key \"promt\" in a task"),
            (.extra, "compare: fuzzy", "unknown comparison \"fuzzy\""),
            (.extra, "compare: unordered", "\"compare\" is unordered, but no result is a list"),
            (
                .extra, "compare: { float: 1e-9 }",
                "\"compare\" has a tolerance, but no value is a float"
            ),
            (
                .extra, "compare: { float: -1 }",
                "the tolerance \"-1\" is not a number between 0 and 1"
            ),
            (.extra, "limits: { cpu_seconds: 0 }", "\"cpu_seconds\" is \"0\""),
            (.extra, "limits: { wall_seconds: .inf }", "\"wall_seconds\" is \".inf\""),
            (.extra, "limits: { memory_mb: 1e12 }", "\"memory_mb\" is \"1e12\""),
            (.extra, "limits: { memory: 1 }", "unknown key \"memory\" in \"limits\""),
            (.extra, "records: [{ name: point, fields: [{ x: int }] }]", "not in Pascal case"),
            (.extra, "records: [{ name: P, fields: [] }]", "the record has no fields"),
            (.extra, "records: [{ name: P, fields: [{ x: int }, { x: int }] }]", "stands twice"),
        ] as [(TaskFixture.Part, String, String)]
    )
    func `A faulty key is refused`(
        part: TaskFixture.Part,
        value: String,
        message: String
    ) throws {
        var fixture = TaskFixture()
        fixture.replace(part, by: value)

        let error = try fixture.refusal()

        #expect(error.message.contains(message), "\(error)")
        #expect(error.location?.hasPrefix("add-up.yaml:") == true)
    }

    @Test(arguments: [
        ("{ name: AddUp, parameters: [], returns: int }", "is not in snake case"),
        ("{ name: lambda, parameters: [], returns: int }", "reserved in Python"),
        ("{ name: f, parameters: [{ a: int, b: int }], returns: int }", "must hold single pairs"),
        ("{ name: f, parameters: [{ a: int }, { a: int }], returns: int }", "stands twice"),
        ("{ name: f, parameters: [{ a: void }], returns: int }", "uses void for a value"),
        ("{ name: f, parameters: [{ a: Point }], returns: int }", "unknown type \"Point\""),
        ("{ name: f, parameters: [] }", "lacks the key \"returns\""),
        ("{ name: f, returns: int }", "lacks the key \"parameters\""),
        ("{ name: f, parameters: [], returns: [int] }", "a type must be a word"),
        ("{ object: Counter, parameters: [], methods: [] }", "the object has no methods"),
        ("{ object: counter, parameters: [], methods: [] }", "must be in Pascal case"),
        (
            "{ object: C, parameters: [], methods: [{ name: f, parameters: [], returns: int }, "
                + "{ name: f, parameters: [], returns: int }] }",
            "declared twice"
        ),
        ("add_up", "must be a mapping, not \"add_up\""),
        ("{ name: f, parameters: [], returns: int, integers: big }", "\"integers\" is \"big\""),
    ])
    func `A faulty signature is refused`(signature: String, message: String) throws {
        var fixture = TaskFixture()
        fixture.signature = "signature: \(signature)"

        #expect(try fixture.refusal().message.contains(message))
    }
}
