import HarnessCore

/// The identity of a suite: everything that can change a verdict, and nothing else.
///
/// References, categories and difficulties are left out: editing them must not make old verdicts
/// incomparable.
enum SuiteHash {
    static func hash(of tasks: [EvalTask], limits: ResourceLimits) -> ContentHash {
        let suite = Value.list([.text("suite 1"), value(limits), .list(tasks.map(value))])
        return ContentHash(of: WireFormat.encode(suite))
    }

    private static func value(_ task: EvalTask) -> Value {
        .list([
            .text(task.id), .text(task.prompt), value(task.test),
            value(task.limits.cpuMilliseconds), value(task.limits.wallMilliseconds),
            value(task.limits.memoryBytes),
        ])
    }

    private static func value(_ limits: ResourceLimits) -> Value {
        .list(
            [
                limits.cpuMilliseconds, limits.wallMilliseconds, limits.memoryBytes, limits.outputBytes,
                limits.resultBytes, limits.fileBytes, limits.processes, limits.openFiles,
            ].map(value)
        )
    }

    private static func value(_ number: Int?) -> Value { number.map { .int(Int64($0)) } ?? .null }

    private static func value(_ test: TaskTest) -> Value {
        switch test {
        case .pythonCheck(let check): .list([.text("check"), .text(check.entryPoint), .text(check.test)])
        case .cases(let test):
            .list(
                [
                    .text("cases"), value(test.signature), value(test.comparison),
                    .list(test.cases.map { .list($0.calls.map(value)) }),
                ] + (test.usesWideIntegers ? [.text("wide integers")] : [])
            )
        }
    }

    private static func value(_ comparison: CaseTest.Comparison) -> Value {
        switch comparison {
        case .exact: .text("exact")
        case .float(let tolerance): .float(tolerance)
        case .unordered: .text("unordered")
        }
    }

    private static func value(_ signature: CaseTest.Signature) -> Value {
        switch signature {
        case .function(let function): value(function)
        case .object(let object):
            .list([
                .text("object"), .text(object.name), value(object.parameters),
                .list(object.methods.map(value)), value(object.records),
            ])
        }
    }

    private static func value(_ function: CaseTest.Function) -> Value {
        .list([
            .text("function"), .text(function.name), value(function.parameters),
            .text(function.returns.spelling), value(function.records),
        ])
    }

    private static func value(_ parameters: [CaseTest.Parameter]) -> Value {
        .list(parameters.map { .list([.text($0.name), .text($0.type.spelling)]) })
    }

    private static func value(_ records: [CaseTest.RecordType]) -> Value {
        .list(records.map { .list([.text($0.name), value($0.fields)]) })
    }

    private static func value(_ call: TestCase.Call) -> Value {
        let target: Value =
            switch call.target {
            case .function: .text("function")
            case .constructor: .text("constructor")
            case .method(let name): .list([.text("method"), .text(name)])
            }
        let expectation: Value =
            switch call.expectation {
            case .returns(let value): .list([.text("returns"), value])
            case .raises(let kind): .list([.text("raises"), .text(kind.rawValue)])
            }
        return .list([
            target, .list(call.arguments), expectation, call.argumentsAfter.map(Value.list) ?? .null,
        ])
    }
}
