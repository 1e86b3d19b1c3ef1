/// A range that covers the true value with a stated confidence, and the method that made it.
package struct ConfidenceInterval: Sendable, Hashable {
    package var low: Double
    package var high: Double
    /// Confidence level, in (0, 1): 0.95.
    package var level: Double
    package var method: Method

    package init(low: Double, high: Double, level: Double, method: Method) {
        self.low = low
        self.high = high
        self.level = level
        self.method = method
    }

    /// How an interval was made; the raw value is the name that reports print.
    package enum Method: String, Sendable, Hashable, CaseIterable, Codable {
        /// Mean ± t · s / √n.
        case studentT = "t"
        /// Wilson's score interval (Wilson 1927).
        case wilson
        /// Bias-corrected and accelerated bootstrap (Efron 1987).
        case bcaBootstrap = "bca-bootstrap"
        /// Estimate ± z · standard error (Wald).
        case normal
        /// Tails of the binomial law; at least the stated confidence (Clopper and Pearson 1934).
        case clopperPearson = "clopper-pearson"
        /// Wald's with z²/2 successes and failures added (Agresti and Coull 1998).
        case agrestiCoull = "agresti-coull"
        /// Quantiles of Beta(x + ½, n − x + ½).
        case jeffreys
        /// Wilson's with a continuity correction (Newcombe 1998).
        case wilsonCorrected = "wilson-cc"
        /// Of a difference, from two Wilson intervals (Newcombe 1998, method 10).
        case newcombe
        /// Of a difference, one success and one failure added to each arm (Agresti and Caffo 2000).
        case agrestiCaffo = "agresti-caffo"
        /// Of a difference, by inverting the score test (Miettinen and Nurminen 1985).
        case miettinenNurminen = "miettinen-nurminen"
        /// The same without the factor N / (N − 1) (Mee 1984).
        case mee
        /// Quantiles of the bootstrap distribution.
        case percentileBootstrap = "percentile-bootstrap"
        /// Those reflected at the estimate.
        case basicBootstrap = "basic-bootstrap"
        /// Valid at every look at the data, however often.
        case alwaysValid = "always-valid"
        /// By inverting an exact test.
        case exact
        /// Quantiles of a posterior: contains the value with this probability, given the prior.
        case credible
    }
}

extension ConfidenceInterval {
    /// The t interval of a mean; nil for fewer than two values.
    package static func studentT(of values: [Double], level: Double = 0.95) -> ConfidenceInterval? {
        guard values.count >= 2 else { return nil }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / (count - 1) / count).squareRoot()
        let t = Distribution.studentTQuantile((1 + level) / 2, degreesOfFreedom: count - 1)
        return ConfidenceInterval(
            low: mean - t * error,
            high: mean + t * error,
            level: level,
            method: .studentT
        )
    }

    /// Wilson's score interval for a proportion; nil where `trials` is not positive.
    ///
    /// `successes` may be a fraction: of all distributions on [0, 1] with a given mean the Bernoulli has the
    /// largest variance, so the interval of a mean of `trials` values in [0, 1] is then conservative.
    package static func wilson(
        successes: Double,
        trials: Double,
        level: Double = 0.95
    ) -> ConfidenceInterval? {
        guard trials > 0, (0...trials).contains(successes) else { return nil }
        let z = Distribution.normalQuantile((1 + level) / 2)
        let share = successes / trials
        let shrink = 1 + z * z / trials
        let centre = (share + z * z / (2 * trials)) / shrink
        let half = z / shrink * (share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot()
        // At 0 and at 1 the bound is exact in theory; rounding must not move it.
        return ConfidenceInterval(
            low: successes == 0 ? 0 : max(0, centre - half),
            high: successes == trials ? 1 : min(1, centre + half),
            level: level,
            method: .wilson
        )
    }
}
