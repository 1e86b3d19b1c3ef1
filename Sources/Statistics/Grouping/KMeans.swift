/// Clusters around means: Lloyd's algorithm (1957) from k-means++ starts (Arthur and Vassilvitskii 2007).
package struct KMeans: Sendable, Hashable {
    /// The cluster of each point, numbered in the order of first appearance.
    package let labels: [Int]
    /// Row by row of `Points`.
    package let centres: [[Double]]
    /// Σ of squared distances to the own centre; the best of all starts.
    package let inertia: Double

    /// Finds `clusters` groups; the same points and seed give the same ones.
    ///
    /// - Throws: `.outOfRange` for fewer than one cluster or more than distinct points.
    package init(
        _ points: Points,
        clusters: Int,
        starts: Int = 20,
        seed: UInt64
    ) throws(StatisticsError) {
        try Require.holds(starts >= 1, "starts", rule: "at least 1")
        let distinct = Set(
            (0..<points.count).map { index in
                Array(points.values[index * points.dimension..<(index + 1) * points.dimension])
            }
        )
        try Require.holds((1...distinct.count).contains(clusters), "clusters", rule: "in 1...distinct points")
        var generator = SeededGenerator(seed: seed)
        var best = Self.lloyd(points, Self.start(points, clusters, &generator), clusters)
        for _ in 1..<max(starts, 2) where starts > 1 {
            let next = Self.lloyd(points, Self.start(points, clusters, &generator), clusters)
            if next.inertia < best.inertia { best = next }
        }
        let order = ClusterOrder(best.labels)
        labels = order.positions
        inertia = best.inertia
        let width = points.dimension
        let centres = points.centres(labels, count: clusters).centres
        self.centres = (0..<clusters).map { Array(centres[$0 * width..<($0 + 1) * width]) }
    }

    /// Centres drawn from the points, each with a probability like its squared distance to those before.
    private static func start(
        _ points: Points,
        _ clusters: Int,
        _ generator: inout SeededGenerator
    ) -> [Int] {
        var chosen = [generator.index(below: points.count)]
        var nearest = (0..<points.count).map { points.squaredDistance($0, chosen[0]) }
        while chosen.count < clusters {
            let total = nearest.reduce(0, +)
            var left = Double(generator.next() >> 11) * 0x1p-53 * total
            var pick = nearest.lastIndex { $0 > 0 } ?? 0
            for (index, distance) in nearest.enumerated() where distance > 0 {
                left -= distance
                if left < 0 {
                    pick = index
                    break
                }
            }
            chosen.append(pick)
            for index in nearest.indices {
                nearest[index] = min(nearest[index], points.squaredDistance(index, pick))
            }
        }
        return chosen
    }

    private static func lloyd(
        _ points: Points,
        _ start: [Int],
        _ clusters: Int
    ) -> (labels: [Int], inertia: Double) {
        let width = points.dimension
        var centres = start.flatMap { points.values[$0 * width..<($0 + 1) * width] }
        var labels = [Int](repeating: -1, count: points.count)
        var inertia = Double.infinity
        for _ in 0..<300 {
            var sum = 0.0
            var hasMoved = false
            for index in labels.indices {
                var (nearest, label) = (Double.infinity, 0)
                for cluster in 0..<clusters {
                    let distance = points.squaredDistance(index, to: centres, at: cluster)
                    if distance < nearest { (nearest, label) = (distance, cluster) }
                }
                sum += nearest
                if labels[index] != label {
                    labels[index] = label
                    hasMoved = true
                }
            }
            inertia = sum
            guard hasMoved else { break }
            let next = points.centres(labels, count: clusters)
            // An empty cluster keeps its centre: a later start will do better.
            for cluster in 0..<clusters where next.sizes[cluster] > 0 {
                for axis in 0..<width {
                    centres[cluster * width + axis] = next.centres[cluster * width + axis]
                }
            }
        }
        return (labels, inertia)
    }
}
