package import Statistics

/// A linear model some of whose columns are related to its errors, with instruments for those.
///
/// Instruments must move the endogenous columns and touch the response through them only.
package struct InstrumentalVariables: Sendable {
    /// Coefficients of the exogenous columns (intercept first), then of the endogenous ones.
    package struct Fit: Sendable {
        package var coefficients: [Double]
        /// Row by row; its variance estimate divides by n − k.
        package var covariance: [Double]
        package var residuals: [Double]
        package var degreesOfFreedom: Double

        /// The coefficient of a column; t with n − k degrees of freedom.
        ///
        /// - Throws: `.outOfRange` for no such column.
        package func estimate(_ column: Int) throws(StatisticsError) -> Estimate {
            try Require.holds(coefficients.indices.contains(column), "column", rule: "one of the model")
            return try Estimate(
                value: coefficients[column],
                standardError: max(0, covariance[column * coefficients.count + column]).squareRoot(),
                degreesOfFreedom: degreesOfFreedom
            )
        }
    }

    let response: [Double]
    /// With the intercept as first column.
    let exogenous: DesignMatrix
    let endogenous: [[Double]]
    let instruments: [[Double]]
    /// Exogenous columns and instruments.
    let allInstruments: DesignMatrix
    /// Exogenous and endogenous columns.
    let regressors: DesignMatrix

    /// - Throws: `.tooFew` for fewer instruments than endogenous columns, `.unequalLengths`, `.notFinite`.
    package init(
        response: [Double],
        exogenous: [[Double]],
        endogenous: [[Double]],
        instruments: [[Double]]
    ) throws(StatisticsError) {
        guard !endogenous.isEmpty else { throw .tooFew("endogenous columns", needed: 1, given: 0) }
        guard instruments.count >= endogenous.count else {
            throw .tooFew("instruments", needed: endogenous.count, given: instruments.count)
        }
        try Require.finite(response, "response")
        for column in exogenous + endogenous + instruments {
            try Require.sameLength(column.count, response.count, "columns and response")
        }
        self.response = response
        self.endogenous = endogenous
        self.instruments = instruments
        let ones = [Double](repeating: 1, count: response.count)
        self.exogenous = try DesignMatrix(columns: [ones] + exogenous, hasIntercept: false)
        allInstruments = try DesignMatrix(columns: [ones] + exogenous + instruments, hasIntercept: false)
        regressors = try DesignMatrix(columns: [ones] + exogenous + endogenous, hasIntercept: false)
    }

    private var rows: Double { Double(response.count) }

    /// Two-stage least squares, with the conventional covariance.
    ///
    /// - Throws: `.collinear`, `.tooFew`.
    package func twoStage() throws(StatisticsError) -> Fit {
        let second = try secondStage()
        return fit(second.coefficients, inverse: second.inverseGram)
    }

    /// Two-stage least squares with errors that the sandwich of the second stage's columns gives.
    ///
    /// HC errors use t with n − k degrees of freedom, clusters t with G − 1 (CR2: Satterthwaite's).
    ///
    /// - Throws: `.collinear`, `.tooFew`, `.outOfRange` for no such endogenous column.
    package func effect(
        _ column: Int = 0,
        errors: LinearRegression.StandardErrors
    ) throws(StatisticsError) -> Estimate {
        try Require.holds(endogenous.indices.contains(column), "column", rule: "an endogenous one")
        let second = try secondStage()
        let residuals = response.indices.map {
            response[$0] - regressors.product(row: $0, second.coefficients)
        }
        return try second.replacing(residuals: residuals).estimate(exogenous.columns + column, errors: errors)
    }

    /// The regression on exogenous columns and fitted endogenous ones.
    private func secondStage() throws(StatisticsError) -> LinearRegression {
        var fitted: [[Double]] = []
        for column in endogenous {
            let stage = try LinearRegression(allInstruments, response: column)
            fitted.append(zip(column, stage.residuals).map { $0 - $1 })
        }
        let columns = (0..<exogenous.columns).map(exogenous.column) + fitted
        return try LinearRegression(DesignMatrix(columns: columns, hasIntercept: false), response: response)
    }

    /// Limited-information maximum likelihood: less biased than two stages with weak instruments.
    ///
    /// Returns the fit and κ, which is 1 where the model is just identified.
    ///
    /// - Throws: `.collinear`, `.tooFew`.
    package func limitedInformation() throws(StatisticsError) -> (fit: Fit, kappa: Double) {
        let targets = [response] + endogenous
        var (inside, outside): ([[Double]], [[Double]]) = ([], [])
        for target in targets {
            inside.append(try LinearRegression(allInstruments, response: target).residuals)
            outside.append(try LinearRegression(exogenous, response: target).residuals)
        }
        let size = targets.count
        let root = try LinearAlgebra.symmetricEigen(Self.products(inside), size: size)
            .rebuilt { $0 > 0 ? 1 / $0.squareRoot() : 0 }
        let left = Matrix.product(root, Self.products(outside), rows: size, inner: size, columns: size)
        let both = Matrix.product(left, root, rows: size, inner: size, columns: size)
        let kappa = try LinearAlgebra.symmetricEigen(both, size: size).values[0]
        // X'(I − κM)X, where M leaves nothing of the exogenous columns.
        let width = regressors.columns
        var gram = Self.products((0..<width).map(regressors.column))
        var right = (0..<width).map { Self.product(regressors.column($0), response) }
        let first = exogenous.columns
        for one in endogenous.indices {
            for two in endogenous.indices {
                gram[(first + one) * width + first + two] -=
                    kappa * Self.product(inside[one + 1], inside[two + 1])
            }
            right[first + one] -= kappa * Self.product(inside[one + 1], inside[0])
        }
        let inverse = try LinearAlgebra.inverse(gram, size: width)
        let coefficients = Matrix.product(inverse, right, rows: width, inner: width, columns: 1)
        return (fit(coefficients, inverse: inverse), kappa)
    }

    private func fit(_ coefficients: [Double], inverse: [Double]) -> Fit {
        let residuals = response.indices.map { response[$0] - regressors.product(row: $0, coefficients) }
        let degrees = rows - Double(regressors.columns)
        let variance = residuals.reduce(0) { $0 + $1 * $1 } / degrees
        return Fit(
            coefficients: coefficients,
            covariance: inverse.map { $0 * variance },
            residuals: residuals,
            degreesOfFreedom: degrees
        )
    }

    static func product(_ one: [Double], _ two: [Double]) -> Double {
        zip(one, two).reduce(0) { $0 + $1.0 * $1.1 }
    }

    static func products(_ columns: [[Double]]) -> [Double] {
        columns.flatMap { one in columns.map { product(one, $0) } }
    }
}
