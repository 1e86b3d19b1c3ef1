import Testing

@testable import Statistics

/// statsmodels 0.15 `proportion_confint(7, 25)`, SciPy 1.17 `binomtest(7, 25).proportion_ci("wilsoncc")`.
struct ProportionIntervalTests {
    @Test(arguments: [
        (ConfidenceInterval.Method.normal, 0.10399567070643564, 0.4560043292935644),
        (.wilson, 0.14283853850956557, 0.4757660519036158),
        (.clopperPearson, 0.12071668850406661, 0.4938768218062555),
        (.agrestiCoull, 0.14061784225489887, 0.4779867481582825),
        (.jeffreys, 0.1349158622937903, 0.472776044970985),
        (.wilsonCorrected, 0.1287239177411717, 0.495990095369097),
    ])
    func `an interval of seven in twenty-five agrees`(
        method: ConfidenceInterval.Method,
        low: Double,
        high: Double
    ) throws {
        let interval = try ConfidenceInterval.proportion(Proportion(7, of: 25), method: method)

        #expect(isClose(interval.low, low))
        #expect(isClose(interval.high, high))
        #expect(interval.method == method)
    }

    /// 1 − (α/2)^(1/n): the closed form of Clopper and Pearson's bound at zero.
    @Test func `none of twenty is bounded by its closed form`() throws {
        let interval = try ConfidenceInterval.proportion(Proportion(0, of: 20), method: .clopperPearson)

        #expect(interval.low == 0)
        #expect(isClose(interval.high, 0.16843347098308534))
    }

    @Test(arguments: [ConfidenceInterval.Method.clopperPearson, .wilson, .jeffreys, .wilsonCorrected])
    func `swapping successes and failures mirrors the interval`(method: ConfidenceInterval.Method) throws {
        let there = try ConfidenceInterval.proportion(Proportion(3, of: 17), method: method)
        let back = try ConfidenceInterval.proportion(Proportion(14, of: 17), method: method)

        #expect(isClose(there.low, 1 - back.high, 1e-12))
        #expect(isClose(there.high, 1 - back.low, 1e-12))
    }

    @Test func `no trials, more successes than trials and other methods are refused`() throws {
        let value = try Proportion(1, of: 2)

        #expect(throws: StatisticsError.outOfRange("trials", rule: "positive")) { try Proportion(0, of: 0) }
        #expect(throws: StatisticsError.outOfRange("successes", rule: "in 0...trials")) {
            try Proportion(3, of: 2)
        }
        #expect(throws: StatisticsError.self) {
            try ConfidenceInterval.proportion(value, method: .newcombe)
        }
        #expect(throws: StatisticsError.outOfRange("level", rule: "in (0, 1)")) {
            try ConfidenceInterval.proportion(value, level: 1)
        }
    }
}

/// 12 of 20 against 5 of 18: statsmodels 0.15 and SciPy 1.17, calls at each test.
struct TwoProportionsTests {
    private func pair() throws -> TwoProportions {
        TwoProportions(try Proportion(12, of: 20), try Proportion(5, of: 18))
    }

    /// `proportions_ztest([12, 5], [20, 18])`; the square is `chi2_contingency(correction=False)`.
    @Test func `the pooled z test is Pearson's chi-squared`() throws {
        let z = try pair().pooledZ()
        let chi = try ContingencyTable.pearson(pair().table)

        #expect(isClose(z.statistic, 1.9946395640194485))
        #expect(isClose(z.pValue, 0.0460822052413855))
        #expect(isClose(chi.statistic, z.statistic * z.statistic))
        #expect(isClose(chi.pValue, z.pValue))
    }

    /// `chi2_contingency()` and `chi2_contingency(lambda_="log-likelihood")`.
    @Test func `Yates' and the likelihood-ratio statistic agree`() throws {
        let yates = try ContingencyTable.pearson(pair().table, correction: .yates)
        let ratio = try ContingencyTable.likelihoodRatio(pair().table)

        #expect(isClose(yates.statistic, 2.7819950202303136))
        #expect(isClose(yates.pValue, 0.09532935354470208))
        #expect(isClose(ratio.statistic, 4.066564510618973))
        #expect(isClose(ratio.pValue, 0.04374014879743023))
    }

