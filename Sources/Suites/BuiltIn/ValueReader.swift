import HarnessCore
import Yams

/// Turns a node of a task file into a value of the declared type, or says why it is none.
struct ValueReader {
    /// Records may nest without end in their declaration; their values may not.
    static let maximumDepth = 100

    let file: YAMLFile
    let records: [String: CaseTest.RecordType]

    /// Converts a node.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - type: The type the signature declares for it.
    ///   - place: How messages name it: `args[0]`.
    /// - Returns: A value of exactly that type.
    /// - Throws: `badData` naming place, value, type and remedy.
    func value(_ node: Node, as type: ValueType, at place: String) throws(HarnessError) -> Value {
        try value(node, as: type, at: place, depth: 0)
    }

    private func value(
        _ node: Node,
        as type: ValueType,
        at place: String,
        depth: Int
    ) throws(HarnessError) -> Value {
        guard depth < Self.maximumDepth else {
            throw file.error("\(place) is nested deeper than \(Self.maximumDepth)", at: node)
        }
        switch type {
        case .int, .float, .bool, .string, .bytes: return try scalar(node, as: type, at: place)
        case .void:
            guard node.isNull else {
                throw mismatch(node, type, at: place, remedy: "leave it out or write null")
            }
            return .null
        case .optional(let wrapped):
            return node.isNull ? .null : try value(node, as: wrapped, at: place, depth: depth + 1)
        case .list(let item): return .list(try items(node, type, at: place, depth: depth) { _ in item })
        case .tuple(let types):
            let count = try sequence(node, type, at: place).count
            guard count == types.count else {
                throw file.error("\(place) has \(count) items; \(type.spelling) has \(types.count)", at: node)
            }
            return .tuple(try items(node, type, at: place, depth: depth) { types[$0] })
        case .set(let item):
            let elements = try items(node, type, at: place, depth: depth) { _ in item }
            try refuseDuplicates(elements, what: "element", at: place, node: node)
            return .set(elements)
        case .map(let key, let value):
            let entries = try entries(node, key: key, value: value, at: place, depth: depth)
            try refuseDuplicates(entries.map(\.key), what: "key", at: place, node: node)
            return .map(entries)
        case .record(let name): return try record(node, name: name, at: place, depth: depth)
        }
    }

    // MARK: - Containers

    private func sequence(_ node: Node, _ type: ValueType, at place: String) throws(HarnessError) -> [Node] {
        guard case .sequence(let sequence) = node else {
            throw mismatch(node, type, at: place, remedy: "write a sequence: […]")
        }
        return Array(sequence)
    }

    private func items(
        _ node: Node,
        _ type: ValueType,
        at place: String,
        depth: Int,
        itemType: (Int) -> ValueType
    ) throws(HarnessError) -> [Value] {
        var values: [Value] = []
        for (index, item) in try sequence(node, type, at: place).enumerated() {
            values.append(try value(item, as: itemType(index), at: "\(place)[\(index)]", depth: depth + 1))
        }
        return values
    }

    /// A mapping with scalar keys, or a sequence of pairs for keys that YAML cannot write.
    private func entries(
        _ node: Node,
        key keyType: ValueType,
        value valueType: ValueType,
        at place: String,
        depth: Int
    ) throws(HarnessError) -> [Value.MapEntry] {
        var pairs: [(key: Node, value: Node)] = []
        switch node {
        case .mapping(let mapping): pairs = Array(mapping)
        case .sequence(let sequence):
            for (index, item) in sequence.enumerated() {
                guard case .sequence(let pair) = item, pair.count == 2 else {
                    throw file.error(
                        "\(place)[\(index)] must be a pair [key, value], not \(item.kind)",
                        at: item
                    )
                }
                pairs.append((pair[0], pair[1]))
            }
        case .scalar, .alias:
            throw mismatch(
                node,
                .map(key: keyType, value: valueType),
                at: place,
                remedy: "write a mapping {key: value} or a sequence of pairs [[key, value]]"
            )
        }
        var entries: [Value.MapEntry] = []
        for (index, pair) in pairs.enumerated() {
            let key = try value(pair.key, as: keyType, at: "key \(index) of \(place)", depth: depth + 1)
            let label = pair.key.scalar.map { Quoting.quoted($0.string, limit: 20) } ?? "\(index)"
            let value = try value(pair.value, as: valueType, at: "\(place)[\(label)]", depth: depth + 1)
            entries.append(Value.MapEntry(key: key, value: value))
        }
        return entries
    }

    private func record(
        _ node: Node,
        name: String,
        at place: String,
        depth: Int
    ) throws(HarnessError) -> Value {
        guard let type = records[name] else {
            throw file.error("\(place) has the unknown record type \(name)", at: node)
        }
        let given = try Fields(
            node,
            of: "\(place), a \(name),",
            allowed: type.fields.map(\.name),
            in: file
        )
        var fields: [Value.RecordField] = []
        for field in type.fields {
            let value = try value(
                try given.required(field.name),
                as: field.type,
                at: "\(place).\(field.name)",
                depth: depth + 1
            )
            fields.append(Value.RecordField(name: field.name, value: value))
        }
        return .record(name: name, fields: fields)
    }

    private func refuseDuplicates(
        _ values: [Value],
        what: String,
        at place: String,
        node: Node
    ) throws(HarnessError) {
        var seen: Set<Value> = []
        for (index, value) in values.enumerated() where !seen.insert(value.withoutNegativeZero).inserted {
            throw file.error(
                "\(place) has the same \(what) twice, at position \(index)",
                at: node,
                remedy: "keep one"
            )
        }
    }
}

extension Value {
    /// The value with every −0 as 0: the two are one key in every judged language.
    fileprivate var withoutNegativeZero: Value {
        switch self {
        case .float(let number): .float(number == 0 ? 0 : number)
        case .tuple(let items): .tuple(items.map(\.withoutNegativeZero))
        case .null, .bool, .int, .bigInteger, .text, .bytes, .list, .set, .map, .record, .opaque: self
        }
    }
}

extension Node {
    /// Whether this is the unquoted word `null` or `~`.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return scalar.string == "null" || scalar.string == "~"
    }
}
