import HarnessCore
import Scoring
import Statistics

/// What `compare`, `gate` and `power` say about two models, by their own code.
enum ComparisonChecks {
    static var all: [Check] { newTasks + thisSuite + gates + power }

    private static let sizes = [20, 100, 500]

    /// Models whose rates differ by what suits either, and by nothing on average.
    private static func arms(
        _ tasks: Int,
        _ samples: Int,
        languages: Int = 1,
        _ generator: inout SeededGenerator
    ) -> (base: [ArmTask], candidate: [ArmTask]) {
        let names = ["python", "swift", "go"].map { Language(rawValue: $0) }
        var (base, candidate): ([ArmTask], [ArmTask]) = ([], [])
        for problem in 0..<tasks {
            let shared = generator.difficulty()
            let rates = (0..<2).map { _ in (generator.difficulty() + 2 * shared) / 3 }
            for language in names.prefix(languages) {
                func task(_ rate: Double) -> ArmTask {
                    ArmTask(
                        taskID: "t\(problem)",
                        language: language,
                        judged: samples,
                        passed: generator.binomial(samples, rate)
                    )
                }
                base.append(task(rates[0]))
                candidate.append(task(rates[1]))
            }
        }
        return (base, candidate)
    }

    private static func overall(
        _ arms: (base: [ArmTask], candidate: [ArmTask]),
        _ metric: ComparisonMetric
    ) throws -> Effect {
        let comparison = ModelComparison(base: arms.base, candidate: arms.candidate, metric: metric)
        guard let effect = comparison.overall else { throw StatisticsError.noVariation("comparison") }
        return effect
    }

    private static var newTasks: [Check] {
        sizes.flatMap { tasks in
            [1, 10, 100].map { samples in
                Check(
                    name: "compare, new tasks, \(tasks) × \(samples), coverage",
                    // One sample and few tasks: Newcombe's interval, conservative on counts.
                    promise: .near(0.95, within: samples == 1 ? 0.025 : 0.012),
                    share: samples == 100 ? 0.05 : 0.2
                ) { generator in
                    let effect = try overall(arms(tasks, samples, &generator), .passAt(1))
                    guard let interval = effect.newTasks?.interval(level: 0.95) else { return false }
                    return interval.low <= 0 && 0 <= interval.high
                }
            }
        }
            + [20, 100].map { tasks in
                Check(
                    name: "compare, \(tasks) problems in 3 languages × 10, coverage",
                    promise: .near(0.95, within: 0.012),
                    share: 0.1
                ) { generator in
                    let effect = try overall(arms(tasks, 10, languages: 3, &generator), .passAt(1))
                    guard let interval = effect.newTasks?.interval(level: 0.95) else { return false }
                    return interval.low <= 0 && 0 <= interval.high
                }
            }
    }

    /// The tasks stay and so does each model's rate on each; only samples are drawn again.
    private static func suite(_ tasks: Int) -> [(base: Double, candidate: Double)] {
        (0..<tasks).map { index in
            let rate = 0.1 + 0.8 * Double(index) / Double(tasks)
            // Every third task suits one model, every other third the other.
            let tilt = [0.08, 0, -0.05][index % 3]
            return (rate - tilt / 2, rate + tilt / 2)
        }
    }

    private static func drawn(
        _ rates: [(base: Double, candidate: Double)],
        _ samples: Int,
        _ generator: inout SeededGenerator
    ) -> (base: [ArmTask], candidate: [ArmTask]) {
        func tasks(_ rate: (Int) -> Double) -> [ArmTask] {
            rates.indices.map { index in
                ArmTask(
                    taskID: "t\(index)",
                    judged: samples,
                    passed: generator.binomial(samples, rate(index))
                )
            }
        }
        return (tasks { rates[$0].base }, tasks { rates[$0].candidate })
    }

