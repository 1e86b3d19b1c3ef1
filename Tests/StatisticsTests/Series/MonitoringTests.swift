import Testing

@testable import Statistics

/// Montgomery, Introduction to Statistical Quality Control: the data of tables 9.1 and 9.10, mean 10,
/// deviation 1, shift of one deviation after the twentieth value.
struct ControlChartTests {
    private static let values = [
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37,
        10.62,
        10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
    ]

    /// The book: the upper sum is 5.28 at the 29th value, the first above 5.
    @Test func `the published CUSUM alarms at the twenty-ninth value`() throws {
        let baseline = try ControlCharts.Baseline(mean: 10, standardDeviation: 1)
        let chart = try ControlCharts.cusum(Self.values, baseline: baseline)

        #expect(chart.firstAlarm == 28)
        #expect(chart.direction == 1)
        #expect(abs(chart.statistics[28] - 5.28) < 1e-9)
    }

    /// Zᵢ = .1 xᵢ + .9 Zᵢ₋₁ in a spreadsheet: 10.573 within, then 10.647 beyond the book's limit of 10.62.
    @Test func `the moving average alarms at the value after`() throws {
        let baseline = try ControlCharts.Baseline(mean: 10, standardDeviation: 1)
        let chart = try ControlCharts.ewma(Self.values, baseline: baseline, weight: 0.1, width: 2.7)

        #expect(chart.firstAlarm == 28)
        #expect(abs(chart.statistics[27] - 10.57314) < 5e-6)
        #expect(abs(chart.statistics[28] - 10.64682) < 5e-6)
    }

    @Test func `a quiet series raises nothing and a constant baseline is refused`() throws {
        let quiet = try ControlCharts.cusum(
            [1, 2, 1, 2, 1],
            baseline: .init(of: [1, 2, 1, 2])
        )

        #expect(quiet.firstAlarm == nil)
        #expect(throws: StatisticsError.noVariation("baseline")) { try ControlCharts.Baseline(of: [3, 3]) }
        #expect(throws: StatisticsError.self) {
            try ControlCharts.ewma([1], baseline: .init(mean: 0, standardDeviation: 1), weight: 0)
        }
    }

    @Test func `a step is found where it is`() throws {
        let series = [1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8].map(Double.init)

        #expect(try ChangePoint.pettitt(series).lastBefore == 5)
        #expect(try ChangePoint.largestCumulativeSum(series) == 5)
        #expect(throws: StatisticsError.noVariation("values")) { try ChangePoint.pettitt([1, 1, 1, 1]) }
    }
}

struct ExponentialSmoothingTests {
    /// Simple smoothing by hand: σ² (1 + (h − 1) α²); with a trend the weights are α + β j (Hyndman and others 2008).
    @Test func `forecast intervals widen by the closed forms`() throws {
        let values = (0..<40).map { Double(($0 * 7) % 11) }
        let level = try ExponentialSmoothing(
            values,
            season: .none,
            parameters: .init(alpha: 0.3),
            start: .init(level: 5)
        )
        let trend = try ExponentialSmoothing(
            values,
            season: .none,
            parameters: .init(alpha: 0.3, beta: 0.1),
            start: .init(level: 5)
        )
        func halves(_ smoothing: ExponentialSmoothing, known: Double) throws -> [Double] {
            let unit = 1.959963984540054 * (smoothing.squaredError / (40 - known)).squareRoot()
            return try smoothing.forecastIntervals(horizon: 3).map { ($0.high - $0.low) / 2 / unit }
        }

        let plain = try halves(level, known: 1)
        let sloped = try halves(trend, known: 2)

        #expect(isClose(plain[0], 1, 1e-12) && isClose(sloped[0], 1, 1e-12))
        #expect(isClose(plain[2], 1.18.squareRoot(), 1e-12))
        #expect(isClose(sloped[2], (1 + 0.16 + 0.25).squareRoot(), 1e-12))
    }

