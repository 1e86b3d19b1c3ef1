import Statistics

/// Tests and intervals of counts, agreement and several tests at once.
enum TableChecks {
    static var all: [Check] { tests + ratios + paired + corrections + agreement }

    private static var tests: [Check] {
        [50, 500].flatMap { size in
            [
                Check(
                    name: "two proportions z, unpooled, \(size) + \(size), type I error",
                    promise: .near(0.05, within: 0.012)
                ) { generator in try TestChecks.arms(size, 0.3, 0.3, &generator).unpooledZ().pValue < 0.05 },
                Check(
                    name: "χ² of a 2 × 2 table, \(size) + \(size), type I error",
                    promise: .near(0.05, within: 0.01)
                ) { generator in
                    try ContingencyTable.pearson(TestChecks.arms(size, 0.3, 0.3, &generator).table).pValue
                        < 0.05
                },
                Check(
                    name: "G test, \(size) + \(size), type I error",
                    promise: .near(0.05, within: 0.012)
                ) { generator in
                    try ContingencyTable.likelihoodRatio(TestChecks.arms(size, 0.3, 0.3, &generator).table)
                        .pValue < 0.05
                },
                Check(
                    name: "Breslow-Day, 5 strata of \(2 * size), type I error",
                    promise: .near(0.05, within: 0.012),
                    share: 0.3
                ) { generator in
                    let strata = try [0.3, 0.4, 0.5, 0.6, 0.7].map {
                        try TestChecks.arms(size, $0, $0, &generator)
                    }
                    return try StratifiedTables(strata).breslowDay().pValue < 0.05
                },
            ]
        } + [
            Check(name: "Cochran's Q, 3 models, 100 tasks, type I error", promise: .near(0.05, within: 0.008))
            {
                generator in
                let outcomes = (0..<100).map { _ -> [Bool] in
                    let rate = generator.difficulty()
                    return (0..<3).map { _ in generator.isTrue(rate) }
                }
                return try ContingencyTable.cochranQ(outcomes).pValue < 0.05
            }
        ]
    }

    private static var ratios: [Check] {
        [100, 500].flatMap { size in
            [
                Check(
                    name: "risk ratio, \(size) + \(size) at .6 and .3, coverage",
                    promise: .near(0.95, within: 0.012)
                ) { generator in
                    let interval = try TestChecks.arms(size, 0.6, 0.3, &generator).riskRatioInterval()
                    return (interval.low...interval.high).contains(2)
                },
                Check(
                    name: "odds ratio, \(size) + \(size) at .6 and .3, coverage",
                    promise: .near(0.95, within: 0.012)
                ) { generator in
                    let interval = try TestChecks.arms(size, 0.6, 0.3, &generator).oddsRatioInterval()
                    return (interval.low...interval.high).contains(3.5)
                },
            ]
        } + [
            Check(
                name: "conditional odds ratio, exact, 50 + 50, coverage",
                promise: .atLeast(0.95),
                share: 0.05
            ) {
                generator in
                let interval = try FisherExact(TestChecks.arms(50, 0.6, 0.3, &generator)).interval()
                return (interval.low...interval.high).contains(3.5)
            },
            Check(
                name: "Mantel-Haenszel odds ratio, 5 strata of 80, coverage",
                promise: .near(0.95, within: 0.012)
            ) { generator in
                // One odds ratio of 2 in every stratum.
                let strata = try [0.2, 0.3, 0.4, 0.5, 0.6].map { base in
                    let odds = 2 * base / (1 - base)
                    return try TestChecks.arms(40, odds / (1 + odds), base, &generator)
                }
                let interval = try StratifiedTables(strata).oddsRatioInterval()
                return (interval.low...interval.high).contains(2)
            },
            Check(
                name: "difference by Wald, 20 + 20 at .9 and .6: falls short",
                promise: .near(0.93, within: 0.02)
            ) { generator in
                let interval = try TestChecks.arms(20, 0.9, 0.6, &generator).interval(method: .normal)
                return (interval.low...interval.high).contains(0.3)
            },
        ]
    }

