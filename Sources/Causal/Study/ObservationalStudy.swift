package import Statistics

/// Rows that were treated or not for reasons that the covariates tell, one outcome each.
///
/// What every estimate here assumes: given the covariates, treatment is as good as random (no hidden common
/// cause), every row could have been treated or not (overlap), and one row's treatment moves no other's outcome.
package struct ObservationalStudy: Sendable {
    /// A column that may cause both treatment and outcome.
    package struct Covariate: Sendable, Hashable {
        package var name: String
        /// The column that it codes: a column of labels becomes one covariate per level but the first.
        package var source: String
        package var values: [Double]

        package init(_ name: String, source: String? = nil, _ values: [Double]) {
            self.name = name
            self.source = source ?? name
            self.values = values
        }
    }

    package let isTreated: [Bool]
    package let outcomes: [Double]
    package let covariates: [Covariate]
    /// Rows of one number may depend on each other; nil takes all rows as independent.
    package let clusters: [Int]?
    /// An intercept and the covariates.
    package let design: DesignMatrix

    /// - Throws: `.data` for columns of unequal length, values that are not finite, an arm with fewer than two
    ///   rows, an outcome that never varies, two covariates of one name, a covariate that is constant or that
    ///   others explain, fewer than two clusters, or too few rows.
    package init(
        isTreated: [Bool],
        outcomes: [Double],
        covariates: [Covariate],
        clusters: [Int]? = nil
    ) throws(CausalError) {
        let rows = outcomes.count
        guard isTreated.count == rows else {
            throw .data("\(isTreated.count) treatments for \(rows) outcomes")
        }
        guard outcomes.allSatisfy(\.isFinite) else {
            throw .data("the outcome has a value that is not a finite number")
        }
        let treated = isTreated.count { $0 }
        guard treated >= 2, rows - treated >= 2 else {
            throw .data("\(treated) treated and \(rows - treated) untreated rows: each arm needs two")
        }
        guard let first = outcomes.first, outcomes.contains(where: { $0 != first }) else {
            throw .data("the outcome is the same in every row")
        }
        var names: Set<String> = []
        for covariate in covariates {
            guard names.insert(covariate.name).inserted else {
                throw .data("two covariates are called \(covariate.name)")
            }
            guard covariate.values.count == rows else {
                throw .data("\(covariate.name) has \(covariate.values.count) values for \(rows) rows")
            }
            guard covariate.values.allSatisfy(\.isFinite) else {
                throw .data("\(covariate.name) has a value that is not a finite number")
            }
            guard let first = covariate.values.first, covariate.values.contains(where: { $0 != first }) else {
                throw .data("\(covariate.name) is the same in every row, so it cannot be adjusted for")
            }
        }
        guard rows > covariates.count + 2 else {
            throw .data("\(rows) rows for \(covariates.count) covariates: more rows are needed")
        }
        if let clusters {
            guard clusters.count == rows else { throw .data("\(clusters.count) clusters for \(rows) rows") }
            let count = ClusterOrder(clusters).count
            guard count >= 2 else {
                throw .data(
                    "one cluster: its rows depend on each other and nothing is left to compare them with"
                )
            }
        }
        self.isTreated = isTreated
        self.outcomes = outcomes
        self.covariates = covariates
        self.clusters = clusters
        let ones = [Double](repeating: 1, count: rows)
        design = try numbers { () throws(StatisticsError) in
            try DesignMatrix(columns: [ones] + covariates.map(\.values), hasIntercept: false)
        }
        do {
            _ = try LinearRegression(design, response: isTreated.map { $0 ? 1 : 0 })
        } catch .collinear(let column) where column > 0 {
            throw .data("\(covariates[column - 1].name) is a linear combination of the other covariates")
        } catch {
            throw .statistics(error)
        }
    }

    package var rowCount: Int { outcomes.count }
    package var treatedCount: Int { isTreated.count { $0 } }
    package var controlCount: Int { rowCount - treatedCount }
    package var clusterCount: Int? { clusters.map { ClusterOrder($0).count } }

    /// Whether every outcome is 0 or 1.
    package var isBinary: Bool { outcomes.allSatisfy { $0 == 0 || $0 == 1 } }

    /// The same rows with another treatment, outcome or further covariates.
    ///
    /// - Throws: As `init`.
    package func replacing(
        isTreated: [Bool]? = nil,
        outcomes: [Double]? = nil,
        adding extra: [Covariate] = []
    ) throws(CausalError) -> ObservationalStudy {
        try ObservationalStudy(
            isTreated: isTreated ?? self.isTreated,
            outcomes: outcomes ?? self.outcomes,
            covariates: covariates + extra,
            clusters: clusters
        )
    }

    /// The rows for which `isKept` holds; covariates that no longer vary among them are left out.
    ///
    /// - Throws: As `init`.
    package func filtered(_ isKept: (Int) -> Bool) throws(CausalError) -> ObservationalStudy {
        let kept = outcomes.indices.filter(isKept)
        let rest = covariates.compactMap { covariate -> Covariate? in
            let values = kept.map { covariate.values[$0] }
            guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
            return Covariate(covariate.name, source: covariate.source, values)
        }
        return try ObservationalStudy(
            isTreated: kept.map { isTreated[$0] },
            outcomes: kept.map { outcomes[$0] },
            covariates: rest,
            clusters: clusters.map { clusters in kept.map { clusters[$0] } }
        )
    }
}

/// Whose mean effect is asked for.
package enum Estimand: String, Sendable, Hashable, CaseIterable {
    /// Everybody's (average treatment effect).
    case all = "ate"
    /// That of those who were treated.
    case treated = "att"
    /// That of those who might as well have been treated as not (overlap weights, Li, Morgan and Zaslavsky 2018).
    case overlap = "ato"
}
