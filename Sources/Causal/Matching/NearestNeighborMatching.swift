package import Statistics

/// Treated units matched with the untreated ones nearest on a score, such as the propensity.
///
/// Treated units choose in the order of falling score (ties: order of rows), each the nearest free control
/// (ties: the lower row).
package struct NearestNeighborMatching: Sendable, Hashable {
    package struct Options: Sendable, Hashable {
        /// Whether a control may serve several treated units.
        package var isWithReplacement: Bool
        /// Controls per treated unit.
        package var ratio: Int
        /// The largest distance allowed, in the unit of the score; nil for none.
        package var caliper: Double?

        package init(isWithReplacement: Bool = false, ratio: Int = 1, caliper: Double? = nil) {
            self.isWithReplacement = isWithReplacement
            self.ratio = ratio
            self.caliper = caliper
        }
    }

    /// A treated row and its controls, nearest first.
    package struct Match: Sendable, Hashable {
        package var treated: Int
        package var controls: [Int]
    }

    /// Matched treated rows in their order; those without a control within the caliper are left out.
    private let treated: [Int]
    /// The controls of match i are `controls[starts[i]..<starts[i + 1]]`, nearest first.
    private let starts: [Int]
    private let controls: [Int]

    /// In the order of rows; treated units without a control within the caliper are left out.
    package var matches: [Match] {
        treated.indices.map { Match(treated: treated[$0], controls: Array(controls(of: $0))) }
    }

    private func controls(of match: Int) -> ArraySlice<Int> { controls[starts[match]..<starts[match + 1]] }

    /// Matches rows with `isTreated` to the others by their scores.
    ///
    /// - Throws: `.tooFew` without treated units, without controls, or without any match; `.outOfRange` for a
    ///   ratio below 1, or more controls needed than there are (without replacement).
    /// - Complexity: O(n log n) for the ratio 1.
    package init(
        scores: [Double],
        isTreated: [Bool],
        options: Options = Options()
    ) throws(StatisticsError) {
        try Require.finite(scores, "scores")
        try Require.sameLength(scores.count, isTreated.count, "scores and treatments")
        try Require.holds(options.ratio >= 1, "ratio", rule: "at least 1")
        try Require.holds(options.caliper ?? 0 >= 0, "caliper", rule: "at least 0")
        let treated = scores.indices.filter { isTreated[$0] }
        let controls = scores.indices.filter { !isTreated[$0] }
        guard !treated.isEmpty else { throw .tooFew("treated units", needed: 1, given: 0) }
        let needed = options.isWithReplacement ? options.ratio : 1
        guard controls.count >= needed else {
            throw .tooFew("controls", needed: needed, given: controls.count)
        }
        var pool = ControlPool(scores, rows: controls)
        let ratio = options.ratio
        // Positions in the pool, `ratio` for each treated unit; −1 where none was found.
        var chosen = [Int](repeating: -1, count: treated.count * ratio)
        if options.isWithReplacement {
            for (index, unit) in treated.enumerated() {
                let slots = index * ratio..<(index + 1) * ratio
                pool.nearest(slots.count, to: scores[unit], within: options.caliper, into: &chosen, at: slots)
            }
        } else {
            let order = treated.indices.sorted {
                let (one, two) = (scores[treated[$0]], scores[treated[$1]])
                return one > two || (one == two && $0 < $1)
            }
            // Every unit gets its first control before any gets a second.
            for round in 0..<ratio {
                for index in order {
                    let score = scores[treated[index]]
                    guard let position = pool.nearest(to: score, within: options.caliper) else { continue }
                    pool.take(position)
                    chosen[index * ratio + round] = position
                }
            }
        }
        var kept: (treated: [Int], starts: [Int], controls: [Int]) = ([], [0], [])
        kept.controls.reserveCapacity(chosen.count)
        for (index, unit) in treated.enumerated() where chosen[index * ratio] >= 0 {
            for position in chosen[index * ratio..<(index + 1) * ratio] where position >= 0 {
                kept.controls.append(pool.rows[position])
            }
            kept.treated.append(unit)
            kept.starts.append(kept.controls.count)
        }
        guard !kept.treated.isEmpty else {
            throw .tooFew("matches within the caliper", needed: 1, given: 0)
        }
        (self.treated, starts, self.controls) = kept
    }

    /// Matches inside strata only: rows match rows with the same number (exact matching); nil for one stratum.
    ///
    /// Treated rows of a stratum without controls are left out.
    ///
    /// - Throws: As the other initialiser, `.tooFew` where no stratum has a match.
    package init(
        scores: [Double],
        isTreated: [Bool],
        exactly strata: [Int]?,
        options: Options = Options()
    ) throws(StatisticsError) {
        guard let strata else {
            try self.init(scores: scores, isTreated: isTreated, options: options)
            return
        }
        try Require.sameLength(scores.count, strata.count, "scores and strata")
        try Require.sameLength(scores.count, isTreated.count, "scores and treatments")
        try Require.finite(scores, "scores")
        var rows: [Int: [Int]] = [:]
        for (row, stratum) in strata.enumerated() { rows[stratum, default: []].append(row) }
        var found: [(treated: Int, controls: [Int])] = []
        for (_, members) in rows {
            let arms = members.map { isTreated[$0] }
            let needed = options.isWithReplacement ? options.ratio : 1
            guard arms.contains(true), arms.count(where: { !$0 }) >= needed else { continue }
            do {
                let matching = try NearestNeighborMatching(
                    scores: members.map { scores[$0] },
                    isTreated: arms,
                    options: options
                )
                found += matching.matches.map { match in
                    (members[match.treated], match.controls.map { members[$0] })
                }
            } catch .tooFew {
                // No control of this stratum is within the caliper.
                continue
            }
        }
        guard !found.isEmpty else { throw .tooFew("matches within strata", needed: 1, given: 0) }
        found.sort { $0.treated < $1.treated }
        self.init(found)
    }

    private init(_ matches: [(treated: Int, controls: [Int])]) {
        treated = matches.map(\.treated)
        controls = matches.flatMap(\.controls)
        starts = matches.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.controls.count) }
    }

    /// The weight of each of `count` rows: 1 for a matched treated unit, shares of 1 for its controls.
    package func weights(count: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: count)
        for (index, unit) in treated.enumerated() {
            let controls = controls(of: index)
            weights[unit] = 1
            for control in controls { weights[control] += 1 / Double(controls.count) }
        }
        return weights
    }

    /// The effect on the treated: the mean over matches of the outcome minus that of its controls.
    ///
    /// - Throws: `.outOfRange` where a matched row has no outcome.
    package func effectOnTreated(_ outcomes: [Double]) throws(StatisticsError) -> Double {
        let isComplete = (treated.last ?? 0) < outcomes.count && controls.allSatisfy { $0 < outcomes.count }
        try Require.holds(isComplete, "outcomes", rule: "one per row")
        var sum = 0.0
        for (index, unit) in treated.enumerated() {
            var control = 0.0
            for position in starts[index]..<starts[index + 1] { control += outcomes[controls[position]] }
            sum += outcomes[unit] - control / Double(starts[index + 1] - starts[index])
        }
        return sum / Double(treated.count)
    }

    /// Kish's effective number of controls: (Σ w)² / Σ w².
    package func effectiveControls(count: Int) -> Double {
        let own = Set(treated)
        let weights = weights(count: count).enumerated().filter { !own.contains($0.offset) }.map(\.element)
        let sum = weights.reduce(0, +)
        return sum * sum / weights.reduce(0) { $0 + $1 * $1 }
    }
}