    /// `confint_proportions_2indep(method=…)`; Miettinen-Nurminen: Newcombe 1998, table II (a), 56/70, 48/80.
    @Test func `intervals of the difference agree`() throws {
        let wald = try pair().interval(method: .normal)
        let caffo = try pair().interval(method: .agrestiCaffo)
        let newcombe = try pair().interval()
        let published = try TwoProportions(Proportion(56, of: 70), Proportion(48, of: 80))
            .interval(method: .miettinenNurminen)

        #expect(areClose([wald.low, wald.high], [0.0240408698462517, 0.6204035745981926]))
        #expect(areClose([caffo.low, caffo.high], [0.0036023100510348405, 0.5782158717671471]))
        #expect(areClose([newcombe.low, newcombe.high], [0.007762688395022144, 0.5592303985833662]))
        #expect(abs(published.low - 0.0528) < 5e-5 && abs(published.high - 0.3382) < 5e-5)
    }

    @Test func `the score interval and the score test agree about zero`() throws {
        let interval = try pair().interval(method: .mee, level: 1 - 0.0460822052413855)

        #expect(abs(interval.low) < 1e-9)
    }

    /// `confint_proportions_2indep(compare="ratio", method="log")`, `("odds-ratio", "logit")`.
    @Test func `ratios have logarithmic intervals`() throws {
        let risk = try pair().riskRatioInterval()
        let odds = try pair().oddsRatioInterval()

        #expect(areClose([risk.low, risk.high], [0.9452695493910563, 4.935735000673176]))
        #expect(areClose([odds.low, odds.high], [0.9956682274549163, 15.276172906389837]))
    }

    @Test func `arms without both outcomes have a limit or an error, no silent number`() throws {
        let empty = TwoProportions(try Proportion(0, of: 10), try Proportion(0, of: 12))
        let split = TwoProportions(try Proportion(10, of: 10), try Proportion(0, of: 12))

        #expect(throws: StatisticsError.noVariation("outcomes")) { try empty.pooledZ() }
        #expect(throws: StatisticsError.noVariation("outcomes")) { try split.unpooledZ() }
        #expect(throws: StatisticsError.self) { try empty.riskRatioInterval() }
        #expect(split.oddsRatio == .infinity)
        #expect(try split.pooledZ().pValue < 1e-5)
        #expect(try split.interval(method: .miettinenNurminen).high > 0.999999)
        let none = try empty.interval(method: .miettinenNurminen)
        #expect(none.low < 0 && none.high > 0)
    }
}

struct FisherExactTests {
    private func test() throws -> FisherExact {
        FisherExact(TwoProportions(try Proportion(12, of: 20), try Proportion(5, of: 18)))
    }

    /// SciPy 1.17 `fisher_exact([[12, 8], [5, 13]], alternative=…)`.
    @Test func `exact p-values agree`() throws {
        #expect(isClose(try test().pValue(), 0.05849613039244032))
        #expect(isClose(try test().pValue(alternative: .greater), 0.04692693282430673))
        #expect(isClose(try test().pValue(alternative: .less), 0.9905736954776951))
    }

    /// SciPy 1.17 `contingency.odds_ratio(kind="conditional")`, good to 2e-6 itself.
    @Test func `the conditional odds ratio and its interval agree`() throws {
        let interval = try test().interval()

        #expect(isClose(try test().conditionalOddsRatio, 3.753473448788402, 1e-5))
        #expect(isClose(interval.low, 0.8344067997930075, 1e-5))
        #expect(isClose(interval.high, 19.361985525169647, 1e-5))
    }

