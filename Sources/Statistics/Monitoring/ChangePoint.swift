import Foundation

/// Where the level of a series changes, once, at an unknown time.
package struct ChangePoint: Sendable, Hashable {
    /// The position of the last value before the change.
    package var lastBefore: Int
    /// Pettitt's K; the largest |U|.
    package var statistic: Double
    /// Of no change; approximate (Pettitt 1979), at most 1.
    package var pValue: Double

    /// Pettitt's rank test; blind to outliers, needs independent values.
    ///
    /// - Throws: `.tooFew` for fewer than four values, `.noVariation` where all are equal.
    package static func pettitt(_ values: [Double]) throws(StatisticsError) -> ChangePoint {
        try Require.finite(values, "values", atLeast: 4)
        guard values.contains(where: { $0 != values[0] }) else { throw .noVariation("values") }
        let ranks = Ranking(of: values).ranks
        let total = Double(values.count)
        var (sum, largest, position) = (0.0, 0.0, 0)
        for index in 0..<values.count - 1 {
            sum += ranks[index]
            let u = abs(2 * sum - Double(index + 1) * (total + 1))
            if u > largest { (largest, position) = (u, index) }
        }
        let pValue = min(1, 2 * exp(-6 * largest * largest / (total * total * total + total * total)))
        return ChangePoint(lastBefore: position, statistic: largest, pValue: pValue)
    }

    /// The position before which the cumulative sum of deviations from the mean is farthest from zero.
    ///
    /// The least-squares estimate under one shift of the mean, without a test.
    ///
    /// - Throws: As `pettitt`.
    package static func largestCumulativeSum(_ values: [Double]) throws(StatisticsError) -> Int {
        try Require.finite(values, "values", atLeast: 4)
        let mean = Moments(finite: values).mean
        guard values.contains(where: { $0 != values[0] }) else { throw .noVariation("values") }
        var (sum, largest, position) = (0.0, 0.0, 0)
        for (index, value) in values.enumerated() {
            sum += value - mean
            if abs(sum) > largest { (largest, position) = (abs(sum), index) }
        }
        return position
    }
}
