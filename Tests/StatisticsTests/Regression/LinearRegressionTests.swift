import Testing

@testable import Statistics

/// statsmodels 0.15 `OLS` with `get_robustcov_results`; CR2 by NumPy from its definition.
struct LinearRegressionTests {
    private static let x1 = [
        2.04, -2.56, 0.42, -0.57, -0.45, -0.22, -2.02, -0.23, -0.87, 3.32, 0.23, -0.35, -0.28, -0.67, -1.06,
        -0.39,
        0.48, -0.24, 0.96, -0.2, 0.02, 1.55, 0.55, -0.51,
    ]
    private static let x2 = [
        -0.18, 0.54, 1.94, -0.27, -0.24, 1, -0.89, -0.29, 0.88, 0.58, 0.09, 0.67, -2.83, 1.02, -0.96, -1.67,
        0.28,
        0.7, -0.44, -1.08, 0.03, -0.05, 1.41, 0.75,
    ]
    private static let y = [
        -0.11, 0.57, -2.72, 2.07, 2.67, -0.3, 0.24, -0.42, 1.51, -6.51, -0.24, 0.66, 2.26, -4.17, 0.32, 2.35,
        0.84,
        3.23, -0.14, 1.43, -0.28, 5.16, 0.6, -0.26,
    ]
    private static let clusters = [
        0, 0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6, 6, 6, 6, 6,
    ]

    private func fit() throws -> LinearRegression {
        try LinearRegression(DesignMatrix(columns: [Self.x1, Self.x2]), response: Self.y)
    }

    @Test func `coefficients and residual variance agree`() throws {
        #expect(areClose(try fit().coefficients, [0.37732217, -0.49640324, -0.8252075], 2e-8))
        #expect(isClose(try fit().residualVariance, 4.836506951880371))
    }

    @Test(arguments: [
        (LinearRegression.StandardErrors.classical, [0.44968915, 0.38316855, 0.44494881]),
        (.hc0, [0.4297551, 0.57072423, 0.27609143]), (.hc1, [0.45942753, 0.61012987, 0.29515415]),
        (.hc2, [0.48009853, 0.69165937, 0.29815034]), (.hc3, [0.54462086, 0.84733708, 0.32407094]),
        (.clustered(clusters, .cr0), [0.46704688, 0.51346651, 0.22415872]),
        (.clustered(clusters, .cr1), [0.52794434, 0.58041655, 0.25338641]),
        (.clustered(clusters, .cr2), [0.53493197, 0.65712501, 0.24223293]),
        (.twoWay(clusters, (0..<24).map { $0 % 5 }), [0.44361873, 0.71154138, 0.19950508]),
    ])
    func `standard errors agree`(errors: LinearRegression.StandardErrors, expected: [Double]) throws {
        let found = try (0..<3).map { try fit().estimate($0, errors: errors).standardError }

        #expect(areClose(found, expected, 3e-8))
    }

    @Test func `Satterthwaite's degrees of freedom agree`() throws {
        let found = try (0..<3).map {
            try fit().estimate($0, errors: .clustered(Self.clusters, .cr2)).degreesOfFreedom
        }

        #expect(areClose(found, [5.007837821261792, 1.991684653306716, 3.3046458571223583], 1e-8))
    }

    @Test func `an intercept alone is the clustered mean`() throws {
        let values = Array(Self.y.prefix(24))
        let mean = try ClusteredMean(of: values, clusters: Self.clusters)
        let regression = try LinearRegression(DesignMatrix.intercept(rows: 24), response: values)
            .estimate(0, errors: .clustered(Self.clusters, .cr2))

        #expect(isClose(mean.estimate.value, regression.value))
        #expect(isClose(mean.estimate.standardError, regression.standardError))
        #expect(isClose(mean.estimate.degreesOfFreedom, regression.degreesOfFreedom, 1e-9))
    }

