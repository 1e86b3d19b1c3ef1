import Foundation

/// How much of the spread over tasks is the tasks and how much the drawing of samples.
///
/// Tells whether more tasks or more samples buy precision: samples only shrink `within`.
package struct VarianceComponents: Sendable, Hashable {
    /// Variance between tasks of the true values, ω²; clipped at zero.
    package var between: Double
    /// Mean variance of *one* sample inside a task.
    package var within: Double
    /// Whether the estimate of `between` was negative and set to zero.
    package var isClipped: Bool

    /// The share of one sample's variance that lies between tasks (intraclass correlation).
    package var intraclassCorrelation: Double {
        between + within > 0 ? between / (between + within) : 0
    }

    /// Splits the variance of per-task rates: s² minus the mean of pᵢ(1 − pᵢ)/(nᵢ − 1).
    ///
    /// - Throws: `.tooFew` for fewer than two tasks or two samples of a task.
    package init(successes: [Int], samples: [Int]) throws(StatisticsError) {
        try Require.sameLength(successes.count, samples.count, "successes and samples")
        var rates: [Double] = []
        var noise: [Double] = []
        var single: [Double] = []
        for (count, total) in zip(successes, samples) {
            let variance = try SamplingVariance.passAt1(successes: count, samples: total)
            rates.append(Double(count) / Double(total))
            noise.append(variance)
            single.append(variance * Double(total))
        }
        try Require.finite(rates, "tasks", atLeast: 2)
        let spread = Moments(finite: rates).variance - Moments(finite: noise).mean
        between = max(0, spread)
        isClipped = spread < 0
        within = Moments(finite: single).mean
    }

    /// Of paired differences: what remains of their variance when both candidates' sampling is taken away.
    ///
    /// `within` is then the sum of the two candidates' single-sample variances; use `PairedPower` for
    /// unequal numbers of samples.
    ///
    /// - Throws: as the other initialiser, and `.unequalLengths`.
    package init(
        first: (successes: [Int], samples: [Int]),
        second: (successes: [Int], samples: [Int])
    ) throws(StatisticsError) {
        try Require.sameLength(first.successes.count, second.successes.count, "paired tasks")
        let one = try VarianceComponents(successes: first.successes, samples: first.samples)
        let two = try VarianceComponents(successes: second.successes, samples: second.samples)
        var differences: [Double] = []
        var noise = 0.0
        for index in first.successes.indices {
            let (a, n) = (first.successes[index], first.samples[index])
            let (b, m) = (second.successes[index], second.samples[index])
            differences.append(Double(a) / Double(n) - Double(b) / Double(m))
            noise += try SamplingVariance.passAt1(successes: a, samples: n)
            noise += try SamplingVariance.passAt1(successes: b, samples: m)
        }
        let spread = Moments(finite: differences).variance - noise / Double(differences.count)
        between = max(0, spread)
        isClipped = spread < 0
        within = one.within + two.within
    }
}
