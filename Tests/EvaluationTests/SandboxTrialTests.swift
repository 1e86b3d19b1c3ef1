import Evaluation
import Foundation
import HarnessCore
import Runners
import Synchronization
import TestSupport
import Testing

struct SandboxTrialTests {
    private let runner: Runner
    private let toolchain = Toolchain(
        version: "3.11.2",
        executable: "/usr/bin/python3",
        readOnlyPaths: [],
        digest: ContentHash(of: "python")
    )
    private let check = EvalTask(
        id: "HumanEval/0",
        prompt: "def double(number):\n",
        test: .pythonCheck(PythonCheck(entryPoint: "double", test: "def check(candidate): pass\n")),
        references: [.python: "    return 2 * number\n"]
    )

    init() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../runners", directoryHint: .isDirectory).standardizedFileURL
        runner = try RunnerCatalog(folder: folder).runner(for: .python)
    }

    private func trial(_ sandbox: ScriptedSandbox) -> SandboxTrial {
        SandboxTrial(runner: runner, toolchain: toolchain, sandbox: sandbox, isWarm: true)
    }

    private func answers(_ values: [Int64]) -> RunReport {
        let results = values.enumerated().map { index, value in
            WireFormat.encode(frame: "R", [.int(Int64(index)), .int(value), .null])
        }
        let end = WireFormat.encode(frame: "Z", [.int(Int64(values.count))])
        return .answered([WireFormat.encode(frame: "L", [])] + results + [end])
    }

    private func examined(_ outcome: String, calls: Int64) -> RunReport {
        let verdict = Value.map([
            Value.MapEntry(key: .text("outcome"), value: .text(outcome)),
            Value.MapEntry(key: .text("calls"), value: .int(calls)),
        ])
        return .answered([WireFormat.encode(frame: "V", [verdict])])
    }

    private let loaded = RunReport.answered([
        WireFormat.encode(frame: "L", []), WireFormat.encode(frame: "Z", [.int(1)]),
    ])

    private func verdict(_ trial: SandboxTrial, _ task: EvalTask, _ sample: Sample) async throws -> Verdict {
        try await trial.verdict(
            for: task,
            sample: sample,
            program: trial.program(for: sample, task: task),
            limits: ResourceLimits()
        )
    }

    @Test func `typed cases are answered inside and compared outside`() async throws {
        let right = answers([2, 4, 4])
        let wrong = answers([2, 4, 6])
        let sandbox = ScriptedSandbox { request in
            request.files.contains { String(decoding: $0.content, as: UTF8.self).contains("right") }
                ? right : wrong
        }
        let task = makeTask("a")

        let first = try await verdict(trial(sandbox), task, makeSample("a", 0, "right = 1"))
        let second = try await verdict(trial(sandbox), task, makeSample("a", 1, "other = 1"))

        #expect(first.outcome == .passed)
        #expect(second.outcome == .failed(.partial))
        #expect(second.casesPassed == 2 && second.casesTotal == 3)
        // The expected values of the three cases are 2, 4 and 4; only the arguments 1, 2 and 3 go in.
        let calls = try WireFormat.frames(in: sandbox.requests[0].calls).flatMap { try $0.values() }
        #expect(calls.contains(.list([.int(3)])))
        #expect(!calls.contains(.list([.int(4)])) && !calls.contains(.int(4)))
    }

    @Test func `a foreign check runs as a pair of candidate and examiner`() async throws {
        let seen = examined("passed", calls: 3)
        let other = loaded
        let sandbox = ScriptedSandbox { request in
            request.files.contains { $0.name == "test.py" } ? seen : other
        }
        let sample = try #require(check.referenceSample(in: .python))

        let verdict = try await verdict(trial(sandbox), check, sample)

        #expect(verdict.outcome == .passed)
        #expect(verdict.trust == .outside)
        let candidate = try #require(sandbox.requests.first)
        let files = candidate.files.map { String(decoding: $0.content, as: UTF8.self) }
        #expect(files == ["def double(number):\n    return 2 * number\n"])
    }

    @Test func `a check whose arguments cannot cross runs again in one process and says so`() async throws {
        let seen = examined("cannot-cross", calls: 0)
        let other = loaded
        let sandbox = ScriptedSandbox { request in
            guard request.files.contains(where: { $0.name == "test.py" }) else { return other }
            guard request.files.contains(where: { $0.name == "solution.py" }) else { return seen }
            // One process for both: it repeats the secret that it was given.
            let nonce = try WireFormat.frames(in: request.calls)[0].values()[0]
            let verdict = Value.map([
                Value.MapEntry(key: .text("outcome"), value: .text("passed")),
                Value.MapEntry(key: .text("calls"), value: .int(2)),
                Value.MapEntry(key: .text("nonce"), value: nonce),
            ])
            return .answered([WireFormat.encode(frame: "V", [verdict])])
        }
        let sample = try #require(check.referenceSample(in: .python))

        let first = try await verdict(trial(sandbox), check, sample)
        _ = try await verdict(trial(sandbox), check, sample)

        #expect(first.outcome == .passed)
        #expect(first.trust == .shared)
        #expect(sandbox.requests.count == 6)
        #expect(sandbox.requests[2].calls != sandbox.requests[5].calls)
    }

    @Test(arguments: ["cannot-cross", "passed"])
    func `after an answer, one process is for tests whose reference needs it too`(
        reference: String
    ) async throws {
        let stuck = examined("cannot-cross", calls: 1)
        let ofReference = examined(reference, calls: 1)
        let other = loaded
        let isFirst = Mutex(true)
        let sandbox = ScriptedSandbox { request in
            guard request.files.contains(where: { $0.name == "test.py" }) else { return other }
            guard request.files.contains(where: { $0.name == "solution.py" }) else {
                let isOfCandidate = isFirst.withLock { first in
                    defer { first = false }
                    return first
                }
                return isOfCandidate ? stuck : ofReference
            }
            return .answered([])
        }
        let sample = Sample(taskID: check.id, index: 0, text: "    return object()\n", form: .completion)

        let verdict = try await verdict(trial(sandbox), check, sample)

        let isShared = reference == "cannot-cross"
        #expect(verdict.trust == (isShared ? .shared : .outside))
        #expect(isShared || verdict.outcome == .failed(.wrongType))
        #expect(sandbox.requests.count == (isShared ? 5 : 4))
    }
}
