import Foundation

/// Forecasts from level, trend and season, each an exponentially weighted average (Holt, Winters 1960).
///
/// The error-correction form: e = y − fitted; level + α e, trend + α β* e = + β e, season + γ e, and for a
/// multiplicative season γ · y/(level + trend) + (1 − γ) · season.
package struct ExponentialSmoothing: Sendable, Hashable {
    package enum Season: Sendable, Hashable {
        case none
        /// Added to the level; `period` values make a cycle.
        case additive(period: Int)
        /// Multiplied with it; all values must be positive.
        case multiplicative(period: Int)

        var period: Int? {
            switch self {
            case .none: nil
            case .additive(let period), .multiplicative(let period): period
            }
        }
    }

    /// Smoothing parameters; `beta` is that of the error-correction form (not β/α), nil for no trend.
    package struct Parameters: Sendable, Hashable {
        /// Of the level, in (0, 1).
        package var alpha: Double
        /// Of the trend, in [0, alpha]; nil for no trend.
        package var beta: Double?
        /// Of the season, in [0, 1 − alpha]; nil for none.
        package var gamma: Double?
        /// By which the trend shrinks at every step, in (0, 1]; 1 for a trend that goes on.
        package var damping: Double

        package init(alpha: Double, beta: Double? = nil, gamma: Double? = nil, damping: Double = 1) {
            self.alpha = alpha
            self.beta = beta
            self.gamma = gamma
            self.damping = damping
        }
    }

    /// Level, trend and one season per position of the cycle before the first value.
    package struct State: Sendable, Hashable {
        package var level: Double
        package var trend: Double
        /// Empty without a season.
        package var seasons: [Double]

        package init(level: Double, trend: Double = 0, seasons: [Double] = []) {
            self.level = level
            self.trend = trend
            self.seasons = seasons
        }
    }

    package let season: Season
    package let parameters: Parameters
    /// The forecast of each value from those before it.
    package let fitted: [Double]
    /// Σ (value − fitted)².
    package let squaredError: Double
    private let final: State
    private let count: Int

    /// Runs the recursion over the values from given parameters and start.
    ///
    /// - Throws: `.outOfRange` for parameters or periods that do not fit together, `.notFinite`, `.tooFew`.
    package init(
        _ values: [Double],
        season: Season,
        parameters: Parameters,
        start: State
    ) throws(StatisticsError) {
        try Require.finite(values, "values")
        try Self.check(values, season, parameters)
        try Require.sameLength(start.seasons.count, season.period ?? 0, "seasons and period")
        self.season = season
        self.parameters = parameters
        let run = Self.run(values, season, parameters, start)
        guard run.squares.isFinite else { throw .notFinite("fitted values") }
        fitted = run.fitted
        squaredError = run.squares
        final = run.state
        count = values.count
    }

    /// The forecasts of the next `horizon` values.
    ///
    /// - Throws: `.outOfRange` for a horizon below 1 or above 10⁵.
    package func forecast(horizon: Int) throws(StatisticsError) -> [Double] {
        try Require.holds((1...100_000).contains(horizon), "horizon", rule: "in 1...100,000")
        var reach = 0.0
        var factor = 1.0
        return (1...horizon).map { step in
            factor *= parameters.damping
            reach += factor
            let base = final.level + (parameters.beta == nil ? 0 : reach * final.trend)
            guard let period = season.period else { return base }
            let seasonal = final.seasons[(count + step - 1) % period]
            if case .multiplicative = season { return base * seasonal }
            return base + seasonal
        }
    }

    /// One future: the recursion fed with its own forecasts and normal errors.
    func future(steps: Int, _ deviation: Double, _ generator: inout SeededGenerator) -> [Double] {
        var state = final
        return (0..<steps).map { step in
            let trend = parameters.beta == nil ? 0 : parameters.damping * state.trend
            let base = state.level + trend
            let position = (count + step) % (season.period ?? 1)
            let error = deviation * Self.normal(&generator)
            var expected = base
            var shift = error
            switch season {
            case .none: break
            case .additive:
                expected = base + state.seasons[position]
                state.seasons[position] += (parameters.gamma ?? 0) * error
            case .multiplicative:
                let factor = state.seasons[position]
                expected = base * factor
                shift = error / factor
                let gamma = parameters.gamma ?? 0
                state.seasons[position] = gamma * (expected + error) / base + (1 - gamma) * factor
            }
            state.level = base + parameters.alpha * shift
            state.trend = trend + (parameters.beta ?? 0) * shift
            return expected + error
        }
    }

    /// Standard normal, as the quantile of a uniform number.
    private static func normal(_ generator: inout SeededGenerator) -> Double {
        Distribution.normalQuantile((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
    }

    // MARK: - Recursion

    static func check(
        _ values: [Double],
        _ season: Season,
        _ parameters: Parameters
    ) throws(StatisticsError) {
        let alpha = parameters.alpha
        try Require.holds(alpha >= 0 && alpha <= 1, "alpha", rule: "in [0, 1]")
        try Require.holds((0...1).contains(parameters.beta ?? 0), "beta", rule: "in [0, 1]")
        try Require.holds((0...1).contains(parameters.gamma ?? 0), "gamma", rule: "in [0, 1]")
        try Require.holds(parameters.damping > 0 && parameters.damping <= 1, "damping", rule: "in (0, 1]")
        try Require.holds(
            (parameters.gamma == nil) == (season.period == nil),
            "gamma",
            rule: "there with a season"
        )
        if let period = season.period { try Require.holds(period >= 2, "period", rule: "at least 2") }
        if case .multiplicative = season {
            try Require.holds(
                values.allSatisfy { $0 > 0 },
                "values",
                rule: "positive for a multiplicative season"
            )
        }
    }

    static func run(
        _ values: [Double],
        _ season: Season,
        _ parameters: Parameters,
        _ start: State
    ) -> (fitted: [Double], squares: Double, state: State) {
        var state = start
        var fitted: [Double] = []
        fitted.reserveCapacity(values.count)
        var squares = 0.0
        for (index, value) in values.enumerated() {
            let trend = parameters.beta == nil ? 0 : parameters.damping * state.trend
            let base = state.level + trend
            let position = index % (season.period ?? 1)
            let expected: Double
            // The error on the scale of the level.
            let shift: Double
            switch season {
            case .none:
                expected = base
                shift = value - expected
            case .additive:
                expected = base + state.seasons[position]
                shift = value - expected
                state.seasons[position] += (parameters.gamma ?? 0) * shift
            case .multiplicative:
                let factor = state.seasons[position]
                expected = base * factor
                shift = (value - expected) / factor
                let gamma = parameters.gamma ?? 0
                state.seasons[position] = gamma * value / base + (1 - gamma) * factor
            }
            state.level = base + parameters.alpha * shift
            state.trend = trend + (parameters.beta ?? 0) * shift
            squares += (value - expected) * (value - expected)
            fitted.append(expected)
        }
        return (fitted, squares, state)
    }
}
