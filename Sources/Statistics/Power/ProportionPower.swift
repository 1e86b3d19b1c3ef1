import Foundation

/// Power of a comparison of two independent proportions with a normal test.
package struct ProportionPower: Sendable, Hashable {
    /// The share in the first arm (the baseline), in (0, 1).
    package var base: Double
    /// Units of the second arm per unit of the first.
    package var ratio: Double
    /// Probability of a false alarm.
    package var alpha: Double
    package var isOneSided: Bool
    package var formula: Formula

    /// Which variance stands in for the test's.
    package enum Formula: String, Sendable, Hashable, CaseIterable, Codable {
        /// Pooled under no effect, separate under the effect; as R's `power.prop.test`.
        case pooled
        /// Separate under both.
        case unpooled
        /// Cohen's h = 2 asin √p − 2 asin √q with variance one.
        case arcsine
        /// Pooled, with the continuity correction of Fleiss, Tytun and Ury (1980).
        case continuity
    }

    /// - Throws: `.outOfRange` for a base or alpha outside (0, 1) or a ratio that is not positive.
    package init(
        base: Double,
        ratio: Double = 1,
        alpha: Double = 0.05,
        isOneSided: Bool = false,
        formula: Formula = .pooled
    ) throws(StatisticsError) {
        try Require.openUnit(base, "base")
        try Require.openUnit(alpha, "alpha")
        try Require.positive(ratio, "ratio")
        self.base = base
        self.ratio = ratio
        self.alpha = alpha
        self.isOneSided = isOneSided
        self.formula = formula
    }

    /// Units of the first arm, not rounded, that show a change of the base to `share` with this power.
    ///
    /// The second arm needs `ratio` times as many.
    ///
    /// - Throws: `.outOfRange` for a share or power outside (0, 1) or equal to the base.
    package func unitsOfFirstArm(
        toDetect share: Double,
        power: Double = 0.8
    ) throws(StatisticsError) -> Double {
        try Require.openUnit(share, "share")
        try Require.openUnit(power, "power")
        try Require.holds(share != base, "share", rule: "different from the base")
        let zPower = Distribution.normalQuantile(power)
        let (null, effect) = deviations(share)
        let reach = critical * null + zPower * effect
        let distance = formula == .arcsine ? arcsineEffect(share) : share - base
        let exact = reach * reach / (distance * distance)
        if formula == .arcsine, !isOneSided { return try withBothTails(share, power: power, near: exact) }
        guard formula == .continuity else { return exact }
        let root = (1 + 2 * (1 + ratio) / (exact * ratio * abs(distance))).squareRoot()
        return exact / 4 * (1 + root) * (1 + root)
    }

    /// The probability that so many units of the first arm show a change of the base to `share`.
    ///
    /// - Throws: `.outOfRange` for units that are not positive or a share outside (0, 1).
    package func power(unitsOfFirstArm units: Double, share: Double) throws(StatisticsError) -> Double {
        try Require.openUnit(share, "share")
        try Require.positive(units, "units")
        let (null, effect) = deviations(share)
        let distance = formula == .arcsine ? arcsineEffect(share) : share - base
        var effective = units
        if formula == .continuity {
            // The correction of the sample size, undone.
            let shift = (1 + ratio) / (ratio * abs(distance))
            effective = max(0, units - shift / 2)
            effective = units > 0 ? effective * effective / units : 0
        }
        let shift = abs(distance) * effective.squareRoot()
        let near = Distribution.normalCumulative((shift - critical * null) / effect)
        return isOneSided ? near : near + Distribution.normalCumulative((-shift - critical * null) / effect)
    }

    /// The smallest rise above the base that so many units of the first arm show with this power.
    ///
    /// - Throws: `.outOfRange` where even a share of nearly one would not be shown.
    package func minimumDetectableEffect(
        unitsOfFirstArm units: Double,
        power: Double = 0.8
    ) throws(StatisticsError) -> Double {
        try Require.positive(units, "units")
        try Require.openUnit(power, "power")
        func surplus(_ rise: Double) -> Double {
            ((try? unitsOfFirstArm(toDetect: base + rise, power: power)) ?? .nan) - units
        }
        let room = 1 - base
        guard let rise = RootFinder.zero(from: room * 1e-9, to: room * (1 - 1e-9), of: surplus) else {
            throw .outOfRange("units", rule: "more: no share below 1 can be told from the base")
        }
        return rise
    }

    /// Counts also the chance of an alarm in the wrong direction, as statsmodels and R's `pwr` do.
    private func withBothTails(_ share: Double, power: Double, near: Double) throws(StatisticsError) -> Double
    {
        try Require.holds(power > alpha, "power", rule: "above alpha")
        let units = RootFinder.zero(from: near * 1e-3, to: near * 1.01, tolerance: near * 1e-14) {
            ((try? self.power(unitsOfFirstArm: $0, share: share)) ?? .nan) - power
        }
        guard let units else { throw .notConverged("units") }
        return units
    }

    private var critical: Double {
        Distribution.normalQuantile(isOneSided ? 1 - alpha : 1 - alpha / 2)
    }

    private func arcsineEffect(_ share: Double) -> Double {
        2 * asin(share.squareRoot()) - 2 * asin(base.squareRoot())
    }

    /// Standard deviations, per root of a unit of the first arm, under no effect and under the effect.
    private func deviations(_ share: Double) -> (null: Double, effect: Double) {
        let separate = (base * (1 - base) + share * (1 - share) / ratio).squareRoot()
        switch formula {
        case .pooled, .continuity:
            let mean = (base + ratio * share) / (1 + ratio)
            return ((mean * (1 - mean) * (1 + 1 / ratio)).squareRoot(), separate)
        case .unpooled: return (separate, separate)
        case .arcsine:
            let deviation = (1 + 1 / ratio).squareRoot()
            return (deviation, deviation)
        }
    }
}
