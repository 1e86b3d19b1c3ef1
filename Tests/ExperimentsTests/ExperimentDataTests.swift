import Statistics
import Testing

@testable import Experiments

struct ExperimentDataTests {
    /// Ten events per developer, all with the developer's own habit: the extreme of dependence.
    private static func events(units: Int) -> ExperimentData {
        let rows = (0..<2).flatMap { arm in
            (0..<units).flatMap { unit in (0..<10).map { _ in (arm, unit) } }
        }
        return ExperimentData(
            units: rows.map { $0.0 * 1000 + $0.1 },
            arms: rows.map(\.0),
            metrics: [
                "acceptance": .init(
                    rows.map { arm, unit in
                        ExperimentFixture.noise(arm, unit) < (arm == 0 ? 0.3 : 0.4) ? 1 : 0
                    }
                )
            ]
        )
    }

    @Test func `rows of one unit count once: the design effect is their number`() throws {
        let analysis = try ExperimentAnalysis(ExperimentFixture.design(), data: Self.events(units: 60))
        let effect = try #require(analysis.metrics[0].effect)

        // s²·n/(n − 1) against p(1 − p): ten for fully dependent rows, but for n − 1.
        #expect(isClose(try #require(effect.designEffect), 10.0 * 60 / 59))
        #expect(effect.controlUnits == 60)
        #expect(try #require(effect.naivePValue) < effect.pValue)
        #expect(effect.test == "t, delta method over units")
        #expect(
            analysis.recommendations[0].reasons.contains {
                $0.contains("belong together (design effect 10.17)")
            }
        )
    }

    /// The same numbers as one row per unit with the sum as value: Welch's t test of means.
    @Test func `equal units make the ratio's error that of a mean`() throws {
        let analysis = try ExperimentAnalysis(ExperimentFixture.design(), data: Self.events(units: 60))
        let effect = try #require(analysis.metrics[0].effect)
        func shares(_ arm: Int) -> [Double] {
            (0..<60).map { ExperimentFixture.noise(arm, $0) < (arm == 0 ? 0.3 : 0.4) ? 1 : 0 }
        }
        let welch = try TwoMeans(shares(1), shares(0)).welch()

        #expect(isClose(effect.estimate.value, welch.value))
        #expect(isClose(effect.estimate.standardError, welch.standardError))
        #expect(isClose(effect.pValue, welch.pValue()))
    }

    @Test func `a covariate makes the estimate more precise and says by how much`() throws {
        let data = ExperimentFixture.data(
            count: 200,
            metrics: [
                "minutes": { arm, i in
                    10 * ExperimentFixture.noise(5, i + 1000 * arm)
                        + ExperimentFixture.noise(6, i + 1000 * arm)
                        - 0.5 * Double(arm)
                }
            ],
            covariates: ["minutes": { arm, i in 10 * ExperimentFixture.noise(5, i + 1000 * arm) }]
        )
        let design = ExperimentFixture.design(
            metrics: [Metric("minutes", kind: .mean, direction: .decrease)]
        )
        let effect = try #require(try ExperimentAnalysis(design, data: data).metrics[0].effect)

        #expect(try #require(effect.varianceReduction) > 0.95)
        #expect(effect.estimate.standardError < 0.2 * effect.unadjusted.standardError)
        #expect(abs(effect.estimate.value + 0.5) < 4 * effect.estimate.standardError)
        #expect(effect.reading == .better)
        #expect(effect.probabilityOfGain > 0.99)
    }

    /// Equal units make the ratio a mean of their shares: the same numbers by CUPED on means, but for
    /// the coefficient, which is taken inside the arms here.
    @Test func `a covariate helps a ratio of sums too`() throws {
        var data = Self.events(units: 60)
        data.covariates["acceptance"] = zip(data.arms, data.units).map { arm, unit in
            ExperimentFixture.noise(arm, unit % 1000)
        }
        let effect = try #require(
            try ExperimentAnalysis(ExperimentFixture.design(), data: data).metrics[0].effect
        )
        func arm(_ arm: Int) -> (share: [Double], before: [Double]) {
            let before = (0..<60).map { ExperimentFixture.noise(arm, $0) }
            return (before.map { $0 < (arm == 0 ? 0.3 : 0.4) ? 1 : 0 }, before)
        }
        let (base, new) = (arm(0), arm(1))
        // An arm's own mean taken away, both arms together have one slope.
        func centred(_ values: [Double]) -> [Double] {
            let mean = values.reduce(0, +) / 60
            return values.map { $0 - mean }
        }
        let slope = try LinearRegression(
            DesignMatrix(columns: [centred(new.before) + centred(base.before)]),
            response: centred(new.share) + centred(base.share)
        ).coefficients[1]
        let adjusted = try TwoMeans(
            zip(new.share, new.before).map { $0 - slope * $1 },
            zip(base.share, base.before).map { $0 - slope * $1 }
        ).welch()

        #expect(isClose(effect.estimate.value, adjusted.value))
        #expect(isClose(effect.estimate.standardError, adjusted.standardError))
        #expect(try #require(effect.varianceReduction) > 0.3)
        #expect(effect.unadjusted.standardError > effect.estimate.standardError)
    }

    @Test func `a cap without one row per unit has no number and says why`() throws {
        let design = ExperimentFixture.design(metrics: [Metric("acceptance", kind: .mean, cap: 0.99)])
        let result = try ExperimentAnalysis(design, data: Self.events(units: 10)).metrics[0]

        #expect(
            result.outcome
                == .notEstimable(.outOfRange("cap", rule: "left out, or units given one row each"))
        )
    }

    @Test func `huge values are capped at one quantile for both arms`() throws {
        let data = ExperimentFixture.data(
            count: 100,
            metrics: ["seconds": { arm, i in i == 0 ? 1e6 : Double(i % 10) + Double(arm) }]
        )
        let design = ExperimentFixture.design(metrics: [Metric("seconds", kind: .mean, cap: 0.98)])
        let effect = try #require(try ExperimentAnalysis(design, data: data).metrics[0].effect)

        #expect(effect.winsorized == Winsorized(cap: 10, capped: 2))
        #expect(effect.treatedValue < 12)
    }

    @Test func `a unit in two arms is set aside and many of them stop the decision`() throws {
        var data = ExperimentFixture.data(
            count: 50,
            metrics: ["acceptance": { arm, i in (i + arm) % 3 == 0 ? 1 : 0 }]
        )
        for index in 0..<5 { data.units[50 + index] = index }
        let analysis = try ExperimentAnalysis(ExperimentFixture.design(), data: data)

        #expect(analysis.assignment.crossedOver == 5)
        #expect(analysis.assignment.units == [45, 45])
        #expect(analysis.recommendations[0].action == .hold)
        #expect(analysis.recommendations[0].reasons[0].contains("5.263 % of the developers"))
    }

    @Test func `data that do not fit the design are refused with the reason`() {
        func refusal(_ change: (inout ExperimentData) -> Void) -> ExperimentError? {
            var data = ExperimentFixture.data(count: 5, metrics: ["acceptance": { _, i in i == 0 ? 1 : 0 }])
            change(&data)
            return #expect(throws: ExperimentError.self) {
                try ExperimentAnalysis(ExperimentFixture.design(), data: data)
            }
        }

        #expect(refusal { $0.arms = Array(repeating: 0, count: 10) } == .data("arm v2 has no units"))
        #expect(refusal { $0.arms[3] = 7 } == .data("an arm that the design lacks"))
        #expect(refusal { $0.metrics = [:] } == .data("metric acceptance is missing"))
        #expect(
            refusal { $0.metrics["acceptance"]?.values[0] = .nan }
                == .data("acceptance has a value that is not finite")
        )
        #expect(
            refusal { $0.metrics["acceptance"]?.values[0] = 2 }
                == .data("acceptance is a proportion with a value other than 0 and 1")
        )
        #expect(
            refusal { $0.metrics["acceptance"]?.values.removeLast() }
                == .data("acceptance has 9 values for 10 rows")
        )
        #expect(refusal { $0.segments["language"] = ["swift"] } == .data("language has 1 labels for 10 rows"))
    }
}
