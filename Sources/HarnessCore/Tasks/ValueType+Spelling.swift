extension ValueType {
    /// The type as a task file writes it: `map<string,list<int>>`.
    package var spelling: String {
        switch self {
        case .int: "int"
        case .float: "float"
        case .bool: "bool"
        case .string: "string"
        case .bytes: "bytes"
        case .list(let item): "list<\(item.spelling)>"
        case .set(let item): "set<\(item.spelling)>"
        case .map(let key, let value): "map<\(key.spelling),\(value.spelling)>"
        case .tuple(let items): "tuple<\(items.map(\.spelling).joined(separator: ","))>"
        case .optional(let wrapped): "optional<\(wrapped.spelling)>"
        case .record(let name): name
        case .void: "void"
        }
    }

    /// Whether every judged language can put such a value in a set or use it as a key.
    package var isHashable: Bool {
        switch self {
        case .int, .float, .bool, .string, .bytes: true
        case .list, .set, .map, .record, .void: false
        case .tuple(let items): items.allSatisfy(\.isHashable)
        case .optional(let wrapped): wrapped.isHashable
        }
    }
}
