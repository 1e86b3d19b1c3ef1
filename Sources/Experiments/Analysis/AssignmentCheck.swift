package import Statistics

/// Whether units were assigned as designed: the first thing to look at.
///
/// A sample ratio mismatch means that something other than the variant decides who is counted; no effect of
/// such an experiment can be trusted (Fabijan et al. 2019).
package struct AssignmentCheck: Sendable, Hashable {
    /// Units per arm, in the order of the design.
    package var units: [Int]
    /// The χ² test of these counts against the intended shares.
    package var test: HypothesisTest
    /// Units seen in more than one arm; set aside.
    package var crossedOver: Int
    /// Units of a paired design that are not seen in every arm; set aside.
    package var incomplete = 0
    /// The smallest p-value over the labels of each dimension, times the number of labels tested.
    package var worstDimension: Dimension?

    package struct Dimension: Sendable, Hashable {
        package var name: String
        package var label: String
        /// After Bonferroni over all labels.
        package var pValue: Double
    }

    /// Below this the assignment counts as broken; small because the check is repeated often.
    package static let threshold = 0.001

    /// Whether the counts contradict the intended shares, over all or inside a segment.
    package var isMismatch: Bool {
        test.pValue < Self.threshold || worstDimension.map { $0.pValue < Self.threshold } ?? false
    }

    /// Units in several arms, as a share of all.
    package var crossOverShare: Double {
        let all = units.reduce(0, +) + crossedOver
        return all > 0 ? Double(crossedOver) / Double(all) : 0
    }

    /// Whether so many units changed arms (over 1 %) that leaving them out may bias the rest.
    package var isContaminated: Bool { crossOverShare > 0.01 }

    init(_ design: ExperimentDesign, units: [Int], crossedOver: Int = 0) throws(ExperimentError) {
        for (arm, count) in zip(design.arms, units) where count == 0 {
            throw .data(
                design.isPaired ? "no \(design.unit) is seen in every arm" : "arm \(arm.name) has no units"
            )
        }
        self.units = units
        self.crossedOver = crossedOver
        let shares = design.arms.map(\.share)
        test = try numbers { () throws(StatisticsError) -> HypothesisTest in
            try ContingencyTable.goodnessOfFit(observed: units.map(Double.init), weights: shares)
        }
    }

    init(_ design: ExperimentDesign, _ data: ExperimentData, _ table: UnitTable) throws(ExperimentError) {
        try self.init(
            design,
            units: design.arms.indices.map { arm in table.count(of: arm) },
            crossedOver: table.crossedOver
        )
        incomplete = table.incomplete
        worstDimension = Self.worst(design, data, table)
    }

    /// A dimension's label is that of a unit's first row.
    private static func worst(
        _ design: ExperimentDesign,
        _ data: ExperimentData,
        _ table: UnitTable
    ) -> Dimension? {
        var found: [Dimension] = []
        for (name, labels) in data.segments.sorted(by: { $0.key < $1.key }) {
            var counts: [String: [Double]] = [:]
            for (rows, arm) in zip(table.rows, table.arms) {
                let none = [Double](repeating: 0, count: design.arms.count)
                counts[labels[rows[0]], default: none][arm] += 1
            }
            for (label, observed) in counts.sorted(by: { $0.key < $1.key }) {
                let shares = design.arms.map(\.share)
                let expected = observed.reduce(0, +) * (shares.min() ?? 0) / shares.reduce(0, +)
                // The χ² law needs about five units expected in every arm.
                guard expected >= 5,
                    let test = try? ContingencyTable.goodnessOfFit(observed: observed, weights: shares)
                else { continue }
                found.append(Dimension(name: name, label: label, pValue: test.pValue))
            }
        }
        guard var worst = found.min(by: { $0.pValue < $1.pValue }) else { return nil }
        worst.pValue = min(1, worst.pValue * Double(found.count))
        return worst
    }
}
