import Foundation
import Statistics

/// Intervals and tests around means, ratios and coefficients, at the sizes of suites and experiments.
enum EstimateChecks {
    static var all: [Check] { suites + resampled + means + regressions }

    private static let sizes = [20, 100, 500]

    /// Pass rates of a model over tasks; their true mean is one half.
    private static func rates(_ tasks: Int, _ samples: Int, _ generator: inout SeededGenerator) -> [Double] {
        (0..<tasks).map { _ in
            Double(generator.binomial(samples, generator.difficulty())) / Double(samples)
        }
    }

    private static var suites: [Check] {
        sizes.flatMap { tasks in
            [1, 10, 100].map { samples in
                Check(
                    name: "t interval of a pass rate, \(tasks) tasks × \(samples), coverage",
                    promise: .near(0.95, within: tasks == 20 ? 0.025 : 0.01),
                    share: samples == 100 ? 0.1 : 1
                ) { generator in
                    let values = rates(tasks, samples, &generator)
                    guard let interval = ConfidenceInterval.studentT(of: values) else { return false }
                    return (interval.low...interval.high).contains(0.5)
                }
            }
        }
            + sizes.map { tasks in
                Check(
                    name: "fixed suite, difference of two models, \(tasks) × 10, coverage",
                    promise: .near(0.95, within: 0.012),
                    share: 0.3
                ) { generator in
                    // The rates stay; 0.04 is the mean of 0.08 on every second task.
                    func model(_ tilt: Double) throws -> (values: [Double], variances: [Double]) {
                        let counts = (0..<tasks).map { index in
                            let rate =
                                0.15 + 0.6 * Double(index) / Double(tasks) + (index % 2 == 0 ? tilt : 0)
                            return generator.binomial(10, rate)
                        }
                        return (
                            counts.map { Double($0) / 10 },
                            try counts.map { try SamplingVariance.passAt1(successes: $0, samples: 10) }
                        )
                    }
                    let (first, second) = (try model(0.08), try model(0))
                    let interval = try FixedSuite.difference(
                        of: first.values,
                        second.values,
                        firstVariances: first.variances,
                        secondVariances: second.variances
                    ).interval()
                    return (interval.low...interval.high).contains(0.04)
                }
            }
    }

    private static var resampled: [Check] {
        sizes.flatMap { tasks in
            [
                Check(
                    name: "paired bootstrap of pass rates, \(tasks) tasks × 10, percentile, coverage",
                    promise: .near(0.95, within: tasks == 20 ? 0.03 : 0.012),
                    share: tasks == 500 ? 0.05 : 0.1
                ) { generator in
                    let differences = zip(rates(tasks, 10, &generator), rates(tasks, 10, &generator)).map(-)
                    let means = try Bootstrap(replicates: 1000, seed: generator.next()).means(of: differences)
                    let interval = try Bootstrap.interval(around: 0, distribution: means)
                    return (interval.low...interval.high).contains(0)
                },
                Check(
                    name: "BCa bootstrap of a pass rate, \(tasks) tasks × 10, coverage",
                    promise: .near(0.95, within: tasks == 20 ? 0.03 : 0.012),
                    share: tasks == 500 ? 0.05 : 0.1
                ) { generator in
                    let values = rates(tasks, 10, &generator)
                    return ConfidenceInterval.bcaBootstrap(
                        of: values,
                        replicates: 1000,
                        seed: generator.next()
                    ).map { ($0.low...$0.high).contains(0.5) } ?? false
                },
            ]
        } + [
            Check(
                name: "bootstrap of a ratio, 50 developers, percentile, coverage",
                promise: .near(0.95, within: 0.02),
                share: 0.1
            ) { generator in
                let shown = (0..<50).map { _ in Double(5 + generator.index(below: 36)) }
                let accepted = shown.map { Double(generator.binomial(Int($0), generator.difficulty())) }
                let ratios = try Bootstrap(replicates: 1000, seed: generator.next())
                    .ratios(numerators: accepted, denominators: shown)
                let interval = try Bootstrap.interval(around: 0, distribution: ratios)
                return (interval.low...interval.high).contains(0.5)
            },
            Check(
                name: "permutation of means, 7 + 7, exact, type I error",
                promise: .atMost(0.05),
                share: 0.1
            ) { generator in
                try PermutationTest.meanDifference(
                    generator.normals(7),
                    generator.normals(7),
                    seed: 1
                ).pValue <= 0.05
            },
        ]
    }

