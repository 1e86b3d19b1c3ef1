import Statistics

/// An estimate as a sum over rows: what each row moves it by, to first order.
///
/// Estimates that rest on fitted models carry the models' own influence too, so the standard error includes
/// that the models were fitted (stacked estimating equations: Stefanski and Boos 2002).
struct Influence: Sendable {
    var value: Double
    /// One per row, of mean zero; the estimate's error is about their mean.
    var contributions: [Double]

    /// The estimate with the standard error that its contributions give.
    ///
    /// Rows independent: √(Σ φ²) / n, normal law. Clustered: φ summed by cluster, times √(G / (G − 1)), t with
    /// G − 1 degrees of freedom.
    func estimate(clusters: [Int]?) throws(StatisticsError) -> Estimate {
        let count = Double(contributions.count)
        guard let clusters else {
            let squares = contributions.reduce(0) { $0 + $1 * $1 }
            return try Estimate(value: value, standardError: squares.squareRoot() / count)
        }
        let order = ClusterOrder(clusters)
        guard order.count >= 2 else { throw .tooFew("clusters", needed: 2, given: order.count) }
        var sums = [Double](repeating: 0, count: order.count)
        for (row, value) in contributions.enumerated() { sums[order.positions[row]] += value }
        let groups = Double(order.count)
        let squares = sums.reduce(0) { $0 + $1 * $1 } * groups / (groups - 1)
        return try Estimate(
            value: value,
            standardError: squares.squareRoot() / count,
            degreesOfFreedom: groups - 1
        )
    }

    static func - (one: Influence, two: Influence) -> Influence {
        Influence(
            value: one.value - two.value,
            contributions: zip(one.contributions, two.contributions).map { $0 - $1 }
        )
    }
}
