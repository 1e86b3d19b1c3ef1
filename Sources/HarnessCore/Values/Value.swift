/// A plain value that crosses the boundary between the harness and a sandboxed program.
///
/// Values carry no behaviour: whatever a candidate returns is reduced to one of these before anybody
/// compares it, so an object with an `__eq__` that always answers yes has nowhere to live.
package indirect enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    /// An integer outside 64 bits, in canonical decimal form: optional minus sign, no leading zero.
    case bigInteger(String)
    /// Compared by bit pattern where exactness matters: −0, NaN payloads and infinities survive the wire.
    case float(Double)
    case text(String)
    case bytes([UInt8])
    case list([Value])
    case tuple([Value])
    /// Elements in the order the program gave them; comparison ignores the order.
    case set([Value])
    case map([MapEntry])
    /// A named record, its fields in declaration order.
    case record(name: String, fields: [RecordField])
    /// Something that is not plain data: only the name of its type crosses.
    case opaque(typeName: String)

    package struct MapEntry: Sendable, Hashable {
        package var key: Value
        package var value: Value

        package init(key: Value, value: Value) {
            self.key = key
            self.value = value
        }
    }

    package struct RecordField: Sendable, Hashable {
        package var name: String
        package var value: Value

        package init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }
}

extension Value: Hashable {
    /// Identity of representation: floats by bit pattern, text by Unicode scalars.
    ///
    /// Swift's `String ==` treats canonically equivalent strings as equal, which no judged language does,
    /// so text is compared by its UTF-8 bytes. A tolerant comparison is `Judging`'s matter.
    package static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.bigInteger(let a), .bigInteger(let b)): a == b
        case (.float(let a), .float(let b)): a.bitPattern == b.bitPattern
        case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.list(let a), .list(let b)), (.tuple(let a), .tuple(let b)), (.set(let a), .set(let b)): a == b
        case (.map(let a), .map(let b)): a == b
        case (.record(let a, let fieldsA), .record(let b, let fieldsB)): a == b && fieldsA == fieldsB
        case (.opaque(let a), .opaque(let b)): a == b
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .bigInteger(let digits): hasher.combine(digits)
        case .float(let value): hasher.combine(value.bitPattern)
        case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .bytes(let bytes): hasher.combine(bytes)
        case .list(let items), .tuple(let items), .set(let items): hasher.combine(items)
        case .map(let entries): hasher.combine(entries)
        case .record(let name, let fields):
            hasher.combine(name)
            hasher.combine(fields)
        case .opaque(let typeName): hasher.combine(typeName)
        }
    }
}
