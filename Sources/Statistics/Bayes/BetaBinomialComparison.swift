import Foundation

/// The Bayesian reading of two proportions with independent Beta priors.
package struct BetaBinomialComparison: Sendable, Hashable {
    /// The chance that the second share exceeds the first, given data and prior.
    package var probabilitySecondIsBetter: Double
    /// What choosing the first costs on average, in points of the share: E max(p₂ − p₁, 0).
    package var lossOfFirst: Double
    /// What choosing the second costs on average.
    package var lossOfSecond: Double
    /// E(p₂ − p₁).
    package var meanDifference: Double
    /// The credible interval of the first and the second share.
    package var firstInterval: ConfidenceInterval
    package var secondInterval: ConfidenceInterval

    /// - Throws: `.outOfRange` for a prior that is not positive or a level outside (0, 1).
    package init(
        _ proportions: TwoProportions,
        priorSuccesses: Double = 1,
        priorFailures: Double = 1,
        level: Double = 0.95
    ) throws(StatisticsError) {
        try Require.positive(priorSuccesses, "prior")
        try Require.positive(priorFailures, "prior")
        try Require.openUnit(level, "level")
        let first = Posterior(proportions.first, priorSuccesses, priorFailures)
        let second = Posterior(proportions.second, priorSuccesses, priorFailures)
        let nodes = first.nodes(with: second)
        // (p₂ − p₁)⁺ is the length of the x with p₁ < x < p₂.
        lossOfFirst = nodes.reduce(0) { $0 + $1.weight * first.below($1.x) * second.above($1.x) }
        lossOfSecond = nodes.reduce(0) { $0 + $1.weight * second.below($1.x) * first.above($1.x) }
        let better = nodes.reduce(0) { $0 + $1.weight * second.density($1.x) * first.below($1.x) }
        let worse = nodes.reduce(0) { $0 + $1.weight * second.density($1.x) * first.above($1.x) }
        // The smaller one keeps its digits.
        probabilitySecondIsBetter = better < worse ? better : max(0, 1 - worse)
        meanDifference = second.mean - first.mean
        firstInterval = first.interval(level)
        secondInterval = second.interval(level)
    }

    private struct Posterior {
        var alpha: Double
        var beta: Double

        init(_ data: Proportion, _ successes: Double, _ failures: Double) {
            alpha = Double(data.successes) + successes
            beta = Double(data.failures) + failures
        }

        var mean: Double { alpha / (alpha + beta) }
        var deviation: Double { (mean * (1 - mean) / (alpha + beta + 1)).squareRoot() }
        func below(_ x: Double) -> Double { Distribution.betaCumulative(x, alpha: alpha, beta: beta) }
        func above(_ x: Double) -> Double { Distribution.betaSurvival(x, alpha: alpha, beta: beta) }
        func density(_ x: Double) -> Double { Distribution.betaDensity(x, alpha: alpha, beta: beta) }

        func interval(_ level: Double) -> ConfidenceInterval {
            ConfidenceInterval(
                low: Distribution.betaQuantile((1 - level) / 2, alpha: alpha, beta: beta),
                high: Distribution.betaQuantile((1 + level) / 2, alpha: alpha, beta: beta),
                level: level,
                method: .credible
            )
        }

        /// Quadrature nodes over [0, 1]: fine where either posterior lies, coarse elsewhere.
        func nodes(with other: Posterior) -> [(x: Double, weight: Double)] {
            var cuts: Set<Double> = [0, 1]
            for posterior in [self, other] {
                for step in -20...20 {
                    let cut = posterior.mean + Double(step) * posterior.deviation * 0.75
                    if cut > 0, cut < 1 { cuts.insert(cut) }
                }
            }
            let edges = cuts.sorted()
            return zip(edges, edges.dropFirst()).flatMap { GaussLegendre.nodes(from: $0, to: $1) }
        }
    }
}

/// Ten-point Gauss-Legendre quadrature.
enum GaussLegendre {
    private static let half: [(x: Double, weight: Double)] = [
        (0.1488743389816312, 0.2955242247147529), (0.4333953941292472, 0.2692667193099963),
        (0.6794095682990244, 0.2190863625159820), (0.8650633666889845, 0.1494513491505806),
        (0.9739065285171717, 0.0666713443086881),
    ]

    static func nodes(from low: Double, to high: Double) -> [(x: Double, weight: Double)] {
        let (centre, reach) = ((low + high) / 2, (high - low) / 2)
        return half.flatMap { node in
            [
                (centre - reach * node.x, node.weight * reach),
                (centre + reach * node.x, node.weight * reach),
            ]
        }
    }
}
