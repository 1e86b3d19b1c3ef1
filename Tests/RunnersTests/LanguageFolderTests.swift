import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import Runners

/// What a folder without any Swift makes of a task.
@Suite
struct LanguageFolderTests {
    @Test
    func `a function's prompt is head, records, errors and the template`() throws {
        let prompt = try ToyLanguage().runner.prompt(for: ToyLanguage.functionTask)

        #expect(
            prompt == """
                use std
                record Point: xPart int, class_ real
                error BadArgument
                /*
                 * Take the last * / points.
                 *\u{20}
                 * Keep them.
                 ! BadArgument for an invalid argument
                 ! the Missing error for something that is not found
                 */
                fun lastOf(allPoints: inout list[Point], fromEnd_: int?) -> \
                map[hashed Point: (First Int; Second maybe text)] raises {

                """
        )
    }

    @Test
    func `an object's prompt names its methods in the language's way`() throws {
        let prompt = try ToyLanguage().runner.prompt(for: PythonPromptTests.objectTask)

        #expect(prompt.hasSuffix("class BoundedQueue(size: int) {\n  // Push/1;\n  // Items/0\n"))
    }

    @Test
    func `wide integers have a type of their own`() throws {
        var task = ToyLanguage.functionTask
        guard case .cases(var test) = task.test else { return }
        test.usesWideIntegers = true
        task.test = .cases(test)

        let prompt = try ToyLanguage().runner.prompt(for: task)

        #expect(prompt.contains("xPart wideint"))
        #expect(prompt.contains("(First wideint; Second maybe text)"))
    }

    @Test
    func `native names reach fields inside of values`() throws {
        let native = try ToyLanguage().runner.native(ToyLanguage.functionTask)

        guard case .cases(let test) = native.test else { return #expect(Bool(false), "no cases") }
        let call = test.cases[0].calls[0]
        let renamed = Value.record(
            name: "Point",
            fields: [.init(name: "xPart", value: .int(1)), .init(name: "class_", value: .float(0))]
        )
        #expect(test.signature.name == "lastOf")
        #expect(call.arguments[0] == .list([renamed]))
        #expect(call.expectation == .returns(.map([.init(key: renamed, value: .tuple([.int(1), .null]))])))
    }

    @Test
    func `a completion follows the prompt and gets the ending`() throws {
        let runner = try ToyLanguage().runner

        let program = runner.program(
            for: ToyLanguage.sample("  body\n", .completion),
            task: ToyLanguage.functionTask
        )

        #expect(program == runner.prompt(for: ToyLanguage.functionTask) + "  body\n}")
    }

    @Test(arguments: [
        ("fun lastOf", "use std\nrecord Point: xPart int, class_ real\nerror BadArgument\nfun lastOf"),
        (
            "use std\nerror BadArgument\nfun f",
            "record Point: xPart int, class_ real\nuse std\nerror BadArgument\nfun f"
        ),
        (
            "package p\nrecord Point: a\nuse x\nerror BadArgument",
            "package p\nrecord Point: a\nuse x\nerror BadArgument"
        ),
        (
            "package p\nrecord Points: a",
            "package p\nuse std\nrecord Point: xPart int, class_ real\nerror BadArgument\nrecord Points: a"
        ),
    ])
    func `a solution gets what it uses and lacks, below its first lines`(text: String, program: String) throws
    {
        let runner = try ToyLanguage().runner

        #expect(runner.program(for: ToyLanguage.sample(text), task: ToyLanguage.functionTask) == program)
    }

    @Test
    func `a compiled program is compiled with its glue, then run with the types and the calls`() throws {
        let runner = try ToyLanguage().runner

        let plan = try runner.plan(
            for: runner.native(ToyLanguage.functionTask),
            program: "text",
            calls: [1, 2],
            limits: ResourceLimits(memoryBytes: 256 << 20, processes: 4),
            toolchain: ToyLanguage.toolchain,
            warm: true
        )

        guard case .compiled(let steps) = plan else { return #expect(Bool(false), "not compiled") }
        let names = steps.compile.files.map(\.name)
        #expect(names == ["solution.toy", "main.toy"])
        #expect(String(decoding: steps.compile.files[1].content, as: UTF8.self) == "call lastOf 2 try\n")
        #expect(
            steps.compile.start
                == .cold(command: ["/usr/bin/toy", "/harness/compile.sh", "/box/solution.toy", "300"])
        )
        #expect(steps.compile.limits.cpuMilliseconds == 7000)
        #expect(steps.compile.limits.resultBytes == 3 << 20)
        let run = steps.run(artifact: [7])
        #expect(run.start == .cold(command: ["/box/program", "--lib=/usr/lib/toy", "calls", "lastOf"]))
        #expect(run.files == [.init(name: "program", content: [7], isExecutable: true)])
        #expect(run.limits.memoryBytes == 266 << 20)
        #expect(run.limits.processes == 9)
        #expect(run.limits.cpuMilliseconds == 10_500)
        #expect(!run.boundsAddressSpace)
        #expect(run.calls.first == UInt8(ascii: "T") && run.calls.suffix(2) == [1, 2])
    }

    @Test
    func `equal programs have equal artefacts, and whatever else changes makes another`() throws {
        func key(
            _ program: String,
            _ toy: ToyLanguage,
            _ toolchain: Toolchain = ToyLanguage.toolchain
        ) throws -> ContentHash {
            let plan = try toy.runner.plan(
                for: toy.runner.native(ToyLanguage.functionTask),
                program: program,
                calls: [],
                limits: ResourceLimits(),
                toolchain: toolchain,
                warm: false
            )
            guard case .compiled(let steps) = plan else { throw CocoaError(.featureUnsupported) }
            return steps.key
        }
        var newer = ToyLanguage.toolchain
        newer.digest = ContentHash(of: "newer")
        let toy = try ToyLanguage()

        #expect(try key("a", toy) == key("a", toy))
        #expect(try key("a", toy) != key("b", toy))
        #expect(try key("a", toy) != key("a", toy, newer))
        #expect(
            try key("a", toy) != key("a", ToyLanguage(replacing: "memory_mb: 300", with: "memory_mb: 301"))
        )
    }

    @Test
    func `what a toolchain needs once has a name and an identity`() throws {
        let steps = try ToyLanguage().runner.prebuilds(for: ToyLanguage.toolchain)

        #expect(steps.map(\.name) == ["toy.pch"])
        #expect(steps[0].request.start == .cold(command: ["/usr/bin/toy", "-c", "echo {} >&4"]))
    }

    @Test
    func `a command with a placeholder that nothing fills is an error`() throws {
        let toy = try ToyLanguage(replacing: "--lib={lib}", with: "--lib={nolib}")

        let error = #expect(throws: HarnessError.self) {
            try toy.runner.plan(
                for: toy.runner.native(ToyLanguage.functionTask),
                program: "",
                calls: [],
                limits: ResourceLimits(),
                toolchain: ToyLanguage.toolchain,
                warm: false
            )
        }

        #expect(error?.code == .badConfiguration)
        #expect(error?.message.contains("{nolib} has no value") == true)
    }

    @Test
    func `two runners for one language are an error that names both`() throws {
        let toy = try ToyLanguage()
        try toy.folder.write(ToyLanguage.definition, to: "copy/runner.yaml")
        try toy.folder.write("driver", to: "copy/driver.toy")

        let error = #expect(throws: HarnessError.self) { try RunnerCatalog(folder: toy.folder.url) }

        #expect(error?.code == .badConfiguration)
        #expect(error?.location?.contains("toy/runner.yaml") == true)
        #expect(error?.remedy?.contains("copy") == true)
    }
}
