package import Statistics

/// Two groups, before and after: the change of one less that of the other.
///
/// Assumes that without the treatment both would have changed alike (parallel trends).
package struct TwoByTwo: Sendable {
    package let regression: LinearRegression
    /// Mean outcomes: of the other group before and after, of the treated group before and after.
    package let means: [Double]
    package let counts: [Int]

    /// - Throws: `.tooFew` for an empty cell of the four, `.collinear`, `.unequalLengths`.
    package init(
        outcomes: [Double],
        isGroup: [Bool],
        isAfter: [Bool],
        covariates: [[Double]] = []
    ) throws(StatisticsError) {
        try Require.sameLength(isGroup.count, outcomes.count, "group and outcomes")
        try Require.sameLength(isAfter.count, outcomes.count, "after and outcomes")
        var (sums, counts) = ([Double](repeating: 0, count: 4), [Int](repeating: 0, count: 4))
        for (row, outcome) in outcomes.enumerated() {
            let cell = (isGroup[row] ? 2 : 0) + (isAfter[row] ? 1 : 0)
            sums[cell] += outcome
            counts[cell] += 1
        }
        for count in counts where count == 0 {
            throw .tooFew("rows of a group before or after", needed: 1, given: 0)
        }
        self.counts = counts
        means = zip(sums, counts).map { $0 / Double($1) }
        let (group, after) = (isGroup.map { $0 ? 1.0 : 0 }, isAfter.map { $0 ? 1.0 : 0 })
        regression = try LinearRegression(
            DesignMatrix(columns: [after, group, zip(after, group).map(*)] + covariates),
            response: outcomes
        )
    }

    /// The difference in differences.
    ///
    /// - Throws: `.noVariation` for an exact fit, `.tooFew` clusters.
    package func effect(
        errors: LinearRegression.StandardErrors = .hc2
    ) throws(StatisticsError) -> Estimate {
        try regression.estimate(3, errors: errors)
    }
}
