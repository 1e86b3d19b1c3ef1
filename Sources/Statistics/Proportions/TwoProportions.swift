import Foundation

/// Two independent proportions; every difference is the first minus the second.
///
/// One trial per unit: events of the same user are not independent trials (use `RatioMetric` for those).
package struct TwoProportions: Sendable, Hashable {
    package var first: Proportion
    package var second: Proportion

    package init(_ first: Proportion, _ second: Proportion) {
        self.first = first
        self.second = second
    }

    /// p₁ − p₂.
    package var difference: Double { first.share - second.share }

    /// √(p₁q₁/n₁ + p₂q₂/n₂).
    package var standardError: Double { (first.waldVariance + second.waldVariance).squareRoot() }

    /// The z test with the pooled variance (score test), whose square is Pearson's χ².
    ///
    /// - Throws: `.noVariation` where both arms have only successes or only failures.
    package func pooledZ(alternative: Alternative = .twoSided) throws(StatisticsError) -> HypothesisTest {
        let total = Double(first.trials + second.trials)
        let share = Double(first.successes + second.successes) / total
        let variance = share * (1 - share) * (1 / Double(first.trials) + 1 / Double(second.trials))
        guard variance > 0 else { throw .noVariation("outcomes") }
        let z = difference / variance.squareRoot()
        return HypothesisTest(statistic: z, pValue: alternative.normalPValue(z))
    }

    /// The z test with each arm's own variance (Wald), against p₁ − p₂ = `null`.
    ///
    /// - Throws: `.noVariation` where neither arm has both outcomes.
    package func unpooledZ(
        against null: Double = 0,
        alternative: Alternative = .twoSided
    ) throws(StatisticsError) -> HypothesisTest {
        guard standardError > 0 else { throw .noVariation("outcomes") }
        let z = (difference - null) / standardError
        return HypothesisTest(statistic: z, pValue: alternative.normalPValue(z))
    }

    /// Cohen's h = 2 asin √p₁ − 2 asin √p₂; 0.2 small, 0.5 medium, 0.8 large (Cohen 1988).
    package var cohenH: Double { 2 * asin(first.share.squareRoot()) - 2 * asin(second.share.squareRoot()) }

    /// p₁ / p₂; infinite without successes of the second, NaN without any.
    package var riskRatio: Double { first.share / second.share }

    /// (x₁ f₂)/(f₁ x₂); infinite with a zero in the denominator only, NaN with one in both.
    package var oddsRatio: Double {
        Double(first.successes) * Double(second.failures)
            / (Double(first.failures) * Double(second.successes))
    }

    /// The interval of the risk ratio on the logarithmic scale (Katz 1978).
    ///
    /// - Throws: `.outOfRange` where an arm has no success: its logarithm does not exist.
    package func riskRatioInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        try Require.holds(first.successes > 0 && second.successes > 0, "successes", rule: "positive in both")
        let error =
            (1 / Double(first.successes) - 1 / Double(first.trials) + 1 / Double(second.successes)
            - 1 / Double(second.trials)).squareRoot()
        return Self.logarithmic(riskRatio, error: error, level: level)
    }

    /// The interval of the odds ratio on the logarithmic scale (Woolf 1955).
    ///
    /// - Throws: `.outOfRange` where a cell is empty.
    package func oddsRatioInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let cells = [first.successes, first.failures, second.successes, second.failures]
        try Require.holds(cells.allSatisfy { $0 > 0 }, "cells", rule: "positive")
        let error = cells.reduce(0) { $0 + 1 / Double($1) }.squareRoot()
        return Self.logarithmic(oddsRatio, error: error, level: level)
    }

    private static func logarithmic(_ ratio: Double, error: Double, level: Double) -> ConfidenceInterval {
        let half = Distribution.normalQuantile((1 + level) / 2) * error
        return ConfidenceInterval(
            low: exp(log(ratio) - half),
            high: exp(log(ratio) + half),
            level: level,
            method: .normal
        )
    }

    /// The four counts as a table with a row per arm: successes, failures.
    package var table: [[Double]] {
        [
            [Double(first.successes), Double(first.failures)],
            [Double(second.successes), Double(second.failures)],
        ]
    }
}
