import TestSupport

@testable import Statistics

extension ReferenceComputation {
    static func twoMeans(_ reference: ReferenceCase) throws -> ReferenceResults {
        let samples = try samples(reference.id)
        let means = try TwoMeans(samples.first, samples.second)
        let ranks = try MannWhitney(samples.first, samples.second)
        let (student, welch) = (try means.student(), try means.welch())
        var results = ReferenceResults()
        results.set("n", [Double(means.first.count), Double(means.second.count)])
        results.set("mean", [means.first.mean, means.second.mean])
        results.set("sd", [means.first.standardDeviation, means.second.standardDeviation])
        for (name, estimate) in [("student", student), ("welch", welch)] {
            results.set("\(name)_t", estimate.statistic())
            results.set("\(name)_p", estimate.pValue())
            results.set("\(name)_df", estimate.degreesOfFreedom)
            results.set("\(name)_ci95", estimate.interval())
        }
        results.set("mwu_U1", ranks.u)
        results.set("mwu_p_asymptotic_cc", try ranks.test().pValue)
        results.set("mwu_p_asymptotic_nocc", try ranks.test(.asymptotic(isCorrected: false)).pValue)
        results.set("ks_D", try RankTests.kolmogorovSmirnov(samples.first, samples.second).statistic)
        results.set("cohen_d_pooled", try EffectSize.cohenD(means))
        results.set("hedges_g_exact_J", try EffectSize.hedgesG(means))
        results.set("hedges_g_approx_J", try EffectSize.hedgesGApproximate(means))
        results.set("cohen_d_av", try EffectSize.cohenDAverage(means))
        results.set("cohen_d_ci95_nct", try EffectSize.cohenDInterval(means))
        results.set("rank_biserial", ranks.rankBiserial)
        results.set("cles_prob_superiority", ranks.probabilityOfSuperiority)
        let spread = try AnalysisOfVariance.brownForsythe([samples.first, samples.second])
        results.set("brown_forsythe_W", spread.statistic)
        results.set("brown_forsythe_p", spread.pValue)
        return results
    }

    private static func samples(_ id: String) throws -> (first: [Double], second: [Double]) {
        switch id {
        case "mean2-001": return try sleep()
        case "mean2-002":
            let cars = try ReferenceData.table("datasets_mtcars.csv")
            return (
                try cars.numbers("mpg", where: "am", is: "1"), try cars.numbers("mpg", where: "am", is: "0")
            )
        case "mean2-003":
            let teeth = try ReferenceData.table("datasets_toothgrowth.csv")
            return (
                try teeth.numbers("len", where: "supp", is: "OJ"),
                try teeth.numbers("len", where: "supp", is: "VC")
            )
        default: throw ReferenceFault.unknownCase(id)
        }
    }

    /// Cushny and Peebles' sleep data, both drugs in the order of the patients.
    private static func sleep() throws -> (first: [Double], second: [Double]) {
        let table = try ReferenceData.table("datasets_sleep.csv")
        return (
            try table.numbers("extra", where: "group", is: "1"),
            try table.numbers("extra", where: "group", is: "2")
        )
    }

    private static func sleepDifferences() throws -> [Double] {
        let samples = try sleep()
        return zip(samples.first, samples.second).map { $0 - $1 }
    }

    static func pairedMeans(_ reference: ReferenceCase) throws -> ReferenceResults {
        let differences = try sleepDifferences()
        let estimate = try ClusteredMean(of: differences).estimate
        let ranks = try WilcoxonSignedRank(differences: differences)
        let signs = try SignTest.exact(
            positive: differences.count { $0 > 0 },
            negative: differences.count { $0 < 0 }
        )
        var results = ReferenceResults()
        results.set("t", p: "p", HypothesisTest(statistic: estimate.statistic(), pValue: estimate.pValue()))
        results.set("df", estimate.degreesOfFreedom)
        results.set("ci95", estimate.interval())
        results.set("cohen_dz", try EffectSize.cohenDz(differences))
        results.set("wilcoxon_W", ranks.w)
        results.set("wilcoxon_p_normal_cc", try ranks.test().pValue)
        results.set("wilcoxon_p_normal_nocc", try ranks.test(.asymptotic(isCorrected: false)).pValue)
        results.set("sign_test_p", signs.pValue)
        return results
    }