    private static var means: [Check] {
        [
            Check(
                name: "Brown-Forsythe, 3 × 30, equal spread, type I error",
                promise: .near(0.045, within: 0.01)
            ) { generator in
                let groups = (0..<3).map { _ in generator.normals(30) }
                return try AnalysisOfVariance.brownForsythe(groups).pValue < 0.05
            },
            Check(
                name: "Welch's t, 100 + 100 lognormal latencies, type I error",
                promise: .near(0.047, within: 0.01)
            ) { generator in
                let arms = (0..<2).map { _ in generator.normals(100).map { exp($0) } }
                return try TwoMeans(arms[0], arms[1]).welch().pValue() < 0.05
            },
            Check(
                name: "Lin's adjustment, 50 + 50, one covariate, type I error",
                promise: .near(0.05, within: 0.006),
                share: 0.5
            ) { generator in
                let before = generator.normals(100)
                let after = before.map { 0.7 * $0 + generator.normal() }
                return try RegressionAdjustment.effect(
                    outcome: after,
                    isTreated: (0..<100).map { $0 % 2 == 0 },
                    covariates: [before]
                ).pValue() < 0.05
            },
            Check(
                name: "relative lift by the delta method, 200 + 200, coverage",
                promise: .near(0.95, within: 0.01)
            ) { generator in
                func mean(_ centre: Double) throws -> Estimate {
                    let moments = try Moments(of: generator.normals(200).map { centre + $0 })
                    return try Estimate(
                        value: moments.mean,
                        standardError: moments.meanVariance.squareRoot(),
                        degreesOfFreedom: 199
                    )
                }
                let interval = try DeltaMethod.relativeLift(new: mean(3.3), base: mean(3)).interval()
                return (interval.low...interval.high).contains(0.1)
            },
            Check(
                name: "one-sided bound of a mean, 30 values, coverage",
                promise: .equals(0.95)
            ) { generator in
                let moments = try Moments(of: generator.normals(30))
                return try Estimate(
                    value: moments.mean,
                    standardError: moments.meanVariance.squareRoot(),
                    degreesOfFreedom: 29
                ).lowerBound() < 0
            },
        ]
    }

    private static var regressions: [Check] {
        [
            Check(name: "regression, 60 rows, classical, type I error", promise: .equals(0.05)) { generator in
                let x = generator.normals(60)
                let y = generator.normals(60)
                return try LinearRegression(DesignMatrix(columns: [x]), response: y)
                    .estimate(1, errors: .classical).pValue() < 0.05
            },
            Check(
                name: "regression, 60 rows, unequal variance, classical: must fail",
                promise: .atLeast(0.1)
            ) { generator in
                let x = generator.normals(60)
                let y = x.map { abs($0) * generator.normal() }
                return try LinearRegression(DesignMatrix(columns: [x]), response: y)
                    .estimate(1, errors: .classical).pValue() < 0.05
            },
        ]
            + [(LinearRegression.StandardErrors.hc0, "HC0"), (.hc1, "HC1")].map { errors, name in
                Check(
                    name: "regression, 500 rows, unequal variance, \(name), type I error",
                    promise: .near(0.05, within: 0.008),
                    share: 0.3
                ) { generator in
                    let x = generator.normals(500)
                    let y = x.map { (0.5 + abs($0)) * generator.normal() }
                    return try LinearRegression(DesignMatrix(columns: [x]), response: y)
                        .estimate(1, errors: errors).pValue() < 0.05
                }
            } + [
                Check(
                    name: "logistic regression, 500 rows, slope 1, coverage",
                    promise: .near(0.95, within: 0.01),
                    share: 0.2
                ) { generator in
                    let x = generator.normals(500)
                    let outcomes = x.map { value in
                        generator.isTrue(1 / (1 + exp(-value)))
                    }
                    let interval = try LogisticRegression(DesignMatrix(columns: [x]), outcomes: outcomes)
                        .estimate(1).interval()
                    return (interval.low...interval.high).contains(1)
                }
            ]
    }
}
