import Experiments
import Statistics

/// Intervals of proportions, metrics of experiments and looks at growing data.
enum ExperimentChecks {
    static var all: [Check] { intervals + differences + ratios + sequential + analyses }

    private static var intervals: [Check] {
        [20, 100, 500].flatMap { trials in
            [0.1, 0.5, 0.9].flatMap { share in
                [
                    (ConfidenceInterval.Method.wilson, Check.Promise.near(0.95, within: 0.025)),
                    (.clopperPearson, .atLeast(0.95)), (.wilsonCorrected, .atLeast(0.94)),
                    (.agrestiCoull, .near(0.96, within: 0.025)), (.jeffreys, .near(0.95, within: 0.045)),
                ].map { method, promise in
                    Check(
                        name: "\(method.rawValue), \(trials) trials at \(share), coverage",
                        promise: promise
                    ) { generator in
                        let value = try Proportion(generator.binomial(trials, share), of: trials)
                        let interval = try ConfidenceInterval.proportion(value, method: method)
                        return (interval.low...interval.high).contains(share)
                    }
                }
            }
        }
    }

    private static var differences: [Check] {
        [20, 100, 500].flatMap { size in
            [ConfidenceInterval.Method.newcombe, .miettinenNurminen, .agrestiCaffo].map { method in
                Check(
                    name: "\(method.rawValue), \(size) + \(size) at .6 and .3, coverage",
                    promise: .near(0.95, within: 0.015),
                    share: method == .miettinenNurminen ? 0.3 : 1
                ) { generator in
                    let pair = TwoProportions(
                        try Proportion(generator.binomial(size, 0.6), of: size),
                        try Proportion(generator.binomial(size, 0.3), of: size)
                    )
                    let interval = try pair.interval(method: method)
                    return (interval.low...interval.high).contains(0.3)
                }
            }
        }
    }

    /// Developers with a habit each: between five and forty suggestions.
    private static func developers(
        _ count: Int,
        _ generator: inout SeededGenerator
    ) -> (accepted: [Double], shown: [Double]) {
        var (accepted, shown): ([Double], [Double]) = ([], [])
        for _ in 0..<count {
            let habit = generator.difficulty()
            let size = 5 + generator.index(below: 36)
            shown.append(Double(size))
            accepted.append(Double(generator.binomial(size, habit)))
        }
        return (accepted, shown)
    }

    private static var ratios: [Check] {
        [20, 50, 200].map { count in
            Check(
                name: "acceptance by \(count) developers, delta method, coverage",
                promise: .near(0.95, within: count == 20 ? 0.03 : 0.015)
            ) { generator in
                let data = developers(count, &generator)
                let ratio = try RatioMetric(numerators: data.accepted, denominators: data.shown)
                // A logistic normal without a shift has the mean ½.
                let interval = ratio.estimate.interval()
                return (interval.low...interval.high).contains(0.5)
            }
        } + [
            Check(
                name: "the same by event, 50 developers, type I error: must fail",
                promise: .atLeast(0.3)
            ) { generator in
                let (first, second) = (developers(50, &generator), developers(50, &generator))
                func share(_ data: (accepted: [Double], shown: [Double])) throws -> Proportion {
                    try Proportion(Int(data.accepted.reduce(0, +)), of: Int(data.shown.reduce(0, +)))
                }
                return try TwoProportions(share(first), share(second)).pooledZ().pValue < 0.05
            }
        ]
    }

    private static var sequential: [Check] {
        let times = [0.2, 0.4, 0.6, 0.8, 1]
        return [
            Check(
                name: "always-valid interval, 2,000 looks, ever excludes the truth",
                promise: .atMost(0.05),
                share: 0.1
            ) { generator in
                let anytime = try AlwaysValid(tunedFor: 500, deviation: 1)
                var sum = 0.0
                for look in 1...2000 {
                    sum += generator.normal()
                    let estimate = try Estimate(
                        value: sum / Double(look),
                        standardError: 1 / Double(look).squareRoot()
                    )
                    if anytime.pValue(of: estimate) < 0.05 { return true }
                }
                return false
            },
            Check(
                name: "ordinary interval, 2,000 looks: must fail",
                promise: .atLeast(0.4),
                share: 0.1
            ) { generator in
                var sum = 0.0
                for look in 1...2000 {
                    sum += generator.normal()
                    if look >= 20, abs(sum) > 1.96 * Double(look).squareRoot() { return true }
                }
                return false
            },
        ]
            + GroupSequential.Spending.allCases.compactMap { spending in
                guard let bounds = try? GroupSequential(times: times, spending: spending).bounds else {
                    return nil
                }
                return Check(
                    name: "five looks, \(spending.rawValue) spending, type I error",
                    promise: .near(0.05, within: 0.0005)
                ) { generator in crosses(bounds, &generator) }
            }
    }

    /// Whether a sum of equal independent steps without drift passes one of the bounds, of which each step has one.
    static func crosses(_ bounds: [Double], _ generator: inout SeededGenerator) -> Bool {
        var sum = 0.0
        for (index, bound) in bounds.enumerated() {
            sum += generator.normal()
            if abs(sum) / Double(index + 1).squareRoot() > bound { return true }
        }
        return false
    }

    private static var analyses: [Check] {
        [30, 200].map { count in
            Check(
                name: "experiment with \(count) developers per arm, a gain is claimed",
                promise: .near(0.025, within: 0.008),
                share: 0.3
            ) { generator in
                var (units, arms, values): ([Int], [Int], [Double]) = ([], [], [])
                for unit in 0..<2 * count {
                    let habit = generator.difficulty()
                    for _ in 0...generator.index(below: 12) {
                        units.append(unit)
                        arms.append(unit % 2)
                        values.append(generator.isTrue(habit) ? 1 : 0)
                    }
                }
                let design = ExperimentDesign(
                    name: "null",
                    unit: "developer",
                    arms: [Arm("a"), Arm("b")],
                    metrics: [Metric("acceptance", kind: .proportion)]
                )
                let data = ExperimentData(units: units, arms: arms, metrics: ["acceptance": .init(values)])
                return try ExperimentAnalysis(design, data: data).recommendations[0].action == .ship
            }
        }
    }
}
