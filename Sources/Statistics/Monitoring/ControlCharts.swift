/// Charts that raise an alarm when a series leaves its level.
package enum ControlCharts {
    /// The level that a chart holds new values against.
    package struct Baseline: Sendable, Hashable {
        package var mean: Double
        package var standardDeviation: Double

        /// - Throws: `.outOfRange` for a deviation that is not positive.
        package init(mean: Double, standardDeviation: Double) throws(StatisticsError) {
            try Require.finite([mean], "mean")
            try Require.positive(standardDeviation, "standard deviation")
            self.mean = mean
            self.standardDeviation = standardDeviation
        }

        /// From a quiet stretch of the series, at least two values.
        ///
        /// - Throws: `.noVariation` where they are equal, `.tooFew`, `.notFinite`.
        package init(of values: [Double]) throws(StatisticsError) {
            try Require.finite(values, "baseline", atLeast: 2)
            let moments = Moments(finite: values)
            guard moments.variance > 0 else { throw .noVariation("baseline") }
            try self.init(mean: moments.mean, standardDeviation: moments.standardDeviation)
        }
    }

    /// The state of a chart after each value, and the first alarm.
    package struct Chart: Sendable, Hashable {
        /// One per value; for CUSUM the larger of both sums, in standard deviations.
        package var statistics: [Double]
        /// The position of the first value at which the chart alarms; nil for none.
        package var firstAlarm: Int?
        /// The sign of the shift at the first alarm: +1 upwards, −1 downwards.
        package var direction: Int?
    }

    /// The tabular CUSUM (Page 1954): sums of what exceeds `slack`, alarm above `threshold`.
    ///
    /// Both in standard deviations. The defaults find a shift of one deviation after about ten values and
    /// alarm falsely once in about 465.
    ///
    /// - Throws: `.outOfRange`, `.notFinite`.
    package static func cusum(
        _ values: [Double],
        baseline: Baseline,
        slack: Double = 0.5,
        threshold: Double = 5
    ) throws(StatisticsError) -> Chart {
        try Require.finite(values, "values")
        try Require.holds(slack >= 0, "slack", rule: "at least 0")
        try Require.positive(threshold, "threshold")
        var (up, down) = (0.0, 0.0)
        var chart = Chart(statistics: [])
        for (index, value) in values.enumerated() {
            let z = (value - baseline.mean) / baseline.standardDeviation
            up = max(0, up + z - slack)
            down = max(0, down - z - slack)
            chart.statistics.append(max(up, down))
            if chart.firstAlarm == nil, max(up, down) > threshold {
                chart.firstAlarm = index
                chart.direction = up >= down ? 1 : -1
            }
        }
        return chart
    }

    /// The exponentially weighted moving average (Roberts 1959), alarm beyond `width` of its deviations.
    ///
    /// `weight` in (0, 1] is that of the newest value. The limits are exact from the first value on.
    ///
    /// - Throws: `.outOfRange`, `.notFinite`.
    package static func ewma(
        _ values: [Double],
        baseline: Baseline,
        weight: Double = 0.2,
        width: Double = 3
    ) throws(StatisticsError) -> Chart {
        try Require.finite(values, "values")
        try Require.holds(weight > 0 && weight <= 1, "weight", rule: "in (0, 1]")
        try Require.positive(width, "width")
        var average = baseline.mean
        var decay = 1.0
        var chart = Chart(statistics: [])
        for (index, value) in values.enumerated() {
            average = weight * value + (1 - weight) * average
            decay *= (1 - weight) * (1 - weight)
            let limit =
                width * baseline.standardDeviation * (weight / (2 - weight) * (1 - decay)).squareRoot()
            chart.statistics.append(average)
            if chart.firstAlarm == nil, abs(average - baseline.mean) > limit {
                chart.firstAlarm = index
                chart.direction = average > baseline.mean ? 1 : -1
            }
        }
        return chart
    }
}