    @Test func `the units of a column only scale its coefficient`() throws {
        let scaled = try LinearRegression(
            DesignMatrix(columns: [Self.x1.map { $0 * 1e9 }, Self.x2]),
            response: Self.y
        )

        #expect(isClose(scaled.coefficients[1] * 1e9, try fit().coefficients[1]))
        #expect(isClose(try scaled.estimate(1).pValue(), try fit().estimate(1).pValue(), 1e-9))
    }

    @Test func `a contrast adds covariances`() throws {
        let covariance = try fit().covariance(.hc2)
        let sum = try fit().estimate(contrast: [0, 1, 1])

        #expect(isClose(sum.value, try fit().coefficients[1] + fit().coefficients[2]))
        #expect(
            isClose(sum.standardError * sum.standardError, covariance[4] + 2 * covariance[5] + covariance[8])
        )
    }

    /// Slope = Cov(x, y)/Var(x): many rows take another road to the same numbers.
    @Test func `many rows give the closed form and name a dependent column too`() throws {
        var generator = SeededGenerator(seed: 2)
        let x = (0..<12_000).map { _ in Double(generator.index(below: 1000)) }
        let y = x.map { 3 + 0.5 * $0 + Double(generator.index(below: 100)) }
        let fit = try LinearRegression(DesignMatrix(columns: [x]), response: y)
        let (outcome, covariate) = (try Moments(of: y), try Moments(of: x))
        let slope = Moments.covariance(x, y) / covariate.variance

        #expect(isClose(fit.coefficients[1], slope, 1e-12))
        #expect(isClose(fit.coefficients[0], outcome.mean - slope * covariate.mean, 1e-12))
        #expect(isClose(fit.inverseGram[3], 1 / (covariate.variance * 11_999), 1e-12))
        #expect {
            try LinearRegression(DesignMatrix(columns: [x, x.map { 7 - $0 }]), response: y)
        } throws: { error in
            guard case StatisticsError.collinear = error else { return false }
            return true
        }
    }

    @Test func `dependent and constant columns are named`() {
        let double = Self.x1.map { 2 * $0 - 1 }

        #expect {
            try LinearRegression(DesignMatrix(columns: [Self.x1, double]), response: Self.y)
        } throws: { error in
            guard case StatisticsError.collinear(let column) = error else { return false }
            return (0...2).contains(column)
        }
        #expect(throws: StatisticsError.self) {
            try LinearRegression(
                DesignMatrix(columns: [Array(repeating: 3, count: 24)]),
                response: Self.y
            )
        }
    }

    @Test func `too few rows, one cluster, an exact fit and NaN are refused`() throws {
        #expect(throws: StatisticsError.tooFew("response", needed: 3, given: 2)) {
            try LinearRegression(DesignMatrix(columns: [[1, 2]]), response: [1, 2])
        }
        #expect(throws: StatisticsError.tooFew("clusters", needed: 2, given: 1)) {
            try fit().estimate(1, errors: .clustered(Array(repeating: 1, count: 24)))
        }
        #expect(throws: StatisticsError.notFinite("a column")) { try DesignMatrix(columns: [[1, .nan]]) }
        #expect(throws: StatisticsError.notFinite("response")) {
            try LinearRegression(DesignMatrix(columns: [[1, 2, 3]]), response: [1, .infinity, 2])
        }
        let alone = try LinearRegression(DesignMatrix(columns: [[0, 0, 0, 1]]), response: [1, 2, 4, 8])
        #expect(throws: StatisticsError.self) { try alone.estimate(1, errors: .hc2) }
    }
}

