/// The typed contract of a task and the cases that probe it.
package struct CaseTest: Sendable, Hashable {
    package var signature: Signature
    package var comparison: Comparison
    package var cases: [TestCase]
    /// Whether integers may leave the range in which every double is exact, ±(2^53 − 1).
    ///
    /// A language without 64-bit integers then uses its wide ones. Default is no.
    package var usesWideIntegers: Bool

    package init(
        signature: Signature,
        comparison: Comparison = .exact,
        cases: [TestCase],
        usesWideIntegers: Bool = false
    ) {
        self.signature = signature
        self.comparison = comparison
        self.cases = cases
        self.usesWideIntegers = usesWideIntegers
    }

    /// What a solution must define.
    package enum Signature: Sendable, Hashable {
        case function(Function)
        /// A type with state: each case constructs one object and sends it a sequence of calls.
        case object(ObjectType)
    }

    package struct Function: Sendable, Hashable {
        /// In snake case; a language's runner renders it in its own convention.
        package var name: String
        package var parameters: [Parameter]
        package var returns: ValueType
        package var records: [RecordType]

        package init(name: String, parameters: [Parameter], returns: ValueType, records: [RecordType] = []) {
            self.name = name
            self.parameters = parameters
            self.returns = returns
            self.records = records
        }
    }

    package struct ObjectType: Sendable, Hashable {
        /// In Pascal case.
        package var name: String
        /// The constructor's parameters.
        package var parameters: [Parameter]
        package var methods: [Function]
        package var records: [RecordType]

        package init(
            name: String,
            parameters: [Parameter],
            methods: [Function],
            records: [RecordType] = []
        ) {
            self.name = name
            self.parameters = parameters
            self.methods = methods
            self.records = records
        }
    }

    package struct Parameter: Sendable, Hashable {
        package var name: String
        package var type: ValueType

        package init(name: String, type: ValueType) {
            self.name = name
            self.type = type
        }
    }

    package struct RecordType: Sendable, Hashable {
        package var name: String
        package var fields: [Parameter]

        package init(name: String, fields: [Parameter]) {
            self.name = name
            self.fields = fields
        }
    }

    /// When two values count as the same.
    package enum Comparison: Sendable, Hashable {
        /// Same type and same value; floats by `==` with NaN equal to NaN.
        case exact
        /// Floats may differ by this much, absolutely or relatively, anywhere in the value.
        case float(tolerance: Double)
        /// The outermost list may come in any order.
        case unordered
    }
}

/// One probe of a solution.
package struct TestCase: Sendable, Hashable {
    /// One call for a function; for an object the constructor first, then its methods.
    package var calls: [Call]

    package init(calls: [Call]) { self.calls = calls }

    package struct Call: Sendable, Hashable {
        package var target: Target
        package var arguments: [Value]
        package var expectation: Expectation
        /// The arguments as they must be afterwards, where the task says that it changes them;
        /// nil where they must be left alone or nobody looks.
        package var argumentsAfter: [Value]?

        package init(
            target: Target,
            arguments: [Value],
            expectation: Expectation,
            argumentsAfter: [Value]? = nil
        ) {
            self.target = target
            self.arguments = arguments
            self.expectation = expectation
            self.argumentsAfter = argumentsAfter
        }
    }

    package enum Target: Sendable, Hashable {
        case function
        case constructor
        case method(String)
    }

    package enum Expectation: Sendable, Hashable {
        case returns(Value)
        /// The call must fail with this kind of error.
        case raises(ErrorKind)
    }
}

/// A kind of error a task's contract can demand, rendered by each language in its own convention.
package enum ErrorKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Python: `ValueError`.
    case invalidArgument = "invalid_argument"
    /// Python: `IndexError`.
    case outOfRange = "out_of_range"
    /// Python: `KeyError`.
    case notFound = "not_found"
    /// Python: `TypeError`.
    case wrongType = "wrong_type"
    /// Python: `RuntimeError`.
    case invalidState = "invalid_state"
    /// Python: `ZeroDivisionError` (or another `ArithmeticError`).
    case arithmetic = "arithmetic"
    /// Python: `PermissionError`.
    case permissionDenied = "permission_denied"
}
