/// How the standard error of clustered data is corrected for few clusters.
package enum ClusterCorrection: String, Sendable, Hashable, CaseIterable, Codable {
    /// None, as in Miller 2024 (arXiv 2411.00640); too small with fewer than about fifty clusters.
    case cr0
    /// Times G / (G − 1), and for a regression (N − 1) / (N − K); t with G − 1 degrees of freedom.
    case cr1
    /// Bell and McCaffrey 2002: residuals adjusted for leverage, Satterthwaite degrees of freedom.
    case cr2
}

/// A mean whose values may belong together in groups.
///
/// Groups are independent of each other, values inside one need not be. Without groups, or with groups of
/// one, every correction but CR0 gives s / √n and n − 1 degrees of freedom.
package struct ClusteredMean: Sendable, Hashable {
    package var estimate: Estimate
    /// The standard error that ignores the groups: s / √n.
    package var naiveStandardError: Double
    package var count: Int
    package var clusterCount: Int

    /// The factor by which the groups raise the variance; 1 where they do not matter.
    package var designEffect: Double {
        let ratio = estimate.standardError / naiveStandardError
        return ratio * ratio
    }

    /// Estimates the mean of `values`, of which those with equal numbers in `clusters` belong together.
    ///
    /// - Parameters:
    ///   - values: One number per unit, any unit of measure.
    ///   - clusters: The group of each value; nil where values are independent.
    ///   - correction: CR2 holds its level from about ten groups on, CR1 from about thirty.
    /// - Throws: `.tooFew` for fewer than two values or groups, `.noVariation` where the groups do not
    ///   differ, `.notFinite`, `.unequalLengths`.
    package init(
        of values: [Double],
        clusters: [Int]? = nil,
        correction: ClusterCorrection = .cr2
    ) throws(StatisticsError) {
        try Require.finite(values, "values", atLeast: 2)
        let moments = Moments(finite: values)
        guard moments.variance > 0 else { throw .noVariation("values") }
        let groups = try ClusterSums(of: values.map { $0 - moments.mean }, clusters: clusters)
        let total = Double(values.count)
        count = values.count
        clusterCount = groups.sums.count
        naiveStandardError = moments.meanVariance.squareRoot()
        let number = Double(clusterCount)
        var squares = 0.0
        for (sum, size) in zip(groups.sums, groups.sizes) {
            let leverage = correction == .cr2 ? size / total : 0
            squares += sum * sum / (1 - leverage)
        }
        if correction == .cr1 { squares *= number / (number - 1) }
        // Sums of rounded residuals are never exactly zero.
        guard squares > moments.variance * total * 1e-24 else { throw .noVariation("clusters") }
        estimate = try Estimate(
            value: moments.mean,
            standardError: squares.squareRoot() / total,
            degreesOfFreedom: correction == .cr2
                ? Self.satterthwaite(sizes: groups.sizes, total: total) : number - 1
        )
    }

    /// Bell and McCaffrey's degrees of freedom of a mean, under independence: (tr Q)² / tr Q².
    private static func satterthwaite(sizes: [Double], total: Double) -> Double {
        var sum = 0.0
        var diagonal = 0.0
        var squares = 0.0
        for size in sizes {
            let weight = size * size / (total - size)
            squares += size * size
            sum += weight
            diagonal += weight * weight
        }
        return total * total / (squares + sum * sum - diagonal)
    }
}

/// Sums of a score by cluster, in the order in which clusters first appear.
struct ClusterSums {
    var sums: [Double] = []
    var sizes: [Double] = []

    init(of scores: [Double], clusters: [Int]?) throws(StatisticsError) {
        guard let clusters else {
            sums = scores
            sizes = Array(repeating: 1, count: scores.count)
            return
        }
        try Require.sameLength(scores.count, clusters.count, "values and clusters")
        let order = ClusterOrder(clusters)
        guard order.count >= 2 else { throw .tooFew("clusters", needed: 2, given: order.count) }
        sums = Array(repeating: 0, count: order.count)
        sizes = sums
        for (score, position) in zip(scores, order.positions) {
            sums[position] += score
            sizes[position] += 1
        }
    }
}

/// Cluster numbers replaced by 0, 1, 2 … in the order in which they first appear.
package struct ClusterOrder: Sendable {
    /// The position of each row's cluster, from 0.
    package var positions: [Int]
    /// How many clusters there are.
    package var count: Int

    /// Numbers clusters in the order of their first rows.
    package init(_ clusters: [Int]) {
        let (low, high) = (clusters.min() ?? 0, clusters.max() ?? 0)
        let (span, overflow) = high.subtractingReportingOverflow(low)
        let isDense = !overflow && span < 4 * clusters.count + 1024
        (positions, count) = isDense ? Self.dense(clusters, low, span) : Self.sparse(clusters)
    }

    /// A table instead of hashing: a million rows take milliseconds.
    private static func dense(_ clusters: [Int], _ low: Int, _ span: Int) -> (positions: [Int], count: Int) {
        var known = [Int](repeating: -1, count: span + 1)
        var found = 0
        let positions = clusters.map { cluster in
            let slot = cluster - low
            if known[slot] < 0 {
                known[slot] = found
                found += 1
            }
            return known[slot]
        }
        return (positions, found)
    }

    private static func sparse(_ clusters: [Int]) -> (positions: [Int], count: Int) {
        var known: [Int: Int] = [:]
        let positions = clusters.map { cluster in
            if let position = known[cluster] { return position }
            known[cluster] = known.count
            return known.count - 1
        }
        return (positions, known.count)
    }

    /// The positions of the members of each cluster.
    var members: [[Int]] {
        var members = Array(repeating: [Int](), count: count)
        for (index, position) in positions.enumerated() { members[position].append(index) }
        return members
    }
}
