import Foundation
import HarnessCore
import Testing

@testable import Runners

/// The programs in `runners/python/samples`, as far as the driver alone decides them.
///
/// What needs a sandbox's limits (time, memory, output) is tried by the conformance tests.
@Suite
struct SampleProgramTests {
    private static let folder = DriverSession.runnersFolder.appending(path: "python/samples")

    private static func expectations() throws -> [String: String] {
        let text = try String(contentsOf: folder.appending(path: "expected.yaml"), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        return try [String: String](
            lines.map { line in
                let words = line.split(separator: ": ")
                try #require(words.count == 2, "\(line)")
                return (String(words[0]), String(words[1]))
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test
    func `every sample has an expectation and every expectation a known name`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".py") }
        let expectations = try Self.expectations()

        #expect(Set(files) == Set(expectations.keys))
        for (file, verdict) in expectations where verdict != "passed" {
            #expect(FailureMode(rawValue: verdict) != nil, "\(file)")
        }
    }

    @Test(arguments: [
        ("accepted.py", "ALRRRXZ", "ValueError"), ("accepted-by-loop.py", "ALRRRXZ", "EmptyList"),
        ("wrong.py", "ALRRRRZ", nil), ("partial.py", "ALRRRXZ", "ValueError"),
        ("wrong-type.py", "ALRRRRZ", nil), ("wrong-exception.py", "ALRRRXZ", "KeyError"),
        ("syntax-error.py", "EZ", "SyntaxError"), ("truncated.py", "EZ", "SyntaxError"),
        ("runtime-error.py", "ALXXXXZ", "ZeroDivisionError"), ("recursion.py", "ALXXXXZ", "RecursionError"),
        ("unknown-module.py", "AEZ", "ModuleNotFoundError"),
        ("unknown-member.py", "ALXXXXZ", "AttributeError"),
        ("undefined-name.py", "ALXXXXZ", "NameError"), ("wrong-arity.py", "ALXXXXZ", "TypeError"),
        ("missing-entry.py", "AEZ", "HarnessMissingEntry"), ("early-exit.py", "AL", nil),
        ("forged-result.py", "ALZRZRZRZRZ", nil), ("always-equal.py", "ALRRRRZ", nil),
    ])
    func `a sample program gives these frames`(file: String, kinds: String, type: String?) async throws {
        let program = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        let lists: [[Value]] = [
            [.int(1), .int(2), .int(3)], [.int(-4)], [.int(3_000_000_000), .int(1)], [],
        ]
        let calls = lists.enumerated().map { call(Int64($0.offset), "sum_of_squares", .list($0.element)) }

        let output = try await DriverSession.shared.calls("sum_of_squares", program, calls)

        #expect(output.kinds == kinds)
        let facts = try output.facts(kinds.contains("E") ? "E" : "X")
        #expect(facts["type"] == type.map(Value.text))
    }
}
