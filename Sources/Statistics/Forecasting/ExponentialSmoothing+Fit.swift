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

    /// The parameters and the start with the smallest squared error of one-step forecasts.
    ///
    /// Nelder and Mead's search (1965) for parameters on α in (0, 1), β ≤ α, γ ≤ 1 − α and Gauss-Newton steps
    /// for the start take turns, from `start(_:season:)` on; a local minimum is not excluded.
    ///
    /// - Throws: `.tooFew`, `.notFinite`, `.outOfRange` as the initialiser.
    package static func fit(
        _ values: [Double],
        season: Season,
        hasTrend: Bool = true
    ) throws(StatisticsError) -> ExponentialSmoothing {
        let start = try start(values, season: season)
        try Require.finite(values, "values")
        let search = SmoothingSearch(values: values, season: season, hasTrend: hasTrend)
        try check(values, season, search.parameters([0, 0, 0]))
        var best: (point: [Double], start: State, squares: Double)?
        for alpha in [-1.5, 0, 1.5] {
            for gamma in [-1.5, 1.5] {
                let found = search.descend(from: [alpha, -4, gamma], start)
                if found.squares < best?.squares ?? .infinity { best = found }
            }
        }
        guard let best else { throw .notConverged("smoothing parameters") }
        return try ExponentialSmoothing(
            values,
            season: season,
            parameters: search.parameters(best.point),
            start: best.start
        )
    }
}

/// The search for parameters and start of one series.
private struct SmoothingSearch {
    var values: [Double]
    var season: ExponentialSmoothing.Season
    var hasTrend: Bool

    /// Shares of what is allowed, by the logistic function: the search is then free.
    func parameters(_ point: [Double]) -> ExponentialSmoothing.Parameters {
        let shares = point.map { 1 / (1 + exp(-$0)) }
        let alpha = shares[0]
        return ExponentialSmoothing.Parameters(
            alpha: alpha,
            beta: hasTrend ? shares[1] * alpha : nil,
            gamma: season.period == nil ? nil : shares[2] * (1 - alpha)
        )
    }

    func descend(
        from point: [Double],
        _ start: ExponentialSmoothing.State
    ) -> (point: [Double], start: ExponentialSmoothing.State, squares: Double) {
        var best = (point: point, start: start, squares: Double.infinity)
        for _ in 0..<8 {
            let found = NelderMead.minimum(from: best.point, step: 1, iterations: 200) {
                squares(parameters($0), best.start)
            }
            let moved = refined(best.start, parameters(found.point), found.value)
            let isDone = moved.squares > best.squares * (1 - 1e-6)
            if moved.squares < best.squares { best = (found.point, moved.start, moved.squares) }
            if isDone { break }
        }
        return best
    }

    private func squares(
        _ parameters: ExponentialSmoothing.Parameters,
        _ start: ExponentialSmoothing.State
    ) -> Double {
        let squares = ExponentialSmoothing.run(values, season, parameters, start).squares
        return squares.isNaN ? .infinity : squares
    }

    /// One Gauss-Newton step of the start; one is enough where forecasts are linear in it.
    private func refined(
        _ start: ExponentialSmoothing.State,
        _ parameters: ExponentialSmoothing.Parameters,
        _ squares: Double
    ) -> (start: ExponentialSmoothing.State, squares: Double) {
        let base = ExponentialSmoothing.run(values, season, parameters, start).fitted
        // The last season stays: level and seasons could else trade without an effect.
        let directions = (hasTrend ? [0, 1] : [0]) + (0..<max(0, start.seasons.count - 1)).map { $0 + 2 }
        let columns = directions.map { direction in
            let step = direction == 0 || season == .none ? 1e-4 * max(1, abs(start.level)) : 1e-4
            let moved = ExponentialSmoothing.run(values, season, parameters, start.moved(direction, by: step))
            return zip(moved.fitted, base).map { ($0 - $1) / step }
        }
        let gaps = zip(values, base).map { $0 - $1 }
        guard let design = try? DesignMatrix(columns: columns, hasIntercept: false),
            let solution = try? LinearAlgebra.leastSquares(design, gaps)
        else { return (start, squares) }
        var next = start
        for (direction, step) in zip(directions, solution.coefficients) {
            next = next.moved(direction, by: step)
        }
        let after = self.squares(parameters, next)
        return after < squares ? (next, after) : (start, squares)
    }
}

extension ExponentialSmoothing.State {
    /// Moves the level (direction 0), the trend (1) or a season (2 and on).
    fileprivate func moved(_ direction: Int, by step: Double) -> ExponentialSmoothing.State {
        var moved = self
        switch direction {
        case 0: moved.level += step
        case 1: moved.trend += step
        default: moved.seasons[direction - 2] += step
        }
        return moved
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
