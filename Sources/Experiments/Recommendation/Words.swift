import Foundation
import Statistics

/// Numbers in sentences; the same text on every machine.
enum Words {
    /// Four significant digits.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        guard value != 0 else { return "0" }
        let magnitude = Int(log10(abs(value)).rounded(.down))
        guard (-5...9).contains(magnitude) else { return String(format: "%.3e", value) }
        let text = String(format: "%.\(max(0, 3 - magnitude))f", value)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(trimmed.reversed())
    }

    static func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }

    static func percent(_ share: Double) -> String { number(share * 100) + " %" }

    /// Never "0.000": a p-value is small, not zero.
    static func p(_ value: Double) -> String {
        value >= 0.001 ? String(format: "%.3f", value) : String(format: "%.1e", value)
    }

    static func interval(_ interval: ConfidenceInterval) -> String {
        "[\(number(interval.low)), \(number(interval.high))]"
    }
}
