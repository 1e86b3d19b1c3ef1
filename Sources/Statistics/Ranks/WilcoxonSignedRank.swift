import Foundation

/// The Wilcoxon signed-rank test of paired differences, which it takes to be symmetric about zero.
package struct WilcoxonSignedRank: Sendable {
    /// Sum of the ranks of positive differences; zeros are left out (Wilcoxon 1945).
    package let positiveRankSum: Double
    package let negativeRankSum: Double
    private let count: Int
    private let tieSum: Double

    /// - Throws: `.noVariation` where all differences are zero, `.tooFew`, `.notFinite`.
    package init(differences: [Double]) throws(StatisticsError) {
        try Require.finite(differences, "differences")
        let kept = differences.filter { $0 != 0 }
        guard !kept.isEmpty else { throw .noVariation("differences") }
        let ranking = Ranking(of: kept.map(abs))
        positiveRankSum = zip(kept, ranking.ranks).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 }
        count = kept.count
        negativeRankSum = Double(count * (count + 1)) / 2 - positiveRankSum
        tieSum = ranking.tieSum
    }

    /// The smaller of the two rank sums.
    package var w: Double { min(positiveRankSum, negativeRankSum) }

    /// The matched-pairs rank-biserial correlation (Kerby 2014), in [−1, 1].
    package var rankBiserial: Double {
        (positiveRankSum - negativeRankSum) / (positiveRankSum + negativeRankSum)
    }

    /// The test that differences are symmetric about zero; the statistic is the positive rank sum.
    ///
    /// - Throws: `.outOfRange` for the exact method with ties or more than 200 differences.
    package func test(
        _ method: RankMethod = .asymptotic(),
        alternative: Alternative = .twoSided
    ) throws(StatisticsError) -> HypothesisTest {
        switch method {
        case .exact:
            return HypothesisTest(statistic: positiveRankSum, pValue: try exactPValue(alternative))
        case .asymptotic(let isCorrected):
            let n = Double(count)
            let variance = n * (n + 1) * (2 * n + 1) / 24 - tieSum / 48
            let gap = positiveRankSum - n * (n + 1) / 4
            let shift = isCorrected ? 0.5 : 0
            let pValue = alternative.rankPValue(gap: gap, shift: shift, variance: variance)
            return HypothesisTest(statistic: positiveRankSum, pValue: pValue)
        }
    }

    /// Counts the subsets of ranks with each sum.
    private func exactPValue(_ alternative: Alternative) throws(StatisticsError) -> Double {
        try Require.holds(tieSum == 0, "differences", rule: "without ties for the exact method")
        try Require.holds(count <= 200, "differences", rule: "at most 200 for the exact method")
        let largest = count * (count + 1) / 2
        var shares = [Double](repeating: 0, count: largest + 1)
        shares[0] = 1
        for rank in 1...count {
            for sum in stride(from: largest, through: 0, by: -1) {
                shares[sum] = (shares[sum] + (sum >= rank ? shares[sum - rank] : 0)) / 2
            }
        }
        let upper = shares[Int(positiveRankSum)...].reduce(0, +)
        let lower = shares[...Int(positiveRankSum)].reduce(0, +)
        return switch alternative {
        case .twoSided: min(1, 2 * min(lower, upper))
        case .greater: upper
        case .less: lower
        }
    }
}
