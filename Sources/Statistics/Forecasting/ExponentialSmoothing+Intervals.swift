import Foundation

extension ExponentialSmoothing {
    /// The intervals that the next values fall into with this confidence, one per step.
    ///
    /// Normal errors with the variance of the one-step errors, Σ e²/(n − parameters). Where the season is added or
    /// missing, the variance of step h is σ² (1 + Σ c²) with c_j = α + β (φ + … + φ^j) + γ where j is a whole number
    /// of cycles (Hyndman, Koehler, Ord and Snyder 2008, class 1). Where it is multiplied there is no such form, and
    /// the quantiles are those of `paths` futures drawn with `seed`. The parameters are taken as known, so that
    /// intervals of short series are a little too narrow.
    ///
    /// - Throws: `.outOfRange` for a level outside (0, 1), a horizon below 1 or above 10⁵, or fewer than 100 paths;
    ///   `.tooFew` for a series that is no longer than its parameters.
    package func forecastIntervals(
        horizon: Int,
        level: Double = 0.95,
        paths: Int = 2000,
        seed: UInt64 = 1
    ) throws(StatisticsError) -> [ConfidenceInterval] {
        try Require.openUnit(level, "level")
        try Require.holds(paths >= 100, "paths", rule: "at least 100")
        let centres = try forecast(horizon: horizon)
        let known = 1 + (parameters.beta == nil ? 0 : 1) + (parameters.gamma == nil ? 0 : 1)
        guard fitted.count > known else {
            throw .tooFew("values", needed: known + 1, given: fitted.count)
        }
        let deviation = (squaredError / Double(fitted.count - known)).squareRoot()
        if case .multiplicative = season {
            return drawn(centres, deviation, level, paths, seed)
        }
        let reach = Distribution.normalQuantile((1 + level) / 2) * deviation
        var (variance, trend, factor) = (1.0, 0.0, 1.0)
        return centres.enumerated().map { index, centre in
            if index > 0 {
                factor *= parameters.damping
                trend += factor
                let isCycle = season.period.map { index % $0 == 0 } ?? false
                let weight =
                    parameters.alpha + (parameters.beta ?? 0) * trend
                    + (isCycle ? parameters.gamma ?? 0 : 0)
                variance += weight * weight
            }
            let half = reach * variance.squareRoot()
            return ConfidenceInterval(low: centre - half, high: centre + half, level: level, method: .normal)
        }
    }

    /// Quantiles of futures that go on from the last state with normal errors.
    private func drawn(
        _ centres: [Double],
        _ deviation: Double,
        _ level: Double,
        _ paths: Int,
        _ seed: UInt64
    ) -> [ConfidenceInterval] {
        var generator = SeededGenerator(seed: seed)
        var futures = [[Double]](repeating: [], count: centres.count)
        for _ in 0..<paths {
            for (step, value) in future(steps: centres.count, deviation, &generator).enumerated() {
                futures[step].append(value)
            }
        }
        return futures.map { values in
            let sorted = values.sorted()
            return ConfidenceInterval(
                low: Quantile.type7((1 - level) / 2, ofSorted: sorted),
                high: Quantile.type7((1 + level) / 2, ofSorted: sorted),
                level: level,
                method: .normal
            )
        }
    }
}
