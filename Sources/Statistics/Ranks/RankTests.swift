import Foundation

/// Rank tests of several groups and tests of whole distributions.
package enum RankTests {
    /// Kruskal and Wallis' test (1952) that no group tends to larger values, corrected for ties.
    ///
    /// - Throws: `.tooFew` for fewer than two groups or an empty one, `.noVariation` where all values are
    ///   equal.
    package static func kruskalWallis(_ groups: [[Double]]) throws(StatisticsError) -> HypothesisTest {
        guard groups.count >= 2 else { throw .tooFew("groups", needed: 2, given: groups.count) }
        for group in groups { try Require.finite(group, "group") }
        let ranking = Ranking(of: groups.flatMap(\.self))
        let total = Double(ranking.ranks.count)
        let scale = 1 - ranking.tieSum / (total * total * total - total)
        guard scale > 0 else { throw .noVariation("values") }
        var start = 0
        var sum = 0.0
        for group in groups {
            let ranks = ranking.ranks[start..<start + group.count].reduce(0, +)
            sum += ranks * ranks / Double(group.count)
            start += group.count
        }
        let statistic = (12 / (total * (total + 1)) * sum - 3 * (total + 1)) / scale
        return ContingencyTable.chiSquared(statistic, degrees: groups.count - 1)
    }

    /// The two-sample Kolmogorov-Smirnov test: the largest gap between the distribution functions.
    ///
    /// Exact where the product of the sizes is at most 10⁶ (too cautious with ties), else by Kolmogorov's
    /// law with Stephens' correction (1970).
    ///
    /// - Throws: `.tooFew` for an empty sample, `.notFinite`.
    package static func kolmogorovSmirnov(
        _ first: [Double],
        _ second: [Double]
    ) throws(StatisticsError) -> HypothesisTest {
        try Require.finite(first, "first sample")
        try Require.finite(second, "second sample")
        let (one, two) = (first.sorted(), second.sorted())
        var (i, j) = (0, 0)
        var largest = 0
        while i < one.count, j < two.count {
            let value = min(one[i], two[j])
            while i < one.count, one[i] == value { i += 1 }
            while j < two.count, two[j] == value { j += 1 }
            largest = max(largest, abs(i * two.count - j * one.count))
        }
        let product = one.count * two.count
        let gap = Double(largest) / Double(product)
        let pValue =
            product <= 1_000_000
            ? exactKolmogorov(largest, one.count, two.count)
            : kolmogorovSurvival(gap, size: Double(product) / Double(one.count + two.count))
        return HypothesisTest(statistic: gap, pValue: pValue)
    }

    /// The share of lattice paths that leave the band of this width somewhere (Hodges 1958).
    ///
    /// Walks through the probabilities of the paths that have touched it, which keeps small tails exact.
    private static func exactKolmogorov(_ gap: Int, _ first: Int, _ second: Int) -> Double {
        var row = [Double](repeating: 0, count: second + 1)
        for i in 0...first {
            for j in 0...second {
                if abs(i * second - j * first) >= gap, gap > 0 {
                    row[j] = 1
                    continue
                }
                if i + j == 0 {
                    row[j] = gap == 0 ? 1 : 0
                    continue
                }
                // Of the orders of i + j values the last comes from the first sample in i of i + j.
                let share = Double(i) / Double(i + j)
                row[j] = share * row[j] + (j > 0 ? (1 - share) * row[j - 1] : 0)
            }
        }
        return min(1, row[second])
    }

    private static func kolmogorovSurvival(_ gap: Double, size: Double) -> Double {
        let root = size.squareRoot()
        let scaled = (root + 0.12 + 0.11 / root) * gap
        guard scaled > 0.2 else { return 1 }
        var sum = 0.0
        for term in 1...100 {
            let part = exp(-2 * Double(term * term) * scaled * scaled)
            sum += term % 2 == 1 ? part : -part
        }
        return min(1, max(0, 2 * sum))
    }
}
