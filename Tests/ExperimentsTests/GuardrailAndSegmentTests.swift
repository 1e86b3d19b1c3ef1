import Statistics
import Testing

@testable import Experiments

struct GuardrailTests {
    /// Latency of 100 ± 10 in both arms, `loss` more in the treated one.
    private func analysis(loss: Double, count: Int = 400) throws -> ExperimentAnalysis {
        let data = ExperimentFixture.data(
            count: count,
            metrics: [
                "acceptance": { arm, i in ExperimentFixture.noise(1, i) < (arm == 0 ? 0.3 : 0.5) ? 1 : 0 },
                "latency": { arm, i in
                    100 + 20 * (ExperimentFixture.noise(2 + arm, i) - 0.5) + Double(arm) * loss
                },
            ]
        )
        let latency = Metric("latency", kind: .mean, direction: .decrease)
        return try ExperimentAnalysis(
            ExperimentFixture.design(guardrails: [Guardrail(latency, margin: 3)]),
            data: data
        )
    }

    @Test(arguments: [
        (0.0, GuardrailResult.Status.kept, Recommendation.Action.ship), (3, .unresolved, .moreData),
        (8, .broken, .hold),
    ])
    func `a guardrail is kept, open or broken and decides before the gain`(
        loss: Double,
        status: GuardrailResult.Status,
        action: Recommendation.Action
    ) throws {
        let analysis = try analysis(loss: loss)

        #expect(analysis.metrics[0].effect?.reading == .better)
        #expect(analysis.guardrails.map(\.status) == [status])
        #expect(analysis.recommendations[0].action == action)
    }

    @Test func `the worst case is the one-sided bound of the loss`() throws {
        let result = try analysis(loss: 1).guardrails[0]
        let effect = try #require(result.result.effect)

        #expect(isClose(try #require(result.worstCase), effect.estimate.upperBound()))
        #expect(isClose(try #require(result.pValue), effect.estimate.pValue(against: 3, alternative: .less)))
    }
}

struct SegmentTests {
    private func design(_ metric: String = "acceptance") -> ExperimentDesign {
        ExperimentFixture.design(metrics: [Metric(metric, kind: .proportion)])
    }

    @Test func `segments are corrected together and tested for difference`() throws {
        let data = ExperimentFixture.data(
            count: 600,
            metrics: [
                "acceptance": { arm, i in
                    let gain = i % 3 == 0 ? 0.3 : 0
                    return ExperimentFixture.noise(arm, i) < 0.3 + Double(arm) * gain ? 1 : 0
                }
            ],
            segments: ["language": { _, i in ["swift", "python", "go"][i % 3] }]
        )
        let breakdown = try #require(try ExperimentAnalysis(design(), data: data).segments.first)
        let plain = breakdown.segments.compactMap { segment -> Double? in
            guard case .estimated(let effect) = segment.outcome else { return nil }
            return effect.pValue
        }

        #expect(breakdown.segments.map(\.label) == ["go", "python", "swift"])
        #expect(breakdown.segments.compactMap(\.adjustedPValue) == (try MultipleTesting.holm.adjust(plain)))
        #expect(try #require(breakdown.heterogeneity).test.pValue < 0.05)
        #expect(!breakdown.isReversed)
        // Drawn towards the mean: the largest falls.
        let swift = breakdown.segments[2]
        guard case .estimated(let effect) = swift.outcome else {
            Issue.record("swift has no estimate")
            return
        }
        #expect(try #require(swift.shrunken) < effect.estimate.value)
    }

    /// In each segment the treated arm is worse by ten points; it has more of the easy one.
    @Test func `Simpson's paradox is flagged and holds the decision`() throws {
        let data = ExperimentFixture.data(
            count: 1000,
            metrics: [
                "acceptance": { arm, i in
                    let isEasy = (i % 10 < 8) == (arm == 1)
                    let rate = (isEasy ? 0.8 : 0.3) - (arm == 1 ? 0.1 : 0)
                    return Double(i / 10 % 100) < 100 * rate ? 1 : 0
                }
            ],
            segments: ["difficulty": { arm, i in (i % 10 < 8) == (arm == 1) ? "easy" : "hard" }]
        )
        var analysis = try ExperimentAnalysis(design(), data: data)
        let breakdown = try #require(analysis.segments.first)

        #expect(analysis.metrics[0].effect?.reading == .better)
        #expect(breakdown.isReversed)
        // The mix itself is a mismatch inside the segments, and comes first.
        #expect(analysis.assignment.isMismatch)
        analysis.assignment.worstDimension = nil
        let recommendation = Recommendation(for: "v2", in: analysis)
        #expect(recommendation.action == .hold)
        #expect(recommendation.reasons[0].contains("the other way inside difficulty"))
    }

    @Test func `a segment without one of the arms has no number and stops nothing`() throws {
        let data = ExperimentFixture.data(
            count: 100,
            metrics: ["acceptance": { arm, i in (i + arm) % 2 == 0 ? 1 : 0 }],
            segments: ["language": { arm, i in arm == 1 && i == 0 ? "zig" : "swift" }]
        )
        let breakdown = try #require(try ExperimentAnalysis(design(), data: data).segments.first)

        #expect(breakdown.segments[1].label == "zig")
        #expect(
            breakdown.segments[1].outcome
                == .notEstimable(.tooFew("units of an arm", needed: 1, given: 0))
        )
        #expect(breakdown.heterogeneity == nil)
    }
}
