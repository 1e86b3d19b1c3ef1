package import HarnessCore

extension Runner {
    /// Plans how one assembled program is executed and tested.
    ///
    /// The task is the one that `native(_:)` gives, and `calls` are the encoded calls of its cases; an examined task
    /// ignores them, because its calls come from the examiner.
    /// - Throws: `badConfiguration` for a command with a placeholder that has no value.
    package func plan(
        for native: EvalTask,
        program: String,
        calls: [UInt8],
        limits: ResourceLimits,
        toolchain: Toolchain,
        warm: Bool
    ) throws(HarnessError) -> ExecutionPlan {
        let start = Start(toolchain: toolchain, isWarm: warm && canStartWarm)
        let source = file(definition.sourceFile, program)
        switch native.test {
        case .cases(let test):
            let arguments = ["calls", test.signature.name]
            let types = definition.hasTypesFrame ? TypesFrame.encode(test) : []
            var run = try request([], start: start, arguments, calls: types + calls, limits: limits)
            guard let step = definition.compile else {
                run.files.append(source)
                return .calls(run)
            }
            let compile = try compilation(
                of: [source] + (glue(for: test).map { [$0] } ?? []),
                step,
                toolchain
            )
            return .compiled(
                CompilePlan(compile: compile.request, key: compile.key, run: run, artifact: step.artifact)
            )
        case .pythonCheck(let check):
            return .examined(
                candidate: try request([source], start: start, ["serve", check.entryPoint], limits: limits),
                examiner: try examiner(
                    of: check,
                    prompt: check.asksInProse ? "" : native.prompt,
                    start: start,
                    limits: limits
                )
            )
        case .program, .streams:
            throw HarnessError(
                .internalFault,
                "task \(native.id): a stand-alone program has a plan of its own"
            )
        }
    }

    /// An examiner for one candidate; where one is running already, it can take this work too.
    private func examiner(
        of check: PythonCheck,
        prompt: String,
        start: Start,
        limits: ResourceLimits
    ) throws(HarnessError) -> ExecutionRequest {
        var examiner = try request(
            [file("prompt.py", prompt), file("test.py", check.test)],
            start: start,
            ["examine", check.entryPoint],
            limits: limits
        )
        examiner.session = ExecutionRequest.Session(
            start: try request([], start: start, ["examine-many", "any"], limits: limits).start,
            job: WireFormat.encode(frame: "J", [.text(check.entryPoint), .text(prompt), .text(check.test)])
        )
        return examiner
    }

    /// Plans one process for candidate and test, for tests whose arguments cannot cross between two.
    ///
    /// Returns nil for typed cases, which never need it. The verdict frame repeats `nonce`.
    package func sharedPlan(
        for task: EvalTask,
        program: String,
        nonce: String,
        limits: ResourceLimits,
        toolchain: Toolchain,
        warm: Bool
    ) throws(HarnessError) -> ExecutionPlan? {
        guard case .pythonCheck(let check) = task.test else { return nil }
        return .shared(
            try request(
                [file(definition.sourceFile, program), file("test.py", check.test)],
                start: Start(toolchain: toolchain, isWarm: warm && canStartWarm),
                ["shared", check.entryPoint],
                calls: WireFormat.encode(frame: "N", [.text(nonce)]),
                limits: limits
            )
        )
    }

    private struct Start {
        var toolchain: Toolchain
        var isWarm: Bool
    }

    private func file(_ name: String, _ text: String) -> ExecutionRequest.BoxFile {
        ExecutionRequest.BoxFile(name: name, content: Array(text.utf8))
    }

    private func request(
        _ files: [ExecutionRequest.BoxFile],
        start: Start,
        _ arguments: [String],
        calls: [UInt8] = [],
        limits: ResourceLimits
    ) throws(HarnessError) -> ExecutionRequest {
        let bounds = runLimits(limits)
        let prefix =
            definition.run.isEmpty
            ? [start.toolchain.executable] + definition.coldArguments
            : try command(definition.run, start.toolchain, limits: bounds)
        return ExecutionRequest(
            files: files,
            start: start.isWarm ? .warm(arguments: arguments) : .cold(command: prefix + arguments),
            calls: calls,
            limits: bounds,
            needsProcessFileSystem: definition.needsProcessFileSystem,
            boundsAddressSpace: definition.addressSpace == .bounded
        )
    }

    /// A task's limits with what the language's runtime takes for itself.
    func runLimits(_ limits: ResourceLimits) -> ResourceLimits {
        let floor = definition.limits.run
        let overhead = definition.limits.runOverhead
        var result = limits
        result.cpuMilliseconds += Int((overhead.cpuSeconds ?? 0) * 1000)
        result.wallMilliseconds += Int((overhead.wallSeconds ?? 0) * 1000)
        result.memoryBytes += (overhead.memoryMegabytes ?? 0) << 20
        result.fileBytes += (overhead.fileMegabytes ?? 0) << 20
        result.processes += overhead.processes ?? 0
        result.openFiles += overhead.openFiles ?? 0
        result.cpuMilliseconds = max(result.cpuMilliseconds, Int((floor.cpuSeconds ?? 0) * 1000))
        result.wallMilliseconds = max(result.wallMilliseconds, Int((floor.wallSeconds ?? 0) * 1000))
        result.memoryBytes = max(result.memoryBytes, (floor.memoryMegabytes ?? 0) << 20)
        result.fileBytes = max(result.fileBytes, (floor.fileMegabytes ?? 0) << 20)
        result.processes = max(result.processes, floor.processes ?? 0)
        result.openFiles = max(result.openFiles, floor.openFiles ?? 0)
        return result
    }
}
