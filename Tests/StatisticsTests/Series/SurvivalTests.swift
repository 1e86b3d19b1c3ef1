import Testing

@testable import Statistics

struct KaplanMeierTests {
    /// Freireich 1963, 6-MP arm; survival as printed by Kleinbaum and Klein (2012), table 2.
    private static let times: [Double] = [
        6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35,
    ]
    private static let hasEnded = [
        1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0,
    ].map { $0 == 1 }
    private static let placebo: [Double] = [
        1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
    ]

    @Test func `the published curve comes out`() throws {
        let curve = try KaplanMeier(times: Self.times, hasEnded: Self.hasEnded)
        let published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]

        #expect(curve.steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
        for (step, expected) in zip(curve.steps, published) { #expect(abs(step.survival - expected) < 5e-4) }
        #expect(curve.survival(at: 5.9) == 1)
        #expect(abs(curve.survival(at: 12) - 0.753) < 5e-4)
        #expect(curve.median == 23)
    }

    /// Kleinbaum and Klein: log-rank 16.79 on one degree of freedom.
    @Test func `the published log-rank test comes out`() throws {
        let test = try LogRank.test(
            times: Self.times + Self.placebo,
            hasEnded: Self.hasEnded + Self.placebo.map { _ in true },
            groups: Self.times.map { _ in 0 } + Self.placebo.map { _ in 1 }
        )

        #expect(abs(test.statistic - 16.79) < 0.005)
    }

    /// statsmodels 0.15 `survdiff` and `SurvfuncRight(t, e).quantile_ci(.5, method="cloglog")`.
    @Test func `three groups and the interval of a median agree`() throws {
        let times = [3, 5, 5, 8, 10, 12, 2, 4, 6, 6, 9, 15, 1, 1, 7, 11, 13, 20].map(Double.init)
        let ended = [1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1].map { $0 == 1 }
        let test = try LogRank.test(
            times: times,
            hasEnded: ended,
            groups: (0..<18).map { $0 / 6 }
        )
        let curve = try KaplanMeier(times: times, hasEnded: ended)
        let interval = try curve.medianInterval()

        #expect(isClose(test.statistic, 0.5699195097676514))
        #expect(isClose(test.pValue, 0.7520445198294279))
        #expect(curve.median == 8)
        #expect((interval.low, interval.high) == (4, 13))
    }

    @Test func `without censoring the curve is the share that is left`() throws {
        let curve = try KaplanMeier(times: [1, 2, 3, 4], hasEnded: [true, true, true, true])

        #expect(areClose(curve.steps.map(\.survival), [0.75, 0.5, 0.25, 0]))
        // Greenwood's is then the binomial error.
        #expect(isClose(curve.steps[1].standardError, 0.25))
        #expect(curve.median == 2)
    }

    @Test func `only censored times, negative ones and one group are refused`() {
        #expect(throws: StatisticsError.self) { try KaplanMeier(times: [1, 2], hasEnded: [false, false]) }
        #expect(throws: StatisticsError.self) { try KaplanMeier(times: [-1], hasEnded: [true]) }
        #expect(throws: StatisticsError.tooFew("groups", needed: 2, given: 1)) {
            try LogRank.test(times: [1, 2], hasEnded: [true, true], groups: [0, 0])
        }
        #expect(throws: StatisticsError.noVariation("groups at risk")) {
            try LogRank.test(times: [1, 2], hasEnded: [false, false], groups: [0, 1])
        }
    }
}
