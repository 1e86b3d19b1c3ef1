package import Statistics

/// What an arm says about one metric, reduced to what its analysis needs.
package enum ArmSample: Sendable, Hashable {
    /// One yes or no per unit.
    case proportion(Proportion)
    /// One number per unit, and what was known of it before (empty for nothing).
    case values([Double], covariate: [Double])
    /// A pair per unit, numerator and denominator, and what was known before (empty for nothing).
    case ratio(numerators: [Double], denominators: [Double], covariate: [Double])

    package var units: Int {
        switch self {
        case .proportion(let value): value.trials
        case .values(let values, _): values.count
        case .ratio(let numerators, _, _): numerators.count
        }
    }

    /// Reduces the rows of an arm.
    ///
    /// Where units have several rows a proportion or mean per row becomes a ratio of sums per unit: rows of
    /// one unit are not independent. In a paired design the unit's mean stands for it.
    ///
    /// - Throws: `.tooFew` for an empty arm, `.outOfRange` for a capped mean of units with several rows: whether
    ///   rows or units are to be capped is not said.
    init(
        _ metric: Metric,
        _ data: ExperimentData,
        _ table: UnitTable,
        arm: Int,
        isPaired: Bool = false
    ) throws(StatisticsError) {
        guard table.count(of: arm) > 0, let column = data.metrics[metric.name] else {
            throw .tooFew("units of an arm", needed: 1, given: 0)
        }
        let covariate = data.covariates[metric.name].map { table.means($0, arm: arm) } ?? []
        guard metric.cap == nil || !table.hasRepeatedUnits else {
            throw .outOfRange("cap", rule: "left out, or units given one row each")
        }
        switch metric.kind {
        case .ratio:
            self = .ratio(
                numerators: table.sums(column.values, arm: arm),
                denominators: column.denominators.map { table.sums($0, arm: arm) } ?? table.sizes(arm: arm),
                covariate: covariate
            )
        case .proportion where isPaired, .mean where isPaired:
            // A unit counts once, however many rows it has.
            self = .values(table.means(column.values, arm: arm), covariate: [])
        case .proportion where !table.hasRepeatedUnits && covariate.isEmpty:
            let values = table.values(column.values, arm: arm)
            self = .proportion(try Proportion(Int(values.reduce(0, +)), of: values.count))
        case .proportion where table.hasRepeatedUnits, .mean where table.hasRepeatedUnits:
            self = .ratio(
                numerators: table.sums(column.values, arm: arm),
                denominators: table.sizes(arm: arm),
                covariate: covariate
            )
        case .proportion, .mean: self = .values(table.values(column.values, arm: arm), covariate: covariate)
        }
    }
}

/// Means cut at a high quantile, so that a few huge values do not decide.
package struct Winsorized: Sendable, Hashable {
    /// The value above which others were set to it.
    package var cap: Double
    /// How many values were.
    package var capped: Int

    /// Caps both arms at the quantile of all their non-zero values together; the arms must share one cap.
    ///
    /// - Throws: `.tooFew` without a non-zero value.
    static func apply(
        quantile: Double,
        to first: [Double],
        _ second: [Double]
    ) throws(StatisticsError) -> (first: [Double], second: [Double], summary: Winsorized) {
        let cap = try Quantile.type7(quantile, of: (first + second).filter { $0 != 0 })
        let capped = first.count { $0 > cap } + second.count { $0 > cap }
        return (
            first.map { min($0, cap) }, second.map { min($0, cap) }, Winsorized(cap: cap, capped: capped)
        )
    }
}
