import HarnessCore

/// Compares what a program printed with what it must print, line by line.
struct OutputComparison {
    var comparison: StreamTest.Comparison

    /// The first line in which two outputs differ.
    struct Difference: Hashable {
        /// From 1, blank lines at the beginning left out.
        var line: Int
        /// Nil where the output ends before.
        var expected: String?
        var actual: String?
    }

    /// A line with more words is compared as text only.
    private static let maximumNumbers = 1_000_000

    /// Returns the first difference; nil where the outputs count as the same.
    func difference(actual: [UInt8], expected: [UInt8]) -> Difference? {
        let wanted = Self.lines(of: expected)
        let found = Self.lines(of: actual)
        for index in 0..<max(wanted.count, found.count) {
            let one = index < found.count ? found[index] : nil
            let other = index < wanted.count ? wanted[index] : nil
            if let one, let other, agree(one, other) { continue }
            return Difference(
                line: index + 1,
                expected: other.map { String(decoding: $0, as: UTF8.self) },
                actual: one.map { String(decoding: $0, as: UTF8.self) }
            )
        }
        return nil
    }

    /// The lines without space at their ends, and without blank ones at the ends of all.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        let text = trimmed(text[...])
        guard !text.isEmpty else { return [] }
        return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(trimmed)
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private func agree(_ actual: ArraySlice<UInt8>, _ expected: ArraySlice<UInt8>) -> Bool {
        if actual.elementsEqual(expected) { return true }
        let one = actual.split(whereSeparator: Self.isSpace)
        let other = expected.split(whereSeparator: Self.isSpace)
        guard one.count == other.count, one.count <= Self.maximumNumbers else { return false }
        return zip(one, other).allSatisfy { actual, expected in
            guard let found = DecimalText(actual), let wanted = DecimalText(expected) else { return false }
            if found == wanted { return true }
            guard comparison == .tolerant, let x = found.value, let y = wanted.value else { return false }
            // numpy.allclose: |x − y| ≤ 1e-8 + 1e-5·|y|.
            return abs(x - y) <= 1e-8 + 1e-5 * abs(y)
        }
    }
}

/// A decimal number as its digits: equal for every way of writing it, and exact at any length.
struct DecimalText: Hashable {
    private var isNegative = false
    /// Without zeros at either end; empty for zero.
    private var digits: [UInt8] = []
    /// The power of ten of the last digit; 0 for zero.
    private var exponent = 0
    private let text: [UInt8]

    static func == (left: DecimalText, right: DecimalText) -> Bool {
        left.isNegative == right.isNegative && left.exponent == right.exponent && left.digits == right.digits
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digits) }

    /// The nearest double; nil where there is none.
    var value: Double? { Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil } }

    /// Reads `-1`, `+1.50`, `.5`, `1e-3`; nil for anything else, also for infinities and NaN.
    init?(_ word: ArraySlice<UInt8>) {
        text = Array(word)
        var rest = word
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest.removeFirst()
        }
        let whole = rest.prefix(while: Self.isDigit)
        rest = rest[whole.endIndex...]
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.prefix(while: Self.isDigit)
            rest = rest[fraction.endIndex...]
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            let power = rest.dropFirst()
            guard power.count <= 10, let shift = Int(String(decoding: power, as: UTF8.self)) else {
                return nil
            }
            exponent = shift
            rest = rest[rest.endIndex...]
        }
        guard rest.isEmpty else { return nil }
        exponent -= fraction.count
        digits = Array((Array(whole) + Array(fraction)).drop { $0 == UInt8(ascii: "0") })
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty {
            isNegative = false
            exponent = 0
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
