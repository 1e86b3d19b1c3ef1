import HarnessCore
import TestSupport

/// Makes values of every kind, with a taste for the edges.
struct ValueGenerator {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Makes a value; containers become rarer with depth and end at four levels.
    mutating func value(depth: Int = 0) -> Value {
        switch Int.random(in: 0..<(depth < 4 ? 13 : 8), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int(pick([0, -1, .min, .max, Int64.random(in: .min ... .max, using: &random)]))
        case 3: .bigInteger(bigInteger())
        case 4: .float(float())
        case 5: .text(text())
        case 6: .bytes((0..<count(5)).map { _ in UInt8.random(in: 0...255, using: &random) })
        case 7: .opaque(typeName: text())
        case 8: .list(items(depth))
        case 9: .tuple(items(depth))
        case 10: .set(items(depth))
        case 11:
            .map(
                (0..<count(3)).map { _ in
                    Value.MapEntry(key: value(depth: depth + 1), value: value(depth: depth + 1))
                }
            )
        default:
            .record(
                name: text(),
                fields: (0..<count(3)).map { _ in
                    Value.RecordField(name: text(), value: value(depth: depth + 1))
                }
            )
        }
    }

    mutating func byte() -> UInt8 { UInt8.random(in: 0...255, using: &random) }

    mutating func position(in bytes: [UInt8]) -> Int { Int.random(in: bytes.indices, using: &random) }

    private mutating func items(_ depth: Int) -> [Value] {
        (0..<count(4)).map { _ in value(depth: depth + 1) }
    }

    private mutating func count(_ maximum: Int) -> Int { Int.random(in: 0...maximum, using: &random) }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    private mutating func bigInteger() -> String {
        let digits = (0..<30).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
        return pick(["", "-"]) + "1" + digits
    }

    private mutating func float() -> Double {
        pick([
            0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
            Double(bitPattern: UInt64.random(in: .min ... .max, using: &random)),
        ])
    }

    private mutating func text() -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "\0", "\n", ":", "é", "e", "\u{301}", "\u{1F600}", "\u{10FFFF}", "\u{FEFF}",
        ]
        var text = ""
        for _ in 0..<count(6) { text.unicodeScalars.append(pick(scalars)) }
        return text
    }
}
