import Statistics

/// Where simulated units come from: the design's assumptions, or units that were observed.
struct UnitSource: Sendable {
    /// The design with metrics as they come from here: one row per unit.
    let design: ExperimentDesign
    private let observed: ObservedUnits?
    private let covariates: Set<String>

    /// - Throws: `.design` for a metric without assumptions, or one that is capped and has several events per unit.
    init(assumptionsOf design: ExperimentDesign) throws(ExperimentError) {
        var simulated = design
        var covariates: Set<String> = []
        func oneRow(_ metric: Metric) throws(ExperimentError) -> Metric {
            guard let assumptions = metric.assumptions else {
                throw .design("metric \(metric.name): no assumptions to draw its data from")
            }
            if assumptions.covariateRSquared > 0 { covariates.insert(metric.name) }
            var metric = metric
            guard assumptions.eventsPerUnit > 1 else { return metric }
            guard metric.cap == nil else {
                throw .design("metric \(metric.name): a cap needs units with one event each")
            }
            metric.kind = .ratio
            return metric
        }
        for index in design.metrics.indices {
            simulated.metrics[index] = try oneRow(design.metrics[index])
        }
        for index in design.guardrails.indices {
            simulated.guardrails[index].metric = try oneRow(design.guardrails[index].metric)
        }
        self.design = simulated
        self.covariates = covariates
        observed = nil
    }

    /// Units are drawn with replacement from all arms together, so that nothing differs between them.
    ///
    /// - Throws: `.data` where the rows do not fit the design.
    init(_ design: ExperimentDesign, observed data: ExperimentData) throws(ExperimentError) {
        let units = try ObservedUnits(design, data)
        self.design = units.design
        covariates = Set(data.covariates.keys)
        observed = units
    }

    /// Draws an experiment in which the arm of each unit is given, and treated units move by `shifts`.
    func data(
        arms: [Int],
        shifts: [String: Double],
        _ generator: inout SeededGenerator
    ) -> ExperimentData {
        let metrics = design.metrics + design.guardrails.map(\.metric)
        var columns = [[UnitDraw]](repeating: [], count: metrics.count)
        for index in metrics.indices { columns[index].reserveCapacity(arms.count) }
        for arm in arms {
            // All metrics of an observed unit stay together.
            let unit = observed.map { generator.index(below: $0.count) }
            for (index, metric) in metrics.enumerated() {
                let shift = arm == 0 ? 0 : shifts[metric.name] ?? 0
                if let observed, let unit {
                    columns[index].append(observed.draw(unit, metric, shift: shift, &generator))
                } else if let assumptions = metric.assumptions {
                    columns[index].append(assumptions.draw(shift: shift, &generator))
                }
            }
        }
        var data = ExperimentData(units: Array(arms.indices), arms: arms, metrics: [:])
        for (metric, draws) in zip(metrics, columns) {
            data.metrics[metric.name] = ExperimentData.Column(
                draws.map(\.value),
                denominators: metric.kind == .ratio ? draws.map(\.denominator) : nil
            )
            if covariates.contains(metric.name) { data.covariates[metric.name] = draws.map(\.covariate) }
        }
        return data
    }
}

/// Rows of an experiment summed by unit, all arms together.
struct ObservedUnits: Sendable {
    let design: ExperimentDesign
    let count: Int
    private var draws: [String: [UnitDraw]] = [:]
    private var bases: [String: Double] = [:]

    init(_ original: ExperimentDesign, _ data: ExperimentData) throws(ExperimentError) {
        try original.validate()
        try data.validate(original)
        let table = UnitTable(data, original)
        count = table.rows.count
        guard count >= 2 else { throw .data("too few \(original.unit)s to draw from") }
        var design = original
        // What the units already are is not to be searched again in simulated rows.
        for index in design.metrics.indices {
            design.metrics[index] = Self.oneRow(design.metrics[index], table)
        }
        for index in design.guardrails.indices {
            design.guardrails[index].metric = Self.oneRow(design.guardrails[index].metric, table)
        }
        self.design = design
        for metric in design.metrics + design.guardrails.map(\.metric) {
            guard let column = data.metrics[metric.name] else { continue }
            let covariate = data.covariates[metric.name]
            let units = table.rows.map { rows in
                UnitDraw(
                    value: rows.reduce(0) { $0 + column.values[$1] },
                    denominator: rows.reduce(0) { $0 + (column.denominators?[$1] ?? 1) },
                    covariate: covariate.map { known in
                        rows.reduce(0) { $0 + known[$1] } / Double(rows.count)
                    } ?? 0
                )
            }
            draws[metric.name] = units
            let total = units.reduce(0) { $0 + $1.denominator }
            bases[metric.name] = total > 0 ? units.reduce(0) { $0 + $1.value } / total : 0
        }
    }

    /// Where units have several rows, a mean or proportion is a ratio of sums.
    private static func oneRow(_ metric: Metric, _ table: UnitTable) -> Metric {
        guard table.hasRepeatedUnits else { return metric }
        var metric = metric
        metric.kind = .ratio
        return metric
    }

    /// The value of a unit over all of its rows, moved by `shift` on average.
    func draw(
        _ unit: Int,
        _ metric: Metric,
        shift: Double,
        _ generator: inout SeededGenerator
    ) -> UnitDraw {
        guard var draw = draws[metric.name]?[unit], let base = bases[metric.name] else {
            return UnitDraw(value: 0, denominator: 1, covariate: 0)
        }
        switch metric.kind {
        case .ratio: draw.value += shift * draw.denominator
        case .mean: draw.value += shift
        case .proportion:
            // Failures turn into successes, or the other way, as often as the shift asks.
            if shift > 0, draw.value == 0, generator.isTrue(shift / max(1 - base, shift)) { draw.value = 1 }
            if shift < 0, draw.value == 1, generator.isTrue(-shift / max(base, -shift)) { draw.value = 0 }
        }
        return draw
    }
}