    /// At a bound each one-sided tail is α/2 by definition.
    @Test func `the ends of the support give zero and infinity`() throws {
        let low = FisherExact(TwoProportions(try Proportion(0, of: 5), try Proportion(4, of: 6)))
        let fixed = FisherExact(TwoProportions(try Proportion(5, of: 5), try Proportion(6, of: 6)))

        #expect(low.conditionalOddsRatio == 0)
        #expect(try low.interval().low == 0)
        #expect(fixed.pValue() == 1)
        #expect(fixed.conditionalOddsRatio.isNaN)
    }
}

struct ContingencyTableTests {
    /// SciPy 1.17 `chi2_contingency` and `chisquare([30, 50, 20], [25, 50, 25])`.
    @Test func `larger tables and given shares agree`() throws {
        let table = try ContingencyTable.pearson([[10, 20, 30], [6, 9, 17], [8, 4, 1]])
        let shares = try ContingencyTable.goodnessOfFit(observed: [30, 50, 20], weights: [1, 2, 1])

        #expect(isClose(table.statistic, 14.670814211829835))
        #expect(isClose(table.pValue, 0.00543500549177259))
        #expect(table.degreesOfFreedom == 4)
        #expect(isClose(shares.statistic, 2))
        #expect(isClose(shares.pValue, 0.36787944117144245))
    }

    @Test func `a group of weight zero is left out with its degree of freedom`() throws {
        let test = try ContingencyTable.goodnessOfFit(observed: [30, 50, 0, 20], weights: [1, 2, 0, 1])

        #expect(test.degreesOfFreedom == 2)
        #expect(throws: StatisticsError.self) {
            try ContingencyTable.goodnessOfFit(observed: [30, 50, 1], weights: [1, 2, 0])
        }
    }

    /// statsmodels 0.15 `cochrans_q`: Q = 4, p = .1353.
    @Test func `Cochran's Q agrees`() throws {
        let outcomes = [[1, 1, 0], [1, 0, 0], [1, 1, 1], [0, 1, 0], [1, 0, 0], [1, 1, 0], [1, 0, 1]]
        let test = try ContingencyTable.cochranQ(outcomes.map { $0.map { $0 == 1 } })

        #expect(isClose(test.statistic, 4))
        #expect(isClose(test.pValue, 0.1353352832366127))
    }

    @Test func `empty rows, negative counts and ragged tables are refused`() {
        #expect(throws: StatisticsError.noVariation("a row or column of the table")) {
            try ContingencyTable.pearson([[0, 0], [1, 2]])
        }
        #expect(throws: StatisticsError.self) { try ContingencyTable.pearson([[-1, 2], [1, 2]]) }
        #expect(throws: StatisticsError.self) { try ContingencyTable.pearson([[1, 2], [1]]) }
        #expect(throws: StatisticsError.self) { try ContingencyTable.pearson([]) }
        #expect(throws: StatisticsError.noVariation("outcomes within tasks")) {
            try ContingencyTable.cochranQ([[true, true], [false, false]])
        }
    }
}

struct PairedProportionsTests {
    /// statsmodels 0.15 `mcnemar([[20, 9], [3, 10]])`.
    @Test func `McNemar's tests agree`() throws {
        let pair = try PairedProportions(bothPass: 20, firstOnly: 9, secondOnly: 3, bothFail: 10)

        #expect(isClose(try pair.exact().pValue, 0.14599609375))
        #expect(isClose(try pair.chiSquared().pValue, 0.08326451666355042))
        #expect(isClose(try pair.chiSquared(isCorrected: true).statistic, 25.0 / 12))
        // Fagerland 2013: exact minus the probability of the observed table, C(12, 3)/2¹².
        #expect(isClose(try pair.midP().pValue, 0.14599609375 - 220.0 / 4096))
    }

    /// Fagerland, Lydersen and Laake 2013, table 1: .052 exact, .035 mid-p, .055 corrected.
    @Test func `the published example comes out`() throws {
        let pair = try PairedProportions(bothPass: 59, firstOnly: 6, secondOnly: 16, bothFail: 80)

        #expect(abs(try pair.exact().pValue - 0.0525) < 5e-5)
        #expect(abs(try pair.midP().pValue - 0.0347) < 5e-5)
        #expect(abs(try pair.chiSquared(isCorrected: true).pValue - 0.0550) < 5e-5)
    }

