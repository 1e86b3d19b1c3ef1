import Foundation

/// Differences in units of the spread, comparable between metrics.
package enum EffectSize {
    /// Cohen's d: the difference over the pooled standard deviation; 0.2 small, 0.5 medium, 0.8 large.
    ///
    /// - Throws: `.noVariation` where both arms are constant.
    package static func cohenD(_ means: TwoMeans) throws(StatisticsError) -> Double {
        guard means.pooledVariance > 0 else { throw .noVariation("both arms") }
        return means.difference / means.pooledVariance.squareRoot()
    }

    /// The difference over the root of the mean of both variances; for unequal spreads.
    ///
    /// - Throws: `.noVariation` where both arms are constant.
    package static func cohenDAverage(_ means: TwoMeans) throws(StatisticsError) -> Double {
        let variance = (means.first.variance + means.second.variance) / 2
        guard variance > 0 else { throw .noVariation("both arms") }
        return means.difference / variance.squareRoot()
    }

    /// Hedges' g: Cohen's d without its bias in small samples, by the exact gamma form (Hedges 1981).
    ///
    /// - Throws: As `cohenD`.
    package static func hedgesG(_ means: TwoMeans) throws(StatisticsError) -> Double {
        let degrees = Double(means.first.count + means.second.count - 2)
        let factor = exp(
            Distribution.logGamma(degrees / 2) - log(degrees / 2) / 2
                - Distribution.logGamma((degrees - 1) / 2)
        )
        return try cohenD(means) * (degrees > 1 ? factor : 0)
    }

    /// Hedges' g with the usual approximation 1 − 3/(4ν − 1) of its factor.
    ///
    /// - Throws: As `cohenD`.
    package static func hedgesGApproximate(_ means: TwoMeans) throws(StatisticsError) -> Double {
        let degrees = Double(means.first.count + means.second.count - 2)
        return try cohenD(means) * (1 - 3 / (4 * degrees - 1))
    }

    /// The exact interval of Cohen's d, by inverting the noncentral t law (Steiger and Fouladi 1997).
    ///
    /// - Throws: `.noVariation`, `.outOfRange` for a level outside (0, 1), `.notConverged` for |t| beyond
    ///   what the noncentral law is computed for (about 10³).
    package static func cohenDInterval(
        _ means: TwoMeans,
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let estimate = try means.student()
        let t = estimate.statistic()
        let scale = (1 / Double(means.first.count) + 1 / Double(means.second.count)).squareRoot()
        let reach = 10 + abs(t) * 0.5
        func noncentrality(_ probability: Double) throws(StatisticsError) -> Double {
            let root = RootFinder.zero(from: t - reach, to: t + reach, tolerance: 1e-12) {
                Distribution.noncentralTCumulative(
                    t,
                    degreesOfFreedom: estimate.degreesOfFreedom,
                    noncentrality: $0
                ) - probability
            }
            guard let root else { throw .notConverged("noncentral t") }
            return root
        }
        return ConfidenceInterval(
            low: try noncentrality((1 + level) / 2) * scale,
            high: try noncentrality((1 - level) / 2) * scale,
            level: level,
            method: .exact
        )
    }

    /// Cohen's d of paired differences: their mean over their standard deviation.
    ///
    /// - Throws: `.tooFew` for fewer than two, `.noVariation` where all are equal.
    package static func cohenDz(_ differences: [Double]) throws(StatisticsError) -> Double {
        try Require.finite(differences, "differences", atLeast: 2)
        let moments = Moments(finite: differences)
        guard moments.variance > 0 else { throw .noVariation("differences") }
        return moments.mean / moments.standardDeviation
    }
}
