import Causal
import Foundation
import Statistics

/// Intervals of effects on data whose true effect is known, and what must fail on them.
enum CausalChecks {
    static var all: [Check] { estimates + clusters + matched + instruments + differences + refuters }

    /// A confounder that moves treatment and outcome, an effect of 1 + x / 2, mean 1.
    private static func rows(
        _ count: Int,
        _ generator: inout SeededGenerator,
        isHidden: Bool = false,
        cluster size: Int? = nil
    ) throws -> ObservationalStudy {
        var (treated, outcomes, x, noise, clusters): ([Bool], [Double], [Double], [Double], [Int]) =
            ([], [], [], [], [])
        var shared = 0.0
        for row in 0..<count {
            if let size, row % size == 0 { shared = generator.normal() }
            let value = generator.normal()
            let isTreated = generator.isTrue(1 / (1 + exp(-0.7 * value)))
            treated.append(isTreated)
            x.append(value)
            noise.append(generator.normal())
            clusters.append(row / (size ?? 1))
            let effect = isTreated ? 1 + value / 2 : 0
            outcomes.append(value + effect + (size == nil ? 0 : shared) + generator.normal())
        }
        return try ObservationalStudy(
            isTreated: treated,
            outcomes: outcomes,
            covariates: [.init("x", isHidden ? noise : x)],
            clusters: size == nil ? nil : clusters
        )
    }

    private static func contains(_ estimate: Estimate, _ truth: Double) -> Bool {
        let interval = estimate.interval()
        return (interval.low...interval.high).contains(truth)
    }

    private static var estimates: [Check] {
        let fitted = [100, 500].flatMap { count in
            ArmMeans.Method.allCases.map { method in
                Check(
                    name: "\(method.rawValue), \(count) rows, coverage",
                    promise: .near(0.95, within: count == 100 ? 0.03 : 0.015),
                    share: 0.1
                ) { generator in
                    let study = try rows(count, &generator)
                    let means = try ArmMeans(study, propensity: PropensityModel(study), method: method)
                    return contains(try means.effect(), 1)
                }
            }
        }
        let weighted = [100, 500].map { count in
            Check(
                name: "hajek, \(count) rows, coverage",
                promise: .near(0.95, within: count == 100 ? 0.035 : 0.02),
                share: 0.1
            ) { generator in
                let study = try rows(count, &generator)
                return contains(try Weighting(PropensityModel(study)).effect(study), 1)
            }
        }
        let hidden = Check(
            name: "aipw with the cause hidden, 500 rows, coverage: must fail",
            promise: .atMost(0.1),
            share: 0.1
        ) { generator in
            let study = try rows(500, &generator, isHidden: true)
            return contains(try ArmMeans(study, propensity: PropensityModel(study)).effect(), 1)
        }
        return fitted + weighted + [hidden]
    }

    private static var clusters: [Check] {
        [20, 100].map { count in
            Check(
                name: "aipw, \(count) clusters of 10, coverage",
                promise: .near(0.95, within: count == 20 ? 0.035 : 0.015),
                share: 0.1
            ) { generator in
                let study = try rows(count * 10, &generator, cluster: 10)
                return contains(try ArmMeans(study, propensity: PropensityModel(study)).effect(), 1)
            }
        }
    }

    /// The same effect of 1 for everybody, so that the matched have it too.
    private static var matched: [Check] {
        [false, true].map { isWithReplacement in
            Check(
                name: "matched\(isWithReplacement ? " with replacement" : ", adjusted"), 300 rows, coverage",
                promise: .near(0.95, within: 0.025),
                share: 0.1
            ) { generator in
                let study = try rows(300, &generator)
                let shifted = zip(study.isTreated, zip(study.outcomes, study.covariates[0].values))
                    .map { $0 ? $1.0 - $1.1 / 2 : $1.0 }
                let constant = try study.replacing(outcomes: shifted)
                let effect = try MatchedEffect(
                    constant,
                    scores: try PropensityModel(constant).logits,
                    options: .init(isWithReplacement: isWithReplacement, caliper: 0.1)
                )
                return contains(isWithReplacement ? effect.estimate : try effect.adjusted(constant), 1)
            }
        }
    }

