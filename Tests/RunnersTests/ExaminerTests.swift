import Foundation
import HarnessCore
import Testing

@testable import Runners

/// Modes `serve` and `examine` together, and mode `shared`.
@Suite
struct ExaminerTests {
    private static let prompt = "def f(x):\n    \"\"\"Doubles.\"\"\"\n"

    private func verdict(
        _ program: String,
        _ check: String,
        prompt: String = ExaminerTests.prompt
    ) async throws -> (facts: [String: Value], candidate: DriverSession.Output) {
        let test = "def check(candidate):\n" + check.split(separator: "\n").map { "    \($0)\n" }.joined()
        let outputs = try await DriverSession.shared.examined("f", program, prompt: prompt, test: test)
        #expect(outputs.examiner.kinds == "V" && outputs.examiner.exitCode == 0)
        return (try outputs.examiner.facts("V"), outputs.candidate)
    }

    @Test
    func `a right program passes and ends with its count`() async throws {
        let (facts, candidate) = try await verdict(
            "def f(x): return x * 2",
            "assert candidate(2) == 4\nassert candidate('a') == 'aa'\nassert candidate(x=[1]) == [1, 1]"
        )

        #expect(facts["outcome"] == .text("passed"))
        #expect(facts["calls"] == .int(3))
        #expect(candidate.kinds == "ALZ")
        #expect(try candidate.values(2) == [.int(3)])
    }

    @Test
    func `a refused answer comes with both sides of the comparison`() async throws {
        let (facts, _) = try await verdict(
            "def f(x): return [x]",
            "assert candidate(2) == [2]\nassert candidate(3) == [\n    3,\n    sum([1, 3])], 'no'"
        )

        #expect(facts["outcome"] == .text("assertion"))
        #expect(facts["expected"] == .text("[3, 4]"))
        #expect(facts["actual"] == .text("[3]"))
        #expect(facts["message"] == .text("no"))
        #expect(facts["line"] == .int(3))
        #expect(facts["calls"] == .int(2))
    }

    @Test(arguments: [
        ("class A:\n    def __eq__(s, o): return True\n    def __bool__(s): return True\ndef f(x): return A()"),
        ("class I(int):\n    def __eq__(s, o): return True\n    __hash__ = int.__hash__\ndef f(x): return I(1)"),
        ("import sys\ndef f(x): sys.exit(0)"),
        ("import os\ndef f(x): os._exit(0)"),
        ("import os\nos._exit(0)"),
        ("import builtins\nbuiltins.AssertionError = None\ndef f(x): return 0"),
        ("import os\ndef f(x):\n    os.write(3, b'R8:I0;I4;N')\n    os.write(3, b'garbage')\n    os._exit(0)"),
        ("import os\ndef f(x):\n    os.write(4, b'V29:M2:S7:outcomeS6:passedS5:callsI1;')\n    return 0"),
        ("import os\ndef f(x):\n    os.write(3, b'R999999999999:')\n    os._exit(0)"),
        ("import os\ndef f(x):\n    os.write(3, b'R7:I5;I4;N')\n    return 4"),
        ("import os\ndef f(x):\n    os.write(3, b'V1:T')\n    return 4"),
        ("import sys\ndef f(x):\n    raise type('Z', (BaseException,), {})"),
        ("def f(x): raise AssertionError"),
        ("def f(x): return None"),
    ])
    func `no wrong program passes`(program: String) async throws {
        let check = "assert candidate(2) == 4\nassert candidate(3) == 6\nassert candidate(2) == 4"

        let (facts, _) = try await verdict(program, check)

        #expect(facts["outcome"] != nil && facts["outcome"] != .text("passed"))
    }

    @Test(arguments: [
        (
            "def f(x): raise ValueError('bad')",
            "try:\n    candidate(1)\n    assert False\nexcept ValueError as e:\n    assert str(e) == 'bad'"
        ),
        (
            "class Own(KeyError): pass\ndef f(x): raise Own('k')",
            "try:\n    candidate(1)\n    assert False\nexcept LookupError:\n    pass"
        ),
        (
            "def f(x):\n    x.sort()\n    return x",
            "l = [3, 1]\nassert candidate(l) == [1, 3]\nassert l == [1, 3]"
        ),
        ("def f(x): x['a'].append(1)", "inner = []\nd = {'a': inner}\ncandidate(d)\nassert inner == [1]"),
        (
            "def f(x): return {1: (2, {3})}, float('nan')",
            "a, b = candidate(0)\nassert a == {1: (2, {3})} and b != b"
        ),
        ("def f(x): return helper(x)\ndef helper(x): return x", "assert candidate(helper(1)) == 2"),
    ])
    func `exceptions, changed arguments and helpers of the prompt reach the test`(
        program: String,
        check: String
    ) async throws {
        let prompt = "import math\n\ndef helper(x):\n    return x + 1\n\ndef f(x):\n    # no body\n"

        let (facts, _) = try await verdict(program, check, prompt: prompt)

        #expect(facts["outcome"] == .text("passed"), "\(facts)")
    }