    private static var thisSuite: [Check] {
        let cases: [(Int, Int, ComparisonMetric, Double)] =
            sizes.flatMap { tasks in [2, 10, 100].map { (tasks, $0, .passAt(1), 0.0) } }
            + [(100, 10, .passAt(5), 0), (100, 10, .passAll(3), 0)]
        return cases.map { tasks, samples, metric, _ in
            let rates = suite(tasks)
            // The expectation of the unbiased estimator, exactly.
            func value(_ rate: Double) -> Double {
                switch metric {
                case .passAt(let k): 1 - power(1 - rate, k)
                case .passAll(let k): power(rate, k)
                case .cases, .edit, .failures: rate
                }
            }
            let truth =
                rates.reduce(0) { $0 + value($1.candidate) - value($1.base) } / Double(tasks)
            return Check(
                name: "compare, this suite, \(metric.name), \(tasks) × \(samples), coverage",
                // Two samples: half of all tasks show no variance, and the rule of three fills in.
                promise: samples == 2 ? .near(0.95, within: 0.03) : .near(0.95, within: 0.015),
                share: samples == 100 ? 0.05 : 0.2
            ) { generator in
                let effect = try overall(drawn(rates, samples, &generator), metric)
                guard let interval = effect.thisSuite?.interval(level: 0.95) else { return false }
                return interval.low <= truth && truth <= interval.high
            }
        }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    // MARK: - Gates

    private static func verdict(
        _ arms: (base: [ArmTask], candidate: [ArmTask]),
        _ rule: GateRule
    ) -> GateVerdict {
        func run(_ tasks: [ArmTask]) -> GateRun {
            let judged = tasks.reduce(0) { $0 + $1.judged }
            return GateRun(
                tasks: tasks,
                planned: judged,
                judged: judged,
                infrastructureErrors: 0,
                missing: 0,
                gap: nil,
                traits: [:],
                ageInDays: 0
            )
        }
        var policy = GatePolicy(name: "calibration", primary: rule)
        policy.requirements.same = []
        return GateJudgement(policy, base: run(arms.base), candidate: run(arms.candidate), lockFaults: nil)
            .verdict
    }

    private static var gates: [Check] {
        sizes.flatMap { tasks in
            let rates = suite(tasks)
            let gain = rates.reduce(0) { $0 + $1.candidate - $1.base } / Double(tasks)
            // The candidate is worse than the baseline by the margin exactly.
            let edge = rates.map { (base: $0.base, candidate: $0.candidate - gain - 0.03) }
            return [
                Check(
                    name: "gate not-worse, \(tasks) × 10, passes at the margin",
                    promise: .near(0.05, within: 0.012),
                    share: 0.2
                ) { generator in
                    let rule = GateRule(metric: .passAt(1), kind: .notWorse, margin: 0.03)
                    return verdict(drawn(edge, 10, &generator), rule) == .pass
                },
                Check(
                    name: "gate better, \(tasks) × 10, passes where nothing differs",
                    promise: .near(0.025, within: 0.008),
                    share: 0.2
                ) { generator in
                    let rule = GateRule(metric: .passAt(1), kind: .better, margin: 0)
                    return verdict(arms(tasks, 10, &generator), rule) == .pass
                },
            ]
        }
    }

    // MARK: - Power

    /// The chance that a plan promises is the share of comparisons that find the effect.
    private static var power: [Check] {
        let (between, within, samples, tasks) = (0.03, 0.15, 5, 150)
        let plan = try? PairedPower(between: between, firstWithin: within, secondWithin: within)
        let paired = try? plan?.minimumDetectableEffect(
            tasks: tasks,
            firstSamples: samples,
            secondSamples: samples
        )
        return [
            Check(
                name: "paired power, 150 tasks × 5, chance of the visible effect",
                promise: .near(0.8, within: 0.01)
            ) {
                generator in
                guard let paired else { return false }
                let noise = (between + 2 * within / Double(samples)).squareRoot()
                let differences = generator.normals(tasks, deviation: noise).map { $0 + paired }
                return try ClusteredMean(of: differences).estimate.pValue() < 0.05
            },
            Check(name: "power of Student's t, 64 + 64, d = 0.5", promise: .near(0.8015, within: 0.003)) {
                generator in
                let first = generator.normals(64).map { $0 + 0.5 }
                return try TwoMeans(first, generator.normals(64)).student().pValue() < 0.05
            },
            Check(
                name: "power of two proportions, 376 + 376, .3 and .4",
                promise: .near(0.8199, within: 0.01)
            ) { generator in
                try TwoProportions(
                    Proportion(generator.binomial(376, 0.4), of: 376),
                    Proportion(generator.binomial(376, 0.3), of: 376)
                ).pooledZ().pValue < 0.05
            },
        ]
    }
}