    @Test(arguments: [ExponentialSmoothing.Season.additive(period: 4), .multiplicative(period: 4)])
    func `drawn futures spread as the closed form says, and the same seed draws the same`(
        season: ExponentialSmoothing.Season
    ) throws {
        // Seasons of one factor: multiplying by 1 or adding 0 is the same model, but for noise in the seasons.
        let values = (0..<60).map { 100 + Double(($0 * 7) % 11) }
        let isAdditive = season == .additive(period: 4)
        let smoothing = try ExponentialSmoothing(
            values,
            season: season,
            parameters: .init(alpha: 0.3, beta: 0.05, gamma: 0),
            start: .init(level: 105, seasons: [Double](repeating: isAdditive ? 0 : 1, count: 4))
        )
        var generator = SeededGenerator(seed: 3)
        let drawn = (0..<4000).map { _ in smoothing.future(steps: 6, 2, &generator)[5] }
        let weights = (1...5).map { 0.3 + 0.05 * Double($0) }
        let expected = 4 * weights.reduce(1) { $0 + $1 * $1 }

        #expect(abs(try Moments(of: drawn).variance / expected - 1) < 0.1)
        #expect(
            try smoothing.forecastIntervals(horizon: 6, seed: 9)
                == smoothing.forecastIntervals(horizon: 6, seed: 9)
        )
    }

    /// By hand: level 10 → 10 + .5·2 = 11 → 11 + .5·(−3) = 9.5.
    @Test func `simple smoothing moves half way`() throws {
        let smoothing = try ExponentialSmoothing(
            [12, 8],
            season: .none,
            parameters: .init(alpha: 0.5),
            start: .init(level: 10)
        )

        #expect(smoothing.fitted == [10, 11])
        #expect(smoothing.squaredError == 13)
        #expect(try smoothing.forecast(horizon: 3) == [9.5, 9.5, 9.5])
    }

    @Test func `a line is continued exactly and a damped one flattens`() throws {
        let line = (0..<10).map { 3 + 2 * Double($0) }
        func forecast(_ damping: Double) throws -> [Double] {
            try ExponentialSmoothing(
                line,
                season: .none,
                parameters: .init(alpha: 0.4, beta: 0.2, damping: damping),
                start: .init(level: 1, trend: 2)
            ).forecast(horizon: 3)
        }

        #expect(areClose(try forecast(1), [23, 25, 27]))
        let damped = try forecast(0.8)
        #expect(damped[2] - damped[1] < damped[1] - damped[0])
    }

    @Test(arguments: [
        ExponentialSmoothing.Season.additive(period: 4), .multiplicative(period: 4),
    ])
    func `a repeating season is found and continued`(season: ExponentialSmoothing.Season) throws {
        let pattern: [Double] = season == .additive(period: 4) ? [5, -3, -4, 2] : [1.2, 0.9, 0.7, 1.2]
        func value(_ step: Int) -> Double {
            let level = 100 + Double(step)
            return season == .additive(period: 4) ? level + pattern[step % 4] : level * pattern[step % 4]
        }
        let fit = try ExponentialSmoothing.fit((0..<32).map(value), season: season)

        #expect(fit.squaredError < 0.5)
        let forecast = try fit.forecast(horizon: 8)
        for step in 0..<8 { #expect(abs(forecast[step] - value(32 + step)) < 0.5) }
    }

    @Test func `what does not fit together is refused`() {
        #expect(throws: StatisticsError.self) {
            try ExponentialSmoothing.fit([1, 2, 3], season: .additive(period: 4))
        }
        #expect(throws: StatisticsError.self) {
            try ExponentialSmoothing.fit([1, 2, 0, 1, 2, 3, 1, 2], season: .multiplicative(period: 4))
        }
        #expect(throws: StatisticsError.self) {
            try ExponentialSmoothing(
                [1],
                season: .none,
                parameters: .init(alpha: 1.5),
                start: .init(level: 1)
            )
        }
    }

    /// Hyndman and Koehler 2006: mean error 1 over mean step 2.
    @Test func `errors are scaled as published`() throws {
        let scaled = try ForecastError.meanAbsoluteScaled(
            actual: [10, 12],
            forecast: [9, 13],
            training: [1, 3, 5, 7]
        )

        #expect(scaled == 0.5)
        #expect(isClose(try ForecastError.meanAbsolutePercentage(actual: [10, 20], forecast: [9, 22]), 0.1))
        #expect(throws: StatisticsError.self) {
            try ForecastError.meanAbsolutePercentage(actual: [0], forecast: [1])
        }
    }
}
