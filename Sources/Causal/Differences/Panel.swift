import Statistics

/// Units seen over periods, some of them treated from a period on.
package struct Panel: Sendable {
    /// The unit of each row, from 0.
    package let units: [Int]
    /// The period of each row, from 0, without gaps.
    package let periods: [Int]
    package let outcomes: [Double]
    package let isTreated: [Bool]
    /// A cluster for each unit, such as its team; nil for units that are independent.
    package let unitClusters: [Int]?

    package let unitCount: Int
    package let periodCount: Int
    /// The first treated period of each unit; nil for a unit that never is.
    package let adoptions: [Int?]

    /// - Throws: `.data` for rows of unequal length, numbers that are not finite, a unit twice in a period, a
    ///   treatment that ends again, clusters that split a unit, fewer than two units or periods, nobody treated.
    package init(
        units: [Int],
        periods: [Int],
        outcomes: [Double],
        isTreated: [Bool],
        clusters: [Int]? = nil
    ) throws(CausalError) {
        let rows = outcomes.count
        guard units.count == rows, periods.count == rows, isTreated.count == rows,
            clusters?.count ?? rows == rows
        else { throw .data("columns of unequal length") }
        guard outcomes.allSatisfy(\.isFinite) else {
            throw .data("the outcome has a value that is not a finite number")
        }
        let unitOrder = ClusterOrder(units)
        let times = Set(periods).sorted()
        guard unitOrder.count >= 2, times.count >= 2 else {
            throw .data("\(unitOrder.count) units in \(times.count) periods: two of each are needed")
        }
        let rank = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1, $0) })
        let positions = periods.map { rank[$0] ?? 0 }
        var adoptions = [Int?](repeating: nil, count: unitOrder.count)
        var seen = [Bool](repeating: false, count: unitOrder.count * times.count)
        var groups = [Int?](repeating: nil, count: unitOrder.count)
        for row in 0..<rows {
            let unit = unitOrder.positions[row]
            let cell = unit * times.count + positions[row]
            guard !seen[cell] else { throw .data("a unit has two rows in one period") }
            seen[cell] = true
            if isTreated[row] { adoptions[unit] = min(adoptions[unit] ?? .max, positions[row]) }
            if let clusters {
                guard groups[unit] == nil || groups[unit] == clusters[row] else {
                    throw .data("a unit is in two clusters")
                }
                groups[unit] = clusters[row]
            }
        }
        for row in 0..<rows where !isTreated[row] {
            if let adoption = adoptions[unitOrder.positions[row]], positions[row] > adoption {
                throw .data("a unit's treatment ends again: once treated, all later rows must be")
            }
        }
        guard adoptions.contains(where: { $0 != nil }) else { throw .data("no unit is ever treated") }
        self.units = unitOrder.positions
        self.periods = positions
        self.outcomes = outcomes
        self.isTreated = isTreated
        unitClusters = clusters == nil ? nil : groups.compactMap(\.self)
        unitCount = unitOrder.count
        periodCount = times.count
        self.adoptions = adoptions
        if let unitClusters, ClusterOrder(unitClusters).count < 2 {
            throw .data("one cluster: nothing is left to compare it with")
        }
    }

    /// The cluster of each row: its unit's, or the unit itself.
    var rowClusters: [Int] { unitClusters.map { clusters in units.map { clusters[$0] } } ?? units }

    /// Whether units are treated from different periods on.
    package var isStaggered: Bool { Set(adoptions.compactMap(\.self)).count > 1 }

    /// Units that no period lacks.
    var completeUnits: [Bool] {
        var counts = [Int](repeating: 0, count: unitCount)
        for unit in units { counts[unit] += 1 }
        return counts.map { $0 == periodCount }
    }
}
