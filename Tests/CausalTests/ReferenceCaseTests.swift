import Causal
import Foundation
import Statistics
import TestSupport
import Testing

/// The cases of `statistics/reference.json` about causes; each names the library or paper that its numbers are
/// from.
@Suite(.enabled(if: ReferenceData.isThere, "needs EVALHARNESS_SHARED or ../shared/data/statistics"))
struct ReferenceCaseTests {
    @Test(arguments: ReferenceData.causal.sorted())
    func `a reference case comes out within its tolerance`(id: String) throws {
        let reference = try #require(try ReferenceData.cases()[id])
        let computed = try ReferenceComputation.results(of: reference)

        #expect(computed.faults(against: reference) == [])
    }
}

enum ReferenceComputation {
    static func results(of reference: ReferenceCase) throws -> ReferenceResults {
        switch reference.id {
        case "ps-001": try propensity(reference)
        case "match-001": try matching(reference)
        case "iv-003": try instruments(reference)
        case "did-002": try differenceInDifferences(reference)
        case "sens-001": try eValues(reference)
        case "sens-004": try rosenbaumBounds(reference)
        default: throw ReferenceFault.unknownCase(reference.id)
        }
    }

    static func matching(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("matchit_lalonde.csv")
        let columns = try lalondeColumns(table)
        let isTreated = try table.texts("treat").map { $0 == "1" }
        let outcomes = try table.numbers("re78")
        let scores = try propensityModel(table).probabilities
        let deviation = try Moments(of: scores).standardDeviation
        let logits = scores.map { log($0 / (1 - $0)) }
        let logitDeviation = try Moments(of: logits).standardDeviation
        typealias Options = NearestNeighborMatching.Options
        var results = ReferenceResults()
        for (name, scores, options) in [
            ("nn_1to1_noreplace_largest", scores, Options()),
            // The case's data order gives the same matches.
            ("nn_noreplace_dataorder", scores, Options()),
            ("nn_noreplace_caliper_0.1sd_ps", scores, Options(caliper: 0.1 * deviation)),
            ("nn_replace_1", scores, Options(isWithReplacement: true)),
            ("nn_replace_2", scores, Options(isWithReplacement: true, ratio: 2)),
            (
                "nn_replace_caliper_0.1sd_ps", scores,
                Options(isWithReplacement: true, caliper: 0.1 * deviation)
            ),
            ("nn_noreplace_caliper_0.2sd_logit", logits, Options(caliper: 0.2 * logitDeviation)),
        ] {
            let matching = try NearestNeighborMatching(scores: scores, isTreated: isTreated, options: options)
            results.set("\(name).att", try matching.effectOnTreated(outcomes))
            results.set("\(name).n_treated_matched", Double(matching.matches.count))
            results.set("\(name).n_control_used", Double(Set(matching.matches.flatMap(\.controls)).count))
            results.set("\(name).ess_control", matching.effectiveControls(count: scores.count))
            try balance(name, columns, isTreated, matching.weights(count: scores.count), &results)
        }
        try balance("unmatched", columns, isTreated, nil, &results)
        results.set("unmatched.diff", try Balance.meanDifference(outcomes, isTreated: isTreated))
        return results
    }

    private static func balance(
        _ name: String,
        _ columns: [String: [Double]],
        _ isTreated: [Bool],
        _ weights: [Double]?,
        _ results: inout ReferenceResults
    ) throws {
        for (column, values) in columns where column != "re78" {
            let difference = try Balance.standardizedDifference(
                values,
                isTreated: isTreated,
                weights: weights
            )
            results.set("\(name).smd.\(column)", difference)
            guard weights == nil else { continue }
            let treated = zip(values, isTreated).filter(\.1).map(\.0)
            let control = zip(values, isTreated).filter { !$0.1 }.map(\.0)
            let average = try EffectSize.cohenDAverage(TwoMeans(treated, control))
            results.set("\(name).smd_pooled_sd.\(column)", average)
        }
    }

    /// Wooldridge's examples 15.5, 15.7 and 15.8: wages of working women.
    static func instruments(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("wooldridge_mroz.csv")
        let isWorking = try table.texts("inlf").map { $0 == "1" }
        // Wages are empty for women who do not work.
        func column(_ name: String) throws -> [Double] {
            zip(try table.texts(name), isWorking).filter(\.1).compactMap { Double($0.0) }
        }
        let model = try InstrumentalVariables(
            response: column("lwage"),
            exogenous: [column("exper"), column("expersq")],
            endogenous: [column("educ")],
            instruments: [column("motheduc"), column("fatheduc")]
        )
        let twoStage = try model.twoStage()
        let large = (twoStage.degreesOfFreedom / Double(twoStage.residuals.count)).squareRoot()
        var results = ReferenceResults()
        for (index, name) in ["const", "exper", "expersq", "educ"].enumerated() {
            let estimate = try twoStage.estimate(index)
            results.set("2sls.\(name)", estimate.value)
            results.set("2sls_se_df.\(name)", estimate.standardError)
            results.set("2sls_se_large.\(name)", estimate.standardError * large)
        }
        let limited = try model.limitedInformation()
        results.set("liml_educ", limited.fit.coefficients[3])
        results.set("liml_kappa", limited.kappa)
        let moments = try model.generalizedMoments()
        let educ = try moments.fit.estimate(3)
        results.set("gmm_educ", [educ.value, educ.standardError])
        if let test = moments.overidentification { results.set("gmm_J", [test.statistic, test.pValue]) }
        let (sargan, basmann) = (try model.sargan(), try model.basmann())
        results.set("sargan", [sargan.statistic, sargan.pValue])
        results.set("basmann", [basmann.statistic, basmann.pValue])
        let hausman = try model.wuHausman()
        results.set("wu_hausman", [hausman.statistic, hausman.pValue])
        results.set("first_stage_F", try model.firstStage().statistic)
        return results
    }

