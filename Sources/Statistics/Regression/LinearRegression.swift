/// Ordinary least squares.
///
/// Standard errors are chosen when they are asked for: `StandardErrors`.
package struct LinearRegression: Sendable {
    package let design: DesignMatrix
    /// One per column of the design, in the unit of the response per unit of the column.
    package let coefficients: [Double]
    package let residuals: [Double]
    /// (X'X)⁻¹, row by row.
    package let inverseGram: [Double]

    /// Fits the response, one value per row of the design.
    ///
    /// - Throws: `.collinear` naming a column that others explain, `.tooFew` for no more rows than columns,
    ///   `.notFinite`, `.unequalLengths`.
    package init(_ design: DesignMatrix, response: [Double]) throws(StatisticsError) {
        try Require.sameLength(design.rows, response.count, "design and response")
        try Require.finite(response, "response", atLeast: design.columns + 1)
        let solution = try LinearAlgebra.leastSquares(design, response)
        let coefficients = solution.coefficients
        self.design = design
        self.coefficients = coefficients
        inverseGram = solution.inverseGram
        residuals = design.values.withUnsafeBufferPointer { values in
            coefficients.withUnsafeBufferPointer { beta in
                response.indices.map { row in
                    var fitted = 0.0
                    for column in 0..<beta.count {
                        fitted += values[row * beta.count + column] * beta[column]
                    }
                    return response[row] - fitted
                }
            }
        }
    }

    private init(
        _ design: DesignMatrix,
        _ coefficients: [Double],
        _ residuals: [Double],
        _ inverseGram: [Double]
    ) {
        self.design = design
        self.coefficients = coefficients
        self.residuals = residuals
        self.inverseGram = inverseGram
    }

    /// The same fit with other residuals, one per row: a second stage's errors are those of the real columns.
    package func replacing(residuals: [Double]) throws(StatisticsError) -> LinearRegression {
        try Require.sameLength(residuals.count, design.rows, "residuals and rows")
        return LinearRegression(design, coefficients, residuals, inverseGram)
    }

    /// Rows minus columns.
    package var residualDegreesOfFreedom: Int { design.rows - design.columns }

    /// The residual sum of squares over its degrees of freedom.
    package var residualVariance: Double {
        residuals.reduce(0) { $0 + $1 * $1 } / Double(residualDegreesOfFreedom)
    }

    /// What is assumed about the errors.
    package enum StandardErrors: Sendable, Hashable {
        /// Equal variance, independent; t with n − k degrees of freedom.
        case classical
        /// Any variance, independent (White 1980), without correction; normal law as in the others.
        case hc0
        /// HC0 times n / (n − k).
        case hc1
        /// Residuals over √(1 − leverage); unbiased under equal variance.
        case hc2
        /// Residuals over 1 − leverage; cautious.
        case hc3
        /// Dependent inside clusters (Liang and Zeger 1986), independent between; one number per row.
        case clustered([Int], ClusterCorrection = .cr1)
        /// Dependent where either number is equal: by task and by user, say (Cameron, Gelbach and Miller 2011).
        ///
        /// V₁ + V₂ − V₁₂, each with the correction CR1; t with one degree fewer than the fewer clusters.
        case twoWay([Int], [Int])
    }

    /// The coefficient of a column with its standard error.
    ///
    /// HC errors use t with n − k degrees of freedom, clusters t with G − 1 (CR0, CR1) or Satterthwaite's
    /// degrees (CR2).
    ///
    /// - Throws: `.outOfRange` for no such column, `.noVariation` for an exact fit, `.tooFew` for fewer than
    ///   two clusters.
    package func estimate(_ column: Int, errors: StandardErrors = .hc2) throws(StatisticsError) -> Estimate {
        try Require.holds((0..<design.columns).contains(column), "column", rule: "one of the design")
        var contrast = [Double](repeating: 0, count: design.columns)
        contrast[column] = 1
        return try estimate(contrast: contrast, errors: errors)
    }

    /// The linear combination Σ cⱼ βⱼ of coefficients with its standard error.
    ///
    /// - Throws: As `estimate(_:errors:)`.
    package func estimate(
        contrast: [Double],
        errors: StandardErrors = .hc2
    ) throws(StatisticsError) -> Estimate {
        try Require.sameLength(contrast.count, design.columns, "contrast and coefficients")
        let value = zip(contrast, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        let covariance = try covariance(errors)
        return try Estimate(
            value: value,
            standardError: max(0, Matrix.form(covariance, contrast)).squareRoot(),
            degreesOfFreedom: try degreesOfFreedom(contrast, errors)
        )
    }

    /// The covariance matrix of the coefficients, row by row.
    ///
    /// - Throws: As `estimate(_:errors:)`.
    package func covariance(_ errors: StandardErrors) throws(StatisticsError) -> [Double] {
        switch errors {
        case .classical:
            let variance = residualVariance
            return inverseGram.map { $0 * variance }
        case .hc0: return sandwich(meat { residual, _ in residual * residual })
        case .hc1:
            let factor = Double(design.rows) / Double(residualDegreesOfFreedom)
            return sandwich(meat { residual, _ in residual * residual * factor })
        case .hc2: return sandwich(try leverageMeat { $0 })
        case .hc3: return sandwich(try leverageMeat { $0 * $0 })
        case .clustered(let clusters, let correction):
            return try clusteredCovariance(clusters, correction)
        case .twoWay(let first, let second): return try twoWayCovariance(first, second)
        }
    }

    /// xᵢ'(X'X)⁻¹xᵢ, the pull of a row on its own fit.
    package func leverage(_ row: Int) -> Double {
        let start = row * design.columns
        return Matrix.form(inverseGram, Array(design.values[start..<start + design.columns]))
    }

    private func degreesOfFreedom(
        _ contrast: [Double],
        _ errors: StandardErrors
    ) throws(StatisticsError) -> Double {
        switch errors {
        case .classical, .hc0, .hc1, .hc2, .hc3: return Double(residualDegreesOfFreedom)
        case .clustered(let clusters, .cr2): return try satterthwaite(contrast, ClusterOrder(clusters))
        case .clustered(let clusters, _): return Double(ClusterOrder(clusters).count - 1)
        case .twoWay(let first, let second):
            return Double(min(ClusterOrder(first).count, ClusterOrder(second).count) - 1)
        }
    }

    private func leverageMeat(_ scale: (Double) -> Double) throws(StatisticsError) -> [Double] {
        var weights: [Double] = []
        for (row, residual) in residuals.enumerated() {
            let rest = 1 - leverage(row)
            // A row that its own column fits exactly says nothing about the errors.
            guard rest > 1e-10 else { throw .noVariation("the residual of row \(row), of leverage 1") }
            weights.append(residual * residual / scale(rest))
        }
        return meat { _, row in weights[row] }
    }

    /// Σ wᵢ xᵢ xᵢ'.
    private func meat(_ weight: (_ residual: Double, _ row: Int) -> Double) -> [Double] {
        let width = design.columns
        var sum = [Double](repeating: 0, count: width * width)
        for (row, residual) in residuals.enumerated() {
            let weight = weight(residual, row)
            for one in 0..<width {
                let left = weight * design.values[row * width + one]
                for two in 0..<width { sum[one * width + two] += left * design.values[row * width + two] }
            }
        }
        return sum
    }

    func sandwich(_ meat: [Double]) -> [Double] {
        let width = design.columns
        let left = Matrix.product(inverseGram, meat, rows: width, inner: width, columns: width)
        return Matrix.product(left, inverseGram, rows: width, inner: width, columns: width)
    }
}
