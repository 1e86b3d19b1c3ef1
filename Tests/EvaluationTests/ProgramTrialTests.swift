import Foundation
import HarnessCore
import Runners
import TestSupport
import Testing

@testable import Evaluation

/// Programs that hold their own tests, and their twins, in a sandbox that is scripted.
struct ProgramTrialTests {
    private static let language = Language(rawValue: "toy")
    private static let definition = """
        name: toy
        display_name: Toy
        file_extension: toy
        minimum_version: "1"
        install_hint: "Install toy."
        executables: [/bin/sh]
        probe: [-c, "true"]
        source_file: solution.toy
        capabilities: []
        program:
          run: ["{executable}", "{source}"]
          needs: [{ find: tuples, define: tuples, package: toy-tuples }]
          twins: [{ find: '^expect (?<expected>.*)$' }]
        """
    private let folder: TemporaryFolder
    private let runner: Runner

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.definition, to: "toy/runner.yaml")
        runner = try Runner(folder: folder.file("toy"))
    }

    /// Judges a program whose tests expect 1 and 2; `passes` says which whole programs come to their end.
    private func verdict(
        completion: String = "code",
        tests: String = "expect 1\nexpect 2",
        passes: @escaping @Sendable (String) -> Bool
    ) async throws -> (Verdict, ScriptedSandbox) {
        let sandbox = ScriptedSandbox { request in
            let program = String(decoding: request.files[0].content, as: UTF8.self)
            let begun = WireFormat.encode(frame: "A", [])
            if passes(program) { return .answered([begun, request.calls]) }
            return RunReport(termination: .exited(code: 1), results: begun, isolation: .full)
        }
        let trial = SandboxTrial(
            runner: runner,
            toolchain: Toolchain(
                version: "1",
                executable: "/bin/sh",
                readOnlyPaths: [],
                digest: ContentHash(of: "toy")
            ),
            sandbox: sandbox,
            isWarm: false
        )
        let task = EvalTask(
            id: "t",
            prompt: "prompt\n",
            test: .program(ProgramTest(language: Self.language, form: "multipl-e", tests: tests))
        )
        let sample = Sample(
            taskID: "t",
            index: 0,
            language: Self.language,
            text: completion,
            form: .completion
        )
        let verdict = try await trial.verdict(
            for: task,
            sample: sample,
            program: trial.program(for: sample, task: task),
            limits: ResourceLimits()
        )
        return (verdict, sandbox)
    }

    private static let whole = "prompt\ncode\nexpect 1\nexpect 2"

    @Test func `a pass is proved by one twin that fails`() async throws {
        let (verdict, sandbox) = try await verdict { $0 == Self.whole }

        #expect(verdict.outcome == .passed)
        #expect(sandbox.requests.count == 2)
        #expect(sandbox.requests[0].calls != sandbox.requests[1].calls, "each execution has its own secret")
    }

    @Test func `a failure needs no twin`() async throws {
        let (verdict, sandbox) = try await verdict { _ in false }

        #expect(verdict.outcome == .failed(.exception))
        #expect(sandbox.requests.count == 1)
    }

    @Test func `who passes whatever is expected has forged its result`() async throws {
        let (verdict, _) = try await verdict { _ in true }

        #expect(verdict.outcome == .failed(.forgedResult))
        #expect(verdict.rule == "program.passed-twin")
        #expect(verdict.trust == .shared)
    }

    @Test func `one expectation that does not matter makes no forger`() async throws {
        let (verdict, _) = try await verdict { $0.contains("expect 2") }

        #expect(verdict.outcome == .passed)
    }

    @Test func `tests that nothing can change prove nothing`() async throws {
        let (verdict, _) = try await verdict(tests: "expect nothing") { _ in true }

        #expect(verdict.outcome == .infrastructureError)
        #expect(verdict.rule == "program.no-twin")
    }

    @Test func `a missing library of the tests is no failure of the model`() async throws {
        let (verdict, sandbox) = try await verdict(completion: "tuples") { _ in true }

        #expect(verdict.outcome == .infrastructureError)
        #expect(verdict.rule == "harness.missing-dependency")
        #expect(verdict.evidence.message.contains("apt-get install toy-tuples"))
        #expect(sandbox.requests.isEmpty)
    }
}
