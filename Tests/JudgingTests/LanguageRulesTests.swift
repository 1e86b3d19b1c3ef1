import HarnessCore
import Testing

@testable import Judging

/// What the patterns of a language make of compilers' and interpreters' messages.
///
/// The messages are those of g++ 12, javac 17 and Node.js 20, shortened.
struct LanguageRulesTests {
    private static let reading = LanguageReading(
        language: Language(rawValue: "toy"),
        patterns: [
            MessagePattern(
                id: "syntax",
                mode: .parseError,
                summary: "",
                stages: [.compile],
                message: "(?m)^x[.]cpp:(?<line>\\d+):\\d+: error: expected"
            ),
            MessagePattern(
                id: "missing-dependency",
                mode: .compileError,
                summary: "",
                stages: [.compile],
                message: "fatal error: (?<module>[^:]+): No such file",
                knownGroup: "module"
            ),
            MessagePattern(
                id: "unknown-module",
                mode: .unknownModule,
                summary: "",
                stages: [.compile],
                message: "fatal error: (?<module>[^:]+): No such file",
                unknownGroup: "module"
            ),
            MessagePattern(
                id: "unknown-name",
                mode: .undefinedName,
                summary: "",
                stages: [.compile],
                message: "(?m)^x[.]cpp:(?<line>\\d+):\\d+: error: '(?<name>\\w+)' was not declared",
                undefinedGroups: ["name"]
            ),
            MessagePattern(
                id: "type",
                mode: .typeError,
                summary: "",
                stages: [.compile],
                message: "cannot convert"
            ),
            MessagePattern(
                id: "reference",
                mode: .undefinedName,
                summary: "",
                stages: [.load, .call],
                types: ["ReferenceError"],
                undefinedGroups: ["name"]
            ),
            MessagePattern(
                id: "heap",
                mode: .memory,
                summary: "",
                stages: [.exit],
                message: "heap out of memory"
            ),
        ],
        definitions: ["\\bint\\s+{name}\\b"],
        errors: ErrorNames(
            names: [.invalidArgument: ["ArgumentException"], .outOfRange: ["OutOfRangeException"]],
            none: ["Overflow"]
        ),
        knownPackages: ["boost"]
    )
    private let judge = Judge(reading: reading, isCompiled: true)

    private let sample = Sample(taskID: "double", index: 0, text: "int f() {}", form: .solution)

    /// Three cases: the doubles of 1, 2 and 3.
    private var doubling: EvalTask {
        let cases = (1...3).map { number in
            TestCase(calls: [
                .init(target: .function, arguments: [.int(number)], expectation: .returns(.int(2 * number)))
            ])
        }
        let function = CaseTest.Function(
            name: "double",
            parameters: [.init(name: "number", type: .int)],
            returns: .int
        )
        return EvalTask(
            id: "double",
            prompt: "",
            test: .cases(CaseTest(signature: .function(function), cases: cases))
        )
    }

    private func refused(_ message: String, program: String = "int f() {}", code: Int = 1) -> Verdict? {
        let report = RunReport(
            termination: .exited(code: code),
            standardError: Array(message.utf8),
            isolation: .full
        )
        let answer = Sample(taskID: doubling.id, index: 0, text: program, form: .solution)
        return judge.compileVerdict(for: doubling, sample: answer, program: program, report: report)
    }

    @Test(
        arguments: [
            ("x.cpp:3:5: error: expected ';' before 'x'", "toy.syntax", FailureMode.parseError, 3),
            ("x.cpp:9:1: error: 'foo' was not declared in this scope", "toy.unknown-name", .undefinedName, 9),
            ("error: cannot convert 'int' to 'string'", "toy.type", .typeError, nil),
            (
                "error: cannot convert\nx.cpp:7:1: error: 'foo' was not declared", "toy.unknown-name",
                .undefinedName, 7
            ),
            ("fatal error: boost/any.hpp: No such file", "toy.missing-dependency", .compileError, nil),
            ("fatal error: magic.hpp: No such file", "toy.unknown-module", .unknownModule, nil),
            ("x.cpp:3:5: error: something else", "toy.compile-error", .compileError, nil),
        ] as [(String, String, FailureMode, Int?)]
    )
    func `the first rule that finds its message decides`(
        message: String,
        rule: String,
        mode: FailureMode,
        line: Int?
    ) {
        let verdict = refused(message)

        #expect(verdict?.rule == rule)
        #expect(verdict?.outcome == .failed(mode))
        #expect(verdict?.evidence.line == line)
        #expect(verdict?.evidence.message.isEmpty == false)
        #expect(verdict?.casesTotal == 3)
    }

    @Test func `a name that the program defines elsewhere is no invention`() {
        let message = "x.cpp:2:1: error: 'foo' was not declared in this scope"

        #expect(refused(message, program: "int bar;\nfoo;")?.rule == "toy.unknown-name")
        #expect(refused(message, program: "void f() { int foo; }\nfoo;")?.rule == "toy.compile-error")
    }