    /// `strength` times an instrument, a hidden cause of treatment and outcome, an effect of 1.
    private static func instrument(
        _ strength: Double,
        _ generator: inout SeededGenerator
    ) throws -> InstrumentalVariables {
        let z = generator.normals(200)
        let hidden = generator.normals(200)
        let treatment = zip(z, hidden).map { strength * $0 + $1 + generator.normal() }
        let outcomes = zip(treatment, hidden).map { $0 + $1 + generator.normal() }
        return try InstrumentalVariables(
            response: outcomes,
            exogenous: [],
            endogenous: [treatment],
            instruments: [z]
        )
    }

    private static var instruments: [Check] {
        let strong = Check(
            name: "two stages, strong instrument, coverage",
            promise: .near(0.95, within: 0.015),
            share: 0.1
        ) { generator in contains(try instrument(1, &generator).effect(errors: .hc1), 1) }
        let sets = [1, 0.1].map { strength in
            Check(
                name: "anderson-rubin, instrument of strength \(strength), coverage",
                promise: .near(0.95, within: 0.01),
                share: 0.1
            ) { generator in
                let test = try instrument(strength, &generator).andersonRubinTest(against: 1, errors: .hc1)
                return test.pValue >= 0.05
            }
        }
        return [strong] + sets
    }

    /// Sixty units over six periods, a third each from the fourth, from the fifth and never; the effect grows.
    private static func panel(_ generator: inout SeededGenerator, isGrowing: Bool) throws -> Panel {
        var (units, periods, outcomes, treated): ([Int], [Int], [Double], [Bool]) = ([], [], [], [])
        for unit in 0..<60 {
            let start = [3, 4, Int.max][unit % 3]
            let level = generator.normal()
            for period in 0..<6 {
                let effect = period < start ? 0 : isGrowing ? Double(period - start + 1) : 1
                units.append(unit)
                periods.append(period)
                treated.append(period >= start)
                outcomes.append(level + Double(period) + effect + generator.normal())
            }
        }
        return try Panel(units: units, periods: periods, outcomes: outcomes, isTreated: treated)
    }

    private static var differences: [Check] {
        [
            Check(
                name: "two-way fixed effects, equal effects, 60 units, coverage",
                promise: .near(0.95, within: 0.015),
                share: 0.1
            ) { generator in
                contains(try TwoWayFixedEffects(panel(&generator, isGrowing: false)).estimate(), 1)
            },
            // Cells: 1, 2, 3 of the cohort from the fourth period, 1, 2 of the one from the fifth; mean 1.8.
            Check(
                name: "cohorts, growing effects, 60 units, coverage",
                promise: .near(0.95, within: 0.02),
                share: 0.1
            ) { generator in
                contains(try StaggeredAdoption(panel(&generator, isGrowing: true)).overall, 1.8)
            },
            Check(
                name: "joint test before treatment, 60 units, type I error",
                promise: .near(0.05, within: 0.03),
                share: 0.1
            ) { generator in
                let adoption = try StaggeredAdoption(panel(&generator, isGrowing: true))
                return (adoption.eventStudy.preTrend?.pValue ?? 1) < 0.05
            },
        ]
    }

    private static var refuters: [Check] {
        [
            Check(
                name: "refuters of an honest study, 200 rows, all stand",
                promise: .atLeast(0.97),
                share: 0.02
            ) { generator in
                let study = try rows(200, &generator)
                var options = CausalAnalysis.Options()
                options.seed = generator.next()
                return try CausalAnalysis(study, options: options).refutations.allSatisfy {
                    $0.stands == true
                }
            }
        ]
    }
}
