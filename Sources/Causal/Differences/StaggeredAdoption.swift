package import Statistics

/// Effects by cohort and period, never compared with units already treated (Callaway and Sant'Anna 2021).
///
/// Unconditional parallel trends; outcome changes from the last period before treatment. Standard errors from
/// influence functions by unit (or cluster), which include that the cohorts' shares are estimated.
package struct StaggeredAdoption: Sendable {
    /// Who the treated are compared with.
    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        /// Units that are never treated.
        case neverTreated = "never-treated"
        /// Those and units that are not treated yet.
        case notYetTreated = "not-yet-treated"
    }

    /// The effect on one cohort in one period.
    package struct Cell: Sendable, Hashable {
        /// The first treated period of the cohort, by position.
        package var cohort: Int
        package var period: Int
        package var estimate: Estimate
    }

    package let comparison: Comparison
    /// Cohorts by period, the period before each cohort's treatment left out.
    package let cells: [Cell]
    /// The mean over all treated cohorts and periods, weighted by the cohorts' sizes.
    package let overall: Estimate
    package let eventStudy: EventStudy
    /// Units left out because a period of theirs is missing.
    package let incomplete: Int
    /// Units left out because they are treated from the first period on.
    package let alwaysTreated: Int
    /// Cohorts of one unit, whose own error cannot be told; left out.
    package let singletons: Int

    /// - Throws: `.data` where no unit is left to compare with or no cohort of two units is left.
    package init(_ panel: Panel, comparison wanted: Comparison? = nil) throws(CausalError) {
        let complete = panel.completeUnits
        incomplete = complete.count { !$0 }
        alwaysTreated = panel.adoptions.indices.count { complete[$0] && panel.adoptions[$0] == 0 }
        let sizes = Dictionary(
            grouping: panel.adoptions.indices.filter { complete[$0] && panel.adoptions[$0] != nil },
            by: { panel.adoptions[$0] ?? 0 }
        )
        let lone = Set(sizes.filter { $0.key > 0 && $0.value.count == 1 }.keys)
        singletons = lone.count
        let kept = panel.adoptions.indices.filter { unit in
            guard complete[unit] else { return false }
            return panel.adoptions[unit].map { $0 > 0 && !lone.contains($0) } ?? true
        }
        let table = ChangeTable(panel, units: kept)
        let hasNever = table.adoptions.contains { $0 == nil }
        let comparison = wanted ?? (hasNever ? .neverTreated : .notYetTreated)
        self.comparison = comparison
        let effects = table.effects(comparison)
        guard !effects.isEmpty else {
            throw .data(
                "no cohort of two units has two units to compare with that are not treated"
            )
        }
        let computed = try numbers { () throws(StatisticsError) in
            var cells: [Cell] = []
            for effect in effects {
                cells.append(
                    Cell(
                        cohort: effect.cohort,
                        period: effect.period,
                        estimate: try effect.influence.estimate(clusters: table.clusters)
                    )
                )
            }
            let treated = effects.filter { $0.period >= $0.cohort }
            guard !treated.isEmpty else {
                throw .tooFew("treated periods with a comparison", needed: 1, given: 0)
            }
            let overall = try table.mean(treated).estimate(clusters: table.clusters)
            return (cells, overall, try table.eventStudy(effects))
        }
        (cells, overall, eventStudy) = computed
    }
}

/// A cohort's effect in a period with every unit's influence on it.
private struct CohortEffect {
    var cohort: Int
    var period: Int
    var influence: Influence
}

/// Outcomes of complete units, a row per unit.
private struct ChangeTable {
    let adoptions: [Int?]
    let clusters: [Int]?
    private let outcomes: [[Double]]
    private let periods: Int

    init(_ panel: Panel, units: [Int]) {
        var position = [Int?](repeating: nil, count: panel.unitCount)
        for (index, unit) in units.enumerated() { position[unit] = index }
        var outcomes = [[Double]](
            repeating: Array(repeating: 0, count: panel.periodCount),
            count: units.count
        )
        for (row, unit) in panel.units.enumerated() {
            guard let index = position[unit] else { continue }
            outcomes[index][panel.periods[row]] = panel.outcomes[row]
        }
        self.outcomes = outcomes
        adoptions = units.map { panel.adoptions[$0] }
        clusters = panel.unitClusters.map { clusters in units.map { clusters[$0] } }
        periods = panel.periodCount
    }

