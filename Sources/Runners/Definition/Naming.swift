import HarnessCore

/// How a language writes the names of a task, which are given in snake case.
struct Naming: Sendable, Hashable, Decodable {
    var function = Style.snake
    var method = Style.snake
    var parameter = Style.snake
    var field = Style.snake
    /// Words that cannot be names as they are.
    var reserved: [String] = []
    /// What stands for a reserved word; `{name}` is the word.
    var reservedForm = "{name}_"

    enum Style: String, Sendable, Hashable, CaseIterable, Decodable {
        case snake
        case camel
        case pascal

        /// Writes a name given in snake case: `encode_utf8` as `encodeUtf8`.
        func write(_ name: String) -> String {
            if self == .snake { return name }
            let words = name.split(separator: "_", omittingEmptySubsequences: true)
            let capitals = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
            guard self == .camel, let first = words.first else { return capitals.joined() }
            return String(first) + capitals.dropFirst().joined()
        }
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
        case function, method, parameter, field, reserved
        case reservedForm = "reserved_form"
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        function = try values.optional(.function) ?? .snake
        method = try values.optional(.method) ?? .snake
        parameter = try values.optional(.parameter) ?? .snake
        field = try values.optional(.field) ?? .snake
        reserved = try values.optional(.reserved) ?? []
        reservedForm = try values.optional(.reservedForm) ?? "{name}_"
    }

    func write(_ name: String, _ style: Style) -> String {
        let native = style.write(name)
        return reserved.contains(native) ? reservedForm.replacing("{name}", with: native) : native
    }
}

// MARK: - A whole test

extension Naming {
    /// Renames everything a solution defines or reads; names of records and classes stay in Pascal case.
    ///
    /// The kinds of errors have no names here: see `ErrorNames`.
    func native(_ test: CaseTest) -> CaseTest {
        if function == .snake, method == .snake, parameter == .snake, field == .snake, reserved.isEmpty {
            return test
        }
        var native = test
        switch test.signature {
        case .function(let function):
            native.signature = .function(self.native(function, function: self.function))
        case .object(let object):
            native.signature = .object(
                CaseTest.ObjectType(
                    name: object.name,
                    parameters: object.parameters.map { self.native($0, parameter) },
                    methods: object.methods.map { self.native($0, function: method) },
                    records: object.records.map(self.native)
                )
            )
        }
        let renamesValues = !test.signature.records.isEmpty
        native.cases = test.cases.map { TestCase(calls: $0.calls.map { self.native($0, renamesValues) }) }
        return native
    }

    private func native(_ function: CaseTest.Function, function style: Style) -> CaseTest.Function {
        CaseTest.Function(
            name: write(function.name, style),
            parameters: function.parameters.map { native($0, parameter) },
            returns: function.returns,
            records: function.records.map(native)
        )
    }

    private func native(_ parameter: CaseTest.Parameter, _ style: Style) -> CaseTest.Parameter {
        CaseTest.Parameter(name: write(parameter.name, style), type: parameter.type)
    }

    private func native(_ record: CaseTest.RecordType) -> CaseTest.RecordType {
        CaseTest.RecordType(name: record.name, fields: record.fields.map { native($0, field) })
    }

    private func native(_ call: TestCase.Call, _ renamesValues: Bool) -> TestCase.Call {
        var native = call
        if case .method(let name) = call.target { native.target = .method(write(name, method)) }
        guard renamesValues else { return native }
        native.arguments = call.arguments.map(value)
        native.argumentsAfter = call.argumentsAfter?.map(value)
        if case .returns(let result) = call.expectation { native.expectation = .returns(value(result)) }
        return native
    }

    private func value(_ value: Value) -> Value {
        switch value {
        case .list(let items): .list(items.map(self.value))
        case .tuple(let items): .tuple(items.map(self.value))
        case .set(let items): .set(items.map(self.value))
        case .map(let entries):
            .map(entries.map { Value.MapEntry(key: self.value($0.key), value: self.value($0.value)) })
        case .record(let name, let fields):
            .record(
                name: name,
                fields: fields.map {
                    Value.RecordField(name: write($0.name, field), value: self.value($0.value))
                }
            )
        case .null, .bool, .int, .bigInteger, .float, .text, .bytes, .opaque: value
        }
    }
}
