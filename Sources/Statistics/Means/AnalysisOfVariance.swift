/// Whether several groups have one mean.
package enum AnalysisOfVariance {
    /// A test whose statistic follows an F law.
    package struct FTest: Sendable, Hashable {
        package var statistic: Double
        package var numeratorDegrees: Double
        package var denominatorDegrees: Double
        package var pValue: Double

        /// With the p-value that belongs to the statistic.
        package init(_ statistic: Double, _ numerator: Double, _ denominator: Double) {
            self.statistic = statistic
            numeratorDegrees = numerator
            denominatorDegrees = denominator
            pValue = Distribution.fSurvival(statistic, numerator: numerator, denominator: denominator)
        }
    }

    /// The one-way F test; assumes equal variances.
    ///
    /// - Throws: `.tooFew` for fewer than two groups or an empty one, `.noVariation` where no group varies.
    package static func oneWay(_ groups: [[Double]]) throws(StatisticsError) -> FTest {
        let moments = try moments(of: groups, atLeast: 1)
        let total = moments.reduce(0) { $0 + $1.count }
        guard total > groups.count else {
            throw .tooFew("values", needed: groups.count + 1, given: total)
        }
        let mean = moments.reduce(0) { $0 + Double($1.count) * $1.mean } / Double(total)
        let between = moments.reduce(0) { $0 + Double($1.count) * ($1.mean - mean) * ($1.mean - mean) }
        let within = moments.reduce(0) { $0 + Double($1.count - 1) * $1.variance }
        guard within > 0 else { throw .noVariation("every group") }
        let numerator = Double(groups.count - 1)
        let denominator = Double(total - groups.count)
        return FTest(between / numerator / (within / denominator), numerator, denominator)
    }

    /// Welch's F test (1951), without equal variances.
    ///
    /// - Throws: `.tooFew` for a group of one, `.noVariation` where a group is constant.
    package static func welch(_ groups: [[Double]]) throws(StatisticsError) -> FTest {
        let moments = try moments(of: groups, atLeast: 2)
        guard moments.allSatisfy({ $0.variance > 0 }) else { throw .noVariation("a group") }
        let weights = moments.map { Double($0.count) / $0.variance }
        let sum = weights.reduce(0, +)
        let mean = zip(weights, moments).reduce(0) { $0 + $1.0 * $1.1.mean } / sum
        let numerator = Double(groups.count - 1)
        let spread = zip(weights, moments).reduce(0) {
            $0 + $1.0 * ($1.1.mean - mean) * ($1.1.mean - mean)
        }
        let lambda = zip(weights, moments).reduce(0) { sum0, pair in
            let rest = 1 - pair.0 / sum
            return sum0 + rest * rest / Double(pair.1.count - 1)
        }
        let k = Double(groups.count)
        let scale = 1 + 2 * (k - 2) / (k * k - 1) * lambda
        return FTest(spread / numerator / scale, numerator, (k * k - 1) / (3 * lambda))
    }

    /// Whether groups spread equally: the F test of distances from the median (Brown and Forsythe 1974).
    ///
    /// - Throws: As `oneWay`.
    package static func brownForsythe(_ groups: [[Double]]) throws(StatisticsError) -> FTest {
        var distances: [[Double]] = []
        for group in groups {
            let median = try Quantile.median(of: group)
            distances.append(group.map { abs($0 - median) })
        }
        return try oneWay(distances)
    }

    private static func moments(
        of groups: [[Double]],
        atLeast needed: Int
    ) throws(StatisticsError) -> [Moments] {
        guard groups.count >= 2 else { throw .tooFew("groups", needed: 2, given: groups.count) }
        var moments: [Moments] = []
        for group in groups {
            try Require.finite(group, "group", atLeast: needed)
            moments.append(Moments(finite: group))
        }
        return moments
    }
}
