import TestSupport

@testable import Statistics

extension ReferenceComputation {
    static func alerts(_ reference: ReferenceCase) throws -> ReferenceResults {
        let flow = try ReferenceData.table("datasets_nile.csv").numbers("value")
        let baseline = try ControlCharts.Baseline(of: Array(flow.prefix(20)))
        let change = try ChangePoint.pettitt(flow)
        var results = ReferenceResults()
        results.set("baseline_mean", baseline.mean)
        results.set("baseline_sd", baseline.standardDeviation)
        for (name, chart) in [
            ("cusum", try ControlCharts.cusum(flow, baseline: baseline)),
            ("ewma", try ControlCharts.ewma(flow, baseline: baseline)),
        ] {
            let alarm = Double(chart.firstAlarm ?? -1)
            results.set("\(name)_alarm_index0", alarm)
            results.set("\(name)_alarm_year", 1871 + alarm)
        }
        results.set("pettitt_K", change.statistic)
        results.set("pettitt_index0_last_before_change", Double(change.lastBefore))
        results.set("pettitt_year", Double(1871 + change.lastBefore))
        results.set("pettitt_p", change.pValue)
        results.set("max_cusum_year", Double(1871 + (try ChangePoint.largestCumulativeSum(flow))))
        return results
    }

    static func forecast(_ reference: ReferenceCase) throws -> ReferenceResults {
        let values = try ReferenceData.table("datasets_airpassengers.csv").numbers("value")
        let (training, test) = (Array(values.prefix(120)), Array(values.suffix(24)))
        // The case's beta weighs the change of the level; times alpha it weighs the error.
        let parameters = ExponentialSmoothing.Parameters(
            alpha: try reference.number("alpha"),
            beta: try reference.number("alpha") * reference.number("beta"),
            gamma: try reference.number("gamma")
        )
        var results = ReferenceResults()
        for (name, season) in [
            ("add", ExponentialSmoothing.Season.additive(period: 12)), ("mul", .multiplicative(period: 12)),
        ] {
            let start = try ExponentialSmoothing.start(training, season: season)
            let fixed = try ExponentialSmoothing(
                training,
                season: season,
                parameters: parameters,
                start: start
            )
            let forecast = try fixed.forecast(horizon: 24)
            results.set("hw_fixed_\(name).fitted_first3", Array(fixed.fitted.prefix(3)))
            results.set("hw_fixed_\(name).fitted_last3", Array(fixed.fitted.suffix(3)))
            results.set("hw_fixed_\(name).sse", fixed.squaredError)
            results.set("hw_fixed_\(name).forecast24", forecast)
            results.set(
                "hw_fixed_\(name).mape_test",
                try ForecastError.meanAbsolutePercentage(actual: test, forecast: forecast)
            )
            let fitted = try ExponentialSmoothing.fit(training, season: season)
            results.set("hw_optimised_\(name).alpha", fitted.parameters.alpha)
            results.set("hw_optimised_\(name).beta", fitted.parameters.beta ?? .nan)
            results.set("hw_optimised_\(name).gamma", fitted.parameters.gamma ?? .nan)
            results.set("hw_optimised_\(name).sse", fitted.squaredError)
            results.set("hw_optimised_\(name).forecast11", try fitted.forecast(horizon: 11))
        }
        try withoutSeason(training, test, &results)
        return results
    }