    static func permutation(_ reference: ReferenceCase) throws -> ReferenceResults {
        let samples = try sleep()
        let arms = try PermutationTest.meanDifference(samples.first, samples.second, seed: 1)
        let signs = try PermutationTest.signFlip(differences: try sleepDifferences(), seed: 1)
        var results = ReferenceResults()
        results.set("independent_exact_p", arms.pValue)
        results.set("independent_count", Double(arms.extreme))
        results.set("independent_total", Double(arms.total))
        results.set("signflip_exact_p", signs.pValue)
        // One difference is zero: its two signs are one order here and two in the case's count.
        results.set("signflip_count", Double(signs.extreme * 2))
        return results
    }

    static func hodgesLehmann(_ reference: ReferenceCase) throws -> ReferenceResults {
        let samples = try sleep()
        var results = ReferenceResults()
        results.set("hodges_lehmann", try MannWhitney.hodgesLehmann(samples.first, samples.second))
        return results
    }

    static func manyGroups(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("datasets_plantgrowth.csv")
        let groups = try ["ctrl", "trt1", "trt2"].map { try table.numbers("weight", where: "group", is: $0) }
        let (plain, welch) = (try AnalysisOfVariance.oneWay(groups), try AnalysisOfVariance.welch(groups))
        var results = ReferenceResults()
        results.set("F", plain.statistic)
        results.set("p", plain.pValue)
        results.set("kruskal_H", p: "kruskal_p", try RankTests.kruskalWallis(groups))
        results.set("welch_F", welch.statistic)
        results.set("welch_p", welch.pValue)
        results.set("welch_ddof2", welch.denominatorDegrees)
        return results
    }

    static func meanPower(_ reference: ReferenceCase) throws -> ReferenceResults {
        let equal = try MeanPower(.twoArms())
        var results = ReferenceResults()
        results.set("n_d0.5_80", try equal.units(for: 0.5))
        results.set("n_d0.2_90", try equal.units(for: 0.2, power: 0.9))
        results.set("power_d0.5_n20", try equal.power(of: 0.5, units: 20))
        results.set("mde_d_n100_80", try equal.minimumDetectableEffect(units: 100))
        results.set("n1_d0.3_ratio2_80", try MeanPower(.twoArms(ratio: 2)).units(for: 0.3))
        results.set("paired_n_dz0.3_80", try MeanPower(.paired).units(for: 0.3))
        return results
    }

    static func bootstrap(_ reference: ReferenceCase) throws -> ReferenceResults {
        let values = try reference.numbers("values")
        let moments = try Moments(of: values)
        let distribution = try Bootstrap(replicates: 40_000, seed: 1).means(of: values)
        // The ideal bootstrap's law is the sample itself: variance with n in the denominator.
        let count = Double(values.count)
        var results = ReferenceResults()
        results.set("ideal_bootstrap_se_of_mean", (moments.meanVariance * (count - 1) / count).squareRoot())
        results.set("jackknife_se_of_mean", moments.meanVariance.squareRoot())
        guard let bca = ConfidenceInterval.bcaBootstrap(of: values, replicates: 40_000, seed: 1) else {
            throw ReferenceFault.malformed
        }
        results.set("bca_ci95_400k", bca)
        results.set(
            "percentile_ci95_400k",
            try Bootstrap.interval(around: moments.mean, distribution: distribution)
        )
        results.set(
            "basic_ci95_400k",
            try Bootstrap.interval(around: moments.mean, distribution: distribution, method: .basicBootstrap)
        )
        return results
    }
}
