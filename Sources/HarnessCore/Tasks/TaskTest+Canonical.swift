extension TaskTest {
    /// The test as plain data: equal for equal tests, and different for any two that can judge differently.
    ///
    /// Everything that gives a test a name in the store or the cache hashes this.
    package var canonical: Value {
        switch self {
        case .pythonCheck(let check):
            .list(
                [.text("check"), .text(check.entryPoint), .text(check.test)]
                    + (check.sharesProcess ? [.text("shares process")] : [])
                    + [check.programHead, check.programTail].filter { !$0.isEmpty }.map(Value.text)
            )
        case .program(let test):
            .list([
                .text("program"), .text(test.language.rawValue), .text(test.form), .text(test.tests),
                .list(test.parts.sorted { $0.key < $1.key }.map { .list([.text($0.key), .text($0.value)]) }),
            ])
        case .streams(let test):
            .list([
                .text("streams"), .text(test.comparison.rawValue),
                .list(test.cases.map { .list([.text($0.input), .text($0.output)]) }),
                .list(
                    test.heads.sorted { $0.key < $1.key }.map {
                        .list([.text($0.key.rawValue), .text($0.value)])
                    }
                ),
            ])
        case .cases(let test):
            .list(
                [
                    .text("cases"), Self.value(test.signature), Self.value(test.comparison),
                    .list(test.cases.map { .list($0.calls.map(Self.value)) }),
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

extension ResourceLimits {
    /// The limits as plain data, in a fixed order.
    package var canonical: Value {
        .list(
            [
                cpuMilliseconds, wallMilliseconds, memoryBytes, outputBytes, resultBytes, fileBytes,
                processes,
                openFiles,
            ].map { .int(Int64($0)) }
        )
    }
}
