package import Statistics

/// A regression with an intercept for every unit and every period.
///
/// Both are taken out by alternating projections, exact for balanced panels in one round. Where units are
/// treated at different times and effects grow, the coefficient compares with units already treated and may
/// have the wrong sign (Goodman-Bacon 2021): then `StaggeredAdoption` is the one to read.
package struct TwoWayFixedEffects: Sendable {
    /// The small-sample factor of clustered errors; packages differ, so a report must name it.
    package enum Convention: String, Sendable, Hashable, CaseIterable {
        /// G / (G − 1) · (N − 1) / (N − K), where K counts slopes and periods but not the units, which lie inside
        /// clusters (fixest, pyfixest).
        case nested
        /// The same with K counting slopes, units and periods (a regression on dummies with CR1).
        case dummies
        /// N / (N − K), where K counts units and periods (linearmodels).
        case absorbed
        /// No factor (CR0).
        case none
    }

    private let regression: LinearRegression
    private let panel: Panel
    package let convention: Convention

    /// Of the outcomes on these columns, one value per row.
    ///
    /// - Throws: `.collinear` for a column that units and periods explain, `.notConverged`, `.tooFew`.
    package init(
        _ panel: Panel,
        columns: [[Double]],
        convention: Convention = .nested
    ) throws(StatisticsError) {
        self.panel = panel
        self.convention = convention
        var left: [[Double]] = []
        for (index, column) in columns.enumerated() {
            let rest = try Self.within(column, panel)
            let (before, after) = (Self.spread(column), rest.reduce(0) { $0 + $1 * $1 })
            guard after > 1e-12 * before else { throw .collinear(column: index) }
            left.append(rest)
        }
        regression = try LinearRegression(
            DesignMatrix(columns: left, hasIntercept: false),
            response: Self.within(panel.outcomes, panel)
        )
    }

    /// The effect as the coefficient of the treatment.
    ///
    /// - Throws: As `init(_:columns:convention:)`.
    package init(_ panel: Panel, convention: Convention = .nested) throws(StatisticsError) {
        try self.init(
            panel,
            columns: [panel.isTreated.map { $0 ? 1 : 0 }],
            convention: convention
        )
    }

    package var coefficients: [Double] { regression.coefficients }

    /// The coefficient of a column, its error clustered; t with G − 1 degrees of freedom.
    ///
    /// - Throws: `.outOfRange`, `.noVariation`, `.tooFew` clusters.
    package func estimate(_ column: Int = 0) throws(StatisticsError) -> Estimate {
        try Require.holds(coefficients.indices.contains(column), "column", rule: "one of the model")
        let variance = try covariance()[column * coefficients.count + column]
        return try Estimate(
            value: coefficients[column],
            standardError: max(0, variance).squareRoot(),
            degreesOfFreedom: clusters - 1
        )
    }

    /// Whether these coefficients are all zero: Wald's test over their number, F with G − 1 degrees of freedom.
    ///
    /// - Throws: `.collinear` where there are too few clusters for so many columns, `.tooFew`.
    package func jointTest(_ columns: [Int]) throws(StatisticsError) -> AnalysisOfVariance.FTest {
        try Require.holds(!columns.isEmpty, "columns", rule: "one at least")
        let (all, width) = (try covariance(), coefficients.count)
        let part = columns.flatMap { row in columns.map { all[row * width + $0] } }
        let gap = columns.map { coefficients[$0] }
        let wald = Matrix.form(try LinearAlgebra.inverse(part, size: columns.count), gap)
        return AnalysisOfVariance.FTest(wald / Double(columns.count), Double(columns.count), clusters - 1)
    }

    private var clusters: Double { Double(ClusterOrder(panel.rowClusters).count) }

    private func covariance() throws(StatisticsError) -> [Double] {
        let plain = try regression.covariance(.clustered(panel.rowClusters, .cr0))
        let (rows, slopes) = (Double(panel.outcomes.count), Double(coefficients.count))
        let absorbed = Double(panel.periodCount + panel.unitCount - 1)
        guard rows > absorbed + slopes else {
            throw .tooFew("rows", needed: Int(absorbed + slopes) + 1, given: Int(rows))
        }
        let groups = clusters / (clusters - 1)
        let factor =
            switch convention {
            case .nested: groups * (rows - 1) / (rows - slopes - Double(panel.periodCount))
            case .dummies: groups * (rows - 1) / (rows - slopes - absorbed)
            case .absorbed: rows / (rows - absorbed)
            case .none: 1.0
            }
        return plain.map { $0 * factor }
    }

    private static func spread(_ column: [Double]) -> Double {
        let mean = column.reduce(0, +) / Double(column.count)
        return column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    /// What units and periods leave of a column.
    static func within(_ column: [Double], _ panel: Panel) throws(StatisticsError) -> [Double] {
        var rest = column
        let scale = max(spread(column), 1e-300).squareRoot()
        for _ in 0..<10_000 {
            let unitMove = center(&rest, panel.units, panel.unitCount)
            let periodMove = center(&rest, panel.periods, panel.periodCount)
            // Balanced panels are done after one round; the second finds nothing to move.
            if max(unitMove, periodMove) <= 1e-11 * scale { return rest }
        }
        throw .notConverged("fixed effects")
    }

    /// Takes the groups' means off; returns the largest one.
    private static func center(_ values: inout [Double], _ groups: [Int], _ count: Int) -> Double {
        var (sums, sizes) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
        for (row, group) in groups.enumerated() {
            sums[group] += values[row]
            sizes[group] += 1
        }
        for group in 0..<count where sizes[group] > 0 { sums[group] /= sizes[group] }
        for (row, group) in groups.enumerated() { values[row] -= sums[group] }
        return sums.map(abs).max() ?? 0
    }
}
