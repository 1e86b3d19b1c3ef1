import Experiments
import Foundation
import Statistics

/// Readings of data that grow: what is valid at every look, what belief is worth, how long things last.
enum GrowingDataChecks {
    static var all: [Check] { peeking + beliefs + sequential + series }

    /// Looks at 0/1 outcomes or pass rates, with the standard error estimated from what is there.
    private static var peeking: [Check] {
        [(20, 500, 1), (20, 500, 10), (100, 2000, 1)].map { first, last, samples in
            Check(
                name:
                    "always-valid, pass rates of \(samples), every task from \(first) to \(last), ever wrong",
                promise: .atMost(0.05),
                share: 0.1
            ) { generator in
                var (count, mean, squares) = (0.0, 0.0, 0.0)
                for task in 1...last {
                    let (one, two) = (generator.difficulty(), generator.difficulty())
                    // Equal skill: the difference of two models' rates is 0 on average.
                    let value =
                        Double(generator.binomial(samples, one) - generator.binomial(samples, two))
                        / Double(samples)
                    count += 1
                    let gap = value - mean
                    mean += gap / count
                    squares += gap * (value - mean)
                    guard task >= first, squares > 0 else { continue }
                    let error = (squares / (count - 1) / count).squareRoot()
                    let anytime = try AlwaysValid(
                        tunedFor: Double(last) / 2,
                        deviation: error * count.squareRoot()
                    )
                    let interval = anytime.interval(of: try Estimate(value: mean, standardError: error))
                    if interval.low > 0 || interval.high < 0 { return true }
                }
                return false
            }
        } + [
            Check(
                name: "monitored experiment, 10 looks to 200 developers, ever claims",
                promise: .atMost(0.05),
                share: 0.03
            ) { generator in try claims(isMonitored: true, &generator) },
            Check(
                name: "the same read with ordinary intervals: must fail",
                promise: .atLeast(0.1),
                share: 0.03
            ) { generator in try claims(isMonitored: false, &generator) },
        ]
    }

    private static func claims(
        isMonitored: Bool,
        _ generator: inout SeededGenerator
    ) throws -> Bool {
        let design = ExperimentDesign(
            name: "null",
            unit: "developer",
            arms: [Arm("a"), Arm("b")],
            metrics: [Metric("acceptance", kind: .ratio)],
            horizon: 200,
            isMonitored: isMonitored
        )
        var (accepted, shown): ([Double], [Double]) = ([], [])
        for look in 1...10 {
            for _ in 0..<40 {
                let size = 5 + generator.index(below: 30)
                shown.append(Double(size))
                accepted.append(Double(generator.binomial(size, generator.difficulty())))
            }
            let data = ExperimentData(
                units: Array(0..<40 * look),
                arms: (0..<40 * look).map { $0 % 2 },
                metrics: ["acceptance": .init(accepted, denominators: shown)]
            )
            let analysis = try ExperimentAnalysis(design, data: data)
            if let p = analysis.metrics[0].adjustedPValue, p < 0.05 { return true }
        }
        return false
    }

    /// Where the truth is drawn from the prior, a belief of 95 % is right in 95 % of the cases, exactly.
    private static var beliefs: [Check] {
        [20, 100, 500].map { size in
            Check(name: "Beta(1, 1) posterior, \(size) trials, interval covers", promise: .equals(0.95)) {
                generator in
                let share = generator.uniform()
                let pair = TwoProportions(
                    try Proportion(generator.binomial(size, share), of: size),
                    try Proportion(1, of: 2)
                )
                let interval = try BetaBinomialComparison(pair).firstInterval
                return (interval.low...interval.high).contains(share)
            }
        } + [
            Check(
                name: "Beta(1, 1) comparison, 50 + 50, an arm believed better at 95 % is better",
                promise: .atLeast(0.95),
                share: 0.3
            ) { generator in
                let shares = [generator.uniform(), generator.uniform()]
                let pair = TwoProportions(
                    try Proportion(generator.binomial(50, shares[0]), of: 50),
                    try Proportion(generator.binomial(50, shares[1]), of: 50)
                )
                let chance = try BetaBinomialComparison(pair).probabilitySecondIsBetter
                guard max(chance, 1 - chance) >= 0.95 else { throw StatisticsError.noVariation("belief") }
                return (shares[1] > shares[0]) == (chance > 0.5)
            },
            Check(name: "normal posterior with the true prior, interval covers", promise: .equals(0.95)) {
                generator in
                let effect = 0.5 * generator.normal()
                let estimate = try Estimate(value: effect + generator.normal(), standardError: 1)
                let interval = try NormalPosterior(of: estimate, priorDeviation: 0.5).interval()
                return (interval.low...interval.high).contains(effect)
            },
        ]
    }

    private static var sequential: [Check] {
        let times = [0.25, 0.5, 0.75, 1]
        return GroupSequential.Spending.allCases.compactMap { shape in
            // Not every spending has a classical form.
            guard let bounds = try? GroupSequential(classical: shape, times: times).bounds else { return nil }
            return Check(
                name: "four looks, classical \(shape.rawValue), type I error",
                promise: .near(0.05, within: 0.0005)
            ) { generator in ExperimentChecks.crosses(bounds, &generator) }
        }
    }

    private static var series: [Check] {
        [40, 200].map { units in
            Check(
                name: "Kaplan-Meier median, \(units) units, a third censored, coverage",
                promise: .near(0.95, within: 0.02)
            ) { generator in
                let ends = (0..<units).map { _ in generator.exponential() }
                let censored = (0..<units).map { _ in 2 * generator.exponential() }
                let interval = try KaplanMeier(
                    times: zip(ends, censored).map { min($0, $1) },
                    hasEnded: zip(ends, censored).map { $0 <= $1 }
                ).medianInterval()
                return interval.low <= log(2.0) && log(2.0) <= interval.high
            }
        } + [
            Check(
                name: "exponential smoothing, 100 values, fifth forecast, interval covers",
                promise: .near(0.945, within: 0.01)
            ) { generator in
                // The model itself draws the series: level and trend move with the errors.
                var (level, trend) = (50.0, 0.2)
                let values = (0..<105).map { _ -> Double in
                    let error = generator.normal()
                    let value = level + trend + error
                    level += trend + 0.4 * error
                    trend += 0.05 * error
                    return value
                }
                let smoothing = try ExponentialSmoothing(
                    Array(values.prefix(100)),
                    season: .none,
                    parameters: .init(alpha: 0.4, beta: 0.05),
                    start: .init(level: 50, trend: 0.2)
                )
                let interval = try smoothing.forecastIntervals(horizon: 5)[4]
                return (interval.low...interval.high).contains(values[104])
            },
            // An average run of 465 values up to an alarm: 1 − exp(−100/465) = 0.19 within 100, a little less
            // because the sums start at zero.
            Check(name: "CUSUM, 100 quiet values, alarms", promise: .near(0.185, within: 0.02)) { generator in
                let baseline = try ControlCharts.Baseline(mean: 0, standardDeviation: 1)
                return try ControlCharts.cusum(generator.normals(100), baseline: baseline).firstAlarm != nil
            },
            Check(name: "CUSUM, a shift of 1.5 deviations is found in 20 values", promise: .atLeast(0.95)) {
                generator in
                let baseline = try ControlCharts.Baseline(mean: 0, standardDeviation: 1)
                let values = generator.normals(20).map { $0 + 1.5 }
                return try ControlCharts.cusum(values, baseline: baseline).firstAlarm != nil
            },
        ]
    }
}
