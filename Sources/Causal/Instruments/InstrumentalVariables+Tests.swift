package import Statistics

extension InstrumentalVariables {
    /// Whether the instruments move an endogenous column: the F test of the first stage; 10 is a usual floor.
    ///
    /// - Throws: `.outOfRange` for no such column, `.collinear`, `.tooFew`.
    package func firstStage(_ column: Int = 0) throws(StatisticsError) -> AnalysisOfVariance.FTest {
        try Require.holds(endogenous.indices.contains(column), "column", rule: "an endogenous one")
        let with = try LinearRegression(allInstruments, response: endogenous[column])
        let without = try LinearRegression(exogenous, response: endogenous[column])
        return Self.nested(with, without)
    }

    /// Whether the instruments agree with each other (overidentification): n R² of the residuals (Sargan 1958).
    ///
    /// - Throws: `.tooFew` for no more instruments than endogenous columns.
    package func sargan() throws(StatisticsError) -> HypothesisTest {
        let surplus = try surplus()
        let explained = try explainedShare()
        return ContingencyTable.chiSquared(explained * Double(response.count), degrees: surplus)
    }

    /// Basmann's form (1960) of the same test.
    ///
    /// - Throws: As `sargan`.
    package func basmann() throws(StatisticsError) -> HypothesisTest {
        let surplus = try surplus()
        let explained = try explainedShare()
        let rest = Double(response.count - allInstruments.columns)
        return ContingencyTable.chiSquared(explained * rest / (1 - explained), degrees: surplus)
    }

    /// Whether the endogenous columns are so: the F test of their first-stage residuals (Wu, Hausman).
    ///
    /// - Throws: `.collinear`, `.tooFew`.
    package func wuHausman() throws(StatisticsError) -> AnalysisOfVariance.FTest {
        var columns = (0..<regressors.columns).map(regressors.column)
        for column in endogenous {
            columns.append(try LinearRegression(allInstruments, response: column).residuals)
        }
        let with = try LinearRegression(
            DesignMatrix(columns: columns, hasIntercept: false),
            response: response
        )
        return Self.nested(with, try LinearRegression(regressors, response: response))
    }

    /// The two-step generalised method of moments, with robust weights and errors (Hansen 1982).
    ///
    /// Returns the fit, normal law, and the J test of overidentification (nil where just identified).
    ///
    /// - Throws: `.collinear`, `.tooFew`.
    package func generalizedMoments() throws(StatisticsError) -> (
        fit: Fit, overidentification: HypothesisTest?
    ) {
        let (count, width) = (allInstruments.columns, regressors.columns)
        let z = (0..<count).map(allInstruments.column)
        let cross = z.flatMap { one in (0..<width).map { Self.product(one, regressors.column($0)) } }
        let target = z.map { Self.product($0, response) }
        let first = try twoStage()
        let weight = try LinearAlgebra.inverse(moments(z, first.residuals), size: count)
        let transposed = Matrix.transposed(cross, rows: count, columns: width)
        let left = Matrix.product(transposed, weight, rows: width, inner: count, columns: count)
        let bread = try LinearAlgebra.inverse(
            Matrix.product(left, cross, rows: width, inner: count, columns: width),
            size: width
        )
        let right = Matrix.product(left, target, rows: width, inner: count, columns: 1)
        let coefficients = Matrix.product(bread, right, rows: width, inner: width, columns: 1)
        let residuals = response.indices.map { response[$0] - regressors.product(row: $0, coefficients) }
        let spread = Matrix.product(
            Matrix.product(left, moments(z, residuals), rows: width, inner: count, columns: count),
            Matrix.transposed(left, rows: width, columns: count),
            rows: width,
            inner: count,
            columns: width
        )
        let covariance = Matrix.product(
            Matrix.product(bread, spread, rows: width, inner: width, columns: width),
            bread,
            rows: width,
            inner: width,
            columns: width
        )
        let fit = Fit(
            coefficients: coefficients,
            covariance: covariance,
            residuals: residuals,
            degreesOfFreedom: .infinity
        )
        let surplus = instruments.count - endogenous.count
        let gaps = z.map { Self.product($0, residuals) }
        let test =
            surplus > 0 ? ContingencyTable.chiSquared(Matrix.form(weight, gaps), degrees: surplus) : nil
        return (fit, test)
    }

    /// Σ e² z z'.
    private func moments(_ z: [[Double]], _ residuals: [Double]) -> [Double] {
        Self.products(z.map { column in zip(column, residuals).map { $0 * $1 } })
    }

    private func surplus() throws(StatisticsError) -> Int {
        guard instruments.count > endogenous.count else {
            throw .tooFew("instruments", needed: endogenous.count + 1, given: instruments.count)
        }
        return instruments.count - endogenous.count
    }

    /// The share of the two-stage residuals that the instruments explain.
    private func explainedShare() throws(StatisticsError) -> Double {
        let residuals = try twoStage().residuals
        let left = try LinearRegression(allInstruments, response: residuals).residuals
        return 1 - Self.product(left, left) / Self.product(residuals, residuals)
    }

    private static func nested(
        _ with: LinearRegression,
        _ without: LinearRegression
    ) -> AnalysisOfVariance.FTest {
        let rest = product(with.residuals, with.residuals)
        let gain = product(without.residuals, without.residuals) - rest
        let numerator = Double(with.design.columns - without.design.columns)
        let denominator = Double(with.residualDegreesOfFreedom)
        return AnalysisOfVariance.FTest(gain / numerator / (rest / denominator), numerator, denominator)
    }
}
