import Testing

@testable import Statistics

struct BootstrapTests {
    private static let values = [3.1, 0.4, 2.2, 5.0, 1.7, 0.9, 4.4, 2.8]

    /// The ideal bootstrap's variance of a mean is Σ(x − x̄)²/n².
    @Test func `the spread of resampled means is the ideal one`() throws {
        let means = try Bootstrap(replicates: 40_000, seed: 4).means(of: Self.values)
        let moments = try Moments(of: Self.values)
        let ideal = (moments.meanVariance * 7 / 8).squareRoot()

        // Four Monte Carlo errors of a standard deviation: 4/√(2R).
        #expect(abs(try Moments(of: means).standardDeviation / ideal - 1) < 4 / (80_000.0).squareRoot())
        #expect(abs(try Moments(of: means).mean - moments.mean) < 4 * ideal / 200)
    }

    @Test func `whole clusters are drawn`() throws {
        // Two clusters of opposite values: a mean is −1, 0 or 1.
        let means = try Bootstrap(replicates: 2000, seed: 1).means(
            of: [1, 1, 1, -1, -1, -1],
            clusters: [5, 5, 5, 8, 8, 8]
        )

        #expect(Set(means) == [-1, 0, 1])
        #expect(abs(Double(means.count { $0 == 0 }) / 2000 - 0.5) < 4 * 0.5 / (2000.0).squareRoot())
    }

    @Test func `a seed repeats, another does not, and any statistic can be drawn`() throws {
        let first = try Bootstrap(replicates: 200, seed: 1)
        let medians = try first.distribution(units: 8) { positions in
            (try? Quantile.median(of: positions.map { Self.values[$0] })) ?? .nan
        }

        #expect(try first.means(of: Self.values) == first.means(of: Self.values))
        #expect(
            try first.means(of: Self.values) != Bootstrap(replicates: 200, seed: 2).means(of: Self.values)
        )
        #expect(medians.allSatisfy { (0.4...5).contains($0) })
    }

    @Test func `the basic interval mirrors the percentile interval`() throws {
        let means = try Bootstrap(replicates: 1000, seed: 3).means(of: Self.values)
        let centre = try Moments(of: Self.values).mean
        let plain = try Bootstrap.interval(around: centre, distribution: means)
        let basic = try Bootstrap.interval(around: centre, distribution: means, method: .basicBootstrap)

        #expect(isClose(basic.low, 2 * centre - plain.high))
        #expect(isClose(basic.high, 2 * centre - plain.low))
    }

    @Test func `one value, one cluster and few replicates are refused`() throws {
        let bootstrap = try Bootstrap(seed: 1)

        #expect(throws: StatisticsError.self) { try Bootstrap(replicates: 10, seed: 1) }
        #expect(throws: StatisticsError.tooFew("values", needed: 2, given: 1)) {
            try bootstrap.means(of: [1])
        }
        #expect(throws: StatisticsError.tooFew("clusters", needed: 2, given: 1)) {
            try bootstrap.means(of: [1, 2], clusters: [3, 3])
        }
        #expect(throws: StatisticsError.self) {
            try bootstrap.ratios(numerators: [1, 2], denominators: [1, 0])
        }
    }
}

struct PermutationTestTests {
    /// Fisher 1935 on Darwin's plants: 863 of 32,768 sign orders sum to at least the observed 314 on one
    /// side, so 1,726 on both.
    @Test func `Darwin's plants give Fisher's count`() throws {
        let differences = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48].map(Double.init)
        let outcome = try PermutationTest.signFlip(differences: differences, seed: 1)

        #expect(outcome.isExact)
        #expect((outcome.extreme, outcome.total) == (1726, 32_768))
    }

    /// By hand: of C(5, 2) = 10 orders only {1, 2} and {4, 5} of 1…5 are as far apart as 1, 2 | 3, 4, 5.
    @Test func `small samples are enumerated`() throws {
        let outcome = try PermutationTest.meanDifference([1, 2], [3, 4, 5], seed: 1)

        #expect((outcome.extreme, outcome.total) == (2, 10))
        #expect(outcome.pValue == 0.2)
    }

    @Test func `drawn orders come near the exact p-value`() throws {
        let first = [1.2, 3.4, 2.2, 5.1, 0.3, 2.7, 3.3, 1.9]
        let second = [2.9, 4.4, 3.8, 5.6, 4.1, 2.0, 6.3]
        let exact = try PermutationTest.meanDifference(first, second, seed: 1)
        let drawn = try PermutationTest.meanDifference(
            first,
            second,
            replicates: 20_000,
            seed: 1,
            exactLimit: 10
        )

        #expect(exact.isExact && !drawn.isExact)
        let error = (exact.pValue * (1 - exact.pValue) / 20_000).squareRoot()
        #expect(abs(drawn.pValue - exact.pValue) < 4 * error + 1e-4)
    }

    @Test func `many differences are drawn, and p is never zero`() throws {
        let outcome = try PermutationTest.signFlip(
            differences: (1...40).map(Double.init),
            replicates: 1000,
            seed: 7
        )

        #expect(!outcome.isExact)
        #expect(outcome.pValue == 1.0 / 1001)
    }

    @Test func `a single difference has p of one, none is refused`() throws {
        #expect(try PermutationTest.signFlip(differences: [3], seed: 1).pValue == 1)
        #expect(throws: StatisticsError.noVariation("differences")) {
            try PermutationTest.signFlip(differences: [0, 0], seed: 1)
        }
        #expect(throws: StatisticsError.noVariation("values")) {
            try PermutationTest.meanDifference([1, 1], [1], seed: 1)
        }
        #expect(throws: StatisticsError.tooFew("first sample", needed: 1, given: 0)) {
            try PermutationTest.meanDifference([], [1], seed: 1)
        }
    }
}
