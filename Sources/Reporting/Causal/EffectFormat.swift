import Foundation
import Statistics

/// How effects on one outcome are written: points for shares, otherwise enough places for the error.
struct EffectFormat: Sendable {
    /// What the numbers are in: `pp`, or the outcome's own unit.
    let unit: String
    private let scale: Double
    private let places: Int

    /// `isShare` for outcomes of 0 and 1; else places follow a typical standard error.
    init(isShare: Bool, standardError: Double?) {
        if isShare {
            (unit, scale, places) = ("pp", 100, 1)
        } else {
            (unit, scale) = ("effect", 1)
            let magnitude = standardError.map { $0 > 0 && $0.isFinite ? log10($0) : 0 } ?? 0
            // Two digits of the error.
            places = min(8, max(0, 1 - Int(magnitude.rounded(.down))))
        }
    }

    /// A signed number: `+1.2`, `−3.4`.
    func signed(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        let text = Numbers.fixed(abs(value) * scale, places: places)
        return (value < 0 && Double(text) != 0 ? "−" : "+") + text
    }

    /// A number without its sign.
    func size(_ value: Double) -> String { Numbers.fixed(abs(value) * scale, places: places) }

    func interval(_ low: Double, _ high: Double) -> String {
        func bound(_ value: Double) -> String {
            value.isFinite ? signed(value) : value < 0 ? "−∞" : "+∞"
        }
        return "[\(bound(low)), \(bound(high))]"
    }

    func interval(_ estimate: Estimate, level: Double) -> String {
        let interval = estimate.interval(level: level)
        return self.interval(interval.low, interval.high)
    }

    /// A level as `95 %`.
    static func percent(_ share: Double) -> String {
        let text = Numbers.fixed(share * 100, places: 1)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + " %"
    }

    static func json(_ estimate: Estimate, level: Double) -> [String: JSONValue] {
        let interval = estimate.interval(level: level)
        return [
            "value": .number(estimate.value), "standard_error": .number(estimate.standardError),
            "degrees_of_freedom": .number(estimate.degreesOfFreedom), "p": .number(estimate.pValue()),
            "ci": .object([
                "low": .number(interval.low), "high": .number(interval.high), "level": .number(level),
                "method": .text(interval.method.rawValue),
            ]),
        ]
    }

    static func json(_ test: AnalysisOfVariance.FTest) -> JSONValue {
        .object([
            "f": .number(test.statistic), "df1": .number(test.numeratorDegrees),
            "df2": .number(test.denominatorDegrees), "p": .number(test.pValue),
        ])
    }
}
