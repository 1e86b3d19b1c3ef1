/// Two independent samples; every difference is the first minus the second.
///
/// Values are independent inside an arm: one per unit of randomisation, never one per event.
package struct TwoMeans: Sendable, Hashable {
    package var first: Moments
    package var second: Moments

    /// - Throws: `.tooFew` for fewer than two values in an arm, `.notFinite`.
    package init(_ first: [Double], _ second: [Double]) throws(StatisticsError) {
        try Require.finite(first, "first arm", atLeast: 2)
        try Require.finite(second, "second arm", atLeast: 2)
        self.first = Moments(finite: first)
        self.second = Moments(finite: second)
    }

    /// From summary statistics: what a large table was reduced to.
    ///
    /// - Throws: `.tooFew` for fewer than two values in an arm.
    package init(first: Moments, second: Moments) throws(StatisticsError) {
        for moments in [first, second] where moments.count < 2 {
            throw .tooFew("arm", needed: 2, given: moments.count)
        }
        self.first = first
        self.second = second
    }

    package var difference: Double { first.mean - second.mean }

    /// The variance inside the arms, weighted by their degrees of freedom.
    package var pooledVariance: Double {
        let (n, m) = (Double(first.count), Double(second.count))
        return ((n - 1) * first.variance + (m - 1) * second.variance) / (n + m - 2)
    }

    /// The difference with Welch's standard error and Satterthwaite's degrees of freedom (1946, 1947).
    ///
    /// Needs no equal variances; the default for two means.
    ///
    /// - Throws: `.noVariation` where both arms are constant.
    package func welch() throws(StatisticsError) -> Estimate {
        let (a, b) = (first.meanVariance, second.meanVariance)
        guard a + b > 0 else { throw .noVariation("both arms") }
        let degrees =
            (a + b) * (a + b) / (a * a / Double(first.count - 1) + b * b / Double(second.count - 1))
        return try Estimate(
            value: difference,
            standardError: (a + b).squareRoot(),
            degreesOfFreedom: degrees
        )
    }

    /// The difference with the pooled standard error; assumes equal variances (Student 1908).
    ///
    /// - Throws: `.noVariation` where both arms are constant.
    package func student() throws(StatisticsError) -> Estimate {
        let (n, m) = (Double(first.count), Double(second.count))
        guard pooledVariance > 0 else { throw .noVariation("both arms") }
        return try Estimate(
            value: difference,
            standardError: (pooledVariance * (1 / n + 1 / m)).squareRoot(),
            degreesOfFreedom: n + m - 2
        )
    }
}

/// Two one-sided tests that a difference lies inside a margin (Schuirmann 1987).
package struct EquivalenceTest: Sendable, Hashable {
    /// That the difference exceeds the lower margin.
    package var aboveLower: Double
    /// That the difference stays below the upper margin.
    package var belowUpper: Double
    /// The larger of the two p-values: small means equivalent.
    package var pValue: Double { max(aboveLower, belowUpper) }

    /// Tests that the true value lies in `low...high`, in the unit of the estimate.
    ///
    /// The same decision as an interval of level 1 − 2α inside the margins.
    ///
    /// - Throws: `.outOfRange` unless low < high.
    package init(of estimate: Estimate, low: Double, high: Double) throws(StatisticsError) {
        try Require.finite([low, high], "margins")
        try Require.holds(low < high, "margins", rule: "in rising order")
        aboveLower = estimate.pValue(against: low, alternative: .greater)
        belowUpper = estimate.pValue(against: high, alternative: .less)
    }
}