    static func eValues(_ reference: ReferenceCase) throws -> ReferenceResults {
        guard let cases = reference.input["cases"] as? [[String: Any]] else { throw ReferenceFault.malformed }
        var results = ReferenceResults()
        for (index, fields) in cases.enumerated() {
            if let ratio = fields["rr"] as? Double, let bounds = fields["ci"] as? [Double] {
                let interval = ConfidenceInterval(
                    low: bounds[0],
                    high: bounds[1],
                    level: 0.95,
                    method: .normal
                )
                results.set("e_value[\(index)]", try Sensitivity.eValue(riskRatio: ratio))
                results.set("e_value_ci[\(index)]", try Sensitivity.eValue(of: interval))
            } else if let ratio = fields["or_common"] as? Double {
                results.set("e_value[\(index)]", try Sensitivity.eValue(riskRatio: ratio.squareRoot()))
            } else if let d = fields["d"] as? Double, let error = fields["se"] as? Double {
                let values = try Sensitivity.eValue(standardizedDifference: d, standardError: error)
                results.set("e_value[\(index)]", values.estimate)
                results.set("e_value_ci[\(index)]", values.bound)
            }
        }
        return results
    }

    static func rosenbaumBounds(_ reference: ReferenceCase) throws -> ReferenceResults {
        var results = ReferenceResults()
        results.set(
            "p_upper",
            try reference.numbers("gamma").map { gamma in
                try Sensitivity.rosenbaumBound(
                    discordant: reference.integer("discordant"),
                    treatedOnly: reference.integer("treated_only"),
                    gamma: gamma
                )
            }
        )
        return results
    }

    static func propensity(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("matchit_lalonde.csv")
        let names = ["age", "educ", "black", "hispan", "married", "nodegree", "re74", "re75"]
        let fit = try propensityModel(table)
        let isTreated = try table.texts("treat").map { $0 == "1" }
        func mean(_ wanted: Bool) -> Double {
            let scores = zip(fit.probabilities, isTreated).filter { $0.1 == wanted }.map(\.0)
            return scores.reduce(0, +) / Double(scores.count)
        }
        var results = ReferenceResults()
        for (index, name) in (["const"] + names).enumerated() {
            let estimate = try fit.estimate(index)
            results.set("coef.\(name)", estimate.value)
            results.set("se.\(name)", estimate.standardError)
        }
        results.set("llf", fit.logLikelihood)
        results.set(
            "auc",
            try LogisticRegression.areaUnderCurve(scores: fit.probabilities, outcomes: isTreated)
        )
        results.set("ps_min", fit.probabilities.min() ?? .nan)
        results.set("ps_max", fit.probabilities.max() ?? .nan)
        results.set("ps_first5", Array(fit.probabilities.prefix(5)))
        results.set("ps_mean_treated", mean(true))
        results.set("ps_mean_control", mean(false))
        return results
    }

    /// Columns of the LaLonde data: race in two columns, white as the base.
    static func lalondeColumns(_ table: [String: [String]]) throws -> [String: [Double]] {
        var columns: [String: [Double]] = [:]
        for name in ["age", "educ", "married", "nodegree", "re74", "re75", "re78"] {
            columns[name] = try table.numbers(name)
        }
        for race in ["black", "hispan"] { columns[race] = try table.texts("race").map { $0 == race ? 1 : 0 } }
        return columns
    }

    static func propensityModel(_ table: [String: [String]]) throws -> LogisticRegression {
        let columns = try lalondeColumns(table)
        let names = ["age", "educ", "black", "hispan", "married", "nodegree", "re74", "re75"]
        let study = try ObservationalStudy(
            isTreated: table.texts("treat").map { $0 == "1" },
            outcomes: table.numbers("re78"),
            covariates: names.map { .init($0, columns[$0] ?? []) }
        )
        return try PropensityModel(study).fit
    }

    /// Wooldridge's example 13.3: houses near the incinerator, before and after.
    static func differenceInDifferences(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("wooldridge_kielmc.csv")
        func effect(_ controls: [String]) throws -> Estimate {
            try TwoByTwo(
                outcomes: table.numbers("rprice"),
                isGroup: table.texts("nearinc").map { $0 == "1" },
                isAfter: table.texts("y81").map { $0 == "1" },
                covariates: controls.map { try table.numbers($0) }
            )
            .effect(errors: .classical)
        }
        let plain = try effect([])
        let controlled = try effect(["age", "agesq", "intst", "land", "area", "rooms", "baths"])
        var results = ReferenceResults()
        results.set("did", plain.value)
        results.set("se", plain.standardError)
        results.set("did_controls", controlled.value)
        results.set("se_controls", controlled.standardError)
        return results
    }
}
