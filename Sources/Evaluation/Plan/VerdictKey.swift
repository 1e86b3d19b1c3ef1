package import HarnessCore

/// Everything besides task and program that a verdict depends on.
package struct ExecutionIdentity: Sendable, Hashable {
    /// Digest of the language's runner: its definition and drivers.
    package var runner: String
    /// Digest of the compiler or interpreter.
    package var toolchain: String
    /// Version of the product, whose rules turn what happened into verdicts.
    package var judging: String
    /// A verdict reached behind a weaker fence is not reused behind a stronger one, nor the reverse.
    package var isolation: IsolationLevel

    package init(runner: String, toolchain: String, judging: String, isolation: IsolationLevel) {
        self.runner = runner
        self.toolchain = toolchain
        self.judging = judging
        self.isolation = isolation
    }
}

/// The name of a verdict in the cache: equal keys promise equal verdicts.
struct VerdictKey {
    private let prefix: [String]

    /// Digests what all programs of one task share, once.
    init(task: EvalTask, limits: ResourceLimits, identity: ExecutionIdentity) {
        let test = ContentHash(of: WireFormat.encode(.list([task.test.canonical, limits.canonical])))
        prefix = [
            "verdict-2", ContentHash(of: task.prompt).hexadecimal, test.hexadecimal, identity.runner,
            identity.toolchain, identity.judging, identity.isolation.rawValue,
        ]
    }

    func key(program: String, form: Sample.Form) -> ContentHash {
        ContentHash(ofParts: prefix + [form.rawValue, ContentHash(of: program).hexadecimal])
    }
}