    private static func withoutSeason(
        _ training: [Double],
        _ test: [Double],
        _ results: inout ReferenceResults
    ) throws {
        let repeated = Array(training.suffix(12) + training.suffix(12))
        let naive = zip(training, training.dropFirst(12)).map { abs($1 - $0) }
        results.set(
            "seasonal_naive.mape",
            try ForecastError.meanAbsolutePercentage(actual: test, forecast: repeated)
        )
        results.set(
            "seasonal_naive.mase",
            try ForecastError.meanAbsoluteScaled(
                actual: test,
                forecast: repeated,
                training: training,
                period: 12
            )
        )
        results.set("seasonal_naive.mase_denominator", try Moments(of: naive).mean)
        let flow = try ReferenceData.table("datasets_nile.csv").numbers("value")
        let level = try ExponentialSmoothing(
            flow,
            season: .none,
            parameters: .init(alpha: 0.2465),
            start: .init(level: 1120)
        )
        results.set("ses_nile_alpha.2465_l0_1120.forecast", try level.forecast(horizon: 1)[0])
        results.set("ses_nile_alpha.2465_l0_1120.sse", level.squaredError)
        let start = try ExponentialSmoothing.start(training, season: .none)
        for (name, damping) in [("forecast5", 1.0), ("damped_forecast5", 0.9)] {
            let holt = try ExponentialSmoothing(
                training,
                season: .none,
                parameters: .init(alpha: 0.8, beta: 0.16, damping: damping),
                start: start
            )
            results.set("holt_fixed.\(name)", try holt.forecast(horizon: 5))
            if damping == 1 { results.set("holt_fixed.sse", holt.squaredError) }
        }
    }

    static func survival(_ reference: ReferenceCase) throws -> ReferenceResults {
        let (timesA, timesB) = (try reference.numbers("time_a"), try reference.numbers("time_b"))
        let endedA = try reference.numbers("event_a").map { $0 == 1 }
        let endedB = try reference.numbers("event_b").map { $0 == 1 }
        let curve = try KaplanMeier(times: timesA, hasEnded: endedA)
        let test = try LogRank.test(
            times: timesA + timesB,
            hasEnded: endedA + endedB,
            groups: Array(repeating: 0, count: timesA.count) + Array(repeating: 1, count: timesB.count)
        )
        var results = ReferenceResults()
        results.set("km_time", curve.steps.map(\.time))
        results.set("km_surv", curve.steps.map(\.survival))
        results.set("km_se", curve.steps.map(\.standardError))
        results.set("logrank_chi2", p: "logrank_p", test)
        return results
    }

    static func grouping(_ reference: ReferenceCase) throws -> ReferenceResults {
        let table = try ReferenceData.table("datasets_iris.csv")
        let columns = try ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"].map {
            try table.numbers($0)
        }
        let points = try Points(rows: columns[0].indices.map { row in columns.map { $0[row] } })
        let names = try table.texts("Species")
        let species = names.map { name in names.firstIndex(of: name) ?? 0 }
        let three = try KMeans(points, clusters: 3, seed: 1)
        var results = ReferenceResults()
        results.set("inertia_k3", three.inertia)
        let sizes = Dictionary(three.labels.map { ($0, 1.0) }, uniquingKeysWith: +).values.sorted()
        results.set("sizes_sorted", sizes)
        results.set("silhouette_k3", try GroupingQuality.silhouette(points, labels: three.labels))
        results.set("ari_vs_species", try GroupingQuality.adjustedRandIndex(three.labels, species))
        results.set("calinski_harabasz", try GroupingQuality.calinskiHarabasz(points, labels: three.labels))
        results.set("davies_bouldin", try GroupingQuality.daviesBouldin(points, labels: three.labels))
        for clusters in [2, 4, 5] {
            let inertia = try KMeans(points, clusters: clusters, starts: 50, seed: 1).inertia
            results.set("best_inertia.\(clusters)", inertia)
        }
        for (name, linkage) in [("ward", Hierarchy.Linkage.ward), ("average", .average)] {
            let hierarchy = try Hierarchy(points, linkage: linkage)
            results.set("\(name)_last3_heights", hierarchy.merges.suffix(3).map(\.height))
            guard linkage == .ward else { continue }
            let labels = try hierarchy.labels(clusters: 3)
            results.set("ward_ari", try GroupingQuality.adjustedRandIndex(labels, species))
        }
        results.set("pca_explained_variance_ratio", try PrincipalComponents(points).explainedShares)
        results.set(
            "pca_std_explained_variance_ratio",
            try PrincipalComponents(points, isStandardised: true).explainedShares
        )
        return results
    }
}
