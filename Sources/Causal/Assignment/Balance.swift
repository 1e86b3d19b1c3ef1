package import Statistics

/// How alike two groups of units are in a covariate.
package enum Balance {
    /// The difference of weighted means, treated minus control, over a standard deviation.
    ///
    /// The deviation is that of the treated group before matching, so that figures compare; below 0.1 is
    /// usually called balanced.
    ///
    /// - Throws: `.noVariation` for a covariate that is constant among the treated, `.outOfRange` where a
    ///   group has no weight.
    package static func standardizedDifference(
        _ covariate: [Double],
        isTreated: [Bool],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> Double {
        let difference = try meanDifference(covariate, isTreated: isTreated, weights: weights)
        let treated = zip(covariate, isTreated).filter(\.1).map(\.0)
        let deviation = Moments(finite: treated).standardDeviation
        guard deviation > 0 else { throw .noVariation("covariate among the treated") }
        return difference / deviation
    }

    /// The difference of weighted means, treated minus control.
    ///
    /// - Throws: `.unequalLengths`, `.notFinite`, `.outOfRange` where a group has no weight.
    package static func meanDifference(
        _ covariate: [Double],
        isTreated: [Bool],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> Double {
        try Require.finite(covariate, "covariate")
        try Require.sameLength(covariate.count, isTreated.count, "covariate and treatments")
        let weights = weights ?? Array(repeating: 1, count: covariate.count)
        try Require.sameLength(covariate.count, weights.count, "covariate and weights")
        var sums = [0.0, 0.0]
        var totals = [0.0, 0.0]
        for (index, value) in covariate.enumerated() {
            let arm = isTreated[index] ? 1 : 0
            sums[arm] += weights[index] * value
            totals[arm] += weights[index]
        }
        try Require.holds(totals.allSatisfy { $0 > 0 }, "weights", rule: "positive in both groups")
        return sums[1] / totals[1] - sums[0] / totals[0]
    }
}
