import Testing

@testable import Statistics

/// Cushny and Peebles' sleep data, second drug minus first; SciPy 1.17 and statsmodels 0.15.
struct TwoMeansTests {
    private static let first = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    private static let second = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]

    /// `ttest_ind(equal_var=False)`; R prints t = −1.8608, df = 17.776, p = .07939.
    @Test func `Welch's test agrees`() throws {
        let welch = try TwoMeans(Self.first, Self.second).welch()

        #expect(isClose(welch.statistic(), 1.8608134674868526))
        #expect(isClose(welch.pValue(), 0.0793941401873583))
        #expect(isClose(welch.degreesOfFreedom, 17.776473516178488))
        #expect(
            areClose(
                [welch.interval().low, welch.interval().high],
                [-0.20548323071171137, 3.3654832307117104]
            )
        )
    }

    /// `ttest_ind()`.
    @Test func `Student's test agrees`() throws {
        let student = try TwoMeans(Self.first, Self.second).student()

        #expect(isClose(student.pValue(), 0.07918671421593822))
        #expect(student.degreesOfFreedom == 18)
    }

    /// `ttost_ind(first, second, -1, 4, usevar="unequal")`.
    @Test func `two one-sided tests agree and decide as the interval does`() throws {
        let welch = try TwoMeans(Self.first, Self.second).welch()
        let test = try EquivalenceTest(of: welch, low: -1, high: 4)
        let interval = welch.interval(level: 0.9)

        #expect(isClose(test.aboveLower, 0.0035706691736629025))
        #expect(isClose(test.belowUpper, 0.005361624103159107))
        #expect(test.pValue == test.belowUpper)
        let touching = try EquivalenceTest(of: welch, low: interval.low, high: 100)
        #expect(isClose(touching.pValue, 0.05))
    }

    @Test func `summary statistics give the same as values`() throws {
        let summary = try TwoMeans(first: Moments(of: Self.first), second: Moments(of: Self.second))

        #expect(summary == (try TwoMeans(Self.first, Self.second)))
    }

    @Test func `constant arms, one value and NaN are refused`() throws {
        let constant = try TwoMeans([1, 1, 1], [2, 2])

        #expect(throws: StatisticsError.noVariation("both arms")) { try constant.welch() }
        #expect(throws: StatisticsError.noVariation("both arms")) { try EffectSize.cohenD(constant) }
        #expect(throws: StatisticsError.tooFew("second arm", needed: 2, given: 1)) {
            try TwoMeans([1, 2], [3])
        }
        #expect(throws: StatisticsError.tooFew("first arm", needed: 2, given: 0)) {
            try TwoMeans([], [3, 4])
        }
        #expect(throws: StatisticsError.notFinite("second arm")) { try TwoMeans([1, 2], [.nan, 1]) }
    }

    /// Hedges 1981: J(18) = .9576; the interval of d inverts the noncentral t law at both ends.
    @Test func `effect sizes follow their definitions`() throws {
        let means = try TwoMeans(Self.first, Self.second)
        let d = try EffectSize.cohenD(means)
        let interval = try EffectSize.cohenDInterval(means)
        let t = try means.student().statistic()

        #expect(isClose(d, 0.8321810813495395))
        #expect(isClose(try EffectSize.hedgesG(means) / d, 0.95764, 1e-5))
        for (bound, probability) in [(interval.low, 0.975), (interval.high, 0.025)] {
            let noncentrality = bound / (0.2).squareRoot()
            let found = Distribution.noncentralTCumulative(
                t,
                degreesOfFreedom: 18,
                noncentrality: noncentrality
            )
            #expect(isClose(found, probability, 1e-8))
        }
    }

    /// `f_oneway`, `levene(center="median")`, `kruskal`.
    @Test func `tests of several groups agree`() throws {
        let groups = [Self.second, Self.first, Self.first.map { $0 - 1 }]
        let spread = [Self.second, Self.first, Self.first.map { $0 * 2 }]

        #expect(isClose(try AnalysisOfVariance.oneWay(groups).pValue, 0.20018864731932465))
        #expect(isClose(try AnalysisOfVariance.brownForsythe(spread).pValue, 0.037197795555961644))
        #expect(isClose(try RankTests.kruskalWallis(groups).pValue, 0.16665307029980625))
    }

    /// For two groups Welch's F is the square of Welch's t.
    @Test func `Welch's analysis of two groups is his t test`() throws {
        let welch = try TwoMeans(Self.first, Self.second).welch()
        let test = try AnalysisOfVariance.welch([Self.first, Self.second])

        #expect(isClose(test.statistic, welch.statistic() * welch.statistic()))
        #expect(isClose(test.denominatorDegrees, welch.degreesOfFreedom))
        #expect(isClose(test.pValue, welch.pValue()))
        #expect(throws: StatisticsError.noVariation("a group")) {
            try AnalysisOfVariance.welch([[1, 1], [1, 2]])
        }
    }
}

