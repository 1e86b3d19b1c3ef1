import Foundation
import HarnessCore
import Testing

@testable import Runners

/// Candidates whose answers attack their examiner: each ends as a failure that the examiner can tell.
@Suite
struct HostileAnswerTests {
    private func facts(
        _ program: String,
        _ check: String = "assert candidate(2) == 4",
        prompt: String = "def f(x):\n"
    ) async throws -> [String: Value] {
        let test = "def check(candidate):\n" + check.split(separator: "\n").map { "    \($0)\n" }.joined()
        let outputs = try await DriverSession.shared.examined("f", program, prompt: prompt, test: test)
        #expect(outputs.examiner.kinds == "V" && outputs.examiner.exitCode == 0)
        return try outputs.examiner.facts("V")
    }

    @Test(arguments: [
        ("class K: pass\ndef f(x): return K()", "assert candidate(candidate(1)) == 3"),
        ("class K: pass\ndef f(x): return [K()]", "assert candidate([candidate(1)]) == 3"),
        ("class K: pass\ndef f(x): x.append(K())", "data = [1]\ncandidate(data)\ncandidate(data)"),
        ("def f(x): return -2", "candidate(candidate(1) ** 0.5)"),
        ("def f(x): return 1 << 399_999", "candidate(candidate(1) << 10)"),
        ("def f(x): return 0xD800", "candidate(chr(candidate(1)))"),
    ])
    func `an answer cannot bring about a process shared with the test`(
        program: String,
        check: String
    ) async throws {
        #expect(try await facts(program, check)["outcome"] == .text("unusable-answer"))
    }

    @Test func `a test that passes a function of its own after an answer still cannot cross`() async throws {
        let facts = try await facts("def f(x): return 1", "got = candidate(1)\ncandidate(lambda: got)")

        #expect(facts["outcome"] == .text("cannot-cross"))
    }

    /// Writes a text of this many bytes as a wire value, and whole frames past the driver.
    private static let forger = """
        import os
        def text(count): return b"S%d:" % count + b"x" * count
        def write(kind, payload):
            data = b"%b%d:" % (kind, len(payload)) + payload
            while data: data = data[os.write(3, data):]
            os._exit(0)

        """

    @Test(arguments: [
        ("write(b'E', b'M2:S4:typeS10:ValueErrorS7:message' + text(9 << 20))", "load-failed"),
        (
            "def f(x): write(b'X', b'I0;M2:S4:typeS10:ValueErrorS4:name' + text((16 << 20) - 60))",
            "candidate-raised"
        ),
        (
            "def f(x): write(b'X', b'I0;M2:S4:typeS10:ValueErrorS4:lineI' + b'9' * 120412 + b';')",
            "candidate-raised"
        ),
        (
            "def f(x): write(b'X', b'I0;M2:S4:typeS1:ES5:basesL%d:' % 99999 + text(40) * 99999)",
            "candidate-raised"
        ),
        ("def f(x): write(b'R', b'I0;X%d:' % (9 << 20) + b'x' * (9 << 20) + b'N')", "assertion"),
    ])
    func `a diagnostic as large as a frame is cut, and its verdict told`(
        attack: String,
        outcome: String
    ) async throws {
        let facts = try await facts(Self.forger + attack)

        #expect(facts["outcome"] == .text(outcome))
        #expect(
            WireFormat.encode(.map(facts.map { .init(key: .text($0.key), value: $0.value) })).count < 64_000
        )
    }

    @Test(arguments: [
        "b'L%d:' % 5_500_000 + b'E0:' * 5_500_000", "b'L%d:' % 16_000_000 + b'N' * 16_000_000",
        "b'M%d:' % 2_000_000 + b'U0:N' * 2_000_000", "b'L%d:' % 5_000_000 + b'X0:' * 5_000_000",
    ])
    func `an answer of millions of values is refused before it fills the memory`(value: String) async throws {
        let facts = try await facts(Self.forger + "def f(x): write(b'R', b'I0;' + \(value) + b'N')")

        #expect(facts["outcome"] == .text("too-large"))
    }

    @Test func `an answer of more than a million numbers is still an answer`() async throws {
        let facts = try await facts(
            "def f(n): return list(range(n))",
            "assert len(candidate(1_000_001)) == 1_000_001"
        )

        #expect(facts["outcome"] == .text("passed"))
    }

    @Test(arguments: [
        (
            "raise StopIteration",
            "for got, want in zip(map(candidate, [1, 2]), [2, 4]):\n    assert got == want"
        ),
        ("raise StopIteration(1)", "assert all(map(lambda x: candidate(x) == 2 * x, [1, 2]))"),
        ("raise type('Own', (StopIteration,), {})", "assert list(map(candidate, [1, 2])) == []"),
        ("raise StopAsyncIteration", "assert all(candidate(x) == 2 * x for x in [1, 2])"),
    ])
    func `raising is never the end of the test's loop`(body: String, check: String) async throws {
        let facts = try await facts("def f(x): \(body)", check)

        #expect(facts["outcome"] == .text("candidate-raised"))
        guard case .map(let diagnostic) = facts["diagnostic"] else {
            Issue.record("no diagnostic")
            return
        }
        #expect(diagnostic.contains { $0.key == .text("type") })
    }

    @Test func `a test that asks for StopIteration gets it`() async throws {
        let check = "try:\n    candidate(1)\nexcept StopIteration:\n    return\nassert False"

        #expect(try await facts("def f(x): raise StopIteration", check)["outcome"] == .text("passed"))
    }

    @Test func `an answer that makes the test need too much memory overwhelms it`() async throws {
        let facts = try await facts("def f(x): return 10 ** 14", "assert 'x' * candidate(1) == 'xx'")

        #expect(facts["outcome"] == .text("overwhelmed"))
    }

    @Test(arguments: [
        "def f(x): return [300] * 2_800_000", "def f(x): return 10 ** 14",
    ])
    func `an examiner that an answer has worn out judges nobody else`(heavy: String) async throws {
        let test = "def check(candidate):\n    assert 'x' * candidate(1) != 'x'\n"
        let light = "def f(x): return 2"

        let output = try await DriverSession.shared.examinedTogether(
            "f",
            [light, heavy, light],
            prompt: "def f(x):\n",
            test: test
        )

        #expect(output.kinds == "VZ" && output.exitCode == 0)
        #expect(try output.facts("V")["outcome"] == .text("passed"))
    }
}
