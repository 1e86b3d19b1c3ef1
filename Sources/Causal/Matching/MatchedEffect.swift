package import Statistics

/// The effect on matched treated rows: the mean difference of each outcome and that of its controls.
package struct MatchedEffect: Sendable {
    package let matching: NearestNeighborMatching
    package let estimate: Estimate
    /// One per row of the study: 1 for a matched treated row, shares of 1 for its controls.
    package let weights: [Double]

    /// How the standard error is made.
    package enum Convention: String, Sendable, Hashable {
        /// Matched sets as clusters, t with one degree fewer than sets (Abadie and Spiess 2022).
        case sets
        /// Matched sets and clusters, two-way (Cameron, Gelbach and Miller 2011).
        case setsAndClusters = "sets, clusters"
        /// Controls that serve again (Abadie and Imbens 2006); normal law.
        case replacement = "Abadie-Imbens"
        /// Weighted rows summed by cluster, for clusters and controls that serve again.
        case clusters = "clusters"
    }

    package let convention: Convention

    /// - Throws: As `NearestNeighborMatching`; `.noVariation` where all differences are equal.
    package init(
        _ study: ObservationalStudy,
        scores: [Double],
        exactly strata: [Int]? = nil,
        options: NearestNeighborMatching.Options
    ) throws(StatisticsError) {
        let matching = try NearestNeighborMatching(
            scores: scores,
            isTreated: study.isTreated,
            exactly: strata,
            options: options
        )
        self.matching = matching
        weights = matching.weights(count: study.rowCount)
        let value = try matching.effectOnTreated(study.outcomes)
        let sets = MatchedSets(study, matching, weights: weights, effect: value)
        let variance: Double
        let degrees: Double
        switch (options.isWithReplacement, study.clusters) {
        case (false, nil):
            convention = .sets
            (variance, degrees) = (sets.bySet, Double(sets.count - 1))
        case (false, let clusters?):
            convention = .setsAndClusters
            (variance, degrees) = sets.bySetAndCluster(clusters)
        case (true, nil):
            convention = .replacement
            (variance, degrees) = (sets.withReplacement(scores), .infinity)
        case (true, let clusters?):
            convention = .clusters
            (variance, degrees) = sets.byCluster(clusters)
        }
        guard sets.count >= 2 else { throw .tooFew("matched rows", needed: 2, given: sets.count) }
        estimate = try Estimate(
            value: value,
            standardError: max(0, variance).squareRoot(),
            degreesOfFreedom: degrees
        )
    }
}

extension MatchedEffect {
    /// The effect by a regression of the matched rows on treatment and covariates, which takes off what matching
    /// left of their differences (Ho, Imai, King and Stuart 2007).
    ///
    /// Errors clustered by matched set (Abadie and Spiess 2022), and by the study's clusters too, CR1.
    ///
    /// - Throws: `.outOfRange` where controls serve again, `.collinear`, `.tooFew`, `.noVariation`.
    package func adjusted(_ study: ObservationalStudy) throws(StatisticsError) -> Estimate {
        let isRepeated = convention == .replacement || convention == .clusters
        try Require.holds(!isRepeated, "controls", rule: "in one matched set each")
        var (rows, sets, roots): ([Int], [Int], [Double]) = ([], [], [])
        for (set, match) in matching.matches.enumerated() {
            for row in [match.treated] + match.controls {
                rows.append(row)
                sets.append(set)
                roots.append(weights[row].squareRoot())
            }
        }
        func column(_ values: (Int) -> Double) -> [Double] { zip(rows, roots).map { values($0) * $1 } }
        // What is matched exactly no longer varies of itself, nor needs to be adjusted for.
        let covariates = study.covariates.filter { covariate in
            rows.contains { covariate.values[$0] != covariate.values[rows[0]] }
        }
        let columns =
            [roots, column { study.isTreated[$0] ? 1 : 0 }]
            + covariates.map { covariate in column { covariate.values[$0] } }
        let regression = try LinearRegression(
            DesignMatrix(columns: columns, hasIntercept: false),
            response: column { study.outcomes[$0] }
        )
        let clusters = study.clusters.map { clusters in rows.map { clusters[$0] } }
        return try regression.estimate(1, errors: clusters.map { .twoWay(sets, $0) } ?? .clustered(sets))
    }
}

