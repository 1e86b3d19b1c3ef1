import Foundation

/// Fisher's exact test of a 2×2 table, with the conditional odds ratio.
///
/// Given the margins the first cell is hypergeometric; with an odds ratio ψ its weights are tilted by ψ^x.
package struct FisherExact: Sendable {
    private let observed: Int
    private let support: ClosedRange<Int>
    /// Logarithms of the central hypergeometric probabilities over `support`.
    private let logWeights: [Double]

    package init(_ proportions: TwoProportions) {
        let total = proportions.first.trials + proportions.second.trials
        let marked = proportions.first.successes + proportions.second.successes
        let drawn = proportions.first.trials
        observed = proportions.first.successes
        support = max(0, drawn - (total - marked))...min(drawn, marked)
        logWeights = support.map { count in
            log(
                Distribution.hypergeometricProbability(count, total: total, marked: marked, drawn: drawn)
            )
        }
    }

    /// The exact p-value; two-sided it sums all tables that are no more likely (as R's `fisher.test`).
    package func pValue(alternative: Alternative = .twoSided) -> Double {
        let weights = logWeights.map(exp)
        let position = observed - support.lowerBound
        let chosen =
            switch alternative {
            case .greater: weights[position...].reduce(0, +)
            case .less: weights[...position].reduce(0, +)
            // R's tolerance: tables as likely as this one may differ in their last digits.
            case .twoSided: weights.filter { $0 <= weights[position] * (1 + 1e-7) }.reduce(0, +)
            }
        return min(1, chosen)
    }

    /// The odds ratio under which the observed table is the expected one (conditional maximum likelihood).
    ///
    /// 0 and infinity at the ends of the support; NaN where the margins allow one table only.
    package var conditionalOddsRatio: Double {
        if support.count == 1 { return .nan }
        if observed == support.lowerBound { return 0 }
        if observed == support.upperBound { return .infinity }
        return exp(solve { mean(logOddsRatio: $0) - Double(observed) })
    }

    /// The exact interval of the odds ratio, by inverting both one-sided tests.
    ///
    /// - Throws: `.outOfRange` for a level outside (0, 1).
    package func interval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval {
        try Require.openUnit(level, "level")
        let half = (1 - level) / 2
        let isLowest = observed == support.lowerBound
        let isHighest = observed == support.upperBound
        return ConfidenceInterval(
            low: isLowest ? 0 : exp(solve { upperTail(logOddsRatio: $0) - half }),
            high: isHighest ? .infinity : exp(solve { half - lowerTail(logOddsRatio: $0) }),
            level: level,
            method: .exact
        )
    }

    private func tilted(_ logOddsRatio: Double) -> [Double] {
        let logs = zip(support, logWeights).map { $1 + Double($0) * logOddsRatio }
        let largest = logs.max() ?? 0
        let weights = logs.map { exp($0 - largest) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    private func mean(logOddsRatio: Double) -> Double {
        zip(support, tilted(logOddsRatio)).reduce(0) { $0 + Double($1.0) * $1.1 }
    }

    private func upperTail(logOddsRatio: Double) -> Double {
        tilted(logOddsRatio)[(observed - support.lowerBound)...].reduce(0, +)
    }

    private func lowerTail(logOddsRatio: Double) -> Double {
        tilted(logOddsRatio)[...(observed - support.lowerBound)].reduce(0, +)
    }

    /// The zero of a function that rises in the log odds ratio.
    private func solve(_ function: (Double) -> Double) -> Double {
        RootFinder.zero(from: -700, to: 700, of: function) ?? .nan
    }
}
