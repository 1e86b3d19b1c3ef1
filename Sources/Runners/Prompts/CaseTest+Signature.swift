import HarnessCore

extension CaseTest.Signature {
    /// What a solution has to define.
    var name: String {
        switch self {
        case .function(let function): function.name
        case .object(let object): object.name
        }
    }

    /// The records the signature may use.
    var records: [CaseTest.RecordType] {
        switch self {
        case .function(let function): function.records
        case .object(let object): object.records
        }
    }

    /// Every type the signature mentions.
    private var types: [ValueType] {
        let own: [ValueType] =
            switch self {
            case .function(let function): function.parameters.map(\.type) + [function.returns]
            case .object(let object):
                object.parameters.map(\.type)
                    + object.methods.flatMap { $0.parameters.map(\.type) + [$0.returns] }
            }
        return own + records.flatMap { $0.fields.map(\.type) }
    }

    /// Records that stand in a set or as the key of a map, where languages need a hash or an order.
    var keyRecords: Set<String> {
        var names: Set<String> = []
        func visit(_ type: ValueType, isKey: Bool) {
            switch type {
            case .int, .float, .bool, .string, .bytes, .void: break
            case .list(let element): visit(element, isKey: false)
            case .set(let element): visit(element, isKey: true)
            case .map(let key, let value):
                visit(key, isKey: true)
                visit(value, isKey: false)
            case .tuple(let elements): for element in elements { visit(element, isKey: isKey) }
            case .optional(let wrapped): visit(wrapped, isKey: isKey)
            case .record(let name): if isKey { names.insert(name) }
            }
        }
        for type in types { visit(type, isKey: false) }
        return names
    }
}

extension ErrorKind {
    /// The kind in words, as task texts use them.
    var inWords: String {
        switch self {
        case .invalidArgument: "an invalid argument"
        case .outOfRange: "an index out of range"
        case .notFound: "something that is not found"
        case .wrongType: "a value of a wrong type"
        case .invalidState: "a call in an invalid state"
        case .arithmetic: "an arithmetic error"
        case .permissionDenied: "a lack of permission"
        }
    }
}
