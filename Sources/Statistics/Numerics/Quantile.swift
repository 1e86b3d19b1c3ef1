/// Order statistics of a sample.
package enum Quantile {
    /// The type-7 sample quantile (Hyndman and Fan 1996), the default of R and NumPy.
    ///
    /// - Throws: `.tooFew` without values, `.outOfRange` for a probability outside [0, 1].
    package static func type7(_ probability: Double, of values: [Double]) throws(StatisticsError) -> Double {
        try Require.finite(values, "values")
        try Require.holds((0...1).contains(probability), "probability", rule: "in [0, 1]")
        return type7(probability, ofSorted: values.sorted())
    }

    /// The middle value, or the mean of the two middle ones.
    ///
    /// - Throws: `.tooFew` without values.
    package static func median(of values: [Double]) throws(StatisticsError) -> Double {
        try type7(0.5, of: values)
    }

    static func type7(_ probability: Double, ofSorted sorted: [Double]) -> Double {
        let position = probability * Double(sorted.count - 1)
        let lower = min(sorted.count - 1, max(0, Int(position)))
        let upper = min(sorted.count - 1, lower + 1)
        return sorted[lower] + (position - Double(lower)) * (sorted[upper] - sorted[lower])
    }

    /// The order-statistic interval of a quantile, from binomial tails: at least the stated confidence.
    ///
    /// Conover 1999. Independent values; for clustered ones use the cluster bootstrap.
    ///
    /// - Throws: `.tooFew` where no order statistic reaches the level: too few values for this quantile.
    package static func interval(
        _ probability: Double,
        of values: [Double],
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try Require.finite(values, "values")
        try Require.openUnit(probability, "probability")
        try Require.openUnit(level, "level")
        let sorted = values.sorted()
        let count = sorted.count
        let half = (1 - level) / 2
        // P(quantile < x₍ᵣ₎) = P(at most r − 1 values lie below it).
        var lower = -1
        while lower + 1 < count,
            Distribution.binomialCumulative(lower + 1, trials: count, probability: probability) <= half
        { lower += 1 }
        var upper = count
        while upper - 1 >= 0,
            Distribution.binomialSurvival(upper - 1, trials: count, probability: probability) <= half
        { upper -= 1 }
        guard lower >= 0, upper < count else {
            throw .tooFew("values for an interval of this quantile", needed: count + 1, given: count)
        }
        return ConfidenceInterval(low: sorted[lower], high: sorted[upper], level: level, method: .exact)
    }
}
