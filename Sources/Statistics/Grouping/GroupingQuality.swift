/// How well groups of points are told apart.
package enum GroupingQuality {
    /// The mean silhouette (Rousseeuw 1987), in [−1, 1]; a point alone in its group counts 0.
    ///
    /// - Throws: `.tooFew` for fewer than two groups, `.unequalLengths`.
    /// - Complexity: O(points²).
    package static func silhouette(_ points: Points, labels: [Int]) throws(StatisticsError) -> Double {
        let order = try groups(points, labels)
        var total = 0.0
        for index in 0..<points.count {
            var sums = [Double](repeating: 0, count: order.count)
            for other in 0..<points.count where other != index {
                sums[order.positions[other]] += points.squaredDistance(index, other).squareRoot()
            }
            let own = order.positions[index]
            let sizes = order.members.map { Double($0.count) }
            guard sizes[own] > 1 else { continue }
            let inside = sums[own] / (sizes[own] - 1)
            var outside = Double.infinity
            for group in sums.indices where group != own {
                outside = min(outside, sums[group] / sizes[group])
            }
            let larger = max(inside, outside)
            total += larger > 0 ? (outside - inside) / larger : 0
        }
        return total / Double(points.count)
    }

    /// Caliński and Harabasz's ratio (1974) of the spread between groups to that inside them.
    ///
    /// - Throws: `.tooFew`, `.noVariation` where no group spreads.
    package static func calinskiHarabasz(_ points: Points, labels: [Int]) throws(StatisticsError) -> Double {
        let order = try groups(points, labels)
        guard points.count > order.count else {
            throw .tooFew("points", needed: order.count + 1, given: points.count)
        }
        let (centres, sizes) = points.centres(order.positions, count: order.count)
        let whole = points.centres(Array(repeating: 0, count: points.count), count: 1).centres
        let within = (0..<points.count).reduce(0) {
            $0 + points.squaredDistance($1, to: centres, at: order.positions[$1])
        }
        guard within > 0 else { throw .noVariation("groups") }
        let all = (0..<points.count).reduce(0) { $0 + points.squaredDistance($1, to: whole, at: 0) }
        let k = Double(sizes.count)
        return (all - within) / (k - 1) / (within / (Double(points.count) - k))
    }

    /// Davies and Bouldin's index (1979): the mean likeness of each group to its nearest; small is good.
    ///
    /// - Throws: `.tooFew`, `.noVariation` where two groups have one centre.
    package static func daviesBouldin(_ points: Points, labels: [Int]) throws(StatisticsError) -> Double {
        let order = try groups(points, labels)
        let (centres, sizes) = points.centres(order.positions, count: order.count)
        var spread = [Double](repeating: 0, count: order.count)
        for index in 0..<points.count {
            let own = order.positions[index]
            spread[own] += points.squaredDistance(index, to: centres, at: own).squareRoot() / sizes[own]
        }
        let width = points.dimension
        var total = 0.0
        for one in 0..<order.count {
            var worst = 0.0
            for two in 0..<order.count where two != one {
                let distance = (0..<width).reduce(0) {
                    let gap = centres[one * width + $1] - centres[two * width + $1]
                    return $0 + gap * gap
                }.squareRoot()
                guard distance > 0 else { throw .noVariation("centres") }
                worst = max(worst, (spread[one] + spread[two]) / distance)
            }
            total += worst
        }
        return total / Double(order.count)
    }

    /// The adjusted Rand index of two groupings (Hubert and Arabie 1985): 1 for equal ones, 0 for chance.
    ///
    /// - Throws: `.unequalLengths`, `.tooFew` for fewer than two items.
    package static func adjustedRandIndex(_ first: [Int], _ second: [Int]) throws(StatisticsError) -> Double {
        try Require.sameLength(first.count, second.count, "groupings")
        guard first.count >= 2 else { throw .tooFew("items", needed: 2, given: first.count) }
        func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
        func sum<Key: Hashable>(_ keys: [Key]) -> Double {
            Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +).values.map(pairs).sorted().reduce(0, +)
        }
        let together = sum(zip(first, second).map { [$0, $1] })
        let (one, two) = (sum(first), sum(second))
        let expected = one * two / pairs(first.count)
        let largest = (one + two) / 2
        return largest == expected ? 1 : (together - expected) / (largest - expected)
    }

    private static func groups(_ points: Points, _ labels: [Int]) throws(StatisticsError) -> ClusterOrder {
        try Require.sameLength(points.count, labels.count, "points and labels")
        let order = ClusterOrder(labels)
        guard order.count >= 2 else { throw .tooFew("groups", needed: 2, given: order.count) }
        return order
    }
}
