import HarnessCore

/// The `T` frame: the types of a task, for drivers of languages whose values do not carry them.
enum TypesFrame {
    /// Encodes the types of a test that has native names already.
    static func encode(_ test: CaseTest) -> [UInt8] {
        // The same keys for both kinds: what a kind has not is empty.
        var entries: [(String, Value)]
        switch test.signature {
        case .function(let function):
            entries = [("kind", .text("function")), ("name", .text(function.name))]
            entries += types(of: function) + [("methods", map([]))]
        case .object(let object):
            entries = [("kind", .text("object")), ("name", .text(object.name))]
            entries += [("parameters", pairs(object.parameters)), ("returns", value(.void))]
            entries.append(("methods", map(object.methods.map { ($0.name, map(types(of: $0))) })))
        }
        entries.append(("records", map(test.signature.records.map { ($0.name, pairs($0.fields)) })))
        entries.append(("wide", .bool(test.usesWideIntegers)))
        return WireFormat.encode(frame: "T", [map(entries)])
    }

    private static func types(of function: CaseTest.Function) -> [(String, Value)] {
        [("parameters", pairs(function.parameters)), ("returns", value(function.returns))]
    }

    private static func pairs(_ parameters: [CaseTest.Parameter]) -> Value {
        .list(parameters.map { .list([.text($0.name), value($0.type)]) })
    }

    private static func map(_ entries: [(String, Value)]) -> Value {
        .map(entries.map { Value.MapEntry(key: .text($0.0), value: $0.1) })
    }

    private static func value(_ type: ValueType) -> Value {
        let word = Value.text(type.word.rawValue)
        return switch type {
        case .int, .float, .bool, .string, .bytes, .void: word
        case .list(let element), .set(let element), .optional(let element): .list([word, value(element)])
        case .map(let key, let element): .list([word, value(key), value(element)])
        case .tuple(let elements): .list([word] + elements.map(value))
        case .record(let name): .list([word, .text(name)])
        }
    }
}
