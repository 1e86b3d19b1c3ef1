import Statistics
import Testing

@testable import Experiments

struct ExperimentAnalysisTests {
    /// 430 of 1,000 against 560 of 1,000: statsmodels 0.15 `proportions_ztest` and
    /// `confint_proportions_2indep(method="newcomb")`, reference case prop2-004.
    @Test func `two proportions give z test, effect, interval and a recommendation`() throws {
        let analysis = try ExperimentAnalysis(
            ExperimentFixture.design(),
            proportions: [Proportion(430, of: 1000), Proportion(560, of: 1000)]
        )
        let effect = try #require(analysis.metrics.first?.effect)

        #expect(isClose(effect.estimate.value, 0.13))
        #expect(abs(effect.pValue - 6.09728266331274e-09) < 1e-16)
        #expect(isClose(effect.interval.low, 0.08627803348061848))
        #expect(isClose(effect.interval.high, 0.17301849757622867))
        #expect(isClose(try #require(effect.effectSize), 0.26075129710464395))
        #expect(isClose(try #require(effect.relative).value, 0.13 / 0.43))
        #expect(effect.reading == .better)
        #expect(analysis.recommendations.map(\.action) == [.ship])
        #expect(
            analysis.recommendations[0].reasons == [
                "acceptance is better: 0.43 → 0.56, +0.13 [0.08628, 0.173], p = 6.1e-09 "
                    + "(z, pooled variance, holm)."
            ]
        )
    }

    /// scipy.stats.chisquare([821588, 815482]), reference case srm-002: p = 1.8e-6.
    @Test func `a broken assignment is found first and nothing is shipped`() throws {
        let analysis = try ExperimentAnalysis(
            ExperimentFixture.design(),
            proportions: [Proportion(400_000, of: 821_588), Proportion(450_000, of: 815_482)]
        )

        #expect(analysis.assignment.isMismatch)
        #expect(abs(analysis.assignment.test.pValue - 1.8217928726191858e-06) < 1e-14)
        #expect(analysis.metrics[0].effect?.reading == .better)
        #expect(analysis.recommendations[0].action == .hold)
        #expect(analysis.recommendations[0].reasons[0].contains("not assigned as designed"))
    }

    @Test func `too few units ask for more and say what they could have shown`() throws {
        let design = ExperimentFixture.design(
            metrics: [Metric("acceptance", kind: .proportion, relevantEffect: 0.05)]
        )
        let analysis = try ExperimentAnalysis(
            design,
            proportions: [Proportion(30, of: 100), Proportion(33, of: 100)]
        )
        let effect = try #require(analysis.metrics[0].effect)
        let recommendation = analysis.recommendations[0]

        // (1.959964 + 0.841621) · √(.3·.7/100 + .33·.67/100)
        #expect(isClose(effect.minimumDetectableEffect, 2.8015852 * 0.06565821, 1e-6))
        #expect(effect.reading == .unresolved)
        #expect(recommendation.action == .moreData)
        // 100 · (0.183947 / 0.05)² = 1353.5
        #expect(recommendation.unitsNeeded == 1354)
        #expect(recommendation.reasons[0].contains("so many developers show 0.1839 or more"))
        #expect(MetricEffect.insteadOfPostHocPower.contains("only repeats the p-value"))
    }

    @Test func `a gain that is surely too small is not shipped and no difference is said to be none`() throws
    {
        func action(_ base: Int, _ new: Int) throws -> (MetricEffect.Reading?, Recommendation.Action) {
            let analysis = try ExperimentAnalysis(
                ExperimentFixture.design(
                    metrics: [Metric("acceptance", kind: .proportion, relevantEffect: 0.02)]
                ),
                proportions: [Proportion(base, of: 1_000_000), Proportion(new, of: 1_000_000)]
            )
            return (analysis.metrics[0].effect?.reading, analysis.recommendations[0].action)
        }

        #expect(try action(300_000, 305_000) == (.betterButSmall, .hold))
        #expect(try action(300_000, 300_100) == (.equivalent, .hold))
        #expect(try action(300_000, 330_000) == (.better, .ship))
        #expect(try action(300_000, 270_000) == (.worse, .hold))
    }

    @Test func `before the horizon a fixed design gives no verdict, a monitored one a wider interval`() throws
    {
        let counts = [try Proportion(430, of: 1000), try Proportion(560, of: 1000)]
        let fixed = try ExperimentAnalysis(ExperimentFixture.design(horizon: 5000), proportions: counts)
        let monitored = try ExperimentAnalysis(
            ExperimentFixture.design(horizon: 5000, isMonitored: true),
            proportions: counts
        )

        #expect(fixed.recommendations[0].action == .moreData)
        #expect(fixed.recommendations[0].reasons[0].hasPrefix("1000 of 5000 planned developers"))
        let wide = try #require(monitored.metrics[0].effect)
        let narrow = try #require(fixed.metrics[0].effect)
        #expect(wide.interval.method == .alwaysValid)
        #expect(wide.interval.low < narrow.interval.low && wide.interval.high > narrow.interval.high)
        #expect(wide.pValue > narrow.pValue)
        #expect(monitored.recommendations[0].action == .ship)
    }

    @Test func `an outcome that never varies has no number and the reason is said`() throws {
        let analysis = try ExperimentAnalysis(
            ExperimentFixture.design(),
            proportions: [Proportion(0, of: 50), Proportion(0, of: 50)]
        )

        #expect(analysis.metrics[0].outcome == .notEstimable(.noVariation("outcomes")))
        #expect(analysis.recommendations[0].action == .moreData)
        #expect(
            analysis.recommendations[0].reasons == [
                "acceptance has no estimate: outcomes: all values are equal."
            ]
        )
    }

    @Test func `several arms share alpha by the correction`() throws {
        let design = ExperimentDesign(
            name: "three",
            unit: "developer",
            arms: [Arm("v1"), Arm("v2"), Arm("v3")],
            metrics: [Metric("acceptance", kind: .proportion)]
        )
        let analysis = try ExperimentAnalysis(
            design,
            proportions: [Proportion(300, of: 1000), Proportion(340, of: 1000), Proportion(345, of: 1000)]
        )
        let plain = analysis.metrics.compactMap(\.effect?.pValue)

        #expect(analysis.metrics.compactMap(\.adjustedPValue) == (try MultipleTesting.holm.adjust(plain)))
        #expect(analysis.recommendations.map(\.arm) == ["v2", "v3"])
    }
}
