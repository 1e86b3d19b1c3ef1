import Statistics

/// The outcome of one arm as a linear function of the covariates, fitted with weights.
struct OutcomeModel: Sendable {
    private let design: DesignMatrix
    private let weights: [Double]
    /// What the model says of every row, of the other arm too.
    let fitted: [Double]
    /// Outcome minus fitted value.
    let residuals: [Double]
    /// (X'WX)⁻¹ over the arm's rows.
    private let inverseGram: [Double]

    /// - Throws: `.collinear`, `.tooFew` in this arm.
    init(
        _ study: ObservationalStudy,
        treated: Bool,
        weights: [Double]? = nil
    ) throws(StatisticsError) {
        let design = study.design
        let width = design.columns
        var armWeights = [Double](repeating: 0, count: design.rows)
        var (values, response): ([Double], [Double]) = ([], [])
        for row in 0..<design.rows where study.isTreated[row] == treated {
            let weight = weights?[row] ?? 1
            armWeights[row] = weight
            let root = weight.squareRoot()
            for column in 0..<width { values.append(root * design.values[row * width + column]) }
            response.append(root * study.outcomes[row])
        }
        let arm = DesignMatrix(rows: response.count, columns: width, values: values)
        let fit = try LinearRegression(arm, response: response)
        self.design = design
        self.weights = armWeights
        inverseGram = fit.inverseGram
        let fitted = (0..<design.rows).map { design.product(row: $0, fit.coefficients) }
        self.fitted = fitted
        residuals = zip(study.outcomes, fitted).map { $0 - $1 }
    }

    /// What each row adds through the fitted coefficients to an estimate with this gradient in them.
    func contributions(gradient: [Double]) -> [Double] {
        let direction = direction(gradient)
        let count = Double(design.rows)
        return weights.indices.map { row in
            guard weights[row] > 0 else { return 0 }
            return count * weights[row] * design.product(row: row, direction) * residuals[row]
        }
    }

    /// The gradient of the same estimate in the propensity's coefficients, through the weights' slopes.
    func propensityGradient(gradient: [Double], slopes: [Double]) -> [Double] {
        let direction = direction(gradient)
        var sum = [Double](repeating: 0, count: design.columns)
        for row in weights.indices where weights[row] > 0 {
            let factor = design.product(row: row, direction) * residuals[row] * slopes[row]
            for column in 0..<design.columns {
                sum[column] += factor * design.values[row * design.columns + column]
            }
        }
        return sum
    }

    private func direction(_ gradient: [Double]) -> [Double] {
        let width = design.columns
        return Matrix.product(inverseGram, gradient, rows: width, inner: width, columns: 1)
    }
}