    @Test func `equal candidates are a sure draw and no discordant task has no chi-squared`() throws {
        let equal = try PairedProportions(bothPass: 5, firstOnly: 0, secondOnly: 0, bothFail: 3)
        let even = try PairedProportions(bothPass: 5, firstOnly: 2, secondOnly: 2, bothFail: 3)

        #expect(try equal.exact().pValue == 1)
        #expect(try equal.midP().pValue == 1)
        #expect(throws: StatisticsError.noVariation("outcomes within tasks")) { try equal.chiSquared() }
        // 1 − C(4, 2)/2⁴/2.
        #expect(isClose(try even.midP().pValue, 1 - 6.0 / 32))
        let interval = try equal.interval()
        #expect(interval.low < 0 && interval.high > 0)
    }
}

struct SegmentStatisticsTests {
    private func strata() throws -> StratifiedTables {
        try StratifiedTables([
            TwoProportions(Proportion(12, of: 20), Proportion(5, of: 18)),
            TwoProportions(Proportion(20, of: 35), Proportion(10, of: 29)),
            TwoProportions(Proportion(7, of: 10), Proportion(6, of: 15)),
        ])
    }

    /// statsmodels 0.15 `StratifiedTable`.
    @Test func `Mantel-Haenszel and Breslow-Day agree`() throws {
        let interval = try strata().oddsRatioInterval()

        #expect(isClose(try strata().oddsRatio, 3.051894708242101))
        #expect(areClose([interval.low, interval.high], [1.465222085000457, 6.356757385480735]))
        #expect(isClose(try strata().cochranMantelHaenszel().statistic, 8.942794395619181))
        #expect(isClose(try strata().cochranMantelHaenszel(isCorrected: true).statistic, 7.915360191636669))
        #expect(isClose(try strata().breslowDay(isAdjusted: false).statistic, 0.27787784405839006))
        #expect(isClose(try strata().breslowDay().statistic, 0.27783674169537653))
    }

    @Test func `strata without both outcomes are refused`() throws {
        let empty = TwoProportions(try Proportion(0, of: 3), try Proportion(0, of: 4))

        #expect(throws: StatisticsError.noVariation("outcomes within strata")) {
            try StratifiedTables([empty, empty])
        }
    }

    /// By hand: weights 1/.01, 1/.04 → mean .3, Q = .5²/.05 = 5; DerSimonian-Laird τ² = (5 − 1)/40.
    @Test func `heterogeneity and shrinkage follow their formulas`() throws {
        let found = try Heterogeneity(of: [
            Estimate(value: 0.2, standardError: 0.1), Estimate(value: 0.7, standardError: 0.2),
        ])

        #expect(isClose(found.test.statistic, 5))
        #expect(isClose(found.iSquared, 0.8))
        // Σw − Σw²/Σw = 125 − (100² + 25²)/125 = 40.
        #expect(isClose(found.betweenVariance, 0.1))
        let centre = (0.2 / 0.11 + 0.7 / 0.14) / (1 / 0.11 + 1 / 0.14)
        #expect(isClose(found.pooled.value, centre))
        #expect(isClose(found.shrunken[1], 0.7 * 0.1 / 0.14 + centre * 0.04 / 0.14))
    }

    /// statsmodels 0.15 `cohens_kappa([[20, 5, 1], [3, 15, 2], [0, 4, 10]])`.
    @Test func `Cohen's kappa and both its errors agree`() throws {
        let kappa = try CohenKappa(table: [[20, 5, 1], [3, 15, 2], [0, 4, 10]])

        #expect(isClose(kappa.estimate.value, 0.6153846153846154))
        #expect(isClose(kappa.estimate.standardError, 0.08562924542599365))
        #expect(isClose(kappa.nullStandardError, 0.09237493593794287))
        #expect(throws: StatisticsError.noVariation("categories")) {
            try CohenKappa(table: [[9, 0], [0, 0]])
        }
    }
}
