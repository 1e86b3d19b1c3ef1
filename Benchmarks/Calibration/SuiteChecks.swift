import Statistics

/// Models on suites: what `compare` and `gate` decide with.
enum SuiteChecks {
    static var all: [Check] {
        paired + clustered + resampled + binary
            + [20, 100, 500].flatMap { tasks in [2, 10, 100].map { fixedSuite(tasks: tasks, samples: $0) } }
    }

    /// Two models of equal skill on tasks that suit one or the other.
    private static func rates(
        _ tasks: Int,
        _ samples: Int,
        _ generator: inout SeededGenerator
    ) -> (first: [Double], second: [Double]) {
        var (first, second): ([Double], [Double]) = ([], [])
        for _ in 0..<tasks {
            let (one, two) = (generator.difficulty(), generator.difficulty())
            let shared = generator.difficulty()
            first.append(Double(generator.binomial(samples, (one + 2 * shared) / 3)) / Double(samples))
            second.append(Double(generator.binomial(samples, (two + 2 * shared) / 3)) / Double(samples))
        }
        return (first, second)
    }

    private static var paired: [Check] {
        [20, 100, 500].flatMap { tasks in
            [1, 10, 100].map { samples in
                Check(
                    name: "paired comparison, \(tasks) tasks × \(samples), type I error",
                    promise: .near(0.05, within: samples == 1 && tasks == 20 ? 0.02 : 0.006),
                    share: samples == 100 ? (tasks == 500 ? 0.1 : 0.3) : 1
                ) { generator in
                    let rates = rates(tasks, samples, &generator)
                    return try PairedComparison(rates.first, rates.second).difference.estimate.pValue() < 0.05
                }
            }
        }
    }

    /// Values that share a cluster's shift; clusters of one to six members.
    static func clusteredValues(
        _ count: Int,
        _ generator: inout SeededGenerator
    ) -> (values: [Double], clusters: [Int]) {
        var (values, clusters): ([Double], [Int]) = ([], [])
        for cluster in 0..<count {
            let shift = generator.normal()
            for _ in 0...(cluster % 6) {
                values.append(shift + generator.normal())
                clusters.append(cluster)
            }
        }
        return (values, clusters)
    }

    private static var clustered: [Check] {
        let corrected = [
            (ClusterCorrection.cr2, 10, 0.012), (.cr2, 30, 0.006), (.cr2, 100, 0.005), (.cr1, 100, 0.008),
        ]
        return corrected.map { correction, count, width in
            Check(
                name: "mean of \(count) unequal clusters, \(correction.rawValue), type I error",
                promise: .near(0.05, within: width)
            ) { generator in
                let data = clusteredValues(count, &generator)
                return try ClusteredMean(of: data.values, clusters: data.clusters, correction: correction)
                    .estimate.pValue() < 0.05
            }
        } + [
            Check(
                name: "the same, clusters ignored: must fail",
                promise: .atLeast(0.15)
            ) { generator in
                let data = clusteredValues(100, &generator)
                return try ClusteredMean(of: data.values).estimate.pValue() < 0.05
            }
        ]
    }

    private static var resampled: [Check] {
        [
            Check(
                name: "sign flips, 15 tasks, exact, type I error",
                promise: .near(0.05, within: 0.001),
                share: 0.1
            ) { generator in
                try PermutationTest.signFlip(differences: generator.normals(15), seed: 1).pValue < 0.05
            },
            Check(
                name: "sign flips, 100 tasks, drawn, type I error",
                promise: .near(0.05, within: 0.003),
                share: 0.3
            ) { generator in
                let seed = generator.next()
                return try PermutationTest.signFlip(
                    differences: generator.normals(100),
                    replicates: 999,
                    seed: seed
                ).pValue <= 0.05
            },
            Check(
                name: "BCa bootstrap, 50 skewed tasks, coverage",
                promise: .near(0.95, within: 0.035),
                share: 0.1
            ) { generator in
                let values = (0..<50).map { _ in generator.exponential() }
                return ConfidenceInterval.bcaBootstrap(of: values, replicates: 2000, seed: generator.next())
                    .map { ($0.low...$0.high).contains(1) } ?? false
            },
            Check(
                name: "cluster bootstrap, 50 clusters, percentile, coverage",
                promise: .near(0.95, within: 0.02),
                share: 0.1
            ) { generator in
                let data = clusteredValues(50, &generator)
                let means = try Bootstrap(replicates: 1000, seed: generator.next())
                    .means(of: data.values, clusters: data.clusters)
                let interval = try Bootstrap.interval(around: 0, distribution: means)
                return (interval.low...interval.high).contains(0)
            },
        ]
    }

    private static var binary: [Check] {
        [20, 100, 500].flatMap { tasks in
            [
                Check(name: "McNemar exact, \(tasks) tasks, type I error", promise: .atMost(0.05)) {
                    generator in
                    try table(tasks, &generator).exact().pValue <= 0.05
                },
                Check(
                    name: "McNemar mid-p, \(tasks) tasks, type I error",
                    promise: .near(0.045, within: tasks == 20 ? 0.03 : 0.01)
                ) { generator in try table(tasks, &generator).midP().pValue <= 0.05 },
                Check(
                    name: "Newcombe's paired interval, \(tasks) tasks, coverage",
                    promise: .near(0.955, within: 0.02)
                ) { generator in
                    let interval = try table(tasks, &generator).interval()
                    return (interval.low...interval.high).contains(0)
                },
            ]
        }
    }

    /// Equal skill, one sample per task and model.
    static func table(_ tasks: Int, _ generator: inout SeededGenerator) throws -> PairedProportions {
        var counts = [0, 0, 0, 0]
        for _ in 0..<tasks {
            let difficulty = generator.difficulty()
            counts[(generator.isTrue(difficulty) ? 0 : 2) + (generator.isTrue(difficulty) ? 0 : 1)] += 1
        }
        return try PairedProportions(
            bothPass: counts[0],
            firstOnly: counts[1],
            secondOnly: counts[2],
            bothFail: counts[3]
        )
    }

    /// The tasks stay; only samples are drawn again.
    private static func fixedSuite(tasks: Int, samples: Int) -> Check {
        // Far from 0 and 1, where a task's variance can be seen.
        let shares = (0..<tasks).map { 0.15 + 0.7 * Double($0) / Double(tasks) }
        let truth = shares.reduce(0, +) / Double(tasks)
        return Check(
            name: "fixed suite, \(tasks) tasks × \(samples), coverage",
            promise: .near(0.95, within: tasks == 20 && samples == 2 ? 0.03 : 0.012),
            share: samples == 100 ? (tasks == 500 ? 0.1 : 0.3) : 1
        ) { generator in
            let counts = shares.map { generator.binomial(samples, $0) }
            let variances = try counts.map { try SamplingVariance.passAt1(successes: $0, samples: samples) }
            let interval = try FixedSuite.mean(
                of: counts.map { Double($0) / Double(samples) },
                variances: variances
            ).interval()
            return (interval.low...interval.high).contains(truth)
        }
    }
}
