import Foundation

/// 2×2 tables of one comparison in several strata (Mantel and Haenszel 1959).
///
/// Rows are the arms, columns success and failure. Strata with an empty row or column carry no information
/// about the odds ratio and are left out of the sums.
package struct StratifiedTables: Sendable {
    private let tables: [(a: Double, b: Double, c: Double, d: Double)]

    /// - Throws: `.tooFew` without strata, `.noVariation` where no stratum has both arms and both outcomes.
    package init(_ strata: [TwoProportions]) throws(StatisticsError) {
        guard !strata.isEmpty else { throw .tooFew("strata", needed: 1, given: 0) }
        tables = strata.map {
            (
                Double($0.first.successes), Double($0.first.failures), Double($0.second.successes),
                Double($0.second.failures)
            )
        }
        guard tables.contains(where: { $0.a * $0.d + $0.b * $0.c > 0 }) else {
            throw .noVariation("outcomes within strata")
        }
    }

    /// The common odds ratio Σ ad/n over Σ bc/n; infinite where no stratum has bc > 0.
    package var oddsRatio: Double {
        let top = tables.reduce(0) { $0 + $1.a * $1.d / ($1.a + $1.b + $1.c + $1.d) }
        let bottom = tables.reduce(0) { $0 + $1.b * $1.c / ($1.a + $1.b + $1.c + $1.d) }
        return top / bottom
    }

    /// The interval of the common odds ratio, by the variance of Robins, Breslow and Greenland (1986).
    ///
    /// - Throws: `.noVariation` for an odds ratio of zero or infinity.
    package func oddsRatioInterval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let ratio = oddsRatio
        guard ratio > 0, ratio.isFinite else { throw .noVariation("outcomes within strata") }
        var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for table in tables {
            let n = table.a + table.b + table.c + table.d
            let (p, q) = ((table.a + table.d) / n, (table.b + table.c) / n)
            let (one, two) = (table.a * table.d / n, table.b * table.c / n)
            r += one
            s += two
            pr += p * one
            mixed += p * two + q * one
            qs += q * two
        }
        let error = (pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)).squareRoot()
        let half = Distribution.normalQuantile((1 + level) / 2) * error
        return ConfidenceInterval(
            low: exp(log(ratio) - half),
            high: exp(log(ratio) + half),
            level: level,
            method: .normal
        )
    }

    /// The difference of proportions averaged over strata with Mantel and Haenszel's weights n₁n₂/n.
    package var riskDifference: Double {
        var (sum, weights) = (0.0, 0.0)
        for table in tables {
            let (n, m) = (table.a + table.b, table.c + table.d)
            sum += (table.a * m - table.c * n) / (n + m)
            weights += n * m / (n + m)
        }
        return sum / weights
    }

    /// The Cochran-Mantel-Haenszel test that no stratum shows a difference.
    ///
    /// `isCorrected` subtracts ½ from the distance, as R's `mantelhaen.test` does by default.
    ///
    /// - Throws: `.noVariation` where no stratum has both outcomes.
    package func cochranMantelHaenszel(
        isCorrected: Bool = false
    ) throws(StatisticsError) -> HypothesisTest {
        var (gap, variance) = (0.0, 0.0)
        for table in tables {
            let n = table.a + table.b + table.c + table.d
            guard n > 1 else { continue }
            let (row, column) = (table.a + table.b, table.a + table.c)
            gap += table.a - row * column / n
            variance += row * (n - row) * column * (n - column) / (n * n * (n - 1))
        }
        guard variance > 0 else { throw .noVariation("outcomes within strata") }
        let distance = isCorrected ? max(0, abs(gap) - 0.5) : abs(gap)
        return ContingencyTable.chiSquared(distance * distance / variance, degrees: 1)
    }

    /// Breslow and Day's test (1980) that all strata have one odds ratio.
    ///
    /// `isAdjusted` applies Tarone's correction (1985). Strata without both arms and outcomes do not count.
    ///
    /// - Throws: `.tooFew` for fewer than two such strata, `.noVariation` for a common odds ratio of zero or
    ///   infinity.
    package func breslowDay(isAdjusted: Bool = true) throws(StatisticsError) -> HypothesisTest {
        let ratio = oddsRatio
        guard ratio > 0, ratio.isFinite else { throw .noVariation("outcomes within strata") }
        let kept = tables.filter { $0.a + $0.b > 0 && $0.c + $0.d > 0 && $0.a + $0.c > 0 && $0.b + $0.d > 0 }
        guard kept.count >= 2 else { throw .tooFew("strata", needed: 2, given: kept.count) }
        var (statistic, gaps, variances) = (0.0, 0.0, 0.0)
        for table in kept {
            let expected = Self.expectedCell(table, oddsRatio: ratio)
            let (row, column) = (table.a + table.b, table.a + table.c)
            let n = table.a + table.b + table.c + table.d
            let cells = [expected, row - expected, column - expected, n - row - column + expected]
            let variance = 1 / cells.reduce(0) { $0 + 1 / $1 }
            statistic += (table.a - expected) * (table.a - expected) / variance
            gaps += table.a - expected
            variances += variance
        }
        if isAdjusted { statistic -= gaps * gaps / variances }
        return ContingencyTable.chiSquared(statistic, degrees: kept.count - 1)
    }

    /// The first cell that gives the odds ratio with this table's margins.
    private static func expectedCell(
        _ table: (a: Double, b: Double, c: Double, d: Double),
        oddsRatio: Double
    ) -> Double {
        let (row, column) = (table.a + table.b, table.a + table.c)
        let n = table.a + table.b + table.c + table.d
        let rest = n - row - column
        guard abs(oddsRatio - 1) > 1e-12 else { return row * column / n }
        // (ψ − 1)x² − (ψ(r + c) + rest)x + ψrc = 0, the root between the bounds of the cell.
        let b = oddsRatio * (row + column) + rest
        let root = (b * b - 4 * (oddsRatio - 1) * oddsRatio * row * column).squareRoot()
        return 2 * oddsRatio * row * column / (b + root)
    }
}
