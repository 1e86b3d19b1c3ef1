import Statistics

/// Tests of independent samples, at no effect.
enum TestChecks {
    static var all: [Check] { means + ranks + proportions + regressions }

    private static var means: [Check] {
        [
            Check(name: "Student's t, 20 + 20, type I error", promise: .equals(0.05)) { generator in
                try TwoMeans(generator.normals(20), generator.normals(20)).student().pValue() < 0.05
            },
            Check(
                name: "Welch's t, 20 + 60, deviations 3 and 1, type I error",
                promise: .near(0.05, within: 0.003)
            ) { generator in
                try TwoMeans(generator.normals(20, deviation: 3), generator.normals(60)).welch().pValue()
                    < 0.05
            },
            Check(name: "analysis of variance, 3 × 20, type I error", promise: .equals(0.05)) { generator in
                let groups = (0..<3).map { _ in generator.normals(20) }
                return try AnalysisOfVariance.oneWay(groups).pValue < 0.05
            },
            Check(
                name: "Welch's analysis, 3 × 20, unequal spread, type I error",
                promise: .near(0.05, within: 0.005)
            ) { generator in
                let groups = [1.0, 2, 4].map { generator.normals(20, deviation: $0) }
                return try AnalysisOfVariance.welch(groups).pValue < 0.05
            },
            Check(name: "equivalence at its margin, 50 + 50, type I error", promise: .equals(0.05)) {
                generator in
                let first = generator.normals(50).map { $0 + 3 }
                let estimate = try TwoMeans(first, generator.normals(50)).student()
                return try EquivalenceTest(of: estimate, low: -3, high: 3).pValue < 0.05
            },
            Check(name: "Cohen's d, 20 + 30, coverage", promise: .equals(0.95), share: 0.3) { generator in
                let first = generator.normals(20).map { $0 + 0.8 }
                let interval = try EffectSize.cohenDInterval(TwoMeans(first, generator.normals(30)))
                return (interval.low...interval.high).contains(0.8)
            },
            Check(
                name: "CUPED then Welch, 50 + 50, type I error",
                promise: .near(0.05, within: 0.005)
            ) { generator in
                let before = [generator.normals(50), generator.normals(50)]
                let after = before.map { arm in arm.map { $0 + 0.7 * generator.normal() } }
                let adjusted = try ControlVariate(
                    first: after[0],
                    second: after[1],
                    firstCovariates: [before[0]],
                    secondCovariates: [before[1]]
                )
                return try TwoMeans(adjusted.first, adjusted.second).welch().pValue() < 0.05
            },
            Check(name: "quantile interval, p90 of 100, coverage", promise: .atLeast(0.95)) { generator in
                let values = (0..<100).map { _ in generator.uniform() }
                let interval = try Quantile.interval(0.9, of: values)
                return (interval.low...interval.high).contains(0.9)
            },
        ]
    }

    private static var ranks: [Check] {
        [
            Check(name: "Mann-Whitney, 20 + 20, type I error", promise: .near(0.05, within: 0.004)) {
                generator in
                try MannWhitney(generator.normals(20), generator.normals(20)).test().pValue < 0.05
            },
            Check(name: "Mann-Whitney exact, 10 + 10, type I error", promise: .atMost(0.05)) { generator in
                try MannWhitney(generator.normals(10), generator.normals(10)).test(.exact).pValue <= 0.05
            },
            Check(name: "Wilcoxon, 25 pairs, type I error", promise: .near(0.05, within: 0.004)) {
                generator in
                try WilcoxonSignedRank(differences: generator.normals(25)).test().pValue < 0.05
            },
            Check(name: "Wilcoxon exact, 12 pairs, type I error", promise: .atMost(0.05)) { generator in
                try WilcoxonSignedRank(differences: generator.normals(12)).test(.exact).pValue <= 0.05
            },
            Check(name: "Kruskal-Wallis, 3 × 20, type I error", promise: .near(0.05, within: 0.006)) {
                generator in
                try RankTests.kruskalWallis((0..<3).map { _ in generator.normals(20) }).pValue < 0.05
            },
            Check(name: "Kolmogorov-Smirnov, 25 + 30, type I error", promise: .atMost(0.05)) { generator in
                try RankTests.kolmogorovSmirnov(generator.normals(25), generator.normals(30)).pValue <= 0.05
            },
            Check(
                name: "permutation of means, 12 + 15, drawn, type I error",
                promise: .near(0.05, within: 0.003),
                share: 0.3
            ) { generator in
                let seed = generator.next()
                return try PermutationTest.meanDifference(
                    (0..<12).map { _ in generator.exponential() },
                    (0..<15).map { _ in generator.exponential() },
                    replicates: 999,
                    seed: seed,
                    exactLimit: 10
                ).pValue <= 0.05
            },
            Check(name: "Pettitt, 60 values, type I error", promise: .atMost(0.05)) { generator in
                try ChangePoint.pettitt(generator.normals(60)).pValue < 0.05
            },
            Check(
                name: "log-rank, 40 + 40, a third censored, type I error",
                promise: .near(0.05, within: 0.006)
            ) {
                generator in
                let ends = (0..<80).map { _ in generator.exponential() }
                let censored = (0..<80).map { _ in 2 * generator.exponential() }
                return try LogRank.test(
                    times: zip(ends, censored).map { min($0, $1) },
                    hasEnded: zip(ends, censored).map { $0 <= $1 },
                    groups: (0..<80).map { $0 % 2 }
                ).pValue < 0.05
            },
        ]
    }

