import Testing

@testable import Statistics

struct ClusteredMeanTests {
    private static let values = [0.2, 0.1, -0.1, 0.5, 0.4, 0, 0.3, -0.2, 0.1, 0.6]
    private static let clusters = [1, 1, 2, 3, 3, 3, 4, 5, 5, 6]

    /// statsmodels 0.15 `OLS(d, 1).fit(cov_type="cluster", use_t=True)`.
    @Test func `CR1 agrees with statsmodels on unequal clusters`() throws {
        let mean = try ClusteredMean(of: Self.values, clusters: Self.clusters, correction: .cr1)

        #expect(isClose(mean.estimate.value, 0.19))
        #expect(abs(mean.estimate.standardError - 0.085557) < 5e-7)
        #expect(mean.estimate.degreesOfFreedom == 5)
        #expect(isClose(mean.estimate.pValue(), 0.07705636, 1e-7))
        #expect(abs(mean.estimate.interval().low - -0.02993127) < 1e-8)
        #expect(mean.clusterCount == 6)
    }

    /// NumPy, from the definition: adjustment by the inverse root of I − H per cluster.
    @Test func `CR2 and its degrees of freedom agree with the general matrix form`() throws {
        let mean = try ClusteredMean(of: Self.values, clusters: Self.clusters)

        #expect(isClose(mean.estimate.standardError, 0.08632717389316617))
        #expect(isClose(mean.estimate.degreesOfFreedom, 4.053619302949062))
        #expect(isClose(mean.naiveStandardError, 0.08225975119502044))
        #expect(
            isClose(
                mean.designEffect,
                0.08632717389316617 / 0.08225975119502044 * mean.designEffect.squareRoot()
            )
        )
    }

    /// Miller 2024 on clustered questions: T⁻² Σ_g (Σ residuals)².
    @Test func `CR0 is Miller's sum over clusters`() throws {
        let mean = try ClusteredMean(of: [1, 0, 1, 1], clusters: [7, 7, 9, 9], correction: .cr0)

        // Residuals .25 −.75 | .25 .25: sums −.5 and .5.
        #expect(isClose(mean.estimate.standardError, (0.5 / 16).squareRoot()))
    }

    @Test(arguments: [ClusterCorrection.cr1, .cr2])
    func `values in clusters of one have the ordinary standard error`(correction: ClusterCorrection) throws {
        let alone = try ClusteredMean(of: Self.values, correction: correction)
        let single = try ClusteredMean(
            of: Self.values,
            clusters: Array(0..<10),
            correction: correction
        )

        #expect(isClose(alone.estimate.standardError, 0.08225975119502044))
        #expect(isClose(alone.estimate.degreesOfFreedom, 9))
        #expect(alone == single)
        #expect(isClose(alone.designEffect, 1))
    }

    @Test func `one cluster, equal values, one value and NaN are refused`() {
        #expect(throws: StatisticsError.tooFew("clusters", needed: 2, given: 1)) {
            try ClusteredMean(of: [1, 2, 3], clusters: [4, 4, 4])
        }
        #expect(throws: StatisticsError.noVariation("values")) { try ClusteredMean(of: [0.1, 0.1, 0.1]) }
        #expect(throws: StatisticsError.tooFew("values", needed: 2, given: 1)) {
            try ClusteredMean(of: [1])
        }
        #expect(throws: StatisticsError.notFinite("values")) { try ClusteredMean(of: [1, .nan]) }
        #expect(throws: StatisticsError.unequalLengths("values and clusters", 2, 1)) {
            try ClusteredMean(of: [1, 2], clusters: [1])
        }
    }

    @Test func `clusters whose means are equal carry no information`() {
        #expect(throws: StatisticsError.noVariation("clusters")) {
            try ClusteredMean(of: [0.1, 0.9, 0.3, 0.7], clusters: [1, 1, 2, 2])
        }
    }

    @Test func `a large offset does not eat the variance`() throws {
        let moments = try Moments(of: [1e9, 1e9 + 1, 1e9 + 2])

        #expect(moments.variance == 1)
        #expect(moments.mean == 1e9 + 1)
    }
}
