package import Statistics

/// A ratio metric over one segment: the value, how sure it is, and what it was counted from.
package struct MetricValue: Sendable {
    package var metric: TelemetryMetric
    /// Nil where the denominator is 0.
    package var value: Double?
    /// The 95 % interval, clustered by developer: delta method, Student t with developers − 1 degrees of freedom.
    ///
    /// Nil below two developers, or where they do not differ; rough below twenty. Cut off at what is possible: 0, and
    /// for a share 1.
    package var interval: ConfidenceInterval?
    package var numerator: Double
    package var denominator: Double
    package var developers: Int
    /// The factor by which developers raise the variance over independent events; nil where it has no meaning.
    package var designEffect: Double?
    /// The same numerator over the other denominators in use.
    package var alternatives: [(name: String, value: Double?)]
    /// The mean of the developers' own ratios, those with a denominator of 0 left out.
    package var meanOfDevelopers: Double?

    /// Computes the metric from one row of sums per developer.
    init(_ metric: TelemetryMetric, sums: [[RollupMeasure: Double]]) {
        func total(_ measures: [RollupMeasure], _ row: [RollupMeasure: Double]) -> Double {
            measures.reduce(0) { $0 + (row[$1] ?? 0) }
        }
        let rows = sums.map { (total(metric.numerator, $0), total(metric.denominator, $0)) }
            .filter { $0.0 != 0 || $0.1 != 0 }
        self.metric = metric
        numerator = rows.reduce(0) { $0 + $1.0 }
        denominator = rows.reduce(0) { $0 + $1.1 }
        developers = rows.count
        value = denominator > 0 ? numerator / denominator : nil
        alternatives = metric.alternatives.map { [numerator] other in
            let sum = sums.reduce(0) { $0 + total(other.denominator, $1) }
            return (other.name, sum > 0 ? numerator / sum : nil)
        }
        let own = rows.filter { $0.1 > 0 }.map { $0.0 / $0.1 }
        meanOfDevelopers = own.isEmpty ? nil : own.reduce(0, +) / Double(own.count)
        // Too few developers and developers that do not differ leave no interval: the report shows a dash.
        guard let ratio = try? RatioMetric(numerators: rows.map(\.0), denominators: rows.map(\.1)) else {
            return
        }
        var estimate = ratio.estimate
        estimate.degreesOfFreedom = Double(ratio.units - 1)
        var interval = estimate.interval()
        interval.low = max(0, interval.low)
        if metric.unit == .share { interval.high = min(1, interval.high) }
        self.interval = interval
        designEffect = metric.countsEvents ? ratio.designEffect : nil
    }
}
