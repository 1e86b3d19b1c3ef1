import Foundation
import HarnessCore

/// Brings equal values of a declared type to equal bytes, so that comparing needs no search.
///
/// Elements of sets and keys of maps are sorted by their own bytes. Values that are not of the type, hold
/// something opaque or repeat an element of a set have no form and equal nothing.
struct CanonicalForm {
    var keepsSignOfZero: Bool
    var isOutermostUnordered: Bool
    var records: [String: CaseTest.RecordType]

    func bytes(of value: Value, as type: ValueType) -> [UInt8]? {
        if isOutermostUnordered, case .list(let element) = type, case .list(let items) = value {
            return sorted(items, as: element).map { joined("L", $0) }
        }
        return form(value, type)
    }

    private func form(_ value: Value, _ type: ValueType) -> [UInt8]? {
        switch (type, value) {
        case (.int, .int), (.bool, .bool), (.string, .text), (.bytes, .bytes), (.optional, .null):
            return WireFormat.encode(value)
        case (.float, .float), (.float, .int), (.float, .bigInteger):
            return number(value)
        case (.optional(let wrapped), _):
            return form(value, wrapped)
        case (.list(let element), .list(let items)):
            return forms(items.map { ($0, element) }).map { joined("L", $0) }
        case (.tuple(let elements), .tuple(let items)) where elements.count == items.count:
            return forms(Array(zip(items, elements))).map { joined("U", $0) }
        case (.set(let element), .set(let items)):
            guard let sorted = sorted(items, as: element), !hasNeighboursEqual(sorted) else { return nil }
            return joined("E", sorted)
        case (.map(let key, let element), .map(let entries)):
            return map(entries, key: key, element: element)
        case (.record(let name), .record(let actualName, let fields)) where name == actualName:
            guard let declared = records[name]?.fields, declared.map(\.name) == fields.map(\.name) else {
                return nil
            }
            return forms(Array(zip(fields.map(\.value), declared.map(\.type)))).map { joined("R", $0) }
        default:
            return nil
        }
    }

    private func forms(_ items: [(Value, ValueType)]) -> [[UInt8]]? {
        var result: [[UInt8]] = []
        for (item, type) in items {
            guard let bytes = form(item, type) else { return nil }
            result.append(bytes)
        }
        return result
    }

    private func sorted(_ items: [Value], as type: ValueType) -> [[UInt8]]? {
        forms(items.map { ($0, type) })?.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func map(_ entries: [Value.MapEntry], key: ValueType, element: ValueType) -> [UInt8]? {
        guard let keys = forms(entries.map { ($0.key, key) }),
            let elements = forms(entries.map { ($0.value, element) })
        else { return nil }
        let pairs = zip(keys, elements).sorted { $0.0.lexicographicallyPrecedes($1.0) }
        guard !hasNeighboursEqual(pairs.map(\.0)) else { return nil }
        return joined("M", pairs.flatMap { [$0.0, $0.1] })
    }

    private func hasNeighboursEqual(_ sorted: [[UInt8]]) -> Bool {
        zip(sorted, sorted.dropFirst()).contains { $0 == $1 }
    }

    /// Forms are self-delimiting, so their concatenation under a tag and a count is too.
    private func joined(_ tag: Character, _ parts: [[UInt8]]) -> [UInt8] {
        var bytes = Array("\(tag)\(parts.count):".utf8)
        for part in parts { bytes.append(contentsOf: part) }
        return bytes
    }

    private func number(_ value: Value) -> [UInt8] {
        guard let number = value.exactDouble else { return WireFormat.encode(value) }
        if number.isNaN { return WireFormat.encode(.float(.nan)) }
        if number == 0, !keepsSignOfZero { return WireFormat.encode(.float(0)) }
        return WireFormat.encode(.float(number))
    }
}

extension Value {
    /// The double that equals this number exactly; nil for an integer that no double equals.
    fileprivate var exactDouble: Double? {
        switch self {
        case .float(let number): return number
        case .int(let number): return Double(exactly: number)
        case .bigInteger(let digits):
            guard let number = Double(digits), number.isFinite else { return nil }
            // printf writes all digits of a double, so this finds out whether parsing had to round.
            return String(format: "%.0f", number) == digits ? number : nil
        default: return nil
        }
    }
}