    @Test func `an answer without a program is that, whatever the compiler says`() {
        #expect(refused("error: no main", program: "// nothing\n/* at\nall */\n")?.rule == "toy.no-code")
        #expect(refused("error: no main", program: "/* a */ int x;")?.rule == "toy.compile-error")
    }

    @Test func `words instead of a program are prose`() {
        let text = "Here is how I would solve this problem, step by step.\nFirst sort the list of numbers."

        #expect(refused("x.cpp:1:1: error: expected", program: text)?.outcome == .failed(.prose))
    }

    @Test(arguments: [126, 127, 125, 70])
    func `a compiler that does not start is the harness's fault`(code: Int) {
        #expect(refused("sh: 1: cc: not found", code: code)?.outcome == .infrastructureError)
    }

    @Test func `a compiler that makes nothing and says nothing is the harness's fault`() {
        #expect(refused("", code: 0)?.outcome == .infrastructureError)
    }

    @Test func `an artefact is a compiled program`() {
        let report = RunReport(termination: .exited(code: 0), results: [1], isolation: .full)

        #expect(judge.compileVerdict(for: doubling, sample: sample, program: "x", report: report) == nil)
    }

    @Test(arguments: [ResourceLimitKind.cpuTime, .wallTime, .memory, .files, .processes])
    func `what drives the compiler into a limit has a mode of its own`(limit: ResourceLimitKind) {
        let report = RunReport(termination: .signaled(9), limitHit: limit, isolation: .full)

        let verdict = judge.compileVerdict(for: doubling, sample: sample, program: "x", report: report)

        #expect(verdict?.outcome == .failed(.compileLimit))
        #expect(verdict?.rule == "compile.limit")
        #expect(verdict?.isCacheable(under: ResourceLimits()) == false)
    }

    @Test func `a flood of messages still says why`() {
        let report = RunReport(
            termination: .signaled(9),
            limitHit: .output,
            standardError: Array("x.cpp:1:1: error: expected x\n".utf8),
            isolation: .full
        )

        let verdict = judge.compileVerdict(for: doubling, sample: sample, program: "x", report: report)

        #expect(verdict?.rule == "toy.syntax")
    }

    @Test func `a crash of the compiler is the program's doing`() {
        let report = RunReport(termination: .signaled(11), isolation: .full)

        let verdict = judge.compileVerdict(for: doubling, sample: sample, program: "x", report: report)

        #expect(verdict?.rule == "compile.crash")
    }

    @Test func `a compiled program that ends before its driver speaks has ended early`() {
        let verdict = judge.verdict(for: doubling, sample: sample, report: report([], .exited(code: 3)))

        #expect(verdict.outcome == .failed(.earlyExit))
    }

    @Test func `an interpreter's driver that never speaks is the harness's fault`() {
        let judge = Judge(reading: Self.reading, isCompiled: false)

        let verdict = judge.verdict(for: doubling, sample: sample, report: report([], .exited(code: 3)))

        #expect(verdict.outcome == .infrastructureError)
    }

    @Test func `a runtime's last words decide over the signal it dies by`() {
        var dying = report(opening + [r(0, .int(2))], .signaled(6))
        dying.standardError = Array("FATAL ERROR: JavaScript heap out of memory\n".utf8)

        let verdict = judge.verdict(for: doubling, sample: sample, report: dying)

        #expect(verdict.rule == "toy.heap")
        #expect(verdict.outcome == .failed(.memory))
        #expect(verdict.evidence.caseIndex == 1)
    }

    @Test func `a driver cannot pretend that the compiler spoke`() {
        let frame = WireFormat.encode(
            frame: "E",
            [diagnostic("ReferenceError", stage: "compile", [("name", .text("foo"))])]
        )

        let verdict = judge.verdict(for: doubling, sample: sample, report: report([frame, z(0)]))

        #expect(verdict.rule == "toy.reference")
    }

    @Test(
        arguments: [
            (["ArgumentException"], ErrorKind.invalidArgument),
            (["Mine", "ArgumentException"], .invalidArgument),
            (["OutOfRangeException", "ArgumentException"], .outOfRange),
            (["Mine", "Overflow", "ArgumentException"], nil), (["Exception"], nil), ([], nil),
        ] as [([String], ErrorKind?)]
    )
    func `the nearest known name gives the kind`(types: [String], kind: ErrorKind?) {
        #expect(Self.reading.errors.kind(of: types) == kind)
    }

    @Test func `a message of hostile length is read in bounded time`() {
        let line = String(repeating: "x.cpp:1:1: error: 'a' was not decl ", count: 100_000)

        #expect(refused(line)?.rule == "toy.compile-error")
    }
}
