import TestSupport

@testable import Statistics

extension ReferenceComputation {
    static func twoProportions(_ reference: ReferenceCase) throws -> ReferenceResults {
        let pair = TwoProportions(
            try Proportion(reference.integer("x1"), of: reference.integer("n1")),
            try Proportion(reference.integer("x2"), of: reference.integer("n2"))
        )
        var results = ReferenceResults()
        results.set("diff", pair.difference)
        results.set("se_unpooled", pair.standardError)
        results.set("z_pooled", p: "p_pooled", try pair.pooledZ())
        results.set("z_unpooled", p: "p_unpooled", try pair.unpooledZ())
        results.set("chi2", p: "chi2_p", try ContingencyTable.pearson(pair.table))
        results.set(
            "chi2_yates",
            p: "chi2_yates_p",
            try ContingencyTable.pearson(pair.table, correction: .yates)
        )
        results.set("g_test", p: "g_test_p", try ContingencyTable.likelihoodRatio(pair.table))
        results.set("cohen_h", pair.cohenH)
        let fisher = FisherExact(pair)
        results.set("fisher_two_sided_p", fisher.pValue())
        results.set("fisher_greater_p", fisher.pValue(alternative: .greater))
        results.set("fisher_less_p", fisher.pValue(alternative: .less))
        results.set("odds_ratio_sample", pair.oddsRatio)
        results.set("odds_ratio_conditional_mle", fisher.conditionalOddsRatio)
        results.set("odds_ratio_conditional_ci95", try fisher.interval())
        for (method, name) in [
            (ConfidenceInterval.Method.normal, "wald"), (.agrestiCaffo, "agresti_caffo"),
            (.newcombe, "newcombe"),
            (.miettinenNurminen, "miettinen_nurminen"), (.mee, "mee"),
        ] { results.set("diff_ci95_\(name)", try pair.interval(method: method)) }
        // The case with an empty cell has neither ratio with an interval.
        if pair.second.successes > 0 {
            results.set("risk_ratio", pair.riskRatio)
            results.set("risk_ratio_ci95_log", try pair.riskRatioInterval())
            results.set("odds_ratio_ci95_logit", try pair.oddsRatioInterval())
        }
        return results
    }

    static func oneProportion(_ reference: ReferenceCase) throws -> ReferenceResults {
        let value = try Proportion(reference.integer("x"), of: reference.integer("n"))
        var results = ReferenceResults()
        for (method, name) in [
            (ConfidenceInterval.Method.normal, "wald"), (.wilson, "wilson"),
            (.clopperPearson, "clopper_pearson"),
            (.agrestiCoull, "agresti_coull"), (.jeffreys, "jeffreys"), (.wilsonCorrected, "wilson_cc"),
        ] { results.set(name, try ConfidenceInterval.proportion(value, method: method)) }
        return results
    }

    static func smallSuite(_ reference: ReferenceCase) throws -> ReferenceResults {
        let value = try Proportion(reference.integer("passes"), of: reference.integer("tasks"))
        let uniform = try BetaBinomialComparison(TwoProportions(value, value))
        var results = ReferenceResults()
        results.set("wilson", try ConfidenceInterval.proportion(value))
        results.set("clt", try ConfidenceInterval.proportion(value, method: .normal))
        results.set("beta11", uniform.firstInterval)
        return results
    }

    static func pairedProportions(_ reference: ReferenceCase) throws -> ReferenceResults {
        guard let table = reference.input["table"] as? [[Int]] else { throw ReferenceFault.malformed }
        let pair = try PairedProportions(
            bothPass: table[0][0],
            firstOnly: table[0][1],
            secondOnly: table[1][0],
            bothFail: table[1][1]
        )
        var results = ReferenceResults()
        results.set("b_c", [Double(pair.firstOnly), Double(pair.secondOnly)])
        results.set("exact_p", try pair.exact().pValue)
        results.set("midp", try pair.midP().pValue)
        results.set("chi2_cc", p: "p_cc", try pair.chiSquared(isCorrected: true))
        results.set("chi2", p: "p", try pair.chiSquared())
        results.set("diff", pair.difference)
        results.set("diff_se_wald", pair.standardError)
        results.set("diff_ci95_wald", try pair.interval(method: .normal))
        results.set("diff_ci95_newcombe_paired", try pair.interval())
        results.set("odds_ratio_discordant", pair.discordantOddsRatio)
        return results
    }

    static func sampleRatio(_ reference: ReferenceCase) throws -> ReferenceResults {
        let test = try ContingencyTable.goodnessOfFit(
            observed: try reference.numbers("observed"),
            weights: try reference.numbers("weights")
        )
        var results = ReferenceResults()
        results.set("chi2", p: "p", test)
        results.set("df", test.degreesOfFreedom ?? .nan)
        return results
    }

