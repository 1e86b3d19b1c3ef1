import Foundation

extension TwoProportions {
    /// The interval of p₁ − p₂.
    ///
    /// Newcombe's is near its level from ten per arm on; Miettinen and Nurminen's matches the score test.
    ///
    /// - Throws: `.outOfRange` for a level outside (0, 1) or a method that is not for a difference.
    package func interval(
        method: ConfidenceInterval.Method = .newcombe,
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let z = Distribution.normalQuantile((1 + level) / 2)
        let bounds: (low: Double, high: Double)
        switch method {
        case .normal: bounds = (difference - z * standardError, difference + z * standardError)
        case .newcombe: bounds = try newcombe(level: level)
        case .agrestiCaffo: bounds = agrestiCaffo(z: z)
        case .miettinenNurminen, .mee: bounds = score(z: z, isCorrected: method == .miettinenNurminen)
        case .studentT, .bcaBootstrap, .wilson, .clopperPearson, .agrestiCoull, .jeffreys, .wilsonCorrected,
            .percentileBootstrap, .basicBootstrap, .alwaysValid, .exact, .credible:
            throw .outOfRange("method", rule: "one for a difference, not \(method.rawValue)")
        }
        return ConfidenceInterval(low: bounds.low, high: bounds.high, level: level, method: method)
    }

    private func newcombe(level: Double) throws(StatisticsError) -> (low: Double, high: Double) {
        let one = try ConfidenceInterval.proportion(first, level: level)
        let two = try ConfidenceInterval.proportion(second, level: level)
        return (
            difference - hypot(first.share - one.low, two.high - second.share),
            difference + hypot(one.high - first.share, second.share - two.low)
        )
    }

    private func agrestiCaffo(z: Double) -> (low: Double, high: Double) {
        let (n, m) = (Double(first.trials) + 2, Double(second.trials) + 2)
        let p = (Double(first.successes) + 1) / n
        let q = (Double(second.successes) + 1) / m
        let half = z * (p * (1 - p) / n + q * (1 - q) / m).squareRoot()
        return (max(-1, p - q - half), min(1, p - q + half))
    }

    private func score(z: Double, isCorrected: Bool) -> (low: Double, high: Double) {
        // The statistic falls in the difference held against it.
        let low = RootFinder.zero(from: -1, to: difference) {
            Self.bounded(scoreStatistic(against: $0, isCorrected: isCorrected)) - z
        }
        let high = RootFinder.zero(from: difference, to: 1) {
            Self.bounded(scoreStatistic(against: $0, isCorrected: isCorrected)) + z
        }
        return (low ?? -1, high ?? 1)
    }

    private static func bounded(_ value: Double) -> Double { max(-1e6, min(1e6, value)) }

    /// The score statistic of the hypothesis p₁ − p₂ = δ, with the constrained estimates of both.
    ///
    /// Farrington and Manning 1990; `isCorrected` adds Miettinen and Nurminen's factor N/(N − 1).
    func scoreStatistic(against delta: Double, isCorrected: Bool) -> Double {
        let (p, q) = constrainedShares(delta: delta)
        let (n, m) = (Double(first.trials), Double(second.trials))
        var variance = p * (1 - p) / n + q * (1 - q) / m
        if isCorrected { variance *= (n + m) / (n + m - 1) }
        let distance = difference - delta
        guard variance > 1e-300 else {
            return abs(distance) < 1e-15 ? 0 : distance > 0 ? .infinity : -.infinity
        }
        return distance / variance.squareRoot()
    }

    /// Maximum-likelihood shares under p₁ − p₂ = δ: the right root of a cubic equation, by cosines.
    private func constrainedShares(delta: Double) -> (first: Double, second: Double) {
        let theta = Double(second.trials) / Double(first.trials)
        let (p, q) = (first.share, second.share)
        let a = 1 + theta
        let b = -(1 + theta + p + theta * q + delta * (theta + 2))
        let c = delta * delta + delta * (2 * p + theta + 1) + p + theta * q
        let d = -p * delta * (1 + delta)
        let v = pow(b / (3 * a), 3) - b * c / (6 * a * a) + d / (2 * a)
        let radicand = max(0, b * b / (9 * a * a) - c / (3 * a))
        let u = (v < 0 ? -1.0 : 1.0) * radicand.squareRoot()
        let ratio = u == 0 ? 0 : max(-1, min(1, v / (u * u * u)))
        let angle = (Double.pi + acos(ratio)) / 3
        let share = 2 * u * cos(angle) - b / (3 * a)
        let low = max(0, delta)
        let high = min(1, 1 + delta)
        let one = min(high, max(low, share))
        return (one, min(1, max(0, one - delta)))
    }

    /// Whether the first is worse by no more than a margin: H₀ p₁ − p₂ ≤ −margin, one-sided.
    ///
    /// - Parameters:
    ///   - margin: In (0, 1), the loss that would still be accepted.
    ///   - method: `.mee` (Farrington and Manning's test, to prefer), `.miettinenNurminen` or `.normal`.
    /// - Returns: z and its upper tail; small p means not inferior.
    /// - Throws: `.outOfRange`, `.noVariation` for `.normal` without variance.
    package func nonInferiority(
        margin: Double,
        method: ConfidenceInterval.Method = .mee
    ) throws(StatisticsError) -> HypothesisTest {
        try Require.openUnit(margin, "margin")
        switch method {
        case .mee, .miettinenNurminen:
            let z = scoreStatistic(against: -margin, isCorrected: method == .miettinenNurminen)
            return HypothesisTest(statistic: z, pValue: Distribution.normalSurvival(z))
        case .normal: return try unpooledZ(against: -margin, alternative: .greater)
        case .studentT, .bcaBootstrap, .wilson, .clopperPearson, .agrestiCoull, .jeffreys, .wilsonCorrected,
            .newcombe, .agrestiCaffo, .percentileBootstrap, .basicBootstrap, .alwaysValid, .exact, .credible:
            throw .outOfRange("method", rule: "mee, miettinen-nurminen or normal, not \(method.rawValue)")
        }
    }
}
