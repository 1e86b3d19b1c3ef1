import TestSupport

@testable import Statistics

extension ReferenceComputation {
    static func cuped(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("causaldata_nsw_mixtape.csv")
        func arms(_ name: String) throws -> (first: [Double], second: [Double]) {
            (
                try table.numbers(name, where: "treat", is: "1"),
                try table.numbers(name, where: "treat", is: "0")
            )
        }
        let (outcome, before) = (try arms("re78"), try arms("re75"))
        let all = try ["age", "educ", "black", "hisp", "marr", "nodegree", "re74", "re75"].map(arms)
        let plain = try TwoMeans(outcome.first, outcome.second).welch()
        func adjusted(_ covariates: [(first: [Double], second: [Double])]) throws -> ControlVariate {
            try ControlVariate(
                first: outcome.first,
                second: outcome.second,
                firstCovariates: covariates.map(\.first),
                secondCovariates: covariates.map(\.second)
            )
        }
        let (one, many) = (try adjusted([before]), try adjusted(all))
        let isTreated = try table.texts("treat").map { $0 == "1" }
        func regression(isInteracted: Bool) throws -> Estimate {
            try RegressionAdjustment.effect(
                outcome: table.numbers("re78"),
                isTreated: isTreated,
                covariates: [table.numbers("re75")],
                isInteracted: isInteracted
            )
        }
        var results = ReferenceResults()
        results.set("theta_pooled", one.coefficients[0])
        results.set("rho", one.varianceReduction.squareRoot())
        results.set("variance_reduction", one.varianceReduction)
        results.set("unadjusted_diff", plain.value)
        results.set("unadjusted_se_welch", plain.standardError)
        for (name, estimate) in [
            ("cuped_diff", try TwoMeans(one.first, one.second).welch()),
            ("cuped_multi_diff", try TwoMeans(many.first, many.second).welch()),
        ] {
            results.set(name, estimate.value)
            results.set(name.replacing("diff", with: "se_welch"), estimate.standardError)
        }
        results.set("cuped_multi_r2", many.varianceReduction)
        let (lin, ancova) = (try regression(isInteracted: true), try regression(isInteracted: false))
        results.set("lin_interacted_ate", lin.value)
        results.set("lin_hc2_se", lin.standardError)
        results.set("ancova_ate", ancova.value)
        results.set("ancova_hc2_se", ancova.standardError)
        return results
    }

    static func ratio(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("synthetic_acceptance_users.csv")
        func arm(_ name: String) throws -> (accepted: [Double], shown: [Double]) {
            (
                try table.numbers("accepted", where: "arm", is: name),
                try table.numbers("shown", where: "arm", is: name)
            )
        }
        let (base, new) = (try arm("0"), try arm("1"))
        let control = try RatioMetric(numerators: base.accepted, denominators: base.shown)
        let treated = try RatioMetric(numerators: new.accepted, denominators: new.shown)
        let difference = try DeltaMethod.difference(treated.estimate, control.estimate)
        let lift = try DeltaMethod.relativeLift(new: treated.estimate, base: control.estimate)
        func proportion(_ arm: (accepted: [Double], shown: [Double])) throws -> Proportion {
            try Proportion(Int(arm.accepted.reduce(0, +)), of: Int(arm.shown.reduce(0, +)))
        }
        let naive = try TwoProportions(proportion(new), proportion(base)).pooledZ()
        func rates(_ arm: (accepted: [Double], shown: [Double])) -> [Double] {
            zip(arm.accepted, arm.shown).filter { $0.1 > 0 }.map { $0 / $1 }
        }
        let macro = try TwoMeans(rates(new), rates(base)).welch()
        var results = ReferenceResults()
        results.set("R_control", control.estimate.value)
        results.set("se_control", control.estimate.standardError)
        results.set("R_treat", treated.estimate.value)
        results.set("se_treat", treated.estimate.standardError)
        results.set("diff", difference.value)
        results.set("se_diff", difference.standardError)
        results.set(
            "z",
            p: "p",
            HypothesisTest(statistic: difference.statistic(), pValue: difference.pValue())
        )
        results.set("naive_binomial_z", naive.statistic)
        results.set("relative_lift", lift.value)
        results.set("relative_lift_se_delta", lift.standardError)
        results.set("macro_user_mean_diff_t", macro.statistic())
        results.set("macro_p", macro.pValue())
        let events = try eventRegression(table)
        let one = try events.fit.estimate(1, errors: .clustered(events.users, .cr1))
        results.set("ols_diff", one.value)
        results.set("ols_cluster_se_CR1", one.standardError)
        results.set(
            "cr0_se",
            try events.fit.estimate(1, errors: .clustered(events.users, .cr0)).standardError
        )
        return results
    }

    /// A row per shown suggestion: whether it was accepted, on the arm, clustered by user.
    private static func eventRegression(
        _ table: [String: [String]]
    ) throws -> (fit: LinearRegression, users: [Int]) {
        let (shown, accepted) = (try table.numbers("shown"), try table.numbers("accepted"))
        let arms = try table.numbers("arm")
        var (outcome, arm, users): ([Double], [Double], [Int]) = ([], [], [])
        for user in shown.indices {
            for event in 0..<Int(shown[user]) {
                outcome.append(Double(event) < accepted[user] ? 1 : 0)
                arm.append(arms[user])
                users.append(user)
            }
        }
        return (try LinearRegression(DesignMatrix(columns: [arm]), response: outcome), users)
    }
}
