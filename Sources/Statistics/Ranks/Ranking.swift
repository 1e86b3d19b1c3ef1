/// Ranks from 1, ties sharing the mean of theirs, and what ties do to a variance.
package struct Ranking: Sendable {
    /// One per value, in its place.
    package var ranks: [Double]
    /// Σ (t³ − t) over groups of t tied values.
    package var tieSum: Double

    /// Of finite values.
    package init(of values: [Double]) {
        let order = values.indices.sorted { values[$0] < values[$1] }
        ranks = Array(repeating: 0, count: values.count)
        tieSum = 0
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let shared = Double(start + 1 + end) / 2
            for position in start..<end { ranks[order[position]] = shared }
            let tied = Double(end - start)
            tieSum += tied * tied * tied - tied
            start = end
        }
    }

    var hasTies: Bool { tieSum > 0 }
}

/// How the p-value of a rank test is reached.
package enum RankMethod: Sendable, Hashable {
    /// By counting all orders; without ties and for small samples only.
    case exact
    /// By the normal law with the variance of ties; `isCorrected` subtracts ½ for continuity.
    case asymptotic(isCorrected: Bool = true)
}
