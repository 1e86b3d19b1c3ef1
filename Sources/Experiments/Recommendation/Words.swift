import Foundation
package import Statistics

/// Numbers in sentences; the same text on every machine.
package enum Words {
    /// Four significant digits.
    package static func number(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        guard value != 0 else { return "0" }
        let magnitude = Int(log10(abs(value)).rounded(.down))
        guard (-5...9).contains(magnitude) else { return String(format: "%.3e", value) }
        let text = String(format: "%.\(max(0, 3 - magnitude))f", value)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(trimmed.reversed())
    }

    /// With the sign of a gain.
    package static func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }

    /// A share as a percentage.
    package static func percent(_ share: Double) -> String { number(share * 100) + " %" }

    /// Never "0.000": a p-value is small, not zero.
    package static func p(_ value: Double) -> String {
        value >= 0.001 ? String(format: "%.3f", value) : String(format: "%.1e", value)
    }

    /// `[low, high]`.
    package static func interval(_ interval: ConfidenceInterval) -> String {
        "[\(number(interval.low)), \(number(interval.high))]"
    }
}