/// SciPy 1.17, calls at each test.
struct RankTestTests {
    private static let x = [1.1, 2.3, 4.5, 0.2, 3.3]
    private static let y = [5.1, 6.2, 2.9, 7.7]
    private static let differences = [1.2, -0.4, 2.2, 0.9, -1.5, 3.1, 0.6, 0.25]

    /// `mannwhitneyu(x, y, method="exact", alternative=…)`.
    @Test(arguments: [
        (Alternative.twoSided, 0.06349206349206349), (.greater, 0.9841269841269842),
        (.less, 0.031746031746031744),
    ])
    func `the exact rank-sum test agrees`(alternative: Alternative, expected: Double) throws {
        let test = try MannWhitney(Self.x, Self.y).test(.exact, alternative: alternative)

        #expect(test.statistic == 2)
        #expect(isClose(test.pValue, expected))
    }

    /// `mannwhitneyu(method="asymptotic", alternative=…)` on the sleep data, with a tie.
    @Test func `the asymptotic rank-sum test agrees with ties`() throws {
        let first = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
        let test = try MannWhitney(first, [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])

        #expect(test.u == 74.5)
        #expect(isClose(try test.test().pValue, 0.06932757543362658))
        #expect(isClose(try test.test(alternative: .greater).pValue, 0.03466378771681329))
        #expect(isClose(try test.test(alternative: .less).pValue, 0.9707516686072744))
        #expect(throws: StatisticsError.self) { try test.test(.exact) }
    }

    /// `wilcoxon(d, method="exact", alternative=…)`.
    @Test(arguments: [(Alternative.twoSided, 0.1953125), (.greater, 0.09765625), (.less, 0.92578125)])
    func `the exact signed-rank test agrees`(alternative: Alternative, expected: Double) throws {
        let test = try WilcoxonSignedRank(differences: Self.differences).test(
            .exact,
            alternative: alternative
        )

        #expect(isClose(test.pValue, expected))
    }

    /// `wilcoxon(d, method="asymptotic", correction=…, alternative=…)`.
    @Test func `the asymptotic signed-rank test agrees`() throws {
        let test = try WilcoxonSignedRank(differences: Self.differences)

        #expect(test.w == 8)
        #expect(isClose(try test.test().pValue, 0.18343061898217827))
        #expect(isClose(try test.test(alternative: .greater).pValue, 0.09171530949108914))
        #expect(isClose(try test.test(alternative: .less).pValue, 0.9292589392586033))
        #expect(isClose(try test.test(.asymptotic(isCorrected: false)).pValue, 0.16142946236708333))
    }

    /// `ks_2samp(x, y, method="exact")` without ties.
    @Test func `the Kolmogorov-Smirnov test agrees`() throws {
        let test = try RankTests.kolmogorovSmirnov(Self.x, Self.y)

        #expect(isClose(test.statistic, 0.75))
        #expect(isClose(test.pValue, 0.14285714285714285))
        #expect(try RankTests.kolmogorovSmirnov(Self.x, Self.x).pValue == 1)
    }

    /// Kolmogorov's law: P(√n D > 1.3581) = .05; equal sizes of 1,500 are beyond the exact count.
    @Test func `large samples use Kolmogorov's law`() throws {
        let first = (0..<1500).map(Double.init)
        let shift = (1.3581 / (750.0).squareRoot() * 1500).rounded()
        let test = try RankTests.kolmogorovSmirnov(first, first.map { $0 + shift - 0.5 })

        #expect(abs(test.pValue - 0.05) < 0.003)
    }

    @Test func `the shift is the median of pairwise differences`() throws {
        #expect(try MannWhitney.hodgesLehmann([1, 2, 6], [0, 1]) == 1.5)
        #expect(throws: StatisticsError.self) { try MannWhitney.hodgesLehmann([], [1]) }
    }

    @Test func `all ties and no differences are refused`() throws {
        let equal = try MannWhitney([1, 1], [1, 1, 1])

        #expect(equal.probabilityOfSuperiority == 0.5)
        #expect(throws: StatisticsError.noVariation("values")) { try equal.test() }
        #expect(throws: StatisticsError.noVariation("differences")) {
            try WilcoxonSignedRank(differences: [0, 0])
        }
        #expect(throws: StatisticsError.noVariation("values")) {
            try RankTests.kruskalWallis([[2, 2], [2, 2]])
        }
    }
}

struct QuantileTests {
    /// R's `quantile(c(1, 2, 4, 8), c(.1, .5, .9))`: 1.3, 3, 6.8.
    @Test func `type 7 agrees with R`() throws {
        let values = [8, 1, 4, 2].map(Double.init)

        #expect(areClose(try [0.1, 0.5, 0.9].map { try Quantile.type7($0, of: values) }, [1.3, 3, 6.8]))
    }

    /// Conover 1999: for the median of 16 values the 4th and 13th, with confidence .979.
    @Test func `the interval of a median is between order statistics`() throws {
        let interval = try Quantile.interval(0.5, of: (1...16).map(Double.init))

        #expect((interval.low, interval.high) == (4, 13))
        #expect(throws: StatisticsError.self) { try Quantile.interval(0.99, of: [1, 2, 3]) }
    }
}
