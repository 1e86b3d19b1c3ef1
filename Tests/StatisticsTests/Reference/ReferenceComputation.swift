import TestSupport

@testable import Statistics

/// Computes what a case asks for, by this module.
enum ReferenceComputation {
    static func results(of reference: ReferenceCase) throws -> ReferenceResults {
        switch reference.id {
        case "dist-001": try distributions(reference)
        case let id where id.hasPrefix("prop2-"): try twoProportions(reference)
        case let id where id.hasPrefix("prop1-"): try oneProportion(reference)
        case let id where id.hasPrefix("mean2-"): try twoMeans(reference)
        case "paired-001": try pairedMeans(reference)
        case "perm-001": try permutation(reference)
        case "anova-001": try manyGroups(reference)
        case let id where id.hasPrefix("mcnemar-"): try pairedProportions(reference)
        case "power-001": try proportionPower(reference)
        case "power-002": try meanPower(reference)
        case "multi-001": try multipleTesting(reference)
        case let id where id.hasPrefix("srm-"): try sampleRatio(reference)
        case "strat-001": try strata(reference)
        case "bayes-002": try bayes(reference)
        case "cuped-001": try cuped(reference)
        case "ni-001": try nonInferiority(reference)
        case "quant-002": try hodgesLehmann(reference)
        case "ratio-001": try ratio(reference)
        case "passk-001": try passAtK(reference)
        case "smalln-001": try smallSuite(reference)
        case "kappa-001": try kappa(reference)
        case "forecast-001": try forecast(reference)
        case "alert-001": try alerts(reference)
        case "cluster_ml-001": try grouping(reference)
        case "survival-001": try survival(reference)
        case "boot-001": try bootstrap(reference)
        default: throw ReferenceFault.unknownCase(reference.id)
        }
    }
}

// MARK: - Distributions

extension ReferenceComputation {
    static func distributions(_ reference: ReferenceCase) throws -> ReferenceResults {
        guard let calls = reference.input["evaluate"] as? [[String: Any]] else {
            throw ReferenceFault.malformed
        }
        var results = ReferenceResults()
        results.set(
            "values",
            try calls.map { call in
                guard let name = call["fn"] as? String, let arguments = call["args"] as? [Double] else {
                    throw ReferenceFault.malformed
                }
                return try value(of: name, arguments)
            }
        )
        return results
    }

    private static func value(of name: String, _ x: [Double]) throws -> Double {
        switch name {
        case "norm_sf": Distribution.normalSurvival(x[0])
        case "norm_ppf": Distribution.normalQuantile(x[0])
        case "t_sf": Distribution.studentTSurvival(x[0], degreesOfFreedom: x[1])
        case "t_ppf": Distribution.studentTQuantile(x[0], degreesOfFreedom: x[1])
        case "chi2_sf": Distribution.chiSquaredSurvival(x[0], degreesOfFreedom: x[1])
        case "f_sf": Distribution.fSurvival(x[0], numerator: x[1], denominator: x[2])
        case "beta_ppf": Distribution.betaQuantile(x[0], alpha: x[1], beta: x[2])
        case "nct_cdf": Distribution.noncentralTCumulative(x[0], degreesOfFreedom: x[1], noncentrality: x[2])
        case "ncx2_cdf":
            Distribution.noncentralChiSquaredCumulative(x[0], degreesOfFreedom: x[1], noncentrality: x[2])
        case "binom_cdf": Distribution.binomialCumulative(Int(x[0]), trials: Int(x[1]), probability: x[2])
        default: throw ReferenceFault.unknownCase(name)
        }
    }

    /// pass@k is the chance that k samples drawn without replacement hold a good one.
    static func passAtK(_ reference: ReferenceCase) throws -> ReferenceResults {
        guard let cases = reference.input["cases"] as? [[Int]] else { throw ReferenceFault.malformed }
        func share(_ found: Int, _ numbers: [Int]) -> Double {
            Distribution.hypergeometricProbability(
                found,
                total: numbers[0],
                marked: numbers[1],
                drawn: numbers[2]
            )
        }
        var results = ReferenceResults()
        results.set("pass_at_k", cases.map { 1 - share(0, $0) })
        results.set("pass_hat_k", cases.map { share($0[2], $0) })
        results.set("exact_fraction_check_10_3_5", 1 - share(0, [10, 3, 5]))
        return results
    }

    static func multipleTesting(_ reference: ReferenceCase) throws -> ReferenceResults {
        let names: [(MultipleTesting, String)] = [
            (.bonferroni, "bonferroni"), (.holm, "holm"), (.hochberg, "simes-hochberg"), (.hommel, "hommel"),
            (.benjaminiHochberg, "fdr_bh"), (.benjaminiYekutieli, "fdr_by"), (.sidak, "sidak"),
            (.holmSidak, "holm-sidak"),
        ]
        var results = ReferenceResults()
        for (method, name) in names {
            let adjusted = try method.adjust(try reference.numbers("p"))
            results.set("\(name).adjusted", adjusted)
            results.set("\(name).n_reject", Double(adjusted.count { $0 <= 0.05 }))
        }
        return results
    }
}
