import Foundation

/// Tests of counts in the cells of a table.
package enum ContingencyTable {
    /// How Pearson's statistic is corrected.
    package enum Correction: Sendable {
        case none
        /// Yates 1934, for 2×2 tables only: each |observed − expected| is lowered by ½, not below zero.
        case yates
    }

    /// Pearson's χ² test of independence of rows and columns.
    ///
    /// - Parameters:
    ///   - table: Rows of counts, at least 2×2, all rows of one length.
    ///   - correction: Yates' one is ignored for tables larger than 2×2.
    /// - Returns: χ² with (rows − 1)(columns − 1) degrees of freedom.
    /// - Throws: `.noVariation` where a row or column is empty; `.outOfRange` for negative counts.
    package static func pearson(
        _ table: [[Double]],
        correction: Correction = .none
    ) throws(StatisticsError) -> HypothesisTest {
        let isCorrected = correction == .yates && table.count == 2 && table.first?.count == 2
        return try test(table) { observed, expected in
            let gap = abs(observed - expected)
            let distance = isCorrected ? gap - min(0.5, gap) : gap
            return distance * distance / expected
        }
    }

    /// The likelihood-ratio (G) test of independence: 2 Σ O ln(O/E).
    ///
    /// - Throws: As `pearson`.
    package static func likelihoodRatio(_ table: [[Double]]) throws(StatisticsError) -> HypothesisTest {
        try test(table) { observed, expected in
            observed > 0 ? 2 * observed * log(observed / expected) : 0
        }
    }

    /// Pearson's test that counts follow given weights, as a sample ratio mismatch check needs it.
    ///
    /// Groups of weight zero are left out, with their degree of freedom; a count in one of them is refused.
    ///
    /// - Parameters:
    ///   - observed: Counts, at least two with positive weight.
    ///   - weights: Intended shares, of any sum.
    /// - Returns: χ² with one degree of freedom fewer than groups.
    /// - Throws: `.outOfRange`, `.unequalLengths`, `.tooFew`.
    package static func goodnessOfFit(
        observed: [Double],
        weights: [Double]
    ) throws(StatisticsError) -> HypothesisTest {
        try Require.sameLength(observed.count, weights.count, "counts and weights")
        try Require.finite(observed, "counts", atLeast: 2)
        try Require.finite(weights, "weights", atLeast: 2)
        try Require.holds(observed.allSatisfy { $0 >= 0 }, "counts", rule: "at least 0")
        try Require.holds(weights.allSatisfy { $0 >= 0 }, "weights", rule: "at least 0")
        let kept = weights.indices.filter { weights[$0] > 0 }
        guard kept.count >= 2 else { throw .tooFew("groups with a weight", needed: 2, given: kept.count) }
        let total = observed.reduce(0, +)
        try Require.positive(total, "sum of counts")
        for (count, weight) in zip(observed, weights) where weight == 0 {
            try Require.holds(count == 0, "counts", rule: "0 where the weight is 0")
        }
        let sum = weights.reduce(0, +)
        let statistic = kept.reduce(0) {
            let expected = total * weights[$1] / sum
            return $0 + (observed[$1] - expected) * (observed[$1] - expected) / expected
        }
        return chiSquared(statistic, degrees: kept.count - 1)
    }

    /// Cochran's Q: whether several candidates pass equally often on the same tasks.
    ///
    /// `outcomes` has a row per task and a column per candidate, true for passed.
    ///
    /// - Throws: `.noVariation` where every task is passed by all or by none.
    package static func cochranQ(_ outcomes: [[Bool]]) throws(StatisticsError) -> HypothesisTest {
        guard let width = outcomes.first?.count, width >= 2 else {
            throw .tooFew("candidates", needed: 2, given: outcomes.first?.count ?? 0)
        }
        var columns = Array(repeating: 0.0, count: width)
        var rows = 0.0
        var rowSquares = 0.0
        for row in outcomes {
            try Require.sameLength(row.count, width, "outcomes of a task")
            let passed = Double(row.count { $0 })
            rows += passed
            rowSquares += passed * passed
            for (index, isPassed) in row.enumerated() where isPassed { columns[index] += 1 }
        }
        let k = Double(width)
        let denominator = k * rows - rowSquares
        guard denominator > 0 else { throw .noVariation("outcomes within tasks") }
        let squares = columns.reduce(0) { $0 + $1 * $1 }
        return chiSquared((k - 1) * (k * squares - rows * rows) / denominator, degrees: width - 1)
    }

    /// The upper tail of a χ² statistic with so many degrees of freedom.
    package static func chiSquared(_ statistic: Double, degrees: Int) -> HypothesisTest {
        HypothesisTest(
            statistic: statistic,
            degreesOfFreedom: Double(degrees),
            pValue: Distribution.chiSquaredSurvival(statistic, degreesOfFreedom: Double(degrees))
        )
    }

    private static func test(
        _ table: [[Double]],
        cell: (_ observed: Double, _ expected: Double) -> Double
    ) throws(StatisticsError) -> HypothesisTest {
        let width = table.first?.count ?? 0
        guard table.count >= 2, width >= 2 else {
            throw .tooFew("rows and columns", needed: 2, given: min(table.count, width))
        }
        for row in table {
            try Require.sameLength(row.count, width, "rows")
            try Require.finite(row, "counts")
            try Require.holds(row.allSatisfy { $0 >= 0 }, "counts", rule: "at least 0")
        }
        let rows = table.map { $0.reduce(0, +) }
        let columns = (0..<width).map { column in table.reduce(0) { $0 + $1[column] } }
        guard rows.allSatisfy({ $0 > 0 }), columns.allSatisfy({ $0 > 0 }) else {
            throw .noVariation("a row or column of the table")
        }
        let total = rows.reduce(0, +)
        var statistic = 0.0
        for (row, rowSum) in zip(table, rows) {
            for (count, columnSum) in zip(row, columns) {
                statistic += cell(count, rowSum * columnSum / total)
            }
        }
        return chiSquared(statistic, degrees: (table.count - 1) * (width - 1))
    }
}