    @Test
    func `an uncaught exception of the candidate is told as its own`() async throws {
        let (facts, candidate) = try await verdict("def f(x):\n    return x.nope", "candidate(1)")

        #expect(facts["outcome"] == .text("candidate-raised"))
        guard case .map(let diagnostic) = facts["diagnostic"] else {
            return #expect(Bool(false), "no diagnostic")
        }
        #expect(diagnostic.contains { $0.key == .text("name") && $0.value == .text("nope") })
        #expect(candidate.kinds == "ALXZ")
    }

    @Test(arguments: [
        ("def f(x): return 1", "candidate(lambda: 1)", "cannot-cross"),
        ("def f(x): return 1", "try:\n    candidate(object())\nexcept Exception:\n    pass", "cannot-cross"),
        ("def f(x): return 1", "try:\n    candidate(object())\nexcept:\n    pass", "cannot-cross"),
        ("def g(x): return 1", "candidate(1)", "load-failed"),
        ("import os\nos._exit(3)", "candidate(1)", "candidate-gone"),
        ("def f(x): return None", "assert abs(candidate(1) - 2) < 1", "test-error"),
        ("def f(x): return 1", "nonesuch", "test-error"),
    ])
    func `other ends have names of their own`(program: String, check: String, outcome: String) async throws {
        let (facts, _) = try await verdict(program, check)

        #expect(facts["outcome"] == .text(outcome))
    }

    @Test
    func `one examiner judges candidates one after another, whatever the last one did`() async throws {
        let programs = [
            "def f(x): return x * 2", "import os\ndef f(x): os._exit(0)", "def f(x): return x * 2",
            "import os\ndef f(x): os.write(3, b'garbage, garbage')", "def f(x): return [x]",
            "def f(x): raise SystemExit(0)", "def f(x): return x * 2",
        ]

        let output = try await DriverSession.shared.examinedTogether(
            "f",
            programs,
            prompt: Self.prompt,
            test:
                "seen = []\ndef check(candidate):\n    seen.append(1)\n    assert candidate(2) == 4 and seen == [1]\n"
        )

        let outcomes = try output.frames.dropLast().map { frame -> Value? in
            guard case .map(let facts) = try frame.values().first else { return nil }
            return facts.first { $0.key == .text("outcome") }?.value
        }
        #expect(output.kinds == "VVVVVVVZ" && output.exitCode == 0)
        #expect(
            outcomes == [
                .text("passed"), .text("candidate-gone"), .text("passed"), .text("protocol"),
                .text("assertion"), .text("candidate-raised"), .text("passed"),
            ]
        )
    }

    @Test
    func `a shared process tests values that cannot cross`() async throws {
        let session = try await DriverSession.shared
        let test = "def check(candidate):\n    assert candidate(lambda: 4) == 4\n"

        let right = try await session.shared("f", "def f(x): return x()", test: test, nonce: "abc")
        let wrong = try await session.shared("f", "def f(x): return 5", test: test, nonce: "abc")
        let raising = try await session.shared("f", "def f(x): return x.y", test: test, nonce: "abc")
        let missing = try await session.shared("f", "def g(x): return 5", test: test, nonce: "abc")

        #expect(right.kinds == "ALV" && missing.kinds == "AEV")
        #expect(try right.facts("V")["outcome"] == .text("passed"))
        #expect(try right.facts("V")["nonce"] == .text("abc"))
        #expect(try wrong.facts("V")["outcome"] == .text("assertion"))
        #expect(try wrong.facts("V")["actual"] == .text("5"))
        #expect(try raising.facts("V")["outcome"] == .text("candidate-raised"))
        #expect(try missing.facts("V")["outcome"] == .text("load-failed"))
    }
}
