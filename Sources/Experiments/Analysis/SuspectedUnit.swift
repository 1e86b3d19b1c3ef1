import Foundation
import Statistics

/// A column whose labels stand in one arm each, as only what was assigned does.
///
/// Rows by suggestion with a column of developers: if developers were assigned, the suggestions of one belong together
/// and the p-value by suggestion is too small.
package struct SuspectedUnit: Sendable, Hashable {
    package var column: String
    /// Different values of the column.
    package var labels: Int
    /// The metric that the rest is about: the first that has an estimate both ways.
    package var metric: String
    /// The variance by label over that by the design's unit.
    package var designEffect: Double
    /// By the design's unit.
    package var pValue: Double
    /// By label.
    package var groupedPValue: Double

    /// Below this chance, labels that stand in one arm each are no accident of assigning units.
    static let chance = 1e-6
    /// Above this design effect a verdict by the wrong unit is refused.
    static let tolerated = 1.1

    /// The column with the largest design effect among those that look assigned.
    static func find(
        _ design: ExperimentDesign,
        _ data: ExperimentData,
        _ table: UnitTable
    ) throws(ExperimentError) -> SuspectedUnit? {
        guard !design.isPaired else { return nil }
        var worst: SuspectedUnit?
        for (column, labels) in data.labels.sorted(by: { $0.key < $1.key })
        where looksAssigned(labels, design, table) {
            guard let suspect = compare(column, labels, design, data),
                suspect.designEffect > max(tolerated, worst?.designEffect ?? 0)
            else { continue }
            worst = suspect
        }
        return worst
    }

    /// Whether each label stands in one arm, though units assigned one by one would have mixed them.
    private static func looksAssigned(
        _ labels: [String],
        _ design: ExperimentDesign,
        _ table: UnitTable
    ) -> Bool {
        var groups: [String: (arm: Int, units: Int)] = [:]
        for (rows, arm) in zip(table.rows, table.arms) {
            let known = groups[labels[rows[0]], default: (arm, 0)]
            guard known.arm == arm else { return false }
            groups[labels[rows[0]]] = (arm, known.units + 1)
        }
        // Too few labels in an arm have no standard error to compare with.
        let perArm = design.arms.indices.map { arm in groups.values.count { $0.arm == arm } }
        guard perArm.allSatisfy({ $0 >= 5 }) else { return false }
        let total = design.arms.reduce(0) { $0 + $1.share }
        let logChance = groups.values.reduce(0.0) { sum, group in
            sum + log(design.arms.reduce(0) { $0 + pow($1.share / total, Double(group.units)) })
        }
        // A label of one unit stands in one arm always: its chance is 1.
        return logChance < log(chance)
    }

    private static func compare(
        _ column: String,
        _ labels: [String],
        _ design: ExperimentDesign,
        _ data: ExperimentData
    ) -> SuspectedUnit? {
        var positions: [String: Int] = [:]
        var grouped = data
        grouped.units = labels.map { label in
            let next = positions.count
            let position = positions[label] ?? next
            positions[label] = position
            return position
        }
        for metric in design.metrics where metric.cap == nil {
            let effects = [data, grouped].compactMap { rows -> MetricEffect? in
                let table = UnitTable(rows, design)
                let samples = design.arms.indices.map { arm in
                    ExperimentAnalysis.sample(design, metric, rows, table, arm: arm)
                }
                return ExperimentAnalysis.results(design, metric, samples).first?.effect
            }
            guard effects.count == 2 else { continue }
            let ratio = effects[1].estimate.standardError / effects[0].estimate.standardError
            return SuspectedUnit(
                column: column,
                labels: positions.count,
                metric: metric.name,
                designEffect: ratio * ratio,
                pValue: effects[0].pValue,
                groupedPValue: effects[1].pValue
            )
        }
        return nil
    }
}
