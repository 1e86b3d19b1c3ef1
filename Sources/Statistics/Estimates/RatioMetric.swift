/// The ratio of two sums over units: accepted over shown suggestions, with the developer as unit.
///
/// The events of one unit are not independent; the delta method counts units, not events (Deng et al. 2018).
package struct RatioMetric: Sendable, Hashable {
    package var estimate: Estimate
    package var units: Int
    /// The standard error of a binomial share, as if every event were independent; nil unless the numerator
    /// of every unit is in 0...denominator.
    package var naiveStandardError: Double?

    /// The factor by which the units raise the variance over independent events; nil as the above.
    package var designEffect: Double? {
        naiveStandardError.map { (estimate.standardError / $0) * (estimate.standardError / $0) }
    }

    /// Estimates Σ numerators / Σ denominators from one pair per unit.
    ///
    /// Normal law, bias of order 1/units: meant for twenty units or more. A unit with denominator zero
    /// counts as a unit.
    ///
    /// - Throws: `.tooFew` for fewer than two units, `.outOfRange` for a sum of denominators that is not
    ///   positive, `.noVariation` where all units have one ratio.
    package init(numerators: [Double], denominators: [Double]) throws(StatisticsError) {
        try Require.sameLength(numerators.count, denominators.count, "numerators and denominators")
        try Require.finite(numerators, "numerators", atLeast: 2)
        try Require.finite(denominators, "denominators", atLeast: 2)
        let total = denominators.reduce(0, +)
        try Require.positive(total, "sum of denominators")
        let ratio = numerators.reduce(0, +) / total
        // Var(y − R x) in one sum: the three-term form cancels.
        let residuals = zip(numerators, denominators).map { $0 - ratio * $1 }
        let moments = Moments(finite: residuals)
        let mean = total / Double(denominators.count)
        estimate = try Estimate(
            value: ratio,
            standardError: moments.meanVariance.squareRoot() / abs(mean)
        )
        units = numerators.count
        let isShare = zip(numerators, denominators).allSatisfy { $0 >= 0 && $0 <= $1 }
        let naive = (ratio * (1 - ratio) / total).squareRoot()
        naiveStandardError = isShare && naive > 0 ? naive : nil
    }
}

/// First-order propagation of errors.
package enum DeltaMethod {
    /// A function's value with the standard error √(g' Σ g).
    ///
    /// `gradient` holds the function's derivatives at the estimates, `covariance` theirs, row by row.
    ///
    /// - Throws: `.unequalLengths`, `.noVariation` for a variance of zero.
    package static func estimate(
        value: Double,
        gradient: [Double],
        covariance: [Double],
        degreesOfFreedom: Double = .infinity
    ) throws(StatisticsError) -> Estimate {
        try Require.sameLength(covariance.count, gradient.count * gradient.count, "covariance and gradient")
        return try Estimate(
            value: value,
            standardError: max(0, Matrix.form(covariance, gradient)).squareRoot(),
            degreesOfFreedom: degreesOfFreedom
        )
    }

    /// The difference of two independent estimates; degrees of freedom by Satterthwaite.
    ///
    /// - Throws: `.noVariation`.
    package static func difference(_ first: Estimate, _ second: Estimate) throws(StatisticsError) -> Estimate
    {
        let (a, b) = (first.standardError * first.standardError, second.standardError * second.standardError)
        let degrees = (a + b) * (a + b) / (a * a / first.degreesOfFreedom + b * b / second.degreesOfFreedom)
        return try Estimate(
            value: first.value - second.value,
            standardError: (a + b).squareRoot(),
            degreesOfFreedom: degrees
        )
    }

    /// The relative lift new/base − 1 of two independent estimates.
    ///
    /// - Throws: `.outOfRange` where the base is within four standard errors of zero: no normal law there.
    package static func relativeLift(new: Estimate, base: Estimate) throws(StatisticsError) -> Estimate {
        try Require.holds(
            abs(base.value) > 4 * base.standardError,
            "base of the lift",
            rule: "more than four standard errors from zero"
        )
        let (a, b) = (new.standardError, base.standardError)
        return try estimate(
            value: new.value / base.value - 1,
            gradient: [1 / base.value, -new.value / (base.value * base.value)],
            covariance: [a * a, 0, 0, b * b],
            degreesOfFreedom: try difference(new, base).degreesOfFreedom
        )
    }
}