/// Variances of a matched difference.
private struct MatchedSets {
    private let study: ObservationalStudy
    private let matches: [NearestNeighborMatching.Match]
    private let weights: [Double]
    /// Of each set, the treated outcome minus the mean of its controls, minus the effect.
    private let deviations: [Double]

    init(
        _ study: ObservationalStudy,
        _ matching: NearestNeighborMatching,
        weights: [Double],
        effect: Double
    ) {
        self.study = study
        self.weights = weights
        matches = matching.matches
        deviations = matches.map { match in
            let controls = match.controls.reduce(0) { $0 + study.outcomes[$1] }
            return study.outcomes[match.treated] - controls / Double(match.controls.count) - effect
        }
    }

    var count: Int { matches.count }

    /// s² / m of the differences.
    var bySet: Double {
        let number = Double(count)
        return deviations.reduce(0) { $0 + $1 * $1 } / (number - 1) / number
    }

    /// Each matched row's part of the difference's error, by row.
    private var scores: [(row: Int, set: Int, value: Double)] {
        let number = Double(count)
        var means = [0.0, 0.0]
        for (row, weight) in weights.enumerated() {
            means[study.isTreated[row] ? 1 : 0] += weight * study.outcomes[row] / number
        }
        return matches.enumerated().flatMap { set, match in
            [(match.treated, set, (study.outcomes[match.treated] - means[1]) / number)]
                + match.controls.map {
                    ($0, set, -(study.outcomes[$0] - means[0]) / number / Double(match.controls.count))
                }
        }
    }

    private static func squares(_ values: [Int: Double]) -> Double {
        let groups = Double(values.count)
        let sum = values.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        return groups > 1 ? sum * groups / (groups - 1) : 0
    }

    func byCluster(_ clusters: [Int]) -> (variance: Double, degrees: Double) {
        let order = ClusterOrder(clusters).positions
        var sums: [Int: Double] = [:]
        for score in scores { sums[order[score.row], default: 0] += score.value }
        return (Self.squares(sums), Double(sums.count - 1))
    }

    /// Both one-way variances less that of their intersection; never below the larger of the two, which few
    /// clusters may otherwise give.
    func bySetAndCluster(_ clusters: [Int]) -> (variance: Double, degrees: Double) {
        let order = ClusterOrder(clusters)
        var both: [Int: Double] = [:]
        for score in scores {
            both[score.set * order.count + order.positions[score.row], default: 0] += score.value
        }
        let cluster = byCluster(clusters)
        let sum = bySet + cluster.variance - Self.squares(both)
        return (max(sum, bySet, cluster.variance), min(cluster.degrees, Double(count - 1)))
    }

    /// Abadie and Imbens 2006, theorem 7: the spread of differences, and of controls that serve more than once.
    func withReplacement(_ scores: [Double]) -> Double {
        let number = Double(count)
        var (uses, squaredUses): ([Int: Double], [Int: Double]) = ([:], [:])
        for match in matches {
            let share = 1 / Double(match.controls.count)
            for control in match.controls {
                uses[control, default: 0] += share
                squaredUses[control, default: 0] += share * share
            }
        }
        let controls = study.isTreated.indices.filter { !study.isTreated[$0] }
            .sorted { (scores[$0], $0) < (scores[$1], $1) }
        var total = deviations.reduce(0) { $0 + $1 * $1 }
        for (position, row) in controls.enumerated() {
            guard let used = uses[row], let squared = squaredUses[row] else { continue }
            // The variance at this score, from the nearest other control.
            let neighbors = [position - 1, position + 1].filter(controls.indices.contains).map {
                controls[$0]
            }
            guard
                let nearest = neighbors.min(by: {
                    abs(scores[$0] - scores[row]) < abs(scores[$1] - scores[row])
                })
            else { continue }
            let gap = study.outcomes[row] - study.outcomes[nearest]
            total += (used * used - squared) * gap * gap / 2
        }
        return total / number / number
    }
}
