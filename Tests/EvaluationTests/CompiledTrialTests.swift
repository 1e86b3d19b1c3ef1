import Evaluation
import Foundation
import HarnessCore
import Runners
import Synchronization
import TestSupport
import Testing

/// A compiled language whose compiler and programs are scripted.
struct CompiledTrialTests {
    private static let definition = """
        name: toy
        display_name: Toy
        file_extension: toy
        minimum_version: "1"
        install_hint: "Install toy."
        executables: [/bin/sh]
        probe: [-c, "true"]
        source_file: solution.toy
        compile: { command: ["{executable}", compile], artifact: program }
        run: ["{artifact}"]
        types: { int: int, float: f, bool: b, string: s, bytes: y, list: l, set: e, map: m, tuple: t, optional: o, record: r, void: v }
        prompt: { record: "", function: "fun {{name}}", object: "" }
        diagnostics: [{ id: name, mode: hallucination.undefined-name, summary: "A name.", stage: compile, message: unknown }]
        """
    private let folder: TemporaryFolder
    private let runner: Runner
    private let task = makeTask("double")
    private let sample = Sample(
        taskID: "double",
        index: 0,
        language: Language(rawValue: "toy"),
        text: "program",
        form: .solution
    )

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.definition, to: "toy/runner.yaml")
        try folder.write("compiler", to: "bin/toy")
        runner = try Runner(folder: folder.file("toy"))
    }

    private var toolchain: Toolchain {
        Toolchain(
            version: "1",
            executable: folder.file("bin/toy").path,
            readOnlyPaths: [],
            digest: ContentHash(of: "toy")
        )
    }

    private static let answers: RunReport = {
        let results = [2, 4, 4].enumerated().map { index, value in
            WireFormat.encode(frame: "R", [.int(Int64(index)), .int(Int64(value)), .null])
        }
        let end = WireFormat.encode(frame: "Z", [.int(3)])
        return .answered([WireFormat.encode(frame: "L", [])] + results + [end])
    }()

    /// A sandbox in which compiling comes to `compiled` and the artefact answers rightly.
    private func sandbox(_ compiled: RunReport) -> ScriptedSandbox {
        ScriptedSandbox { request in
            guard case .cold(let command) = request.start else { throw CocoaError(.featureUnsupported) }
            return command.last == "compile" ? compiled : Self.answers
        }
    }

    private func verdict(_ sandbox: ScriptedSandbox, cached: Bool = true) async throws -> Verdict {
        let trial = SandboxTrial(
            runner: runner,
            toolchain: toolchain,
            sandbox: sandbox,
            isWarm: false,
            isolation: .full,
            artifacts: cached ? ArtifactCache(folder: folder.file("cache")) : nil
        )
        return try await trial.verdict(
            for: task,
            sample: sample,
            program: trial.program(for: sample, task: task),
            limits: ResourceLimits()
        )
    }

    private static let compiled = RunReport(termination: .exited(code: 0), results: [1, 2], isolation: .full)
    private static let refused = RunReport(
        termination: .exited(code: 1),
        standardError: Array("error: unknown foo".utf8),
        isolation: .full
    )

    @Test func `a program is compiled, and its artefact runs in a box of its own`() async throws {
        let sandbox = sandbox(Self.compiled)

        let verdict = try await verdict(sandbox)

        #expect(verdict.outcome == .passed)
        #expect(sandbox.requests.count == 2)
        #expect(sandbox.requests[0].files.map(\.name) == ["solution.toy"])
        #expect(sandbox.requests[1].files == [.init(name: "program", content: [1, 2], isExecutable: true)])
    }

    @Test func `an equal program is compiled once`() async throws {
        let sandbox = sandbox(Self.compiled)

        let verdicts = [try await verdict(sandbox), try await verdict(sandbox)]

        #expect(verdicts.allSatisfy { $0.outcome == .passed })
        #expect(sandbox.requests.count { $0.files.first?.name == "solution.toy" } == 1)
    }

    @Test func `without a cache every program is compiled each time`() async throws {
        let sandbox = sandbox(Self.compiled)

        _ = try await verdict(sandbox, cached: false)
        _ = try await verdict(sandbox, cached: false)

        #expect(sandbox.requests.count == 4)
    }

    @Test func `what the compiler refuses is remembered too, with the same verdict`() async throws {
        let sandbox = sandbox(Self.refused)

        let first = try await verdict(sandbox)
        let second = try await verdict(sandbox)

        #expect(first.outcome == .failed(.undefinedName))
        #expect(first == second)
        #expect(sandbox.requests.count == 1)
    }

    @Test(arguments: [
        RunReport(termination: .signaled(9), limitHit: .cpuTime, isolation: .full),
        RunReport(termination: .exited(code: 127), isolation: .full),
    ])
    func `a limit and a fault are not remembered`(report: RunReport) async throws {
        let sandbox = sandbox(report)

        _ = try await verdict(sandbox)
        _ = try await verdict(sandbox)

        #expect(sandbox.requests.count == 2)
    }

    @Test func `a failure while the toolchain is gone is the harness's, not the program's`() async throws {
        try FileManager.default.removeItem(at: folder.file("bin/toy"))

        let error = await #expect(throws: HarnessError.self) { try await verdict(sandbox(Self.refused)) }

        #expect(error?.code == .unavailable)
        #expect(try await verdict(sandbox(Self.compiled)).outcome == .passed)
    }
}
