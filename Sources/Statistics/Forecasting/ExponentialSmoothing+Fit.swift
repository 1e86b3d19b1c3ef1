import Foundation

extension ExponentialSmoothing {
    /// A start from the first two cycles: mean of the first, rise per step, deviations of the first.
    ///
    /// Without a season: the first value and, for the trend, the first difference.
    ///
    /// - Throws: `.tooFew` for fewer than two cycles (or two values).
    package static func start(_ values: [Double], season: Season) throws(StatisticsError) -> State {
        guard let period = season.period else {
            try Require.finite(values, "values", atLeast: 2)
            return State(level: values[0], trend: values[1] - values[0])
        }
        try Require.holds(period >= 2, "period", rule: "at least 2")
        try Require.finite(values, "values", atLeast: 2 * period)
        let first = Moments(finite: Array(values[..<period])).mean
        let second = Moments(finite: Array(values[period..<2 * period])).mean
        let seasons = values[..<period].map { value in
            if case .multiplicative = season { return value / first }
            return value - first
        }
        return State(level: first, trend: (second - first) / Double(period), seasons: seasons)
    }

    /// The parameters with the smallest squared error of one-step forecasts, from `start(_:season:)`.
    ///
    /// Nelder and Mead's search (1965) from several points on α in (0, 1), β ≤ α, γ ≤ 1 − α.
    ///
    /// - Throws: `.tooFew`, `.notFinite`, `.outOfRange` as the initialiser.
    package static func fit(
        _ values: [Double],
        season: Season,
        hasTrend: Bool = true
    ) throws(StatisticsError) -> ExponentialSmoothing {
        let start = try start(values, season: season)
        func parameters(_ point: [Double]) -> Parameters {
            // Shares of what is allowed, by the logistic function: the search is then free.
            let shares = point.map { 1 / (1 + exp(-$0)) }
            let alpha = shares[0]
            return Parameters(
                alpha: alpha,
                beta: hasTrend ? shares[1] * alpha : nil,
                gamma: season.period == nil ? nil : shares[2] * (1 - alpha)
            )
        }
        var best: (point: [Double], value: Double)?
        for alpha in [-1.5, 0, 1.5] {
            for gamma in [-1.5, 1.5] {
                let found = NelderMead.minimum(from: [alpha, -4, gamma], step: 1.5, iterations: 600) {
                    let squares = run(values, season, parameters($0), start).squares
                    return squares.isNaN ? .infinity : squares
                }
                if found.value < best?.value ?? .infinity { best = found }
            }
        }
        guard let best else { throw .notConverged("smoothing parameters") }
        return try ExponentialSmoothing(
            values,
            season: season,
            parameters: parameters(best.point),
            start: start
        )
    }
}

/// How good a forecast was.
package enum ForecastError {
    /// Mean of |actual − forecast| / |actual|.
    ///
    /// - Throws: `.outOfRange` where an actual value is zero.
    package static func meanAbsolutePercentage(
        actual: [Double],
        forecast: [Double]
    ) throws(StatisticsError) -> Double {
        try check(actual, forecast)
        try Require.holds(actual.allSatisfy { $0 != 0 }, "actual values", rule: "other than 0")
        return zip(actual, forecast).reduce(0) { $0 + abs(($1.0 - $1.1) / $1.0) } / Double(actual.count)
    }

    /// Mean of |actual − forecast| over that of the seasonal naive forecast in the training data.
    ///
    /// Hyndman and Koehler 2006; below 1 it beats that forecast. `period` 1 is the plain naive forecast.
    ///
    /// - Throws: `.tooFew` for training data no longer than a period, `.noVariation` where they repeat.
    package static func meanAbsoluteScaled(
        actual: [Double],
        forecast: [Double],
        training: [Double],
        period: Int = 1
    ) throws(StatisticsError) -> Double {
        try check(actual, forecast)
        try Require.holds(period >= 1, "period", rule: "at least 1")
        try Require.finite(training, "training values", atLeast: period + 1)
        let naive = zip(training, training.dropFirst(period)).reduce(0) { $0 + abs($1.1 - $1.0) }
        guard naive > 0 else { throw .noVariation("training values over a period") }
        let scale = naive / Double(training.count - period)
        let error = zip(actual, forecast).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(actual.count)
        return error / scale
    }

    private static func check(_ actual: [Double], _ forecast: [Double]) throws(StatisticsError) {
        try Require.sameLength(actual.count, forecast.count, "actual values and forecasts")
        try Require.finite(actual, "actual values")
        try Require.finite(forecast, "forecasts")
    }
}
