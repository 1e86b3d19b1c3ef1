/// Power of a t test, by the noncentral t law.
package struct MeanPower: Sendable, Hashable {
    /// Which t test.
    package enum Design: Sendable, Hashable {
        /// Two arms with equal variances; `ratio` units of the second per unit of the first.
        case twoArms(ratio: Double = 1)
        /// Paired differences, or one sample; the effect is their mean over their standard deviation.
        case paired
    }

    package var design: Design
    package var alpha: Double
    package var isOneSided: Bool

    /// - Throws: `.outOfRange` for an alpha outside (0, 1) or a ratio that is not positive.
    package init(_ design: Design, alpha: Double = 0.05, isOneSided: Bool = false) throws(StatisticsError) {
        try Require.openUnit(alpha, "alpha")
        if case .twoArms(let ratio) = design { try Require.positive(ratio, "ratio") }
        self.design = design
        self.alpha = alpha
        self.isOneSided = isOneSided
    }

    /// The probability that so many units (of the first arm, or pairs) show a true effect.
    ///
    /// `effect` is Cohen's d, or d_z for pairs. `units` may be a fraction.
    ///
    /// - Throws: `.outOfRange` where no degree of freedom is left; `.notConverged` for an effect of more than
    ///   about a thousand standard errors.
    package func power(of effect: Double, units: Double) throws(StatisticsError) -> Double {
        try Require.finite([effect, units], "effect and units")
        let (degrees, size) = shape(units)
        try Require.holds(degrees > 0, "units", rule: "enough for one degree of freedom")
        let shift = abs(effect) * size.squareRoot()
        let critical = Distribution.studentTQuantile(
            isOneSided ? 1 - alpha : 1 - alpha / 2,
            degreesOfFreedom: degrees
        )
        let near = Distribution.noncentralTSurvival(critical, degreesOfFreedom: degrees, noncentrality: shift)
        let far =
            isOneSided
            ? 0
            : Distribution.noncentralTCumulative(-critical, degreesOfFreedom: degrees, noncentrality: shift)
        guard near.isFinite, far.isFinite else { throw .notConverged("noncentral t") }
        return min(1, near + max(0, far))
    }

    /// The units (of the first arm, or pairs), not rounded, that show an effect with this power.
    ///
    /// - Throws: `.outOfRange` for an effect of zero or a power outside (alpha, 1).
    package func units(for effect: Double, power: Double = 0.8) throws(StatisticsError) -> Double {
        try Require.positive(abs(effect), "effect")
        try Require.openUnit(power, "power")
        try Require.holds(power > alpha, "power", rule: "above alpha")
        let least = 2.0
        var high = 4.0
        while try self.power(of: effect, units: high) < power {
            high *= 2
            try Require.holds(high < 1e12, "effect", rule: "larger: more than 1e12 units are needed")
        }
        guard try self.power(of: effect, units: least) < power else { return least }
        let root = RootFinder.zero(from: least, to: high, tolerance: 1e-11) {
            ((try? self.power(of: effect, units: $0)) ?? .nan) - power
        }
        guard let root else { throw .notConverged("units") }
        return root
    }

    /// The smallest effect that so many units show with this power.
    ///
    /// - Throws: `.outOfRange` where no degree of freedom is left or for a power outside (alpha, 1).
    package func minimumDetectableEffect(units: Double, power: Double = 0.8) throws(StatisticsError) -> Double
    {
        try Require.openUnit(power, "power")
        try Require.holds(power > alpha, "power", rule: "above alpha")
        let (_, size) = shape(units)
        var high = 6 / max(size, 1e-12).squareRoot()
        while try self.power(of: high, units: units) < power { high *= 2 }
        let root = RootFinder.zero(from: 0, to: high, tolerance: 1e-13) {
            ((try? self.power(of: $0, units: units)) ?? .nan) - power
        }
        guard let root else { throw .notConverged("effect") }
        return root
    }

    /// Degrees of freedom, and the factor that turns an effect into a noncentrality (squared).
    private func shape(_ units: Double) -> (degrees: Double, size: Double) {
        switch design {
        case .twoArms(let ratio): (units * (1 + ratio) - 2, units * ratio / (1 + ratio))
        case .paired: (units - 1, units)
        }
    }
}
