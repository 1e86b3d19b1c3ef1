import Experiments
import HarnessCore
import Reporting

/// Writes simulated units as rows in the columns that a design reads.
struct ExperimentRowsWriter {
    let design: ExperimentDesign
    let columns: ExperimentColumns

    /// CSV with one row per unit.
    ///
    /// - Throws: `usage` for a metric whose events have no column: one row cannot hold them.
    func csv(_ data: ExperimentData) throws(HarnessError) -> String {
        var names = [columns.unit, columns.arm]
        var cells: [[JSONValue]] = [
            data.units.map { .text("\(design.unit)-\($0 + 1)") },
            data.arms.map { .text(design.arms[$0].name) },
        ]
        func add(_ name: String, _ values: [Double]) {
            // A column may serve two metrics: the one denominator of two ratios.
            guard !names.contains(name) else { return }
            names.append(name)
            cells.append(
                values.map { $0.rounded() == $0 && abs($0) < 1e15 ? .integer(Int($0)) : .number($0) }
            )
        }
        for metric in design.metrics + design.guardrails.map(\.metric) {
            guard let own = columns.metrics[metric.name], let column = data.metrics[metric.name] else {
                continue
            }
            if let denominators = column.denominators {
                guard let over = own.over else {
                    throw HarnessError(
                        .usage,
                        "--write: a row per \(design.unit) cannot hold the events of \(metric.name)",
                        remedy: "say \"kind: ratio\" with \"over:\", the column of events"
                    )
                }
                add(own.value, column.values)
                add(over, denominators)
            } else {
                add(own.value, column.values)
            }
            if let covariate = own.covariate { add(covariate, data.covariates[metric.name] ?? []) }
        }
        for (position, name) in columns.segments.enumerated() where !names.contains(name) {
            // Labels that have nothing to do with arm or outcome.
            names.append(name)
            cells.append(data.units.map { .text(["a", "b", "c"][($0 / (2 + position)) % 3]) })
        }
        let rows = data.units.indices.map { row in cells.map { $0.indices.contains(row) ? $0[row] : .null } }
        return Records(columns: names, rows: rows).csv
    }
}