    static func nonInferiority(_ reference: ReferenceCase) throws -> ReferenceResults {
        let pair = TwoProportions(
            try Proportion(reference.integer("x_new"), of: reference.integer("n_new")),
            try Proportion(reference.integer("x_old"), of: reference.integer("n_old"))
        )
        let margin = try reference.number("margin")
        let estimate = try Estimate(value: pair.difference, standardError: pair.standardError)
        var results = ReferenceResults()
        results.set(
            "z_farrington_manning",
            p: "p_farrington_manning",
            try pair.nonInferiority(margin: margin)
        )
        results.set(
            "z_miettinen_nurminen",
            p: "p_mn",
            try pair.nonInferiority(margin: margin, method: .miettinenNurminen)
        )
        results.set("z_wald", p: "p_wald", try pair.nonInferiority(margin: margin, method: .normal))
        results.set("lower_95_one_sided_wald", estimate.lowerBound())
        return results
    }

    static func strata(_ reference: ReferenceCase) throws -> ReferenceResults {
        guard let tables = reference.input["tables"] as? [[[Int]]] else { throw ReferenceFault.malformed }
        let strata = try tables.map { table in
            TwoProportions(
                try Proportion(table[0][0], of: table[0][0] + table[0][1]),
                try Proportion(table[1][0], of: table[1][0] + table[1][1])
            )
        }
        func total(_ row: Int) throws -> Proportion {
            let passed = tables.reduce(0) { $0 + $1[row][0] }
            return try Proportion(passed, of: passed + tables.reduce(0) { $0 + $1[row][1] })
        }
        let crude = TwoProportions(try total(0), try total(1))
        let combined = try StratifiedTables(strata)
        var results = ReferenceResults()
        results.set("mh_odds_ratio", combined.oddsRatio)
        results.set("mh_or_ci95", try combined.oddsRatioInterval())
        results.set("cmh_chi2_cc", p: "cmh_p_cc", try combined.cochranMantelHaenszel(isCorrected: true))
        results.set("cmh_chi2", p: "cmh_p", try combined.cochranMantelHaenszel())
        results.set("breslow_day", p: "breslow_day_p", try combined.breslowDay(isAdjusted: false))
        results.set("breslow_day_tarone", try combined.breslowDay().statistic)
        results.set("crude_odds_ratio", crude.oddsRatio)
        results.set("mh_risk_difference", combined.riskDifference)
        results.set("crude_risk_difference", crude.difference)
        return results
    }

    static func bayes(_ reference: ReferenceCase) throws -> ReferenceResults {
        let pair = TwoProportions(
            try Proportion(reference.integer("k1"), of: reference.integer("n1")),
            try Proportion(reference.integer("k2"), of: reference.integer("n2"))
        )
        let comparison = try BetaBinomialComparison(pair)
        var results = ReferenceResults()
        results.set("prob_2_beats_1", comparison.probabilitySecondIsBetter)
        results.set("loss_choose_1", comparison.lossOfFirst)
        results.set("loss_choose_2", comparison.lossOfSecond)
        results.set("posterior_mean_diff", comparison.meanDifference)
        results.set("posterior_1_ci95", comparison.firstInterval)
        return results
    }

    static func kappa(_ reference: ReferenceCase) throws -> ReferenceResults {
        guard let table = reference.input["table"] as? [[Int]] else { throw ReferenceFault.malformed }
        let kappa = try CohenKappa(table: table)
        var results = ReferenceResults()
        results.set("kappa", kappa.estimate.value)
        results.set("se", kappa.estimate.standardError)
        results.set("se0", kappa.nullStandardError)
        results.set("ci95", kappa.estimate.interval())
        return results
    }

    static func proportionPower(_ reference: ReferenceCase) throws -> ReferenceResults {
        func power(_ formula: ProportionPower.Formula, base: Double = 0.3) throws -> ProportionPower {
            try ProportionPower(base: base, formula: formula)
        }
        let oneSided = try ProportionPower(base: 0.3, isOneSided: true, formula: .arcsine)
        let unequal = try ProportionPower(base: 0.3, ratio: 2)
        let pair = TwoProportions(try Proportion(35, of: 100), try Proportion(30, of: 100))
        var results = ReferenceResults()
        results.set("h_.35_.30", pair.cohenH)
        results.set("n_per_arm_arcsine_.30_.35_80", try power(.arcsine).unitsOfFirstArm(toDetect: 0.35))
        results.set(
            "power_arcsine_n1000_.30_.35",
            try power(.arcsine).power(unitsOfFirstArm: 1000, share: 0.35)
        )
        results.set(
            "n_per_arm_arcsine_.30_.35_90_onesided",
            try oneSided.unitsOfFirstArm(toDetect: 0.35, power: 0.9)
        )
        results.set("n_per_arm_pooled_var_.30_.35_80", try power(.pooled).unitsOfFirstArm(toDetect: 0.35))
        results.set("n_per_arm_unpooled_.30_.35_80", try power(.unpooled).unitsOfFirstArm(toDetect: 0.35))
        results.set("n_fleiss_cc_.30_.35_80", try power(.continuity).unitsOfFirstArm(toDetect: 0.35))
        results.set("n_arm1_pooled_ratio2_.30_.35_80", try unequal.unitsOfFirstArm(toDetect: 0.35))
        results.set(
            "n_per_arm_pooled_.50_.75_90",
            try power(.pooled, base: 0.5).unitsOfFirstArm(toDetect: 0.75, power: 0.9)
        )
        results.set(
            "mde_abs_pooled_n2000_base.30_80",
            try power(.pooled).minimumDetectableEffect(unitsOfFirstArm: 2000)
        )
        return results
    }
}
