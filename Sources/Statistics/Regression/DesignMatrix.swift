/// The covariates of a regression: a row per unit, a column per coefficient.
package struct DesignMatrix: Sendable, Hashable {
    package let rows: Int
    package let columns: Int
    /// Row by row.
    package let values: [Double]

    /// From columns of equal length; `hasIntercept` puts a column of ones before them.
    ///
    /// - Throws: `.tooFew` without columns or rows, `.unequalLengths`, `.notFinite`.
    package init(columns: [[Double]], hasIntercept: Bool = true) throws(StatisticsError) {
        guard let height = columns.first?.count else { throw .tooFew("columns", needed: 1, given: 0) }
        for column in columns {
            try Require.sameLength(column.count, height, "columns")
            try Require.finite(column, "a column")
        }
        let width = columns.count + (hasIntercept ? 1 : 0)
        let first = hasIntercept ? 1 : 0
        var values = [Double](repeating: 1, count: height * width)
        for (index, column) in columns.enumerated() {
            for row in 0..<height { values[row * width + first + index] = column[row] }
        }
        rows = height
        self.columns = width
        self.values = values
    }

    /// From values row by row, `rows` times `columns` of them, which must be finite.
    package init(rows: Int, columns: Int, values: [Double]) {
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// A column of ones only: the regression is then a mean.
    package static func intercept(rows: Int) throws(StatisticsError) -> DesignMatrix {
        try DesignMatrix(columns: [Array(repeating: 1, count: rows)], hasIntercept: false)
    }

    /// The product of a row with a vector of `columns` values.
    package func product(row: Int, _ vector: [Double]) -> Double {
        var sum = 0.0
        let start = row * columns
        for column in 0..<columns { sum += values[start + column] * vector[column] }
        return sum
    }

    /// One column, a value per row.
    package func column(_ index: Int) -> [Double] {
        (0..<rows).map { values[$0 * columns + index] }
    }
}

/// Small dense matrices, row by row.
package enum Matrix {
    /// left · right.
    package static func product(
        _ left: [Double],
        _ right: [Double],
        rows: Int,
        inner: Int,
        columns: Int
    ) -> [Double] {
        var result = [Double](repeating: 0, count: rows * columns)
        for row in 0..<rows {
            for index in 0..<inner {
                let factor = left[row * inner + index]
                guard factor != 0 else { continue }
                for column in 0..<columns {
                    result[row * columns + column] += factor * right[index * columns + column]
                }
            }
        }
        return result
    }

    /// The transposed matrix.
    package static func transposed(_ matrix: [Double], rows: Int, columns: Int) -> [Double] {
        var result = matrix
        for row in 0..<rows {
            for column in 0..<columns { result[column * rows + row] = matrix[row * columns + column] }
        }
        return result
    }

    /// vector' · matrix · vector of a square matrix.
    package static func form(_ matrix: [Double], _ vector: [Double]) -> Double {
        let size = vector.count
        var sum = 0.0
        for row in 0..<size {
            for column in 0..<size { sum += vector[row] * matrix[row * size + column] * vector[column] }
        }
        return sum
    }
}
