import Foundation

/// Successes among independent trials.
package struct Proportion: Sendable, Hashable {
    package var successes: Int
    package var trials: Int

    /// - Throws: `.outOfRange` unless 0 ≤ successes ≤ trials and trials > 0.
    package init(_ successes: Int, of trials: Int) throws(StatisticsError) {
        try Require.holds(trials > 0, "trials", rule: "positive")
        try Require.holds((0...trials).contains(successes), "successes", rule: "in 0...trials")
        self.successes = successes
        self.trials = trials
    }

    package var failures: Int { trials - successes }
    package var share: Double { Double(successes) / Double(trials) }

    /// p(1 − p)/n.
    var waldVariance: Double { share * (1 - share) / Double(trials) }
}

extension ConfidenceInterval {
    /// The interval of a proportion by any of the methods for one proportion.
    ///
    /// `.wilson` is the one to prefer; `.clopperPearson` where the confidence must never fall below `level`.
    ///
    /// - Throws: `.outOfRange` for a level outside (0, 1) or a method that is not for one proportion.
    package static func proportion(
        _ value: Proportion,
        method: Method = .wilson,
        level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let (x, n) = (Double(value.successes), Double(value.trials))
        let z = Distribution.normalQuantile((1 + level) / 2)
        let bounds: (low: Double, high: Double)
        switch method {
        case .wilson:
            guard let wilson = wilson(successes: x, trials: n, level: level) else {
                throw .outOfRange("successes", rule: "in 0...trials")
            }
            return wilson
        case .normal:
            let half = z * value.waldVariance.squareRoot()
            bounds = (value.share - half, value.share + half)
        case .clopperPearson: bounds = clopperPearson(value, level: level)
        case .agrestiCoull:
            let total = n + z * z
            let centre = (x + z * z / 2) / total
            let half = z * (centre * (1 - centre) / total).squareRoot()
            bounds = (max(0, centre - half), min(1, centre + half))
        case .jeffreys:
            bounds = (
                Distribution.betaQuantile((1 - level) / 2, alpha: x + 0.5, beta: n - x + 0.5),
                Distribution.betaQuantile((1 + level) / 2, alpha: x + 0.5, beta: n - x + 0.5)
            )
        case .wilsonCorrected: bounds = wilsonCorrected(value, z: z)
        case .studentT, .bcaBootstrap, .newcombe, .agrestiCaffo, .miettinenNurminen, .mee,
            .percentileBootstrap, .basicBootstrap, .alwaysValid, .exact, .credible:
            throw .outOfRange("method", rule: "one for a single proportion, not \(method.rawValue)")
        }
        return ConfidenceInterval(low: bounds.low, high: bounds.high, level: level, method: method)
    }

    private static func clopperPearson(_ value: Proportion, level: Double) -> (low: Double, high: Double) {
        let (x, n) = (Double(value.successes), Double(value.trials))
        let low =
            value.successes == 0
            ? 0 : Distribution.betaQuantile((1 - level) / 2, alpha: x, beta: n - x + 1)
        let high =
            value.failures == 0
            ? 1 : Distribution.betaQuantile((1 + level) / 2, alpha: x + 1, beta: n - x)
        return (low, high)
    }

    /// Newcombe 1998, method 4.
    private static func wilsonCorrected(_ value: Proportion, z: Double) -> (low: Double, high: Double) {
        let (p, n) = (value.share, Double(value.trials))
        let base = 2 * n * p + z * z
        let scale = 2 * (n + z * z)
        let lowRoot = (z * z - 2 - 1 / n + 4 * p * (n * (1 - p) + 1)).squareRoot()
        let highRoot = (z * z + 2 - 1 / n + 4 * p * (n * (1 - p) - 1)).squareRoot()
        return (
            value.successes == 0 ? 0 : max(0, (base - 1 - z * lowRoot) / scale),
            value.failures == 0 ? 1 : min(1, (base + 1 + z * highRoot) / scale)
        )
    }
}
