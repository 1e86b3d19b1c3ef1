/// The directions in which points spread most (Pearson 1901, Hotelling 1933).
package struct PrincipalComponents: Sendable, Hashable {
    /// Variance along each component, largest first.
    package let variances: [Double]
    /// Unit vectors, one per component; the largest entry of each is positive.
    package let directions: [[Double]]

    /// `isStandardised` divides every column by its standard deviation first.
    ///
    /// - Throws: `.tooFew` for fewer than two points, `.noVariation` for a constant column (standardised) or
    ///   constant points.
    package init(_ points: Points, isStandardised: Bool = false) throws(StatisticsError) {
        guard points.count >= 2 else { throw .tooFew("points", needed: 2, given: points.count) }
        let width = points.dimension
        let columns = (0..<width).map { axis in
            (0..<points.count).map { points.values[$0 * width + axis] }
        }
        let deviations = columns.map { Moments(finite: $0).standardDeviation }
        guard deviations.contains(where: { $0 > 0 }) else { throw .noVariation("points") }
        if isStandardised, deviations.contains(0) { throw .noVariation("a column") }
        var covariance = [Double](repeating: 0, count: width * width)
        for one in 0..<width {
            for two in 0..<width {
                let scale = isStandardised ? deviations[one] * deviations[two] : 1
                covariance[one * width + two] = Moments.covariance(columns[one], columns[two]) / scale
            }
        }
        let eigen = try LinearAlgebra.symmetricEigen(covariance, size: width)
        variances = eigen.values.reversed().map { max(0, $0) }
        directions = (0..<width).reversed().map { component in
            let vector = (0..<width).map { eigen.vectors[$0 * width + component] }
            let largest = vector.max { abs($0) < abs($1) } ?? 0
            return largest < 0 ? vector.map { -$0 } : vector
        }
    }

    /// The share of the whole variance along each component.
    package var explainedShares: [Double] {
        let total = variances.reduce(0, +)
        return variances.map { $0 / total }
    }
}
