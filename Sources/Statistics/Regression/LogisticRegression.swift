import Foundation

/// Logistic regression by maximum likelihood (Newton's method as reweighted least squares).
package struct LogisticRegression: Sendable {
    package let coefficients: [Double]
    /// The inverse of the observed information, row by row.
    package let covariance: [Double]
    /// The probability of true for every row.
    package let probabilities: [Double]
    package let logLikelihood: Double

    /// Fits outcomes, one per row of the design.
    ///
    /// - Throws: `.separated` where a combination of columns predicts outcomes without error, which has no
    ///   finite estimate; `.noVariation` where all outcomes are equal; `.collinear`; `.tooFew`.
    package init(_ design: DesignMatrix, outcomes: [Bool]) throws(StatisticsError) {
        try Require.sameLength(design.rows, outcomes.count, "design and outcomes")
        guard outcomes.count > design.columns else {
            throw .tooFew("rows", needed: design.columns + 1, given: outcomes.count)
        }
        guard outcomes.contains(true), outcomes.contains(false) else { throw .noVariation("outcomes") }
        // Names a collinear column before weights blur which it is.
        _ = try LinearAlgebra.leastSquares(design, outcomes.map { $0 ? 1 : 0 })
        var coefficients = [Double](repeating: 0, count: design.columns)
        // Convergence takes about eight steps; a separated fit grows by about one in each, for ever.
        for _ in 0..<40 {
            let step: LinearAlgebra.LeastSquaresSolution
            do {
                step = try Self.step(design, outcomes, coefficients)
            } catch {
                throw .separated
            }
            var largest = 0.0
            for row in 0..<design.rows {
                largest = max(largest, abs(design.product(row: row, step.coefficients)))
            }
            for index in coefficients.indices { coefficients[index] += step.coefficients[index] }
            guard largest < 1e-9 else { continue }
            let scores = (0..<design.rows).map { design.product(row: $0, coefficients) }
            self.coefficients = coefficients
            covariance = step.inverseGram
            probabilities = scores.map { 1 / (1 + exp(-$0)) }
            logLikelihood = zip(scores, outcomes).reduce(0) {
                // ln p or ln(1 − p), without overflow.
                let signed = $1.1 ? $1.0 : -$1.0
                return $0 - (signed > 0 ? log1p(exp(-signed)) : -signed + log1p(exp(signed)))
            }
            return
        }
        throw .separated
    }

    /// One Newton step: the least-squares fit of (y − p)/√w on √w X.
    private static func step(
        _ design: DesignMatrix,
        _ outcomes: [Bool],
        _ coefficients: [Double]
    ) throws(StatisticsError) -> LinearAlgebra.LeastSquaresSolution {
        let width = design.columns
        var weighted = design.values
        var response: [Double] = []
        for row in 0..<design.rows {
            let probability = 1 / (1 + exp(-design.product(row: row, coefficients)))
            let root = (probability * (1 - probability)).squareRoot()
            guard root > 1e-9 else { throw .separated }
            for column in 0..<width { weighted[row * width + column] *= root }
            response.append(((outcomes[row] ? 1 : 0) - probability) / root)
        }
        let matrix = DesignMatrix(rows: design.rows, columns: width, values: weighted)
        return try LinearAlgebra.leastSquares(matrix, response)
    }

    /// The coefficient of a column on the logit scale, with its normal (Wald) standard error.
    ///
    /// - Throws: `.outOfRange` for no such column.
    package func estimate(_ column: Int) throws(StatisticsError) -> Estimate {
        try Require.holds(coefficients.indices.contains(column), "column", rule: "one of the design")
        return try Estimate(
            value: coefficients[column],
            standardError: covariance[column * coefficients.count + column].squareRoot()
        )
    }

    /// The area under the ROC curve: the chance that a true outcome scores above a false one.
    ///
    /// - Throws: `.tooFew` unless both outcomes occur.
    package static func areaUnderCurve(
        scores: [Double],
        outcomes: [Bool]
    ) throws(StatisticsError) -> Double {
        try Require.sameLength(scores.count, outcomes.count, "scores and outcomes")
        let positive = zip(scores, outcomes).filter(\.1).map(\.0)
        let negative = zip(scores, outcomes).filter { !$0.1 }.map(\.0)
        return try MannWhitney(positive, negative).probabilityOfSuperiority
    }
}
