import HarnessCore

extension TestCase {
    /// The first integer that a double may not hold exactly; nil where all are within ±(2^53 − 1).
    var firstWideInteger: Int64? {
        for call in calls {
            for argument in call.arguments + (call.argumentsAfter ?? []) {
                if let number = argument.firstWideInteger { return number }
            }
            if case .returns(let value) = call.expectation, let number = value.firstWideInteger {
                return number
            }
        }
        return nil
    }
}

extension Value {
    /// The largest integer below which all integers are doubles.
    private static let safe: Int64 = (1 << 53) - 1

    fileprivate var firstWideInteger: Int64? {
        switch self {
        case .int(let number): (-Self.safe...Self.safe).contains(number) ? nil : number
        case .list(let items), .tuple(let items), .set(let items):
            items.lazy.compactMap(\.firstWideInteger).first
        case .map(let entries):
            entries.lazy.compactMap { $0.key.firstWideInteger ?? $0.value.firstWideInteger }.first
        case .record(_, let fields): fields.lazy.compactMap(\.value.firstWideInteger).first
        case .null, .bool, .bigInteger, .float, .text, .bytes, .opaque: nil
        }
    }
}