    private static var paired: [Check] {
        [100, 500].flatMap { tasks in
            [
                Check(
                    name: "McNemar χ², \(tasks) tasks, type I error",
                    promise: .near(0.05, within: 0.012)
                ) { generator in try SuiteChecks.table(tasks, &generator).chiSquared().pValue < 0.05 },
                Check(
                    name: "McNemar χ², corrected, \(tasks) tasks, type I error",
                    promise: .atMost(0.05)
                ) { generator in
                    try SuiteChecks.table(tasks, &generator).chiSquared(isCorrected: true).pValue < 0.05
                },
            ]
        } + [
            Check(name: "sign test, 30 tasks, type I error", promise: .atMost(0.05)) { generator in
                let positive = generator.binomial(30, 0.5)
                return try SignTest.exact(positive: positive, negative: 30 - positive).pValue <= 0.05
            }
        ]
    }

    // MARK: - Several tests

    private static var corrections: [Check] {
        let familywise: [(MultipleTesting, Check.Promise)] = [
            (.bonferroni, .near(0.049, within: 0.003)), (.sidak, .equals(0.05)), (.holmSidak, .equals(0.05)),
            (.hochberg, .near(0.049, within: 0.003)), (.hommel, .near(0.05, within: 0.003)),
        ]
        return familywise.map { method, promise in
            Check(name: "\(method.rawValue) over 5 true nulls, family-wise error", promise: promise) {
                generator in
                let pValues = (0..<5).map { _ in generator.uniform() }
                return try method.adjust(pValues).contains { $0 <= 0.05 }
            }
        }
            + [MultipleTesting.holm, .hommel].map { method in
                Check(
                    name: "\(method.rawValue), 3 true nulls beside 3 effects, family-wise error",
                    promise: .atMost(0.05)
                ) { generator in
                    let pValues = (0..<6).map { index in
                        2 * Distribution.normalSurvival(abs(generator.normal() + (index < 3 ? 0 : 3)))
                    }
                    return try method.adjust(pValues).prefix(3).contains { $0 <= 0.05 }
                }
            } + [
                // With all nulls true the false discovery rate is the family-wise error.
                Check(name: "bh over 20 true nulls, false discovery rate", promise: .equals(0.05)) {
                    generator in
                    let pValues = (0..<20).map { _ in generator.uniform() }
                    return try MultipleTesting.benjaminiHochberg.adjust(pValues).contains { $0 <= 0.05 }
                },
                Check(name: "by over 20 dependent nulls, false discovery rate", promise: .atMost(0.05)) {
                    generator in
                    let common = generator.normal()
                    let pValues = (0..<20).map { index in
                        let z = (index % 2 == 0 ? 0.8 : -0.8) * common + 0.6 * generator.normal()
                        return 2 * Distribution.normalSurvival(abs(z))
                    }
                    return try MultipleTesting.benjaminiYekutieli.adjust(pValues).contains { $0 <= 0.05 }
                },
                Check(
                    name: "heterogeneity of 6 segments, Cochran's Q, type I error",
                    promise: .equals(0.05)
                ) { generator in
                    let segments = try (1...6).map { index in
                        try Estimate(
                            value: 0.1 * Double(index) * generator.normal(),
                            standardError: 0.1 * Double(index)
                        )
                    }
                    return try Heterogeneity(of: segments).test.pValue < 0.05
                },
            ]
    }

    private static var agreement: [Check] {
        [100, 500].map { items in
            Check(name: "Cohen's kappa, \(items) items, coverage", promise: .near(0.95, within: 0.02)) {
                generator in
                // Truth with .4 yes; both raters right in .9: kappa is 0.632… by the shares below.
                var table = [[0, 0], [0, 0]]
                for _ in 0..<items {
                    let truth = generator.isTrue(0.4)
                    let votes = (0..<2).map { _ in generator.isTrue(0.9) ? truth : !truth }
                    table[votes[0] ? 1 : 0][votes[1] ? 1 : 0] += 1
                }
                let yes = 0.4 * 0.9 + 0.6 * 0.1
                let chance = yes * yes + (1 - yes) * (1 - yes)
                let kappa = (0.82 - chance) / (1 - chance)
                let interval = try CohenKappa(table: table).estimate.interval()
                return (interval.low...interval.high).contains(kappa)
            }
        }
    }
}
