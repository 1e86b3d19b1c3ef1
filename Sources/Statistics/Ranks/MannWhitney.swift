import Foundation

/// The Wilcoxon rank-sum (Mann-Whitney) test of two independent samples, and its effect sizes.
///
/// Answers whether values of the first tend to be larger, not whether means differ.
package struct MannWhitney: Sendable {
    /// Pairs in which the first is larger, ties counted half.
    package let u: Double
    private let count: (first: Int, second: Int)
    private let tieSum: Double

    /// - Throws: `.tooFew` for an empty sample, `.notFinite`.
    package init(_ first: [Double], _ second: [Double]) throws(StatisticsError) {
        try Require.finite(first, "first sample")
        try Require.finite(second, "second sample")
        let ranking = Ranking(of: first + second)
        let size = Double(first.count)
        u = ranking.ranks.prefix(first.count).reduce(0, +) - size * (size + 1) / 2
        count = (first.count, second.count)
        tieSum = ranking.tieSum
    }

    private var pairs: Double { Double(count.first) * Double(count.second) }

    /// The probability that a value of the first exceeds one of the second, ties counted half.
    package var probabilityOfSuperiority: Double { u / pairs }

    /// 2 · probability of superiority − 1, in [−1, 1].
    package var rankBiserial: Double { 2 * u / pairs - 1 }

    /// The test that neither sample tends to larger values.
    ///
    /// - Throws: `.noVariation` where all values are equal; `.outOfRange` for the exact method with ties or
    ///   more than 2,500 pairs.
    package func test(
        _ method: RankMethod = .asymptotic(),
        alternative: Alternative = .twoSided
    ) throws(StatisticsError) -> HypothesisTest {
        switch method {
        case .exact:
            return HypothesisTest(statistic: u, pValue: try exactPValue(alternative))
        case .asymptotic(let isCorrected):
            let total = Double(count.first + count.second)
            let variance = pairs / 12 * (total + 1 - tieSum / (total * (total - 1)))
            guard variance > 1e-12 * pairs else { throw .noVariation("values") }
            let shift = isCorrected ? 0.5 : 0
            let pValue = alternative.rankPValue(gap: u - pairs / 2, shift: shift, variance: variance)
            return HypothesisTest(statistic: u, pValue: pValue)
        }
    }

    private func exactPValue(_ alternative: Alternative) throws(StatisticsError) -> Double {
        try Require.holds(tieSum == 0, "values", rule: "without ties for the exact method")
        try Require.holds(pairs <= 2500, "pairs", rule: "at most 2500 for the exact method")
        let shares = Self.distribution(count.first, count.second)
        let upper = shares[Int(u)...].reduce(0, +)
        let lower = shares[...Int(u)].reduce(0, +)
        return switch alternative {
        case .twoSided: min(1, 2 * min(lower, upper))
        case .greater: upper
        case .less: lower
        }
    }

    /// The probabilities of U = 0, 1 … nm: coefficients of the Gaussian binomial, built factor by factor.
    private static func distribution(_ first: Int, _ second: Int) -> [Double] {
        var counts = [Double](repeating: 0, count: first * second + 1)
        counts[0] = 1
        for factor in 1...first {
            // Times (1 − x^(second + factor)) / (1 − x^factor).
            for index in stride(from: counts.count - 1, through: 0, by: -1)
            where index >= second + factor { counts[index] -= counts[index - second - factor] }
            for index in counts.indices where index >= factor { counts[index] += counts[index - factor] }
        }
        let total = counts.reduce(0, +)
        return counts.map { max(0, $0) / total }
    }

    /// The median of all differences between a value of the first and one of the second (Hodges-Lehmann).
    ///
    /// - Throws: `.outOfRange` for more than 10⁷ pairs, `.tooFew`, `.notFinite`.
    /// - Complexity: O(nm log nm).
    package static func hodgesLehmann(_ first: [Double], _ second: [Double]) throws(StatisticsError) -> Double
    {
        try Require.finite(first, "first sample")
        try Require.finite(second, "second sample")
        let (pairs, overflow) = first.count.multipliedReportingOverflow(by: second.count)
        try Require.holds(!overflow && pairs <= 10_000_000, "pairs", rule: "at most 10,000,000")
        return try Quantile.median(of: first.flatMap { value in second.map { value - $0 } })
    }
}
