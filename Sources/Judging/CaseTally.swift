import HarnessCore

/// The answers of a program held against the cases of its task.
struct CaseTally {
    /// Cases all of whose calls were answered, and rightly.
    private(set) var passed = 0
    /// The first case that was answered wrongly, in the order of the task.
    private(set) var firstFailure: Failure?
    /// The first case that misses an answer; nil where all are there.
    private(set) var firstUnanswered: Int?

    struct Failure {
        var cause: Cause
        var evidence: Evidence
    }

    enum Cause {
        /// An error where a value was expected.
        case raised(Diagnostic)
        /// An error of another kind than the expected one.
        case raisedOther(Diagnostic)
        /// A value where an error was expected.
        case missingError
        case wrongValue
        case wrongType
        case mutatedArgument
    }

    init(
        _ test: CaseTest,
        answers: [Transcript.Answer],
        isOfKind: @escaping (Diagnostic, ErrorKind) -> Bool
    ) {
        let checker = CallChecker(test, isOfKind: isOfKind)
        var remaining = answers[...]
        for (index, testCase) in test.cases.enumerated() {
            let given = remaining.prefix(testCase.calls.count)
            remaining = remaining.dropFirst(testCase.calls.count)
            let failure = zip(testCase.calls, given).lazy.compactMap { checker.failure(of: $0, answer: $1) }
                .first
            if var failure {
                failure.evidence.caseIndex = index
                firstFailure = firstFailure ?? failure
            }
            if given.count < testCase.calls.count {
                firstUnanswered = firstUnanswered ?? index
            } else if failure == nil {
                passed += 1
            }
        }
    }
}

/// Judges single calls by the types of a task's signature.
private struct CallChecker {
    private let signature: CaseTest.Signature
    private let comparison: CaseComparison
    /// For arguments: in order even where the result's order does not matter.
    private let argumentComparison: CaseComparison
    private let isOfKind: (Diagnostic, ErrorKind) -> Bool

    init(_ test: CaseTest, isOfKind: @escaping (Diagnostic, ErrorKind) -> Bool) {
        self.isOfKind = isOfKind
        signature = test.signature
        let records =
            switch test.signature {
            case .function(let function): function.records
            case .object(let object): object.records + object.methods.flatMap(\.records)
            }
        comparison = CaseComparison(test.comparison, records: records)
        argumentComparison = CaseComparison(
            test.comparison == .unordered ? .exact : test.comparison,
            records: records
        )
    }

    func failure(of call: TestCase.Call, answer: Transcript.Answer) -> CaseTally.Failure? {
        switch (call.expectation, answer) {
        case (.returns(let expected), .returned(let actual, let argumentsAfter)):
            return valueFailure(call, expected, actual) ?? argumentFailure(call, argumentsAfter)
        case (.returns(let expected), .raised(let diagnostic)):
            return failure(.raised(diagnostic), call, EvidenceText.rendered(expected), diagnostic.summary)
        case (.raises(let kind), .returned(let actual, _)):
            return failure(.missingError, call, "error \(kind.rawValue)", EvidenceText.rendered(actual))
        case (.raises(let kind), .raised(let diagnostic)):
            guard !isOfKind(diagnostic, kind) else { return nil }
            return failure(.raisedOther(diagnostic), call, "error \(kind.rawValue)", diagnostic.summary)
        }
    }

    private func valueFailure(_ call: TestCase.Call, _ expected: Value, _ actual: Value) -> CaseTally.Failure?
    {
        let cause: CaseTally.Cause
        switch comparison.compare(expected: expected, actual: actual, type: resultType(of: call.target)) {
        case .equal: return nil
        case .differentValue: cause = .wrongValue
        case .differentType: cause = .wrongType
        }
        return failure(cause, call, EvidenceText.rendered(expected), EvidenceText.rendered(actual))
    }

    /// Judges arguments where the case says what they must be afterwards; elsewhere nobody looks.
    ///
    /// An argument that had to stay as it is and did not was mutated; one that had to change and came out
    /// otherwise is a wrong value like a wrong result.
    private func argumentFailure(_ call: TestCase.Call, _ argumentsAfter: [Value]?) -> CaseTally.Failure? {
        guard let expected = call.argumentsAfter else { return nil }
        let actual = argumentsAfter ?? call.arguments
        let types = parameterTypes(of: call.target)
        guard expected.count == actual.count, expected.count == types.count else {
            return failure(.mutatedArgument, call, rendered(expected), rendered(actual))
        }
        for (index, type) in types.enumerated() {
            let outcome = argumentComparison.compare(
                expected: expected[index],
                actual: actual[index],
                type: type
            )
            if outcome == .equal { continue }
            let hadToStay = index < call.arguments.count && expected[index] == call.arguments[index]
            let cause: CaseTally.Cause =
                hadToStay ? .mutatedArgument : outcome == .differentType ? .wrongType : .wrongValue
            return failure(
                cause,
                call,
                "argument \(index + 1) afterwards: " + EvidenceText.rendered(expected[index]),
                "argument \(index + 1) afterwards: " + EvidenceText.rendered(actual[index])
            )
        }
        return nil
    }

    private func failure(
        _ cause: CaseTally.Cause,
        _ call: TestCase.Call,
        _ expected: String,
        _ actual: String
    ) -> CaseTally.Failure {
        let arguments = call.arguments.map { EvidenceText.rendered($0) }.joined(separator: ", ")
        let message = EvidenceText.escaped("\(name(of: call.target))(\(arguments))", limit: 300)
        return CaseTally.Failure(
            cause: cause,
            evidence: Evidence(message: message, expected: expected, actual: actual)
        )
    }

    private func rendered(_ arguments: [Value]) -> String { EvidenceText.rendered(.list(arguments)) }

    private func name(of target: TestCase.Target) -> String {
        switch (target, signature) {
        case (.method(let name), _): name
        case (_, .function(let function)): function.name
        case (_, .object(let object)): object.name
        }
    }

    private func method(_ name: String) -> CaseTest.Function? {
        if case .object(let object) = signature { object.methods.first { $0.name == name } } else { nil }
    }

    private func resultType(of target: TestCase.Target) -> ValueType {
        switch (target, signature) {
        case (.function, .function(let function)): function.returns
        case (.method(let name), _): method(name)?.returns ?? .void
        // What a constructor gives back is the object, which stays where it is.
        case (.constructor, _), (.function, .object): .void
        }
    }

    private func parameterTypes(of target: TestCase.Target) -> [ValueType] {
        switch (target, signature) {
        case (.function, .function(let function)): function.parameters.map(\.type)
        case (.method(let name), _): method(name)?.parameters.map(\.type) ?? []
        case (.constructor, .object(let object)): object.parameters.map(\.type)
        case (.constructor, .function), (.function, .object): []
        }
    }
}
