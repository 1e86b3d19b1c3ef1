import Foundation
package import HarnessCore

extension Runner {
    /// Whether stand-alone programs, a candidate with its tests, can be run.
    package var runsPrograms: Bool { definition.program != nil }

    /// How messages of stand-alone programs are read: what is particular to them comes first.
    package var programReading: LanguageReading {
        var reading = reading
        reading.patterns = (definition.program?.diagnostics ?? []).map(\.pattern) + reading.patterns
        return reading
    }

    /// Whether stand-alone programs are compiled before they run.
    package var compilesPrograms: Bool { definition.program?.compile != nil }

    /// Puts a sample and its tests together, as the suite's form and the language ask for.
    func program(for sample: Sample, task: EvalTask, test: ProgramTest) -> String {
        let form = definition.program?.form(test.form) ?? ProgramForm()
        let tests = form.edits.reduce(test.tests) { text, edit in edit.applied(to: text) }
        // A whole solution brings its own beginning.
        let isCompletion = sample.form == .completion
        var context: TemplateContext = [
            "prompt": .text(isCompletion ? task.prompt : ""), "completion": .text(sample.text),
            "tests": .text(tests),
        ]
        for (name, part) in test.parts { context[name] = .text(part) }
        // Checked when the definition was read.
        guard let template = try? Template(form.text, vocabulary: ProgramForm.vocabulary) else {
            return task.prompt + sample.text + "\n" + tests
        }
        return template.render(context)
    }

    /// The task with one expectation of its tests changed, so that no right program passes: some such tasks.
    ///
    /// Which expectations are changed depends on `seed` alone, and nobody who does not know the whole program can
    /// tell. Empty where the runner's rules find nothing to change.
    package func twins(of task: EvalTask, seed: ContentHash, count: Int) -> [EvalTask] {
        guard case .program(let test) = task.test, let program = definition.program else { return [] }
        let own = program.form(test.form).twins
        let rules = own.isEmpty ? program.twins : own
        guard var twins = rules.lazy.map({ $0.twins(of: test.tests) }).first(where: { !$0.isEmpty }) else {
            return []
        }
        var chosen: [EvalTask] = []
        var state = UInt64(seed.hexadecimal.prefix(16), radix: 16) ?? 0
        while chosen.count < count, !twins.isEmpty {
            var twin = test
            twin.tests = twins.remove(at: Int(state % UInt64(twins.count)))
            state = state / 7 &+ 1
            var task = task
            task.test = .program(twin)
            chosen.append(task)
        }
        return chosen
    }

    /// What a program needs besides the language and this machine has not: the Debian package; nil for nothing.
    package func missingPackage(for program: String, _ toolchain: Toolchain) -> String? {
        definition.program?.needs.first { need in
            (toolchain.values[need.define] ?? "").isEmpty
                && ExpressionText.compiled(need.find)?
                    .firstMatch(in: program, range: NSRange(program.startIndex..., in: program)) != nil
        }?.package
    }

    /// Plans how a stand-alone program is compiled and run; it writes back the frame `N` that carries `nonce`.
    ///
    /// - Throws: `badConfiguration` where the runner declares no programs or a placeholder has no value.
    package func programPlan(
        form: String,
        program text: String,
        nonce: String,
        limits: ResourceLimits,
        toolchain: Toolchain
    ) throws(HarnessError) -> ExecutionPlan {
        guard let program = definition.program else {
            throw HarnessError(
                .badConfiguration,
                "\(displayName) runs no stand-alone programs",
                at: folder.appending(path: Self.definitionFile).path,
                remedy: "declare them under \"program:\"; runners/README.md explains it"
            )
        }
        let mode = program.form(form).mode
        let source = ExecutionRequest.BoxFile(name: definition.sourceFile, content: Array(text.utf8))
        let bounds = runLimits(limits)
        var values = ["mode": mode]
        if let step = program.compile { values["artifact"] = "/box/\(step.artifact)" }
        var run = ExecutionRequest(
            files: [],
            start: .cold(command: try command(program.run, toolchain, limits: bounds, values)),
            calls: WireFormat.encode(frame: "N", [.text(nonce)]),
            limits: bounds,
            needsProcessFileSystem: definition.needsProcessFileSystem,
            boundsAddressSpace: definition.addressSpace == .bounded
        )
        guard let step = program.compile else {
            run.files.append(source)
            return .calls(run)
        }
        let compile = try compilation(of: [source], step, toolchain, values)
        return .compiled(
            CompilePlan(compile: compile.request, key: compile.key, run: run, artifact: step.artifact)
        )
    }
}
