/// Estimates of one effect in several segments: whether they differ, and what to believe about each.
package struct Heterogeneity: Sendable, Hashable {
    /// Cochran's test that all segments have one effect.
    package var test: HypothesisTest
    /// The share of the spread that is not noise, in [0, 1] (Higgins and Thompson 2002).
    package var iSquared: Double
    /// Variance of the true effects between segments (DerSimonian and Laird 1986); 0 where noise explains all.
    package var betweenVariance: Double
    /// The mean effect over segments, weighted for noise and spread.
    package var pooled: Estimate
    /// Each segment drawn towards the mean by its share of noise (empirical Bayes).
    package var shrunken: [Double]

    /// - Throws: `.tooFew` for fewer than two segments.
    package init(of segments: [Estimate]) throws(StatisticsError) {
        guard segments.count >= 2 else { throw .tooFew("segments", needed: 2, given: segments.count) }
        let variances = segments.map { $0.standardError * $0.standardError }
        let weights = variances.map { 1 / $0 }
        let sum = weights.reduce(0, +)
        let mean = zip(weights, segments).reduce(0) { $0 + $1.0 * $1.1.value } / sum
        let q = zip(weights, segments).reduce(0) { $0 + $1.0 * ($1.1.value - mean) * ($1.1.value - mean) }
        let degrees = Double(segments.count - 1)
        let scale = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
        let between = max(0, (q - degrees) / scale)
        let total = variances.map { 1 / ($0 + between) }
        let totalSum = total.reduce(0, +)
        let centre = zip(total, segments).reduce(0) { $0 + $1.0 * $1.1.value } / totalSum
        test = ContingencyTable.chiSquared(q, degrees: segments.count - 1)
        iSquared = q > degrees ? (q - degrees) / q : 0
        betweenVariance = between
        pooled = try Estimate(value: centre, standardError: (1 / totalSum).squareRoot())
        shrunken = zip(segments, variances).map { segment, variance in
            let share = between / (between + variance)
            return share * segment.value + (1 - share) * centre
        }
    }
}

/// Agreement of two raters who put the same items into categories.
package struct CohenKappa: Sendable, Hashable {
    /// 1 for agreement throughout, 0 for as much as chance gives (Cohen 1960).
    package var estimate: Estimate
    /// The standard error if there were no agreement beyond chance, for a test of that.
    package var nullStandardError: Double

    /// From counts: a row per category of the first rater, a column per category of the second.
    ///
    /// Standard errors by Fleiss, Cohen and Everitt 1969.
    ///
    /// - Throws: `.noVariation` where both raters use one category, `.tooFew`, `.unequalLengths`.
    package init(table: [[Int]]) throws(StatisticsError) {
        guard table.count >= 2 else { throw .tooFew("categories", needed: 2, given: table.count) }
        for row in table {
            try Require.sameLength(row.count, table.count, "rows and columns")
            try Require.holds(row.allSatisfy { $0 >= 0 }, "counts", rule: "at least 0")
        }
        let total = Double(table.reduce(0) { $0 + $1.reduce(0, +) })
        try Require.positive(total, "items")
        let shares = table.map { $0.map { Double($0) / total } }
        let rows = shares.map { $0.reduce(0, +) }
        let columns = shares.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
        let agreed = shares.indices.reduce(0) { $0 + shares[$1][$1] }
        let chance = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
        guard chance < 1 else { throw .noVariation("categories") }
        let kappa = (agreed - chance) / (1 - chance)
        var (diagonal, others) = (0.0, 0.0)
        for row in shares.indices {
            for column in shares.indices {
                let margins = rows[column] + columns[row]
                if row == column {
                    let rest = 1 - (rows[row] + columns[row]) * (1 - kappa)
                    diagonal += shares[row][row] * rest * rest
                } else {
                    others += shares[row][column] * margins * margins
                }
            }
        }
        let shift = kappa - chance * (1 - kappa)
        let variance = diagonal + (1 - kappa) * (1 - kappa) * others - shift * shift
        let cubes = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 * ($1.0 + $1.1) }
        let scale = (1 - chance) * total.squareRoot()
        nullStandardError = max(0, chance + chance * chance - cubes).squareRoot() / scale
        estimate = try Estimate(value: kappa, standardError: max(0, variance).squareRoot() / scale)
    }
}
