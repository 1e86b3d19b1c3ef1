/// Points of one dimension, a row each.
package struct Points: Sendable, Hashable {
    package let count: Int
    package let dimension: Int
    /// Row by row.
    let values: [Double]

    /// - Throws: `.tooFew` without rows or columns, `.unequalLengths`, `.notFinite`.
    package init(rows: [[Double]]) throws(StatisticsError) {
        guard let width = rows.first?.count, width > 0 else { throw .tooFew("points", needed: 1, given: 0) }
        for row in rows {
            try Require.sameLength(row.count, width, "rows")
            try Require.finite(row, "a point")
        }
        count = rows.count
        dimension = width
        values = rows.flatMap(\.self)
    }

    func squaredDistance(_ first: Int, _ second: Int) -> Double {
        var sum = 0.0
        for axis in 0..<dimension {
            let gap = values[first * dimension + axis] - values[second * dimension + axis]
            sum += gap * gap
        }
        return sum
    }

    func squaredDistance(_ index: Int, to centre: [Double], at cluster: Int) -> Double {
        var sum = 0.0
        for axis in 0..<dimension {
            let gap = values[index * dimension + axis] - centre[cluster * dimension + axis]
            sum += gap * gap
        }
        return sum
    }

    /// Means of the points with each label, row by row, and how many there are.
    func centres(_ labels: [Int], count clusters: Int) -> (centres: [Double], sizes: [Double]) {
        var centres = [Double](repeating: 0, count: clusters * dimension)
        var sizes = [Double](repeating: 0, count: clusters)
        for (index, label) in labels.enumerated() {
            sizes[label] += 1
            for axis in 0..<dimension {
                centres[label * dimension + axis] += values[index * dimension + axis]
            }
        }
        for cluster in 0..<clusters where sizes[cluster] > 0 {
            for axis in 0..<dimension { centres[cluster * dimension + axis] /= sizes[cluster] }
        }
        return (centres, sizes)
    }
}
