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

    /// In the order of rows; treated units without a control within the caliper are left out.
    package let matches: [Match]

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
        var pool = ControlPool(controls.map { (score: scores[$0], row: $0) })
        var found: [Int: [Int]] = [:]
        let order = treated.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
        // Without replacement every unit gets its first control before any gets a second.
        for _ in 0..<(options.isWithReplacement ? 1 : options.ratio) {
            for unit in order {
                let wanted = options.isWithReplacement ? options.ratio : 1
                var taken: [Int] = []
                while taken.count < wanted,
                    let position = pool.nearest(to: scores[unit], within: options.caliper ?? .infinity)
                {
                    pool.take(position)
                    taken.append(position)
                }
                found[unit, default: []] += taken.map { pool.controls[$0].row }
                if options.isWithReplacement { pool.giveBack(taken) }
            }
        }
        matches = treated.compactMap { unit in
            found[unit].flatMap { $0.isEmpty ? nil : Match(treated: unit, controls: $0) }
        }
        guard !matches.isEmpty else { throw .tooFew("matches within the caliper", needed: 1, given: 0) }
    }

    /// The weight of each of `count` rows: 1 for a matched treated unit, shares of 1 for its controls.
    package func weights(count: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: count)
        for match in matches {
            weights[match.treated] = 1
            for control in match.controls { weights[control] += 1 / Double(match.controls.count) }
        }
        return weights
    }

    /// The effect on the treated: the mean over matches of the outcome minus that of its controls.
    ///
    /// - Throws: `.outOfRange` where a matched row has no outcome.
    package func effectOnTreated(_ outcomes: [Double]) throws(StatisticsError) -> Double {
        let rows = matches.flatMap { [$0.treated] + $0.controls }
        try Require.holds(rows.allSatisfy(outcomes.indices.contains), "outcomes", rule: "one per row")
        let sum = matches.reduce(0.0) { total, match in
            let control = match.controls.reduce(0) { $0 + outcomes[$1] } / Double(match.controls.count)
            return total + outcomes[match.treated] - control
        }
        return sum / Double(matches.count)
    }

    /// Kish's effective number of controls: (Σ w)² / Σ w².
    package func effectiveControls(count: Int) -> Double {
        let treated = Set(matches.map(\.treated))
        let weights = weights(count: count).enumerated().filter { !treated.contains($0.offset) }.map(
            \.element
        )
        let sum = weights.reduce(0, +)
        return sum * sum / weights.reduce(0) { $0 + $1 * $1 }
    }
}

/// Controls in the order of score and row, some of them taken; nearest free ones in nearly constant time.
private struct ControlPool {
    let controls: [(score: Double, row: Int)]
    /// The position of the first control with the same score.
    private var groupStart: [Int]
    /// The next free position at or after, and at or before; positions are shifted by one for the ends.
    private var right: [Int]
    private var left: [Int]

    init(_ controls: [(score: Double, row: Int)]) {
        let sorted = controls.sorted { ($0.score, $0.row) < ($1.score, $1.row) }
        self.controls = sorted
        right = Array(0...sorted.count + 1)
        left = right
        groupStart = []
        for (index, control) in sorted.enumerated() {
            let isNew = index == 0 || sorted[index - 1].score != control.score
            groupStart.append(isNew ? index : groupStart[index - 1])
        }
    }

    mutating func nearest(to score: Double, within caliper: Double) -> Int? {
        var (low, high) = (0, controls.count)
        while low < high {
            let middle = (low + high) / 2
            if controls[middle].score < score { low = middle + 1 } else { high = middle }
        }
        let after = find(low + 1, in: \.right) - 1
        var before = find(low, in: \.left) - 1
        // Of equal scores the lowest free row is the one to take.
        if before >= 0 { before = find(groupStart[before] + 1, in: \.right) - 1 }
        let up = after < controls.count ? controls[after].score - score : .infinity
        let down = before >= 0 ? score - controls[before].score : .infinity
        guard min(up, down) <= caliper, min(up, down) < .infinity else { return nil }
        if up == down { return controls[after].row < controls[before].row ? after : before }
        return up < down ? after : before
    }

    mutating func take(_ position: Int) {
        right[position + 1] = position + 2
        left[position + 1] = position
    }

    /// Undoes takings; only for a pool from which nothing else is gone.
    mutating func giveBack(_ positions: [Int]) {
        for position in positions {
            right[position + 1] = position + 1
            left[position + 1] = position + 1
        }
    }

    private mutating func find(_ start: Int, in links: WritableKeyPath<ControlPool, [Int]>) -> Int {
        var root = start
        while self[keyPath: links][root] != root { root = self[keyPath: links][root] }
        var position = start
        // Shortens the way for the next search.
        while self[keyPath: links][position] != root, position != root {
            let next = self[keyPath: links][position]
            self[keyPath: links][position] = root
            position = next
        }
        return root
    }
}
