extension LinearRegression {
    /// The sandwich with scores summed by cluster.
    func clusteredCovariance(
        _ clusters: [Int],
        _ correction: ClusterCorrection
    ) throws(StatisticsError) -> [Double] {
        try Require.sameLength(clusters.count, design.rows, "rows and clusters")
        let order = ClusterOrder(clusters)
        guard order.count >= 2 else { throw .tooFew("clusters", needed: 2, given: order.count) }
        let width = design.columns
        guard correction != .cr2 else { return try adjustedCovariance(order) }
        var meat = outerProduct(clusterScores(order))
        if correction == .cr1 {
            let (rows, groups) = (Double(design.rows), Double(order.count))
            let factor = groups / (groups - 1) * (rows - 1) / (rows - Double(width))
            for index in meat.indices { meat[index] *= factor }
        }
        return sandwich(meat)
    }

    /// The sum of both one-way matrices less that of their intersection.
    ///
    /// A variance that comes out negative, as few clusters may give, is refused by `Estimate`.
    func twoWayCovariance(_ first: [Int], _ second: [Int]) throws(StatisticsError) -> [Double] {
        try Require.sameLength(first.count, second.count, "both clusters")
        let (one, two) = (ClusterOrder(first), ClusterOrder(second))
        let both = zip(one.positions, two.positions).map { $0 * two.count + $1 }
        let sum = try zip(clusteredCovariance(first, .cr1), clusteredCovariance(second, .cr1)).map { $0 + $1 }
        return try zip(sum, clusteredCovariance(both, .cr1)).map { $0 - $1 }
    }

    /// Σ over the rows of each cluster of residual · row, cluster by cluster.
    private func clusterScores(_ order: ClusterOrder) -> [Double] {
        let width = design.columns
        var scores = [Double](repeating: 0, count: order.count * width)
        scores.withUnsafeMutableBufferPointer { scores in
            design.values.withUnsafeBufferPointer { values in
                for row in 0..<design.rows {
                    let residual = residuals[row]
                    let start = order.positions[row] * width
                    for column in 0..<width {
                        scores[start + column] += residual * values[row * width + column]
                    }
                }
            }
        }
        return scores
    }

    /// Σ s s' over consecutive vectors of `columns` values.
    private func outerProduct(_ scores: [Double]) -> [Double] {
        let width = design.columns
        var sum = [Double](repeating: 0, count: width * width)
        for start in stride(from: 0, to: scores.count, by: width) {
            for one in 0..<width {
                for two in 0..<width { sum[one * width + two] += scores[start + one] * scores[start + two] }
            }
        }
        return sum
    }

    // MARK: - CR2

    /// Per cluster M = S X'X S and R = (I − M)^(−1/2), where S is the symmetric root of (X'X)⁻¹.
    ///
    /// Bell and McCaffrey's (I − H_g)^(−1/2), a matrix as large as the cluster, acts on columns of X only;
    /// there it is X S R S⁻¹, and nothing larger than k × k is ever decomposed.
    private struct Adjustment {
        var gram: [Double]
        var root: [Double]
    }

    private func adjustments(
        _ order: ClusterOrder
    ) throws(StatisticsError) -> (
        halfGram: [Double], clusters: [Adjustment]
    ) {
        let width = design.columns
        let half = try LinearAlgebra.symmetricEigen(inverseGram, size: width)
            .rebuilt { max(0, $0).squareRoot() }
        var grams = [Double](repeating: 0, count: order.count * width * width)
        for row in 0..<design.rows {
            let start = order.positions[row] * width * width
            for one in 0..<width {
                for two in 0..<width {
                    grams[start + one * width + two] +=
                        design.values[row * width + one] * design.values[row * width + two]
                }
            }
        }
        var clusters: [Adjustment] = []
        for cluster in 0..<order.count {
            let start = cluster * width * width
            let gram = Array(grams[start..<start + width * width])
            let left = Matrix.product(half, gram, rows: width, inner: width, columns: width)
            let inner = Matrix.product(left, half, rows: width, inner: width, columns: width)
            // A column that only this cluster identifies has nothing left to adjust: generalised inverse.
            let root = try LinearAlgebra.symmetricEigen(inner, size: width)
                .rebuilt { 1 - $0 > 1e-10 ? 1 / (1 - $0).squareRoot() : 0 }
            clusters.append(Adjustment(gram: inner, root: root))
        }
        return (half, clusters)
    }

    private func adjustedCovariance(_ order: ClusterOrder) throws(StatisticsError) -> [Double] {
        let width = design.columns
        let (half, clusters) = try adjustments(order)
        let scores = clusterScores(order)
        var adjusted: [Double] = []
        for (cluster, adjustment) in clusters.enumerated() {
            let score = Array(scores[cluster * width..<(cluster + 1) * width])
            let white = Matrix.product(half, score, rows: width, inner: width, columns: 1)
            let leveled = Matrix.product(adjustment.root, white, rows: width, inner: width, columns: 1)
            adjusted += Matrix.product(half, leveled, rows: width, inner: width, columns: 1)
        }
        return outerProduct(adjusted)
    }

    /// Satterthwaite's degrees of freedom of a contrast under independent, equal errors: (tr Q)² / tr Q².
    ///
    /// Q_st = δ_st w_s'M_s w_s − w_s'M_s M_t w_t with w = R S c.
    func satterthwaite(_ contrast: [Double], _ order: ClusterOrder) throws(StatisticsError) -> Double {
        let width = design.columns
        let (half, clusters) = try adjustments(order)
        let start = Matrix.product(half, contrast, rows: width, inner: width, columns: 1)
        var trace = 0.0
        var squares = 0.0
        var outer = [Double](repeating: 0, count: width * width)
        for adjustment in clusters {
            let w = Matrix.product(adjustment.root, start, rows: width, inner: width, columns: 1)
            let u = Matrix.product(adjustment.gram, w, rows: width, inner: width, columns: 1)
            let inner = zip(w, u).reduce(0) { $0 + $1.0 * $1.1 }
            let length = u.reduce(0) { $0 + $1 * $1 }
            trace += inner - length
            squares += (inner - length) * (inner - length) - length * length
            for one in 0..<width {
                for two in 0..<width { outer[one * width + two] += u[one] * u[two] }
            }
        }
        squares += outer.reduce(0) { $0 + $1 * $1 }
        guard squares > 0, trace > 0 else { throw .noVariation("clusters") }
        return trace * trace / squares
    }
}