struct LogisticRegressionTests {
    private static let outcomes = [
        0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0,
    ].map { $0 == 1 }
    private static let x1 = [
        2.04, -2.56, 0.42, -0.57, -0.45, -0.22, -2.02, -0.23, -0.87, 3.32, 0.23, -0.35, -0.28, -0.67, -1.06,
        -0.39,
        0.48, -0.24, 0.96, -0.2, 0.02, 1.55, 0.55, -0.51,
    ]
    private static let x2 = [
        -0.18, 0.54, 1.94, -0.27, -0.24, 1, -0.89, -0.29, 0.88, 0.58, 0.09, 0.67, -2.83, 1.02, -0.96, -1.67,
        0.28,
        0.7, -0.44, -1.08, 0.03, -0.05, 1.41, 0.75,
    ]

    /// statsmodels 0.15 `Logit`.
    @Test func `coefficients, errors and likelihood agree`() throws {
        let fit = try LogisticRegression(DesignMatrix(columns: [Self.x1, Self.x2]), outcomes: Self.outcomes)

        #expect(areClose(fit.coefficients, [-0.76173905, -0.0401582, -1.02389119], 1e-7))
        let errors = try (0..<3).map { try fit.estimate($0).standardError }
        #expect(areClose(errors, [0.48410256, 0.40397926, 0.56903693], 1e-7))
        #expect(isClose(fit.logLikelihood, -12.989416039253113))
    }

    @Test func `an intercept alone is the logit of the share`() throws {
        let fit = try LogisticRegression(.intercept(rows: 24), outcomes: Self.outcomes)

        #expect(isClose(fit.probabilities[0], 8.0 / 24))
    }

    @Test(arguments: [
        [false, false, false, true, true, true],
        // The third and fourth share a value: quasi-complete separation.
        [false, false, false, true, true, true].reversed(),
    ])
    func `separated outcomes are refused, not returned as a huge number`(outcomes: [Bool]) throws {
        let complete = try DesignMatrix(columns: [[1, 2, 3, 4, 5, 6]])
        let quasi = try DesignMatrix(columns: [[1, 2, 3, 3, 5, 6]])

        #expect(throws: StatisticsError.separated) { try LogisticRegression(complete, outcomes: outcomes) }
        #expect(throws: StatisticsError.separated) { try LogisticRegression(quasi, outcomes: outcomes) }
    }

    @Test func `equal outcomes and dependent columns are refused`() throws {
        let design = try DesignMatrix(columns: [[1, 2, 3, 4]])

        #expect(throws: StatisticsError.noVariation("outcomes")) {
            try LogisticRegression(design, outcomes: [true, true, true, true])
        }
        let dependent = try DesignMatrix(columns: [[1, 2, 3, 4], [2, 4, 6, 8]])
        #expect {
            try LogisticRegression(dependent, outcomes: [true, false, true, false])
        } throws: { error in
            guard case StatisticsError.collinear = error else { return false }
            return true
        }
    }

    /// Three of four pairs are in order.
    @Test func `the area under the curve counts pairs in order`() throws {
        let area = try LogisticRegression.areaUnderCurve(
            scores: [0.1, 0.4, 0.35, 0.8],
            outcomes: [false, false, true, true]
        )

        #expect(area == 0.75)
    }
}

struct RatioMetricTests {
    /// NumPy: sd(y − R x)/√n/mean(x).
    @Test func `the delta method agrees`() throws {
        let ratio = try RatioMetric(
            numerators: [3, 0, 5, 2, 8, 1, 4],
            denominators: [10, 4, 9, 8, 12, 2, 11]
        )

        #expect(isClose(ratio.estimate.value, 0.4107142857142857))
        #expect(isClose(ratio.estimate.standardError, 0.07955148133950138))
    }

    @Test func `units of one event are a mean`() throws {
        let ratio = try RatioMetric(numerators: [1, 0, 0, 1, 1], denominators: [1, 1, 1, 1, 1])

        #expect(isClose(ratio.estimate.value, 0.6))
        #expect(isClose(ratio.estimate.standardError, (0.3 / 5).squareRoot()))
        // p(1 − p)/n against s²/n.
        #expect(isClose(try #require(ratio.designEffect), 5.0 / 4))
    }

