/// The rows of an experiment; several rows may belong to one unit.
package struct ExperimentData: Sendable {
    /// The values of a metric, one per row.
    package struct Column: Sendable {
        /// 0 or 1 for a proportion; the numerator for a ratio.
        package var values: [Double]
        /// For a ratio; nil means that every row counts one.
        package var denominators: [Double]?

        package init(_ values: [Double], denominators: [Double]? = nil) {
            self.values = values
            self.denominators = denominators
        }
    }

    /// The unit of each row, by any number.
    package var units: [Int]
    /// The arm of each row, by its position in the design.
    package var arms: [Int]
    /// By the name of the metric.
    package var metrics: [String: Column]
    /// A value known before the experiment, by the metric that it makes more precise (CUPED).
    package var covariates: [String: [Double]]
    /// Labels by dimension: language, segment.
    package var segments: [String: [String]]
    /// Labels that are not analysed, by column: one of them may be what was really assigned.
    package var labels: [String: [String]]

    package init(
        units: [Int],
        arms: [Int],
        metrics: [String: Column],
        covariates: [String: [Double]] = [:],
        segments: [String: [String]] = [:],
        labels: [String: [String]] = [:]
    ) {
        self.units = units
        self.arms = arms
        self.metrics = metrics
        self.covariates = covariates
        self.segments = segments
        self.labels = labels
    }

    /// Checks lengths, arms and numbers against a design.
    func validate(_ design: ExperimentDesign) throws(ExperimentError) {
        guard arms.count == units.count else { throw .data("\(units.count) units and \(arms.count) arms") }
        guard arms.allSatisfy(design.arms.indices.contains) else {
            throw .data("an arm that the design lacks")
        }
        for metric in design.metrics + design.guardrails.map(\.metric) {
            guard let column = metrics[metric.name] else { throw .data("metric \(metric.name) is missing") }
            try check(column.values, metric.name)
            if let denominators = column.denominators {
                try check(denominators, "\(metric.name)'s denominators")
                guard metric.kind == .ratio else {
                    throw .data("\(metric.name) is no ratio but has denominators")
                }
                guard denominators.allSatisfy({ $0 >= 0 }) else {
                    throw .data("\(metric.name) has a negative denominator")
                }
            }
            if metric.kind == .proportion, !column.values.allSatisfy({ $0 == 0 || $0 == 1 }) {
                throw .data("\(metric.name) is a proportion with a value other than 0 and 1")
            }
        }
        for (name, values) in covariates.sorted(by: { $0.key < $1.key }) {
            try check(values, "covariate of \(name)")
        }
        guard !design.isPaired || covariates.isEmpty else {
            throw .data("a paired design takes each unit as its own covariate; give it no other")
        }
        for (name, labels) in (segments.map { $0 } + labels.map { $0 }).sorted(by: { $0.key < $1.key })
        where labels.count != units.count {
            throw .data("\(name) has \(labels.count) labels for \(units.count) rows")
        }
    }

    private func check(_ values: [Double], _ name: String) throws(ExperimentError) {
        guard values.count == units.count else {
            throw .data("\(name) has \(values.count) values for \(units.count) rows")
        }
        guard values.allSatisfy(\.isFinite) else { throw .data("\(name) has a value that is not finite") }
    }
}

/// Rows summed by unit, units by arm.
///
/// Units seen in two arms are set aside; in a paired design those that are not seen in all of them.
struct UnitTable {
    /// Positions of the rows of each kept unit, in the order of first appearance.
    private(set) var rows: [[Int]] = []
    private(set) var arms: [Int] = []
    private(set) var crossedOver = 0
    private(set) var incomplete = 0

    init(
        _ data: ExperimentData,
        _ design: ExperimentDesign,
        keeping isKept: (Int) -> Bool = { _ in true }
    ) {
        let members = Self.members(data, isKept)
        if design.isPaired { pair(members, data, arms: design.arms.count) } else { separate(members, data) }
    }

    /// Positions of the rows of each unit, in the order of first appearance.
    private static func members(_ data: ExperimentData, _ isKept: (Int) -> Bool) -> [[Int]] {
        var position: [Int: Int] = [:]
        var members: [[Int]] = []
        for (row, unit) in data.units.enumerated() where isKept(row) {
            if let known = position[unit] {
                members[known].append(row)
            } else {
                position[unit] = members.count
                members.append([row])
            }
        }
        return members
    }

    private mutating func separate(_ members: [[Int]], _ data: ExperimentData) {
        for unit in members {
            let arm = data.arms[unit[0]]
            if unit.allSatisfy({ data.arms[$0] == arm }) {
                rows.append(unit)
                arms.append(arm)
            } else {
                crossedOver += 1
            }
        }
    }

    /// Arm by arm, so that the units of all arms come in one order.
    private mutating func pair(_ members: [[Int]], _ data: ExperimentData, arms count: Int) {
        var complete: [[[Int]]] = []
        for unit in members {
            var byArm = [[Int]](repeating: [], count: count)
            for row in unit { byArm[data.arms[row]].append(row) }
            if byArm.contains(where: \.isEmpty) { incomplete += 1 } else { complete.append(byArm) }
        }
        for arm in 0..<count {
            rows += complete.map { $0[arm] }
            arms += [Int](repeating: arm, count: complete.count)
        }
    }

    var hasRepeatedUnits: Bool { rows.contains { $0.count > 1 } }

    func count(of arm: Int) -> Int { arms.count { $0 == arm } }

    /// The sum of a column over the rows of each unit of an arm.
    func sums(_ column: [Double], arm: Int) -> [Double] {
        zip(rows, arms).filter { $0.1 == arm }.map { unit in unit.0.reduce(0) { $0 + column[$1] } }
    }

    /// The mean of a column over the rows of each unit of an arm.
    func means(_ column: [Double], arm: Int) -> [Double] {
        zip(rows, arms).filter { $0.1 == arm }.map { unit in
            unit.0.reduce(0) { $0 + column[$1] } / Double(unit.0.count)
        }
    }

    /// The rows of an arm, unit by unit.
    func values(_ column: [Double], arm: Int) -> [Double] {
        zip(rows, arms).filter { $0.1 == arm }.flatMap { unit in unit.0.map { column[$0] } }
    }

    func sizes(arm: Int) -> [Double] {
        zip(rows, arms).filter { $0.1 == arm }.map { Double($0.0.count) }
    }
}
