import Testing

@testable import Statistics

struct PairedComparisonTests {
    private static let first = [1, 0.5, 0, 1, 0.7, 0.2, 0.9, 0.3]
    private static let second = [0.8, 0.5, 0.1, 0.6, 0.7, 0, 0.4, 0.1]

    /// SciPy 1.17 `ttest_rel`, `corrcoef`, `binomtest(5, 6)`.
    @Test func `tasks without clusters give the paired t test`() throws {
        let comparison = try PairedComparison(Self.first, Self.second)
        let estimate = comparison.difference.estimate

        #expect(isClose(estimate.statistic(), 2.411132373395102))
        #expect(isClose(estimate.pValue(), 0.04669626885950986))
        #expect(isClose(estimate.interval().low, 0.0033755597184177977))
        #expect(isClose(estimate.interval().high, 0.3466244402815822))
        #expect(isClose(try #require(comparison.correlation), 0.8477912478906584))
        #expect(isClose(comparison.pairingGain, 5.677966101694915))
        #expect((comparison.wins, comparison.ties, comparison.losses) == (5, 2, 1))
        #expect(isClose(comparison.signTest.pValue, 0.21875))
    }

    @Test func `swapping the candidates mirrors the difference`() throws {
        let there = try PairedComparison(Self.first, Self.second, clusters: [1, 1, 2, 2, 3, 3, 4, 4])
        let back = try PairedComparison(Self.second, Self.first, clusters: [1, 1, 2, 2, 3, 3, 4, 4])

        #expect(isClose(there.difference.estimate.value, -back.difference.estimate.value))
        #expect(isClose(there.difference.estimate.pValue(), back.difference.estimate.pValue()))
        #expect((there.wins, there.losses) == (back.losses, back.wins))
    }

    @Test func `equal candidates and no shared tasks are refused`() {
        #expect(throws: StatisticsError.noVariation("values")) {
            try PairedComparison(Self.first, Self.first)
        }
        #expect(throws: StatisticsError.tooFew("first", needed: 2, given: 0)) {
            try PairedComparison([], [])
        }
        #expect(throws: StatisticsError.unequalLengths("paired values", 8, 1)) {
            try PairedComparison(Self.first, [1])
        }
    }
}

struct FixedSuiteTests {
    /// By hand: p(1 − p)/(n − 1) = .25·.75/3 = .0625 and .5·.5/3; SE = √(sum)/2.
    @Test func `the standard error counts the sampling alone`() throws {
        let variances = [
            try SamplingVariance.passAt1(successes: 1, samples: 4),
            try SamplingVariance.passAt1(successes: 2, samples: 4),
        ]
        let mean = try FixedSuite.mean(of: [0.25, 0.5], variances: variances)

        #expect(areClose(variances, [0.0625, 0.25 / 3]))
        #expect(isClose(mean.value, 0.375))
        #expect(isClose(mean.standardError, (0.0625 + 0.25 / 3).squareRoot() / 2))
        #expect(mean.degreesOfFreedom == .infinity)
    }

    /// SciPy: Σ binom.pmf(c, 10, .4) · (estimator − mean)² with comb() for the estimator.
    @Test func `the variance of pass@3 sums over the binomial law`() throws {
        let variance = try SamplingVariance.passAtK(successes: 4, samples: 10, k: 3)

        #expect(isClose(variance, 0.032256000000000506, 1e-12))
        #expect(try SamplingVariance.passAtK(successes: 0, samples: 10, k: 3) == 0)
    }

    @Test func `pass@1 by the sum is p(1 − p)/n`() throws {
        let variance = try SamplingVariance.passAtK(successes: 3, samples: 12, k: 1)

        #expect(isClose(variance, 0.25 * 0.75 / 12, 1e-12))
    }

    @Test func `one sample, k larger than n and equal samples are refused`() {
        #expect(throws: StatisticsError.tooFew("samples of a task", needed: 2, given: 1)) {
            try SamplingVariance.passAt1(successes: 1, samples: 1)
        }
        #expect(throws: StatisticsError.tooFew("samples of a task", needed: 11, given: 10)) {
            try SamplingVariance.passAtK(successes: 1, samples: 10, k: 11)
        }
        #expect(throws: StatisticsError.noVariation("estimate")) {
            try FixedSuite.mean(of: [1, 0], variances: [0, 0])
        }
    }
}

struct VarianceComponentsTests {
    /// By hand: rates 0, .5, 1; s² = .25; noise (0 + .25/3 + 0)/3.
    @Test func `sampling noise is taken out of the spread over tasks`() throws {
        let components = try VarianceComponents(successes: [0, 2, 4], samples: [4, 4, 4])

        #expect(isClose(components.between, 0.25 - 0.25 / 9))
        #expect(isClose(components.within, 1.0 / 9))
        #expect(!components.isClipped)
    }

    @Test func `a spread below the noise is set to zero and said so`() throws {
        let components = try VarianceComponents(successes: [1, 1, 1], samples: [2, 2, 2])

        #expect(components.between == 0)
        #expect(components.isClipped)
        #expect(components.intraclassCorrelation == 0)
    }

    @Test func `differences lose the noise of both candidates`() throws {
        let components = try VarianceComponents(
            first: (successes: [4, 2, 4], samples: [4, 4, 4]),
            second: (successes: [0, 2, 2], samples: [4, 4, 4])
        )

        // Differences 1, 0, .5: s² = .25. Noise: three rates of ½, .25/3 each, over three tasks.
        #expect(isClose(components.between, 0.25 - 0.25 / 3))
        #expect(isClose(components.within, 1.0 / 9 + 2.0 / 9))
    }
}
