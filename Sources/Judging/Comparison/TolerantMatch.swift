import HarnessCore

/// Compares values of a declared type whose floats may differ by a little.
///
/// A tolerance is not transitive, so there is no canonical form: elements of sets and keys of maps are
/// paired one by one. The work is bounded by the expected value, which is the task's own.
struct TolerantMatch {
    var tolerance: Double
    var records: [String: CaseTest.RecordType]

    func matches(expected: Value, actual: Value, type: ValueType) -> Bool {
        switch (type, expected, actual) {
        case (.float, _, _):
            guard let a = expected.approximateDouble, let b = actual.approximateDouble else { return false }
            return isClose(a, b)
        case (.int, .int(let a), .int(let b)): return a == b
        case (.bool, .bool(let a), .bool(let b)): return a == b
        case (.string, .text, .text), (.bytes, .bytes, .bytes): return expected == actual
        case (.optional(let wrapped), _, _):
            if case .null = expected, case .null = actual { return true }
            return matches(expected: expected, actual: actual, type: wrapped)
        case (.list(let element), .list(let a), .list(let b)):
            return a.count == b.count
                && zip(a, b).allSatisfy { matches(expected: $0, actual: $1, type: element) }
        case (.tuple(let elements), .tuple(let a), .tuple(let b)):
            return a.count == b.count && a.count == elements.count
                && zip(zip(a, b), elements).allSatisfy { matches(expected: $0.0, actual: $0.1, type: $1) }
        case (.set(let element), .set(let a), .set(let b)):
            return pair(a, b) { matches(expected: $0, actual: $1, type: element) }
        case (.map(let key, let element), .map(let a), .map(let b)):
            return pair(a, b) {
                matches(expected: $0.key, actual: $1.key, type: key)
                    && matches(expected: $0.value, actual: $1.value, type: element)
            }
        case (.record(let name), .record(let nameA, let a), .record(let nameB, let b)):
            guard name == nameA, name == nameB, let declared = records[name]?.fields,
                declared.map(\.name) == a.map(\.name), declared.map(\.name) == b.map(\.name)
            else { return false }
            return zip(zip(a, b), declared)
                .allSatisfy { matches(expected: $0.0.value, actual: $0.1.value, type: $1.type) }
        default: return false
        }
    }

    private func isClose(_ a: Double, _ b: Double) -> Bool {
        if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
        if a == b { return true }
        guard a.isFinite, b.isFinite else { return false }
        return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }

    /// Gives each expected element the first free actual one that matches; none may stay alone.
    private func pair<Element>(
        _ expected: [Element],
        _ actual: [Element],
        matching: (Element, Element) -> Bool
    ) -> Bool {
        guard expected.count == actual.count else { return false }
        var free = actual
        for element in expected {
            guard let index = free.firstIndex(where: { matching(element, $0) }) else { return false }
            free.swapAt(index, free.count - 1)
            free.removeLast()
        }
        return true
    }
}

extension Value {
    fileprivate var approximateDouble: Double? {
        switch self {
        case .float(let number): number
        case .int(let number): Double(number)
        case .bigInteger(let digits): Double(digits)
        default: nil
        }
    }
}