    func effects(_ comparison: StaggeredAdoption.Comparison) -> [CohortEffect] {
        let cohorts = Set(adoptions.compactMap(\.self)).sorted()
        return cohorts.flatMap { cohort in
            (0..<periods).filter { $0 != cohort - 1 }.compactMap { effect(cohort, $0, comparison) }
        }
    }

    private func effect(
        _ cohort: Int,
        _ period: Int,
        _ comparison: StaggeredAdoption.Comparison
    ) -> CohortEffect? {
        let base = cohort - 1
        let changes = outcomes.map { $0[period] - $0[base] }
        let own = adoptions.map { $0 == cohort }
        let others = adoptions.map { adoption in
            guard let adoption else { return true }
            return comparison == .notYetTreated && adoption != cohort && adoption > max(period, base)
        }
        guard own.count(where: \.self) >= 2, others.count(where: \.self) >= 2 else { return nil }
        let treated = mean(changes, own)
        let control = mean(changes, others)
        return CohortEffect(cohort: cohort, period: period, influence: treated - control)
    }

    private func mean(_ values: [Double], _ isMember: [Bool]) -> Influence {
        let size = Double(isMember.count { $0 })
        let mean = zip(values, isMember).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } / size
        let scale = Double(values.count) / size
        return Influence(
            value: mean,
            contributions: zip(values, isMember).map { $1 ? scale * ($0 - mean) : 0 }
        )
    }

    /// The mean of effects, weighted by the shares of their cohorts; the shares are estimated too.
    func mean(_ effects: [CohortEffect]) -> Influence {
        let count = Double(adoptions.count)
        let shares = effects.map { effect in Double(adoptions.count { $0 == effect.cohort }) / count }
        let total = shares.reduce(0, +)
        let value = zip(effects, shares).reduce(0) { $0 + $1.0.influence.value * $1.1 } / total
        let contributions = adoptions.indices.map { unit in
            var sum = 0.0
            for (effect, share) in zip(effects, shares) {
                let member = adoptions[unit] == effect.cohort ? 1.0 : 0
                sum += share * effect.influence.contributions[unit]
                sum += (member - share) * (effect.influence.value - value)
            }
            return sum / total
        }
        return Influence(value: value, contributions: contributions)
    }

    func eventStudy(_ effects: [CohortEffect]) throws(StatisticsError) -> EventStudy {
        let byTime = Dictionary(grouping: effects) { $0.period - $0.cohort }
        var (points, before): ([EventStudy.Point], [Influence]) = ([], [])
        for (time, effects) in byTime.sorted(by: { $0.key < $1.key }) {
            let influence = mean(effects)
            points.append(
                EventStudy.Point(period: time, estimate: try influence.estimate(clusters: clusters))
            )
            if time < -1 { before.append(influence) }
        }
        return EventStudy(points: points, preTrend: before.isEmpty ? nil : try? jointTest(before))
    }

    /// Wald's test over the number of effects, F with G − 1 degrees of freedom.
    private func jointTest(_ effects: [Influence]) throws(StatisticsError) -> AnalysisOfVariance.FTest {
        let order = ClusterOrder(clusters ?? Array(adoptions.indices))
        let sums = effects.map { effect in
            var sums = [Double](repeating: 0, count: order.count)
            for (unit, value) in effect.contributions.enumerated() { sums[order.positions[unit]] += value }
            return sums
        }
        let groups = Double(order.count)
        let scale = groups / (groups - 1) / Double(adoptions.count * adoptions.count)
        let covariance = sums.flatMap { one in
            sums.map { two in scale * zip(one, two).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        let wald = Matrix.form(
            try LinearAlgebra.inverse(covariance, size: effects.count),
            effects.map(\.value)
        )
        return AnalysisOfVariance.FTest(wald / Double(effects.count), Double(effects.count), groups - 1)
    }
}
