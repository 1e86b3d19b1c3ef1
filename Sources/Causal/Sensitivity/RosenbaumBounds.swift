package import Statistics

extension Sensitivity {
    /// The largest one-sided p-value of McNemar's test if hidden causes change the odds of treatment by Γ.
    ///
    /// Rosenbaum 2002, section 4.3: of the discordant pairs `treatedOnly` have the event in the treated unit.
    ///
    /// - Throws: `.outOfRange` for Γ below 1 or counts that do not fit.
    package static func rosenbaumBound(
        discordant: Int,
        treatedOnly: Int,
        gamma: Double
    ) throws(StatisticsError) -> Double {
        try Require.holds(gamma >= 1 && gamma.isFinite, "gamma", rule: "at least 1")
        try Require.holds(discordant >= 1, "discordant pairs", rule: "at least 1")
        try Require.holds(
            (0...discordant).contains(treatedOnly),
            "pairs",
            rule: "at most the discordant ones"
        )
        return Distribution.binomialSurvival(
            treatedOnly - 1,
            trials: discordant,
            probability: gamma / (1 + gamma)
        )
    }

    /// The largest one-sided p-value of Wilcoxon's signed-rank test of matched differences for positive effects.
    ///
    /// Rosenbaum 2002, section 4.3.3: normal approximation without continuity correction, ties by mid-ranks,
    /// differences of zero left out.
    ///
    /// - Throws: `.outOfRange` for Γ below 1, `.tooFew` where no difference is other than zero.
    package static func rosenbaumBound(
        differences: [Double],
        gamma: Double
    ) throws(StatisticsError) -> Double {
        try Require.holds(gamma >= 1 && gamma.isFinite, "gamma", rule: "at least 1")
        try Require.finite(differences, "differences")
        let moved = differences.filter { $0 != 0 }
        guard !moved.isEmpty else { throw .tooFew("differences other than zero", needed: 1, given: 0) }
        let ranks = Ranking(of: moved.map(abs)).ranks
        let positive = zip(moved, ranks).reduce(0.0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
        let chance = gamma / (1 + gamma)
        let mean = chance * ranks.reduce(0, +)
        let variance = chance * (1 - chance) * ranks.reduce(0) { $0 + $1 * $1 }
        return Distribution.normalSurvival((positive - mean) / variance.squareRoot())
    }

    /// The largest Γ at which matched differences still show an effect, to two decimals; nil where they do not at 1.
    ///
    /// The odds of treatment of two matched rows may differ by this factor through a hidden cause before the
    /// one-sided p-value (of the effect's direction) may exceed `level`. Differences of 1, 0 and −1 are read by
    /// McNemar's test, others by Wilcoxon's. At most 100. Pairs are taken as independent.
    ///
    /// - Throws: `.tooFew` where no difference is other than zero.
    package static func rosenbaumGamma(
        differences: [Double],
        level: Double = 0.025
    ) throws(StatisticsError) -> Double? {
        let isDown = differences.reduce(0, +) < 0
        let signed = isDown ? differences.map { -$0 } : differences
        let isBinary = signed.allSatisfy { [-1, 0, 1].contains($0) }
        let (up, moved) = (signed.count { $0 > 0 }, signed.count { $0 != 0 })
        func bound(_ gamma: Double) throws(StatisticsError) -> Double {
            isBinary
                ? try rosenbaumBound(discordant: moved, treatedOnly: up, gamma: gamma)
                : try rosenbaumBound(differences: signed, gamma: gamma)
        }
        guard moved > 0 else { throw .tooFew("differences other than zero", needed: 1, given: 0) }
        guard try bound(1) <= level else { return nil }
        // In hundredths: the bound rises with Γ.
        var (low, high) = (100, 10_000)
        guard try bound(100) > level else { return 100 }
        while high - low > 1 {
            let middle = (low + high) / 2
            if try bound(Double(middle) / 100) <= level { low = middle } else { high = middle }
        }
        return Double(low) / 100
    }
}
