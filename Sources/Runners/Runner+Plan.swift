package import HarnessCore

extension Runner {
    /// Plans how one assembled program is executed and tested.
    ///
    /// `calls` are the encoded calls of the task's cases; an examined task ignores them, because its calls
    /// come from the examiner.
    package func plan(
        for task: EvalTask,
        program: String,
        calls: [UInt8],
        limits: ResourceLimits,
        toolchain: Toolchain,
        warm: Bool
    ) -> ExecutionPlan {
        let start = Start(toolchain: toolchain, isWarm: warm && canStartWarm)
        let source = file(definition.sourceFile, program)
        switch task.test {
        case .cases(let test):
            return .calls(
                request([source], start: start, ["calls", test.signature.name], calls: calls, limits: limits)
            )
        case .pythonCheck(let check):
            return .examined(
                candidate: request([source], start: start, ["serve", check.entryPoint], limits: limits),
                examiner: examiner(of: check, prompt: task.prompt, start: start, limits: limits)
            )
        }
    }

    /// An examiner for one candidate; where one is running already, it can take this work too.
    private func examiner(
        of check: PythonCheck,
        prompt: String,
        start: Start,
        limits: ResourceLimits
    ) -> ExecutionRequest {
        var examiner = request(
            [file("prompt.py", prompt), file("test.py", check.test)],
            start: start,
            ["examine", check.entryPoint],
            limits: limits
        )
        examiner.session = ExecutionRequest.Session(
            start: request([], start: start, ["examine-many", "any"], limits: limits).start,
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
    ) -> ExecutionPlan? {
        guard case .pythonCheck(let check) = task.test else { return nil }
        return .shared(
            request(
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
    ) -> ExecutionRequest {
        let command = sandboxNeeds(for: start.toolchain).coldCommandPrefix + arguments
        return ExecutionRequest(
            files: files,
            start: start.isWarm ? .warm(arguments: arguments) : .cold(command: command),
            calls: calls,
            limits: limits,
            needsProcessFileSystem: definition.needsProcessFileSystem
        )
    }
}

extension CaseTest.Signature {
    /// What a solution has to define.
    var name: String {
        switch self {
        case .function(let function): function.name
        case .object(let object): object.name
        }
    }
}
