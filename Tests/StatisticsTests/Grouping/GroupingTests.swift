import Testing

@testable import Statistics

/// scikit-learn 1.9 and SciPy 1.17 on nine points in the plane.
struct GroupingTests {
    private static let rows = [
        [1, 2], [1.5, 1.8], [5, 8], [8, 8], [1, 0.6], [9, 11], [8, 2], [10, 2], [9, 3],
    ]

    /// `KMeans(3, n_init=50)` and the scores of `sklearn.metrics`.
    @Test func `three clusters and their quality agree`() throws {
        let points = try Points(rows: Self.rows)
        let found = try KMeans(points, clusters: 3, seed: 5)

        #expect(found.labels == [0, 0, 1, 1, 0, 1, 2, 2, 2])
        #expect(isClose(found.inertia, 18.64666666666667))
        #expect(isClose(try GroupingQuality.silhouette(points, labels: found.labels), 0.7036685297515942))
        #expect(
            isClose(try GroupingQuality.calinskiHarabasz(points, labels: found.labels), 32.83911333571684)
        )
        #expect(isClose(try GroupingQuality.daviesBouldin(points, labels: found.labels), 0.38911432521724043))
    }

    /// `scipy.cluster.hierarchy.linkage`.
    @Test(arguments: [
        (
            Hierarchy.Linkage.ward,
            [
                0.53851648, 1.41421356, 1.52861593, 1.82574186, 3, 4.50924975, 11.90238071, 16.32666531,
            ]
        ),
        (
            .average,
            [0.53851648, 1.35, 1.41421356, 1.70710678, 3, 4.08113883, 7.16176922, 8.85698505]
        ),
    ])
    func `merges have the heights that SciPy gives`(linkage: Hierarchy.Linkage, heights: [Double]) throws {
        let hierarchy = try Hierarchy(Points(rows: Self.rows), linkage: linkage)

        #expect(areClose(hierarchy.merges.map(\.height), heights, 1e-8))
        #expect(try hierarchy.labels(clusters: 3) == [0, 0, 1, 1, 0, 1, 2, 2, 2])
        #expect(hierarchy.merges.last?.size == 9)
    }

    /// `PCA().fit`, its signs turned.
    @Test func `principal components agree`() throws {
        let components = try PrincipalComponents(Points(rows: Self.rows))

        #expect(areClose(components.variances, [19.83846674, 8.00653326], 1e-8))
        #expect(areClose(components.directions[0], [0.71910688, 0.69489949], 1e-8))
    }

    /// `adjusted_rand_score([0,0,1,1,2,2], [0,0,1,2,2,2])`.
    @Test func `the adjusted Rand index agrees and ignores names`() throws {
        #expect(
            isClose(try GroupingQuality.adjustedRandIndex([0, 0, 1, 1, 2, 2], [0, 0, 1, 2, 2, 2]), 4.0 / 9)
        )
        #expect(try GroupingQuality.adjustedRandIndex([0, 0, 1], [7, 7, 3]) == 1)
    }

    @Test func `more clusters than distinct points and a single group are refused`() throws {
        let points = try Points(rows: [[1], [1], [2]])

        #expect(throws: StatisticsError.self) { try KMeans(points, clusters: 3, seed: 1) }
        #expect(try KMeans(points, clusters: 2, seed: 1).inertia == 0)
        #expect(throws: StatisticsError.tooFew("groups", needed: 2, given: 1)) {
            try GroupingQuality.silhouette(points, labels: [0, 0, 0])
        }
        #expect(throws: StatisticsError.self) { try Points(rows: [[1], [1, 2]]) }
        #expect(throws: StatisticsError.noVariation("points")) {
            try PrincipalComponents(Points(rows: [[1, 2], [1, 2]]))
        }
    }
}
