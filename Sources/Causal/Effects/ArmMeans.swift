import Foundation
package import Statistics

/// The mean outcome if all were treated and if none were, and their difference.
package struct ArmMeans: Sendable {
    let treated: Influence
    let control: Influence
    let clusters: [Int]?

    /// The effect: the difference of both means.
    ///
    /// - Throws: `.noVariation`, `.tooFew` clusters.
    package func effect() throws(StatisticsError) -> Estimate {
        try (treated - control).estimate(clusters: clusters)
    }

    /// The mean outcome under treatment.
    package var treatedMean: Double { treated.value }
    /// The mean outcome without.
    package var controlMean: Double { control.value }

    /// The logarithm of the ratio of both means, by the delta method; nil where one is not positive.
    package func logRatio() -> Estimate? {
        guard treated.value > 0, control.value > 0 else { return nil }
        let contributions = zip(treated.contributions, control.contributions)
            .map { $0 / treated.value - $1 / control.value }
        let value = log(treated.value / control.value)
        return try? Influence(value: value, contributions: contributions).estimate(clusters: clusters)
    }
}
