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

    /// The difference of weighted means over the root of the arms' mean variance before any weighting.
    ///
    /// - Throws: `.noVariation` for a covariate that is constant in both arms, `.outOfRange` where a group has no
    ///   weight.
    package static func pooledDifference(
        _ covariate: [Double],
        isTreated: [Bool],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> Double {
        let difference = try meanDifference(covariate, isTreated: isTreated, weights: weights)
        let variances = [false, true].map { arm in
            Moments(finite: zip(covariate, isTreated).filter { $0.1 == arm }.map(\.0)).variance
        }
        guard variances[0] + variances[1] > 0 else { throw .noVariation("covariate in both arms") }
        return difference / ((variances[0] + variances[1]) / 2).squareRoot()
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

    /// The variance among the treated over that among the others, both weighted; 1 for arms alike, 0.5 to 2 usual.
    ///
    /// - Throws: `.unequalLengths`, `.noVariation` where the others do not vary.
    package static func varianceRatio(
        _ covariate: [Double],
        isTreated: [Bool],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> Double {
        let variances = try [false, true].map { arm throws(StatisticsError) in
            try variance(Sample(covariate, isTreated, arm, weights))
        }
        guard variances[0] > 0 else { throw .noVariation("covariate among the untreated") }
        return variances[1] / variances[0]
    }

    /// The largest gap between the arms' weighted distribution functions (Kolmogorov and Smirnov's D), 0 to 1.
    ///
    /// - Throws: `.unequalLengths`, `.outOfRange` where an arm has no weight.
    package static func distributionGap(
        _ covariate: [Double],
        isTreated: [Bool],
        weights: [Double]? = nil
    ) throws(StatisticsError) -> Double {
        let control = try Sample(covariate, isTreated, false, weights)
        let treated = try Sample(covariate, isTreated, true, weights)
        let steps =
            (control.steps(sign: -1 / control.total) + treated.steps(sign: 1 / treated.total))
            .sorted { $0.value < $1.value }
        var (gap, largest) = (0.0, 0.0)
        for (index, step) in steps.enumerated() {
            gap += step.jump
            // Ties move both functions at once.
            if index + 1 == steps.count || steps[index + 1].value != step.value {
                largest = max(largest, abs(gap))
            }
        }
        return min(1, largest)
    }

    private struct Sample {
        var values: [Double] = []
        var weights: [Double] = []
        var total = 0.0

        init(
            _ covariate: [Double],
            _ isTreated: [Bool],
            _ arm: Bool,
            _ all: [Double]?
        ) throws(StatisticsError) {
            try Require.finite(covariate, "covariate")
            try Require.sameLength(covariate.count, isTreated.count, "covariate and treatments")
            try Require.sameLength(covariate.count, all?.count ?? covariate.count, "covariate and weights")
            for (row, value) in covariate.enumerated() where isTreated[row] == arm {
                values.append(value)
                weights.append(all?[row] ?? 1)
            }
            total = weights.reduce(0, +)
            try Require.holds(total > 0, "weights", rule: "positive in both groups")
        }

        func steps(sign: Double) -> [(value: Double, jump: Double)] {
            zip(values, weights).map { ($0, $1 * sign) }
        }
    }

    /// With Σw − Σw²/Σw in the denominator: n − 1 for equal weights.
    private static func variance(_ sample: Sample) -> Double {
        let mean = zip(sample.values, sample.weights).reduce(0) { $0 + $1.0 * $1.1 } / sample.total
        var (squares, weightSquares) = (0.0, 0.0)
        for (value, weight) in zip(sample.values, sample.weights) {
            squares += weight * (value - mean) * (value - mean)
            weightSquares += weight * weight
        }
        let degrees = sample.total - weightSquares / sample.total
        return degrees > 0 ? squares / degrees : 0
    }
}
