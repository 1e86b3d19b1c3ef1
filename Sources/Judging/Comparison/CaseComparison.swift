package import HarnessCore

/// Decides whether what a program returned is what its task demands.
///
/// Exact comparison, by declared type:
///
/// - An integer counts where a float is declared, if it is the same number; nothing else crosses between
///   types: a boolean is no integer, a tuple no list, an integer outside 64 bits no declared int.
/// - NaN equals NaN. Zeros are equal whatever their sign, unless the expected value holds a negative zero:
///   then the sign of every zero counts.
/// - Text is compared by Unicode scalars, so `é` in one scalar and in two differ.
/// - Sets and maps have no order; one that holds an element or key twice is refused.
/// - Records need the declared name, fields and order.
/// - What a procedure (declared `void`) returns is not looked at.
///
/// `unordered` forgets the order of the outermost list only. With a float tolerance t, numbers a and b are
/// equal where |a − b| ≤ t · max(1, |a|, |b|); infinities equal themselves only.
package struct CaseComparison: Sendable {
    private let comparison: CaseTest.Comparison
    private let records: [String: CaseTest.RecordType]

    package init(_ comparison: CaseTest.Comparison, records: [CaseTest.RecordType] = []) {
        self.comparison = comparison
        self.records = Dictionary(records.map { ($0.name, $0) }) { first, _ in first }
    }

    /// How an actual value relates to the expected one.
    package enum Outcome: Sendable, Hashable {
        case equal
        case differentValue
        /// Not a value of the declared type at all.
        case differentType
    }

    package func compare(expected: Value, actual: Value, type: ValueType) -> Outcome {
        if matches(expected: expected, actual: actual, type: type) { return .equal }
        return conforms(actual, to: type) ? .differentValue : .differentType
    }

    /// Whether the value is one of the declared type, records and element types included.
    package func conforms(_ value: Value, to type: ValueType) -> Bool {
        switch (type, value) {
        case (.void, _), (.int, .int), (.float, .float), (.float, .int), (.float, .bigInteger),
            (.bool, .bool),
            (.string, .text), (.bytes, .bytes), (.optional, .null):
            return true
        // An integer too large for the declared type is a wrong number, not a wrong kind of thing.
        case (.int, .bigInteger): return true
        case (.optional(let wrapped), _): return conforms(value, to: wrapped)
        case (.list(let element), .list(let items)), (.set(let element), .set(let items)):
            return items.allSatisfy { conforms($0, to: element) }
        case (.tuple(let elements), .tuple(let items)):
            return elements.count == items.count && zip(items, elements).allSatisfy { conforms($0, to: $1) }
        case (.map(let key, let element), .map(let entries)):
            return entries.allSatisfy { conforms($0.key, to: key) && conforms($0.value, to: element) }
        case (.record(let name), .record(let actualName, let fields)):
            guard name == actualName, let declared = records[name]?.fields else { return false }
            return declared.map(\.name) == fields.map(\.name)
                && zip(fields, declared).allSatisfy { conforms($0.value, to: $1.type) }
        default: return false
        }
    }

    private func matches(expected: Value, actual: Value, type: ValueType) -> Bool {
        if type == .void { return true }
        switch comparison {
        case .exact, .unordered:
            // Equal values hold equally many; forms are only made of what is as small as the expected one.
            guard expected.count == actual.count else { return false }
            let form = CanonicalForm(
                keepsSignOfZero: expected.holdsNegativeZero,
                isOutermostUnordered: comparison == .unordered,
                records: records
            )
            guard let wanted = form.bytes(of: expected, as: type),
                let found = form.bytes(of: actual, as: type)
            else { return false }
            return wanted == found
        case .float(let tolerance):
            return TolerantMatch(tolerance: tolerance, records: records)
                .matches(expected: expected, actual: actual, type: type)
        }
    }
}

extension Value {
    /// Values in it, itself and nested ones included.
    fileprivate var count: Int {
        switch self {
        case .list(let items), .tuple(let items), .set(let items): items.reduce(1) { $0 + $1.count }
        case .map(let entries): entries.reduce(1) { $0 + $1.key.count + $1.value.count }
        case .record(_, let fields): fields.reduce(1) { $0 + $1.value.count }
        case .null, .bool, .int, .bigInteger, .float, .text, .bytes, .opaque: 1
        }
    }

    /// Whether −0.0 occurs anywhere inside.
    fileprivate var holdsNegativeZero: Bool {
        switch self {
        case .float(let number): number == 0 && number.sign == .minus
        case .list(let items), .tuple(let items), .set(let items): items.contains(where: \.holdsNegativeZero)
        case .map(let entries): entries.contains { $0.key.holdsNegativeZero || $0.value.holdsNegativeZero }
        case .record(_, let fields): fields.contains(where: \.value.holdsNegativeZero)
        case .null, .bool, .int, .bigInteger, .text, .bytes, .opaque: false
        }
    }
}