    /// Two arms of the same size with these chances of success.
    static func arms(
        _ size: Int,
        _ first: Double,
        _ second: Double,
        _ generator: inout SeededGenerator
    ) throws -> TwoProportions {
        TwoProportions(
            try Proportion(generator.binomial(size, first), of: size),
            try Proportion(generator.binomial(size, second), of: size)
        )
    }

    private static var proportions: [Check] {
        [50, 500].flatMap { size in
            [
                Check(
                    name: "two proportions z, \(size) + \(size), type I error",
                    promise: .near(0.05, within: 0.01)
                ) { generator in try arms(size, 0.3, 0.3, &generator).pooledZ().pValue < 0.05 },
                Check(name: "Yates, \(size) + \(size), type I error", promise: .atMost(0.05)) { generator in
                    try ContingencyTable.pearson(arms(size, 0.3, 0.3, &generator).table, correction: .yates)
                        .pValue < 0.05
                },
                Check(name: "Fisher, \(size) + \(size), type I error", promise: .atMost(0.05), share: 0.3) {
                    generator in
                    FisherExact(try arms(size, 0.3, 0.3, &generator)).pValue() <= 0.05
                },
                Check(
                    name: "non-inferiority at its margin, \(size) + \(size), type I error",
                    promise: .near(0.05, within: 0.012)
                ) { generator in
                    try arms(size, 0.4, 0.5, &generator).nonInferiority(margin: 0.1).pValue < 0.05
                },
            ]
        } + [
            Check(name: "sample ratio, 1,000 units, type I error", promise: .near(0.05, within: 0.006)) {
                generator in
                let first = Double(generator.binomial(1000, 0.5))
                return try ContingencyTable.goodnessOfFit(observed: [first, 1000 - first], weights: [1, 1])
                    .pValue < 0.05
            },
            Check(
                name: "Mantel-Haenszel, 5 strata of 40, type I error",
                promise: .near(0.05, within: 0.006)
            ) { generator in
                let strata = try [0.1, 0.3, 0.5, 0.7, 0.9].map { try arms(20, $0, $0, &generator) }
                return try StratifiedTables(strata).cochranMantelHaenszel().pValue < 0.05
            },
            Check(name: "Holm over 5 true nulls, family-wise error", promise: .near(0.049, within: 0.003)) {
                generator in
                let pValues = (0..<5).map { _ in generator.uniform() }
                return try MultipleTesting.holm.adjust(pValues).contains { $0 < 0.05 }
            },
        ]
    }

    private static var regressions: [Check] {
        let robust: [(String, LinearRegression.StandardErrors, Double)] = [
            ("HC2", .hc2, 0.015), ("HC3", .hc3, 0.015),
        ]
        return robust.map { name, errors, width in
            Check(
                name: "regression, 60 rows, unequal variance, \(name), type I error",
                promise: .near(0.05, within: width)
            ) { generator in
                let x = generator.normals(60)
                let y = x.map { (0.5 + abs($0)) * generator.normal() }
                return try LinearRegression(DesignMatrix(columns: [x]), response: y)
                    .estimate(1, errors: errors).pValue() < 0.05
            }
        }
            + [(ClusterCorrection.cr1, 60, 0.015), (.cr2, 12, 0.012)].map { correction, clusters, width in
                Check(
                    name: "regression, \(clusters) clusters, \(correction.rawValue), type I error",
                    promise: .near(0.05, within: width),
                    share: 0.5
                ) { generator in
                    let data = SuiteChecks.clusteredValues(clusters, &generator)
                    let arm = data.clusters.map { Double(($0 / 6 + $0) % 2) }
                    return try LinearRegression(DesignMatrix(columns: [arm]), response: data.values)
                        .estimate(1, errors: .clustered(data.clusters, correction)).pValue() < 0.05
                }
            } + [
                Check(
                    name: "logistic regression, 200 rows, type I error",
                    promise: .near(0.048, within: 0.008),
                    share: 0.3
                ) { generator in
                    let x = generator.normals(200)
                    let outcomes = x.map { _ in generator.isTrue(0.3) }
                    return try LogisticRegression(DesignMatrix(columns: [x]), outcomes: outcomes)
                        .estimate(1).pValue() < 0.05
                }
            ]
    }
}
