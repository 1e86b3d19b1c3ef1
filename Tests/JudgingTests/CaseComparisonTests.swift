import HarnessCore
import Testing

@testable import Judging

struct CaseComparisonTests {
    @Test(arguments: [
        (Value.int(3), Value.int(3), ValueType.int, CaseComparison.Outcome.equal),
        (.int(3), .int(4), .int, .differentValue),
        (.int(1), .bool(true), .int, .differentType),
        (.int(3), .float(3), .int, .differentType),
        (.int(.max), .bigInteger("9223372036854775808"), .int, .differentValue),
        (.bool(true), .int(1), .bool, .differentType),
        (.float(3), .int(3), .float, .equal),
        (.float(3.5), .int(3), .float, .differentValue),
        (.float(1), .bool(true), .float, .differentType),
        // 2^53 + 1 has no double of its own.
        (.float(9_007_199_254_740_992), .int(9_007_199_254_740_993), .float, .differentValue),
        (.float(1e20), .bigInteger("100000000000000000000"), .float, .equal),
        (.float(1e20), .bigInteger("100000000000000000001"), .float, .differentValue),
        (.float(.nan), .float(.nan), .float, .equal),
        (.float(.nan), .float(-.nan), .float, .equal),
        (.float(.infinity), .float(-.infinity), .float, .differentValue),
        (.float(0.3), .float(0.1 + 0.2), .float, .differentValue),
        (.text("a"), .bytes([97]), .string, .differentType),
        (.bytes([1, 2]), .bytes([1, 2]), .bytes, .equal),
        (.null, .null, .optional(.int), .equal),
        (.null, .int(0), .optional(.int), .differentValue),
        (.int(0), .null, .optional(.int), .differentValue),
        (.int(0), .null, .int, .differentType),
        (.int(1), .opaque(typeName: "Liar"), .int, .differentType),
    ])
    func `scalars are compared exactly by their declared type`(
        expected: Value,
        actual: Value,
        type: ValueType,
        outcome: CaseComparison.Outcome
    ) {
        #expect(CaseComparison(.exact).compare(expected: expected, actual: actual, type: type) == outcome)
    }

