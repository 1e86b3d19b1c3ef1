/// Count, mean and variance of a sample.
///
/// Two passes around the mean: values such as 10⁹ + {0, 1, 2} keep their variance.
package struct Moments: Sendable, Hashable {
    package var count: Int
    package var mean: Double
    /// With n − 1 in the denominator; zero for one value.
    package var variance: Double

    /// - Throws: `StatisticsError.tooFew` without values, `.notFinite`.
    package init(of values: [Double], _ what: String = "values") throws(StatisticsError) {
        try Require.finite(values, what)
        self.init(finite: values)
    }

    /// Summary statistics that someone else computed.
    package init(count: Int, mean: Double, variance: Double) throws(StatisticsError) {
        try Require.holds(count > 0, "count", rule: "positive")
        try Require.finite([mean, variance], "moments")
        try Require.holds(variance >= 0, "variance", rule: "at least 0")
        self.count = count
        self.mean = mean
        self.variance = variance
    }

    /// Of one finite value or more.
    package init(finite values: [Double]) {
        let number = Double(values.count)
        let rough = values.reduce(0, +) / number
        // The mean of what is left of the first pass takes its rounding error away.
        let mean = rough + values.reduce(0) { $0 + ($1 - rough) } / number
        var squares = 0.0
        var rest = 0.0
        for value in values {
            squares += (value - mean) * (value - mean)
            rest += value - mean
        }
        count = values.count
        self.mean = mean
        variance = values.count > 1 ? max(0, squares - rest * rest / number) / (number - 1) : 0
    }

    /// The square root of the variance.
    package var standardDeviation: Double { variance.squareRoot() }

    /// The variance of the mean, for independent values.
    package var meanVariance: Double { variance / Double(count) }

    /// The covariance of two samples of equal length, with n − 1 in the denominator.
    static func covariance(_ first: [Double], _ second: [Double]) -> Double {
        let one = Moments(finite: first).mean
        let two = Moments(finite: second).mean
        let sum = zip(first, second).reduce(0) { $0 + ($1.0 - one) * ($1.1 - two) }
        return sum / Double(first.count - 1)
    }
}
