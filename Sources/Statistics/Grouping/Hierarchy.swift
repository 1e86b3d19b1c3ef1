/// Clusters merged one by one, the nearest two first (agglomerative).
package struct Hierarchy: Sendable, Hashable {
    package enum Linkage: String, Sendable, Hashable, CaseIterable, Codable {
        /// The root of twice the rise of the squared error (Ward 1963), as SciPy's.
        case ward
        /// The mean distance between members.
        case average
    }

    package struct Merge: Sendable, Hashable {
        /// Points 0..<n, merges n, n + 1 … in their order.
        package var first: Int
        package var second: Int
        package var height: Double
        package var size: Int
    }

    /// In the order of rising height.
    package let merges: [Merge]
    private let count: Int

    /// - Throws: `.tooFew` for fewer than two points, `.outOfRange` for more than 2,000.
    /// - Complexity: O(points³) time at worst, O(points²) memory.
    package init(_ points: Points, linkage: Linkage) throws(StatisticsError) {
        guard points.count >= 2 else { throw .tooFew("points", needed: 2, given: points.count) }
        try Require.holds(points.count <= 2000, "points", rule: "at most 2,000")
        count = points.count
        var table = DistanceTable(points, isSquared: linkage == .ward)
        var merges: [Merge] = []
        for step in 0..<points.count - 1 {
            let (one, two, distance) = table.nearest()
            let size = table.merge(one, two, linkage: linkage, name: points.count + step)
            merges.append(
                Merge(
                    first: min(size.names.0, size.names.1),
                    second: max(size.names.0, size.names.1),
                    height: linkage == .ward ? distance.squareRoot() : distance,
                    size: size.size
                )
            )
        }
        self.merges = merges
    }

    /// The groups that remain before the last `clusters − 1` merges, numbered by first appearance.
    ///
    /// - Throws: `.outOfRange` unless 1 ≤ clusters ≤ points.
    package func labels(clusters: Int) throws(StatisticsError) -> [Int] {
        try Require.holds((1...count).contains(clusters), "clusters", rule: "in 1...points")
        var owner = Array(0..<2 * count - 1)
        for (step, merge) in merges.prefix(count - clusters).enumerated() {
            owner[merge.first] = count + step
            owner[merge.second] = count + step
        }
        // A merge stands behind its parts, so one pass from the back resolves all.
        for index in stride(from: owner.count - 1, through: 0, by: -1) { owner[index] = owner[owner[index]] }
        return ClusterOrder(Array(owner[..<count])).positions
    }
}

/// Distances between the clusters that are left, updated by Lance and Williams' formula (1967).
private struct DistanceTable {
    private var distances: [Double]
    private var sizes: [Int]
    private var names: [Int]
    private var alive: [Int]
    private let width: Int

    init(_ points: Points, isSquared: Bool) {
        width = points.count
        sizes = Array(repeating: 1, count: width)
        names = Array(0..<width)
        alive = names
        distances = Array(repeating: 0, count: width * width)
        for one in 0..<width {
            for two in 0..<width {
                let squared = points.squaredDistance(one, two)
                distances[one * width + two] = isSquared ? squared : squared.squareRoot()
            }
        }
    }

    func nearest() -> (Int, Int, Double) {
        var best = (alive[0], alive[1], Double.infinity)
        for (position, one) in alive.enumerated() {
            for two in alive[(position + 1)...] where distances[one * width + two] < best.2 {
                best = (one, two, distances[one * width + two])
            }
        }
        return best
    }

    mutating func merge(
        _ one: Int,
        _ two: Int,
        linkage: Hierarchy.Linkage,
        name: Int
    ) -> (names: (Int, Int), size: Int) {
        let (n, m) = (Double(sizes[one]), Double(sizes[two]))
        let gap = distances[one * width + two]
        for other in alive where other != one && other != two {
            let (a, b) = (distances[one * width + other], distances[two * width + other])
            let k = Double(sizes[other])
            let updated =
                switch linkage {
                case .ward: ((n + k) * a + (m + k) * b - k * gap) / (n + m + k)
                case .average: (n * a + m * b) / (n + m)
                }
            distances[one * width + other] = updated
            distances[other * width + one] = updated
        }
        let merged = (names[one], names[two])
        sizes[one] += sizes[two]
        names[one] = name
        alive.removeAll { $0 == two }
        return (merged, sizes[one])
    }
}
