import Foundation

/// Two candidates with one pass-or-fail outcome each on the same tasks.
package struct PairedProportions: Sendable, Hashable {
    package var bothPass: Int
    package var firstOnly: Int
    package var secondOnly: Int
    package var bothFail: Int

    /// - Throws: `.outOfRange` for a negative count or no tasks.
    package init(
        bothPass: Int,
        firstOnly: Int,
        secondOnly: Int,
        bothFail: Int
    ) throws(StatisticsError) {
        let counts = [bothPass, firstOnly, secondOnly, bothFail]
        try Require.holds(counts.allSatisfy { $0 >= 0 }, "counts", rule: "at least 0")
        try Require.holds(counts.contains { $0 > 0 }, "tasks", rule: "at least 1")
        self.bothPass = bothPass
        self.firstOnly = firstOnly
        self.secondOnly = secondOnly
        self.bothFail = bothFail
    }

    package var tasks: Int { bothPass + firstOnly + secondOnly + bothFail }

    /// First minus second.
    package var difference: Double { Double(firstOnly - secondOnly) / Double(tasks) }

    /// Tasks that only the first passes over those that only the second passes.
    package var discordantOddsRatio: Double { Double(firstOnly) / Double(secondOnly) }

    /// McNemar's exact test: the discordant tasks against a fair coin.
    package func exact() throws(StatisticsError) -> HypothesisTest {
        try SignTest.exact(positive: firstOnly, negative: secondOnly)
    }

    /// The exact test with half the probability of the observed table; closer to its level (Fagerland 2013).
    package func midP() throws(StatisticsError) -> HypothesisTest {
        let total = firstOnly + secondOnly
        let smaller = min(firstOnly, secondOnly)
        let exact = try exact()
        let point = Distribution.binomialProbability(smaller, trials: total, probability: 0.5)
        // With equal counts the two-sided value was cut at one: both tails hold the middle term.
        let pValue = firstOnly == secondOnly ? 1 - (total == 0 ? 0 : point / 2) : exact.pValue - point
        return HypothesisTest(statistic: Double(firstOnly), pValue: min(1, max(0, pValue)))
    }

    /// McNemar's χ²; `isCorrected` subtracts Edwards' continuity correction of one.
    ///
    /// - Throws: `.noVariation` without discordant tasks.
    package func chiSquared(isCorrected: Bool = false) throws(StatisticsError) -> HypothesisTest {
        let total = Double(firstOnly + secondOnly)
        guard total > 0 else { throw .noVariation("outcomes within tasks") }
        let gap = max(0, Double(abs(firstOnly - secondOnly)) - (isCorrected ? 1 : 0))
        return ContingencyTable.chiSquared(gap * gap / total, degrees: 1)
    }

    /// √(b + c − (b − c)²/n)/n, for the difference.
    package var standardError: Double {
        let gap = Double(firstOnly - secondOnly)
        return (Double(firstOnly + secondOnly) - gap * gap / Double(tasks)).squareRoot() / Double(tasks)
    }

    /// The interval of the difference: `.newcombe` (1998, method 10 for pairs) or `.normal`.
    ///
    /// - Throws: `.outOfRange` for another method or a level outside (0, 1).
    package func interval(
        method: ConfidenceInterval.Method = .newcombe,
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        try Require.holds(
            method == .newcombe || method == .normal,
            "method",
            rule: "newcombe or normal, not \(method.rawValue)"
        )
        let bounds: (low: Double, high: Double)
        if method == .normal {
            let half = Distribution.normalQuantile((1 + level) / 2) * standardError
            bounds = (difference - half, difference + half)
        } else {
            bounds = try newcombe(level: level)
        }
        return ConfidenceInterval(low: bounds.low, high: bounds.high, level: level, method: method)
    }

    private func newcombe(level: Double) throws(StatisticsError) -> (low: Double, high: Double) {
        let first = try Proportion(bothPass + firstOnly, of: tasks)
        let second = try Proportion(bothPass + secondOnly, of: tasks)
        let one = try ConfidenceInterval.proportion(first, level: level)
        let two = try ConfidenceInterval.proportion(second, level: level)
        let phi = correlation
        func reach(_ a: Double, _ b: Double) -> Double {
            max(0, a * a - 2 * phi * a * b + b * b).squareRoot()
        }
        return (
            difference - reach(first.share - one.low, two.high - second.share),
            difference + reach(one.high - first.share, second.share - two.low)
        )
    }

    /// φ with Newcombe's continuity correction; zero where a margin is empty.
    private var correlation: Double {
        let (a, b) = (Double(bothPass), Double(firstOnly))
        let (c, d) = (Double(secondOnly), Double(bothFail))
        let margins = (a + b) * (c + d) * (a + c) * (b + d)
        guard margins > 0 else { return 0 }
        let gap = a * d - b * c
        let half = Double(tasks) / 2
        let corrected = gap > half ? gap - half : gap >= 0 ? 0 : gap
        return corrected / margins.squareRoot()
    }
}
