/// Where the numbers of a design stand in a file of rows.
struct ExperimentColumns: Sendable, Hashable {
    /// The columns of one metric.
    struct MetricColumns: Sendable, Hashable {
        var value: String
        /// The denominator of a ratio.
        var over: String?
        /// What was known before the experiment (CUPED).
        var covariate: String?
    }

    var unit: String
    var arm: String
    var metrics: [String: MetricColumns] = [:]
    var segments: [String] = []
    /// Columns of which the reader knows that they were not assigned, whatever they look like.
    var notAssigned: [String] = []

    /// Every column that is read as something.
    var named: Set<String> {
        var names = Set([unit, arm] + segments + notAssigned)
        for columns in metrics.values {
            names.formUnion([columns.value, columns.over, columns.covariate].compactMap(\.self))
        }
        return names
    }
}
