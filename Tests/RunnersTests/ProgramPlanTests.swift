import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Runners

/// Stand-alone programs of a language that its folder alone declares.
struct ProgramPlanTests {
    private static let section = """
        program:
          compile: { command: ["{executable}", make, "{mode}"], artifact: whole }
          run: ["{artifact}", "{mode}", "{memory_mb}"]
          forms:
            humaneval-x:
              text: "{{setup}}|{{prompt}}{{completion}}|{{tests}}"
              mode: unit
              edits: [{ find: '^exit (\\d)$', put: 'stop $1' }]
          needs: [{ find: '^use tuples', define: tuples, package: toy-tuples }]
          twins: [{ find: 'expect (?<expected>.*)$' }]
          diagnostics: [{ id: failed, mode: logic.wrong-value, summary: "A test.", stage: exit, message: failed }]
        diagnostics:
        """
    private let toy: ToyLanguage
    private let task: EvalTask

    init() throws {
        toy = try ToyLanguage(replacing: "diagnostics:", with: Self.section)
        task = Self.task(form: "multipl-e")
    }

    private static func task(form: String) -> EvalTask {
        EvalTask(
            id: "t",
            prompt: "fun f {\n",
            test: .program(
                ProgramTest(
                    language: Language(rawValue: "toy"),
                    form: form,
                    tests: "expect 1\nexit 0",
                    parts: ["setup": "start", "unknown": "x"]
                )
            )
        )
    }

    private func program(_ task: EvalTask, _ form: Sample.Form = .completion) -> String {
        toy.runner.program(for: ToyLanguage.sample("  1 }", form), task: task)
    }

    @Test func `a program is prompt, completion and tests, or as the suite's form asks`() {
        #expect(program(task) == "fun f {\n  1 }\nexpect 1\nexit 0")
        #expect(program(task, .solution) == "  1 }\nexpect 1\nexit 0")
        #expect(program(Self.task(form: "humaneval-x")) == "start|fun f {\n  1 }|expect 1\nstop 0")
    }

    @Test func `a twin is the same task with another expectation`() throws {
        let twins = toy.runner.twins(of: task, seed: ContentHash(of: "seed"), count: 3)

        #expect(twins.count == 1)
        #expect(program(try #require(twins.first)) == "fun f {\n  1 }\nexpect 11\nexit 0")
    }

    @Test func `commands see the form's mode, and the secret waits on descriptor 3`() throws {
        let plan = try toy.runner.programPlan(
            form: "humaneval-x",
            program: "text",
            nonce: "secret",
            limits: ResourceLimits(memoryBytes: 300 << 20),
            toolchain: ToyLanguage.toolchain
        )

        guard case .compiled(let compiled) = plan else { throw CocoaError(.coderInvalidValue) }
        #expect(compiled.compile.start == .cold(command: ["/usr/bin/toy", "make", "unit"]))
        #expect(compiled.compile.files.map(\.name) == ["solution.toy"])
        let run = compiled.run(artifact: [1])
        #expect(run.start == .cold(command: ["/box/whole", "unit", "310"]))
        #expect(run.calls == WireFormat.encode(frame: "N", [.text("secret")]))
    }

    @Test func `what a program needs and the probe has not found is named`() {
        #expect(toy.runner.missingPackage(for: "use tuples", ToyLanguage.toolchain) == "toy-tuples")
        #expect(toy.runner.missingPackage(for: "no tuples", ToyLanguage.toolchain) == nil)
        var found = ToyLanguage.toolchain
        found.values["tuples"] = "/usr/share/tuples"
        #expect(toy.runner.missingPackage(for: "use tuples", found) == nil)
    }

    @Test(arguments: [
        (
            "twins: [{ find: 'expect (?<expected>.*)$' }]", "twins: [{ find: 'expect .*' }]",
            "needs a group \"expected\""
        ),
        ("{{setup}}", "{{other}}", "{{other}} is no name"),
        ("mode: unit", "mood: unit", "unknown key \"mood\""),
        ("find: '^use tuples'", "find: '('", "no regular expression"),
        ("id: failed", "id: unknown", "an id of diagnostics twice"),
    ])
    func `a faulty section is refused with its place`(part: String, other: String, message: String) throws {
        let error = try ToyLanguage.refusal(
            replacing: "diagnostics:",
            with: Self.section.replacing(part, with: other)
        )

        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
        #expect(error?.location?.contains("runner.yaml") == true)
    }

    @Test func `a language of programs only needs no driver and no prompt`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            name: sole
            display_name: Sole
            file_extension: s
            minimum_version: "1"
            install_hint: "Install sole."
            executables: [/bin/sh]
            probe: [-c, "true"]
            source_file: solution.s
            capabilities: []
            program: { run: ["{executable}", "{source}"] }
            """,
            to: "sole/runner.yaml"
        )

        let runner = try Runner(folder: folder.file("sole"))

        #expect(runner.runsPrograms && !runner.answersCalls && !runner.compilesPrograms)
    }
}
