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
        let bounds = [
            limits.cpuMilliseconds, limits.wallMilliseconds, limits.memoryBytes, limits.outputBytes,
            limits.resultBytes, limits.fileBytes, limits.processes, limits.openFiles,
        ]
        let test = ContentHash(ofParts: Self.parts(of: task.test))
        prefix = [
            "verdict-1", ContentHash(of: task.prompt).hexadecimal, test.hexadecimal,
            bounds.map(String.init).joined(separator: ","), identity.runner, identity.toolchain,
            identity.judging, identity.isolation.rawValue,
        ]
    }

    func key(program: String, form: Sample.Form) -> ContentHash {
        ContentHash(ofParts: prefix + [form.rawValue, ContentHash(of: program).hexadecimal])
    }

    /// Writes a test out in full, so that no two tests have equal parts.
    private static func parts(of test: TaskTest) -> [String] {
        switch test {
        case .pythonCheck(let check): ["python-check", check.entryPoint, check.test]
        case .cases(let test):
            ["cases", "\(test.comparison)"] + parts(of: test.signature)
                + test.cases.flatMap { testCase in
                    ["case \(testCase.calls.count)"] + testCase.calls.flatMap(parts(of:))
                }
        }
    }

    private static func parts(of signature: CaseTest.Signature) -> [String] {
        switch signature {
        case .function(let function): ["function"] + parts(of: function)
        case .object(let object):
            ["object", object.name, "\(object.parameters)", "\(object.records)"]
                + object.methods.flatMap(parts(of:))
        }
    }

    private static func parts(of function: CaseTest.Function) -> [String] {
        [function.name, "\(function.parameters)", "\(function.returns)", "\(function.records)"]
    }

    private static func parts(of call: TestCase.Call) -> [String] {
        let expectation =
            switch call.expectation {
            case .returns(let value): "returns \(hexadecimal(value))"
            case .raises(let kind): "raises \(kind.rawValue)"
            }
        let after = call.argumentsAfter.map { hexadecimal(.list($0)) } ?? "unwatched"
        return ["\(call.target)", hexadecimal(.list(call.arguments)), expectation, after]
    }

    private static func hexadecimal(_ value: Value) -> String {
        ContentHash(of: WireFormat.encode(value)).hexadecimal
    }
}
