import Experiments
import Foundation
import HarnessCore
import Suites

/// Reads the rows of an experiment from a file of columns, as its design says.
struct ExperimentRows {
    let design: ExperimentDesign
    let columns: ExperimentColumns

    /// Reads a whole file; every column that the design does not name is kept as labels, for what it may betray.
    ///
    /// - Throws: `noInput`, `badData` with file and line for a value that is missing or does not fit, `usage` for a
    ///   column that is not there.
    func data(at path: String, in context: CommandContext) throws(HarnessError) -> ExperimentData {
        let url = URL(fileURLWithPath: path, relativeTo: context.folder).absoluteURL
        let table = try DataTable(file: url)
        var data = ExperimentData(
            units: try codes(columns.unit, table),
            arms: try arms(table),
            metrics: [:]
        )
        for metric in design.metrics + design.guardrails.map(\.metric) {
            guard let own = columns.metrics[metric.name] else { continue }
            let values = try numbers(own.value, table, isFlag: metric.kind == .proportion)
            var denominators: [Double]?
            if let over = own.over { denominators = try numbers(over, table) }
            data.metrics[metric.name] = .init(values, denominators: denominators)
            if let covariate = own.covariate {
                data.covariates[metric.name] = try numbers(covariate, table)
            }
        }
        for name in columns.segments { data.segments[name] = try labels(name, table) }
        let named = columns.named
        for name in table.names where !name.isEmpty && !named.contains(name) {
            // A column with holes says nothing about what was assigned.
            if let labels = try complete(name, table) { data.labels[name] = labels }
        }
        return data
    }

    private func arms(_ table: DataTable) throws(HarnessError) -> [Int] {
        let column = try table.labels(columns.arm)
        var positions: [Int] = []
        positions.reserveCapacity(column.codes.count)
        let known = column.levels.map { level in design.arms.firstIndex { $0.name == level } }
        for (row, code) in column.codes.enumerated() {
            guard let code else { throw missing(columns.arm, table.location(row: row)) }
            guard let position = known[code] else {
                throw HarnessError(
                    .badData,
                    "\(columns.arm) is \"\(column.levels[code])\", which is no arm of the design",
                    at: table.location(row: row),
                    remedy: "arms: " + design.arms.map(\.name).joined(separator: ", ")
                )
            }
            positions.append(position)
        }
        return positions
    }

    private func codes(_ name: String, _ table: DataTable) throws(HarnessError) -> [Int] {
        var codes: [Int] = []
        for (row, code) in try table.labels(name).codes.enumerated() {
            guard let code else { throw missing(name, table.location(row: row)) }
            codes.append(code)
        }
        return codes
    }

    private func numbers(
        _ name: String,
        _ table: DataTable,
        isFlag: Bool = false
    ) throws(HarnessError) -> [Double] {
        let cells = isFlag ? try table.flags(name).map { $0.map { $0 ? 1 : 0 } } : try table.numbers(name)
        var values: [Double] = []
        values.reserveCapacity(cells.count)
        for (row, value) in cells.enumerated() {
            guard let value else { throw missing(name, table.location(row: row)) }
            values.append(value)
        }
        return values
    }

    private func labels(_ name: String, _ table: DataTable) throws(HarnessError) -> [String] {
        let column = try table.labels(name)
        return column.codes.map { $0.map { column.levels[$0] } ?? "(none)" }
    }

    private func complete(_ name: String, _ table: DataTable) throws(HarnessError) -> [String]? {
        let column = try table.labels(name)
        let labels = column.codes.compactMap { $0.map { column.levels[$0] } }
        return labels.count == table.rowCount ? labels : nil
    }

    private func missing(_ name: String, _ location: String) -> HarnessError {
        HarnessError(
            .badData,
            "\(name) is missing",
            at: location,
            remedy: "write what it means (0 for no), or leave the row out and say so in the report"
        )
    }
}