    @Test func `text is compared by Unicode scalars`() {
        let comparison = CaseComparison(.exact)

        #expect("\u{e9}" == "e\u{301}")
        #expect(
            comparison.compare(expected: .text("\u{e9}"), actual: .text("e\u{301}"), type: .string)
                == .differentValue
        )
        #expect(comparison.compare(expected: .text("é😀"), actual: .text("é😀"), type: .string) == .equal)
    }

    @Test func `the sign of zero counts only where a negative zero is expected`() {
        let comparison = CaseComparison(.exact)
        let list = ValueType.list(.float)

        #expect(comparison.compare(expected: .float(0), actual: .float(-0.0), type: .float) == .equal)
        #expect(
            comparison.compare(expected: .float(-0.0), actual: .float(0), type: .float) == .differentValue
        )
        #expect(comparison.compare(expected: .float(-0.0), actual: .int(0), type: .float) == .differentValue)
        #expect(comparison.compare(expected: .float(-0.0), actual: .float(-0.0), type: .float) == .equal)
        #expect(
            comparison.compare(
                expected: .list([.float(-0.0), .float(0)]),
                actual: .list([.float(-0.0), .float(-0.0)]),
                type: list
            ) == .differentValue
        )
    }

    @Test(arguments: [
        (Value.list([1, 2]), Value.list([1, 2]), ValueType.list(.int), CaseComparison.Outcome.equal),
        (.list([1, 2]), .list([2, 1]), .list(.int), .differentValue),
        (.list([1, 2]), .list([1, 2, 3]), .list(.int), .differentValue),
        (.list([1, 2]), .tuple([1, 2]), .list(.int), .differentType),
        (.list([1]), .list([.text("1")]), .list(.int), .differentType),
        (.list([]), .null, .list(.int), .differentType),
        (.tuple([1, .text("a")]), .tuple([1, .text("a")]), .tuple([.int, .string]), .equal),
        (.tuple([1, .text("a")]), .list([1, .text("a")]), .tuple([.int, .string]), .differentType),
        (.tuple([1, 2]), .tuple([1, 2, 3]), .tuple([.int, .int]), .differentType),
        (.set([1, 2, 3]), .set([3, 1, 2]), .set(.int), .equal),
        (.set([1, 2]), .set([1, 2, 2]), .set(.int), .differentValue),
        (.set([1, 2]), .list([1, 2]), .set(.int), .differentType),
        (.set([.tuple([1, 2])]), .set([.tuple([1, 2])]), .set(.tuple([.int, .int])), .equal),
        (.map([(1, 2), (3, 4)]), .map([(3, 4), (1, 2)]), .map(key: .int, value: .int), .equal),
        (.map([(1, 2)]), .map([(1, 3)]), .map(key: .int, value: .int), .differentValue),
        (.map([(1, 2)]), .map([(1, 2), (1, 2)]), .map(key: .int, value: .int), .differentValue),
        (.map([(1, 2)]), .map([(.text("1"), 2)]), .map(key: .int, value: .int), .differentType),
        (.list([.set([1, 2])]), .list([.set([2, 1])]), .list(.set(.int)), .equal),
    ])
    func `containers are compared by kind, elements and order where there is one`(
        expected: Value,
        actual: Value,
        type: ValueType,
        outcome: CaseComparison.Outcome
    ) {
        #expect(CaseComparison(.exact).compare(expected: expected, actual: actual, type: type) == outcome)
    }

    @Test func `a set or map that repeats itself equals nothing, not even itself`() {
        let comparison = CaseComparison(.exact)
        let twice = Value.map([(1, 2), (1, 2)])

        #expect(
            comparison.compare(expected: twice, actual: twice, type: .map(key: .int, value: .int)) != .equal
        )
        #expect(
            comparison.compare(expected: .set([1, 1]), actual: .set([1, 1]), type: .set(.int)) != .equal
        )
        // 1 and 1.0 are one key where floats are declared.
        #expect(
            comparison.compare(
                expected: .map([(.float(1), 2), (.float(2), 2)]),
                actual: .map([(.float(1), 2), (1, 2)]),
                type: .map(key: .float, value: .int)
            ) == .differentValue
        )
    }

    @Test func `records need the declared name, fields and types`() {
        let point = CaseTest.RecordType(
            name: "Point",
            fields: [.init(name: "x", type: .int), .init(name: "y", type: .int)]
        )
        let comparison = CaseComparison(.exact, records: [point])
        func value(_ name: String, _ fields: (String, Value)...) -> Value {
            .record(name: name, fields: fields.map { Value.RecordField(name: $0.0, value: $0.1) })
        }
        func compare(_ actual: Value) -> CaseComparison.Outcome {
            comparison.compare(
                expected: value("Point", ("x", 1), ("y", 2)),
                actual: actual,
                type: .record("Point")
            )
        }

        #expect(compare(value("Point", ("x", 1), ("y", 2))) == .equal)
        #expect(compare(value("Point", ("x", 1), ("y", 3))) == .differentValue)
        #expect(compare(value("Pixel", ("x", 1), ("y", 2))) == .differentType)
        #expect(compare(value("Point", ("x", 1))) == .differentType)
        #expect(compare(value("Point", ("y", 2), ("x", 1))) == .differentType)
        #expect(compare(.tuple([1, 2])) == .differentType)
    }

    @Test func `unordered forgets the order of the outermost list only`() {
        let comparison = CaseComparison(.unordered)
        let type = ValueType.list(.list(.int))
        let expected = Value.list([.list([1, 2]), .list([3]), .list([3])])

        #expect(
            comparison.compare(
                expected: expected,
                actual: .list([.list([3]), .list([1, 2]), .list([3])]),
                type: type
            )
                == .equal
        )
        #expect(
            comparison.compare(
                expected: expected,
                actual: .list([.list([3]), .list([2, 1]), .list([3])]),
                type: type
            )
                == .differentValue
        )
        // Repeated elements count: a list is a multiset here.
        #expect(
            comparison.compare(
                expected: expected,
                actual: .list([.list([3]), .list([1, 2]), .list([1, 2])]),
                type: type
            ) == .differentValue
        )
        #expect(
            comparison.compare(expected: .list([1, 2]), actual: .tuple([2, 1]), type: .list(.int))
                == .differentType
        )
    }

    @Test(arguments: [
        (1.0, 1.0 + 5e-10, true), (1.0, 1.0 + 5e-9, false), (0, 5e-10, true), (0, -5e-9, false),
        (1e12, 1e12 + 500, true), (1e12, 1e12 + 5000, false), (.infinity, .infinity, true),
        (.infinity, 1e308, false), (.infinity, -.infinity, false), (.nan, .nan, true), (.nan, 0, false),
        (1, .nan, false), (-0.0, 0, true),
    ])
    func `a float tolerance is absolute below one and relative above`(
        expected: Double,
        actual: Double,
        isEqual: Bool
    ) {
        let outcome = CaseComparison(.float(tolerance: 1e-9))
            .compare(expected: .float(expected), actual: .float(actual), type: .float)

        #expect((outcome == .equal) == isEqual)
    }

    @Test func `a float tolerance reaches into containers and leaves other types exact`() {
        let comparison = CaseComparison(.float(tolerance: 0.01))
        func isEqual(_ expected: Value, _ actual: Value, _ type: ValueType) -> Bool {
            comparison.compare(expected: expected, actual: actual, type: type) == .equal
        }

        #expect(isEqual(.list([.float(1), .float(2)]), .list([.float(1.001), 2]), .list(.float)))
        #expect(isEqual(.set([.float(1), .float(2)]), .set([.float(2.001), .float(0.999)]), .set(.float)))
        #expect(!isEqual(.set([.float(1), .float(2)]), .set([.float(1.001), .float(0.999)]), .set(.float)))
        #expect(
            isEqual(
                .map([(.text("a"), .float(1)), (.text("b"), .float(2))]),
                .map([(.text("b"), .float(2.001)), (.text("a"), .float(1))]),
                .map(key: .string, value: .float)
            )
        )
        #expect(
            isEqual(
                .tuple([.null, .float(1)]),
                .tuple([.null, .float(1)]),
                .tuple([.optional(.int), .float])
            )
        )
        #expect(!isEqual(.list([1]), .list([2]), .list(.int)))
        #expect(
            comparison.compare(expected: .list([.float(1)]), actual: .null, type: .list(.float))
                == .differentType
        )
    }

    @Test func `nobody looks at what a procedure returns`() {
        let outcome = CaseComparison(.exact).compare(
            expected: .null,
            actual: .opaque(typeName: "Self"),
            type: .void
        )

        #expect(outcome == .equal)
    }
}

extension Value: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self = .int(value) }

    fileprivate static func map(_ pairs: [(Value, Value)]) -> Value {
        .map(pairs.map { MapEntry(key: $0.0, value: $0.1) })
    }
}