    @Test func `a unit without events counts and no events at all are refused`() throws {
        let ratio = try RatioMetric(numerators: [1, 0, 2], denominators: [2, 0, 3])

        #expect(ratio.units == 3)
        #expect(throws: StatisticsError.outOfRange("sum of denominators", rule: "positive")) {
            try RatioMetric(numerators: [0, 0], denominators: [0, 0])
        }
        #expect(throws: StatisticsError.noVariation("estimate")) {
            try RatioMetric(numerators: [1, 2], denominators: [2, 4])
        }
    }

    /// By hand: d(a/b) = da/b − a db/b², so .03/.4 and .5 · .02/.4² in quadrature.
    @Test func `a lift carries the errors of both and refuses a base near zero`() throws {
        let base = try Estimate(value: 0.4, standardError: 0.02)
        let new = try Estimate(value: 0.5, standardError: 0.03)
        let lift = try DeltaMethod.relativeLift(new: new, base: base)

        #expect(isClose(lift.value, 0.25))
        #expect(isClose(lift.standardError, (0.075 * 0.075 + 0.0625 * 0.0625).squareRoot()))
        #expect(throws: StatisticsError.self) {
            try DeltaMethod.relativeLift(new: new, base: Estimate(value: 0.05, standardError: 0.02))
        }
    }
}

struct ControlVariateTests {
    private static let before = [[1, 2, 3, 4, 5.5], [2, 3, 3, 5, 6]]
    private static let after = [[2.1, 3.9, 6.2, 8.1, 10.8], [4.9, 7.2, 6.8, 11.1, 12.7]]

    /// θ = Cov(y, x)/Var(x) over all ten units, as Deng and others define it (2013).
    @Test func `the coefficient is that of all units together`() throws {
        let adjusted = try ControlVariate(
            first: Self.after[1],
            second: Self.after[0],
            firstCovariates: [Self.before[1]],
            secondCovariates: [Self.before[0]]
        )
        let (y, x) = (Self.after.flatMap(\.self), Self.before.flatMap(\.self))
        let theta = Moments.covariance(y, x) / (try Moments(of: x).variance)

        #expect(isClose(adjusted.coefficients[0], theta))
        let plain = try TwoMeans(Self.after[1], Self.after[0])
        let shift = theta * (3.8 - 3.1)
        let found = try TwoMeans(adjusted.first, adjusted.second)
        #expect(isClose(found.difference, plain.difference - shift))
        #expect(found.pooledVariance < plain.pooledVariance / 10)
    }

    /// Frisch, Waugh and Lovell: without interaction the coefficient of the regression on residuals.
    @Test func `regression adjustment finds an effect exactly where there is no noise`() throws {
        let covariate = [1.0, 2, 3, 4, 1, 2, 3, 5]
        let isTreated = [false, false, false, false, true, true, true, true]
        let noise = [0.01, -0.02, 0.01, 0, -0.01, 0.02, 0, -0.01]
        let outcome = zip(zip(covariate, isTreated), noise).map { 2 * $0.0 + ($0.1 ? 3 : 0) + $1 }
        let effect = try RegressionAdjustment.effect(
            outcome: outcome,
            isTreated: isTreated,
            covariates: [covariate],
            isInteracted: false
        )

        #expect(abs(effect.value - 3) < 0.03)
        #expect(throws: StatisticsError.noVariation("treatment")) {
            try RegressionAdjustment.effect(
                outcome: [1, 2, 3],
                isTreated: [true, true, true],
                covariates: []
            )
        }
    }

    @Test func `a constant covariate is named`() {
        #expect {
            try ControlVariate(
                first: [1, 2, 3],
                second: [2, 3, 5],
                firstCovariates: [[1, 1, 1]],
                secondCovariates: [[1, 1, 1]]
            )
        } throws: { error in
            guard case StatisticsError.collinear = error else { return false }
            return true
        }
    }
}
