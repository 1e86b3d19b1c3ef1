import CNumerics

/// Decompositions, computed by Eigen.
package enum LinearAlgebra {
    struct LeastSquaresSolution {
        var coefficients: [Double]
        /// (X'X)⁻¹, row by row.
        var inverseGram: [Double]
    }

    /// Minimises |y − Xβ| by a QR decomposition with column pivoting.
    static func leastSquares(
        _ design: DesignMatrix,
        _ response: [Double]
    ) throws(StatisticsError) -> LeastSquaresSolution {
        guard design.rows >= design.columns else {
            throw .tooFew("rows", needed: design.columns, given: design.rows)
        }
        var coefficients = [Double](repeating: 0, count: design.columns)
        var inverseGram = [Double](repeating: 0, count: design.columns * design.columns)
        var dependent: Int32 = -1
        let rank = numerics_least_squares(
            design.values,
            design.rows,
            design.columns,
            response,
            &coefficients,
            &inverseGram,
            &dependent
        )
        guard rank >= 0 else { throw .notFinite("design") }
        guard rank == design.columns else { throw .collinear(column: Int(dependent)) }
        guard coefficients.allSatisfy(\.isFinite) else { throw .notFinite("response") }
        return LeastSquaresSolution(coefficients: coefficients, inverseGram: inverseGram)
    }

    /// Solves a square system for several right-hand sides.
    ///
    /// - Throws: `.collinear`, `.notFinite`.
    package static func solve(
        _ matrix: [Double],
        size: Int,
        _ right: [Double],
        columns: Int = 1
    ) throws(StatisticsError) -> [Double] {
        var solution = [Double](repeating: 0, count: size * columns)
        let rank = numerics_solve(matrix, size, right, columns, &solution)
        guard rank >= 0 else { throw .notFinite("matrix") }
        guard rank == size else { throw .collinear(column: Int(rank)) }
        return solution
    }

    /// Inverts a square matrix, row by row.
    ///
    /// - Throws: `.collinear`, `.notFinite`.
    package static func inverse(_ matrix: [Double], size: Int) throws(StatisticsError) -> [Double] {
        var identity = [Double](repeating: 0, count: size * size)
        for index in 0..<size { identity[index * size + index] = 1 }
        return try solve(matrix, size: size, identity, columns: size)
    }

    /// The eigenvalues and eigenvectors of a symmetric matrix.
    package struct SymmetricEigen {
        /// In ascending order.
        package var values: [Double]
        /// As columns, row by row.
        package var vectors: [Double]

        /// V · diag(f(λ)) · V'.
        package func rebuilt(_ function: (Double) -> Double) -> [Double] {
            let size = values.count
            var result = [Double](repeating: 0, count: size * size)
            for index in 0..<size {
                let factor = function(values[index])
                for row in 0..<size {
                    let left = factor * vectors[row * size + index]
                    for column in 0..<size {
                        result[row * size + column] += left * vectors[column * size + index]
                    }
                }
            }
            return result
        }
    }

    /// Decomposes a symmetric matrix.
    ///
    /// - Throws: `.notFinite`.
    package static func symmetricEigen(
        _ matrix: [Double],
        size: Int
    ) throws(StatisticsError) -> SymmetricEigen {
        var values = [Double](repeating: 0, count: size)
        var vectors = [Double](repeating: 0, count: size * size)
        guard numerics_symmetric_eigen(matrix, size, &values, &vectors) == size else {
            throw .notFinite("matrix")
        }
        return SymmetricEigen(values: values, vectors: vectors)
    }
}
