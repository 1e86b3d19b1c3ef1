import Causal
import Foundation
import Statistics
import Testing

/// One study by every method: made-up rows whose effect is known, and what must be said of them.
struct CausalAnalysisTests {
    /// Four hundred rows in fifty clusters; a cause of both, and an effect of 1 for everybody.
    private static func study(
        withCause: Bool = true,
        isClustered: Bool = true
    ) throws -> (study: ObservationalStudy, cause: [Double]) {
        var generator = SeededGenerator(seed: 5)
        func uniform() -> Double { (Double(generator.next() >> 11) + 0.5) * 0x1p-53 }
        func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform()) }
        var (treated, outcomes, cause, other): ([Bool], [Double], [Double], [Double]) = ([], [], [], [])
        for _ in 0..<400 {
            let value = normal()
            treated.append(uniform() < 1 / (1 + exp(-value)))
            cause.append(value)
            other.append(normal())
            outcomes.append(2 * value + (treated[treated.count - 1] ? 1 : 0) + normal())
        }
        let study = try ObservationalStudy(
            isTreated: treated,
            outcomes: outcomes,
            covariates: (withCause ? [.init("cause", cause)] : []) + [.init("other", other)],
            clusters: isClustered ? (0..<400).map { $0 / 8 } : nil
        )
        return (study, cause)
    }

    private func options(
        _ change: (inout CausalAnalysis.Options) -> Void = { _ in }
    ) -> CausalAnalysis.Options {
        var options = CausalAnalysis.Options()
        options.repetitions = 5
        change(&options)
        return options
    }

    @Test func `every method but the naive finds a known effect`() throws {
        let analysis = try CausalAnalysis(Self.study().study, options: options())

        for result in analysis.results {
            let estimate = try #require(result.estimate, "\(result)")
            let interval = estimate.interval(level: 0.999)
            // Pairs a fifth of a deviation apart still differ in the cause; adjusting them takes that off.
            guard result.method != .matched else { continue }
            let isFound = (interval.low...interval.high).contains(1)
            #expect(isFound == (result.method != .naive), "\(result)")
        }
        #expect(analysis.headline?.method == .doublyRobust)
        #expect(analysis.refutations.map(\.kind) == [.placeboTreatment, .randomCommonCause, .subset])
        #expect(analysis.refutations.allSatisfy { $0.stands == true && $0.refused == 0 })
        #expect(analysis.balance.first?.weighted?.difference.map { abs($0) < 0.1 } == true)
        #expect(analysis.stress.benchmarks.first?.strength.source == "cause")
    }

    @Test func `a negative control tells of a hidden cause`() throws {
        let (study, cause) = try Self.study(withCause: false)
        let hidden = try CausalAnalysis(
            study,
            options: options { $0.repetitions = 0 },
            negativeControl: cause
        )
        let seen = try CausalAnalysis(
            Self.study().study,
            options: options { $0.repetitions = 0 },
            negativeControl: Self.study().study.covariates[1].values.map { $0 * $0 }
        )

        #expect(hidden.refutations.map(\.stands) == [false])
        #expect(seen.refutations.map(\.stands) == [true])
    }

    @Test func `the same seed finds the same, another one draws anew`() throws {
        let study = try Self.study().study
        func found(_ seed: UInt64) throws -> [[Double]] {
            try CausalAnalysis(study, options: options { $0.seed = seed }).refutations.map(\.found)
        }

        #expect(try found(1) == found(1))
        #expect(try found(1) != found(2))
    }

    @Test func `trimming leaves out who has nobody alike, and counts them`() throws {
        let analysis = try CausalAnalysis(Self.study().study, options: options { $0.trim = 0.2...0.8 })

        #expect(analysis.trimmed > 0)
        #expect(analysis.study.rowCount + analysis.trimmed == 400)
        #expect(throws: CausalError.self) {
            try CausalAnalysis(Self.study().study, options: options { $0.trim = 0.4999...0.5001 })
        }
    }

    @Test func `whole clusters are dealt out where whole clusters are treated`() throws {
        let study = try Self.study().study
        let byCluster = try study.replacing(isTreated: (0..<400).map { $0 / 8 % 2 == 0 })
        let analysis = try CausalAnalysis(byCluster, options: options { $0.repetitions = 20 })

        #expect(analysis.refutations[0].found.count == 20)
        #expect(analysis.refutations[0].stands == true)
    }

    @Test func `replacement, ratio and exact matching say what they did`() throws {
        let (study, _) = try Self.study(isClustered: false)
        let again = try CausalAnalysis(
            study,
            options: options {
                $0.isWithReplacement = true
                $0.ratio = 2
                $0.repetitions = 0
            }
        )
        let exact = try CausalAnalysis(
            study,
            options: options {
                $0.strata = (0..<400).map { $0 % 2 }
                $0.repetitions = 0
            }
        )
        func result(_ analysis: CausalAnalysis, _ method: CausalMethod) -> MethodResult? {
            analysis.results.first { $0.method == method }
        }

        #expect(result(again, .matched)?.convention == MatchedEffect.Convention.replacement.rawValue)
        #expect(result(again, .matchedAdjusted)?.estimate == nil)
        #expect(!again.stress.hasPairs && exact.stress.hasPairs)
        #expect(result(exact, .matched)?.estimate != nil)
    }

    /// The example's own truth, from its potential outcomes.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the example holds the effect that it tells`(seed: UInt64) throws {
        let example = LatencyExample(seed: seed, developers: 60)
        let rows = example.csv.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").map(String.init)
        }
        func column(_ index: Int) -> [Double] { rows.compactMap { Double($0[index]) } }
        func indicators(_ index: Int) -> [ObservationalStudy.Covariate] {
            Set(rows.map { $0[index] }).sorted().dropFirst().map { label in
                .init(label, rows.map { $0[index] == label ? 1 : 0 })
            }
        }
        let names = Dictionary(
            uniqueKeysWithValues: Set(rows.map { $0[0] }).sorted().enumerated().map { ($1, $0) }
        )
        let study = try ObservationalStudy(
            isTreated: column(6).map { $0 == 1 },
            outcomes: column(7),
            covariates: [.init("quality", column(3))] + indicators(1) + indicators(2),
            clusters: rows.map { names[$0[0]] ?? 0 }
        )
        let effect = try ArmMeans(study, propensity: PropensityModel(study)).effect()
        let interval = effect.interval(level: 0.999)

        #expect(rows.count == example.rows)
        #expect((interval.low...interval.high).contains(example.effect))
        #expect(example.naive - example.effect > 0.04)
    }
}
