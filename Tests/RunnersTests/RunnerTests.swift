import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Runners

@Suite
struct RunnerTests {
    private static let toolchain = Toolchain(
        version: "3.11.2",
        executable: "/usr/bin/python3.11",
        readOnlyPaths: ["/usr/lib/python3.11"],
        digest: ContentHash(of: "toolchain")
    )

    private func python() throws -> Runner {
        try RunnerCatalog(folder: DriverSession.runnersFolder).runner(for: .python)
    }

    @Test
    func `the toolchain is a real program with everything it reads`() async throws {
        let toolchain = try await python().toolchain()

        let real = URL(filePath: toolchain.executable).resolvingSymlinksInPath().path
        #expect(toolchain.executable == real)
        #expect(!toolchain.executable.contains("shims"))
        #expect(toolchain.readOnlyPaths.contains(toolchain.executable))
        #expect(toolchain.readOnlyPaths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
        #expect(
            !toolchain.readOnlyPaths.contains { ["/", "/usr", "/usr/lib", "/etc", "/home"].contains($0) }
        )
        #expect(toolchain.version.hasPrefix("3."))
    }

    @Test
    func `probing twice gives the same toolchain`() async throws {
        let first = try await python().toolchain()
        let second = try await python().toolchain()

        #expect(first == second)
    }

    @Test
    func `a missing toolchain is told with every place that was tried`() async throws {
        var definition = try python().definition
        definition.executables = ["/nowhere/python3", "no-such-python", "/bin/true"]
        let folder = try Self.folder(with: definition)
        defer { try? FileManager.default.removeItem(at: folder) }

        let error = await #expect(throws: HarnessError.self) {
            try await Runner(folder: folder).toolchain(searchPath: "/usr/bin:/bin")
        }

        #expect(error?.code == .unavailable)
        #expect(error?.location?.contains("/nowhere/python3: not found") == true)
        #expect(error?.location?.contains("no-such-python: not found") == true)
        #expect(error?.location?.contains("/bin/true: does not describe itself") == true)
    }

    @Test
    func `a language without a runner is a usage error that lists the known ones`() throws {
        let catalog = try RunnerCatalog(folder: DriverSession.runnersFolder)

        let error = #expect(throws: HarnessError.self) {
            try catalog.runner(for: Language(rawValue: "cobol"))
        }

        #expect(error?.code == .usage)
        #expect(error?.remedy?.contains("python") == true)
    }

    @Test
    func `no driver file is missing from the definition`() throws {
        let runner = try python()

        let files = try FileManager.default.contentsOfDirectory(atPath: runner.folder.path)
            .filter { $0.hasSuffix(".py") && $0 != "probe.py" }
        let mutants = try #require(runner.definition.mutants)
        #expect(Set(runner.definition.harnessFiles + [mutants.file]) == Set(files))
    }

    @Test
    func `typed cases are one execution, started warm or cold with the same arguments`() throws {
        let runner = try python()
        let task = PythonPromptTests.functionTask

        let plans = try [true, false].map { warm in
            try runner.plan(
                for: task,
                program: "text",
                calls: [1, 2],
                limits: ResourceLimits(),
                toolchain: Self.toolchain,
                warm: warm
            )
        }

        guard case .calls(let warm) = plans[0], case .calls(let cold) = plans[1] else {
            return #expect(Bool(false), "not one execution")
        }
        #expect(warm.start == .warm(arguments: ["calls", "closest"]))
        guard case .cold(let command) = cold.start else { return #expect(Bool(false), "not cold") }
        #expect(command.first == "/usr/bin/python3.11")
        #expect(command.suffix(3) == ["/harness/driver.py", "calls", "closest"])
        #expect(warm.files == cold.files && warm.calls == [1, 2])
        #expect(warm.files.map(\.name) == ["solution.py"])
    }

    @Test
    func `a foreign test never enters the candidate's box`() throws {
        let check = PythonCheck(entryPoint: "f", test: "def check(candidate): assert SECRET")
        let task = EvalTask(id: "T/0", prompt: "def f():\n", test: .pythonCheck(check))

        let plan = try python().plan(
            for: task,
            program: "def f(): pass",
            calls: [],
            limits: ResourceLimits(),
            toolchain: Self.toolchain,
            warm: true
        )

        guard case .examined(let candidate, let examiner) = plan else {
            return #expect(Bool(false), "not an examined pair")
        }
        #expect(candidate.start == .warm(arguments: ["serve", "f"]))
        #expect(examiner.start == .warm(arguments: ["examine", "f"]))
        #expect(candidate.files.map(\.name) == ["solution.py"])
        #expect(examiner.files.map(\.name) == ["prompt.py", "test.py"])
        #expect(!String(decoding: candidate.files[0].content, as: UTF8.self).contains("SECRET"))
    }

    @Test
    func `completions follow the prompt and solutions stand alone`() throws {
        let runner = try python()
        let check = PythonCheck(entryPoint: "f", test: "")
        let task = EvalTask(id: "T/0", prompt: "def f():\n", test: .pythonCheck(check))
        func sample(_ form: Sample.Form) -> Sample {
            Sample(taskID: "T/0", index: 0, text: "    return 1", form: form)
        }

        #expect(runner.program(for: sample(.completion), task: task) == "def f():\n    return 1")
        #expect(runner.program(for: sample(.solution), task: task) == "    return 1")
    }

    @Test(arguments: [
        ("name: python\nnonsense: 1\n", "unknown key \"nonsense\"", ":2"),
        ("name: python\n", "missing key", ""),
        ("- a\n- b\n", "not a mapping", ""),
        ("name: [", "not YAML", ""),
    ])
    func `a definition that is not valid is refused with its place`(
        text: String,
        message: String,
        place: String
    ) {
        let file = URL(filePath: "/x/runner.yaml")

        let error = #expect(throws: HarnessError.self) {
            try RunnerDefinition.decode(text, file: file)
        }

        #expect(error?.code == .badConfiguration)
        #expect(error?.message.contains(message) == true)
        #expect(error?.location == "/x/runner.yaml" + place)
    }

    @Test(arguments: ["../driver.py", "/etc/passwd", ".hidden", ""])
    func `a harness file must be a plain name`(name: String) throws {
        let file = DriverSession.runnersFolder.appending(path: "python/runner.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing("  - driver.py\n", with: "  - \"\(name)\"\n")

        let error = #expect(throws: HarnessError.self) {
            try RunnerDefinition.decode(text, file: file)
        }

        #expect(error?.message.contains("harness_files") == true)
    }

    /// Writes a runner folder that differs from the real one only in its executables.
    private static func folder(with definition: RunnerDefinition) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "runner-\(UUID().uuidString)")
        try Checkout.copy("runners/python", to: folder)
        let file = folder.appending(path: Runner.definitionFile)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let changed = lines.map { line in
            line.hasPrefix("executables:")
                ? "executables: [\(definition.executables.joined(separator: ", "))]" : String(line)
        }
        try changed.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        return folder
    }
}
