import CNumerics

/// Quantiles and probabilities of the distributions that tests and intervals are made of.
///
/// Computed by Boost.Math. An argument outside the domain gives NaN. A `…Survival` is computed as an upper
/// tail, never as one minus the lower, and keeps ten digits down to 1e-300.
package enum Distribution {
    /// The z below which a standard normal variable lies with this probability, which is in (0, 1).
    package static func normalQuantile(_ probability: Double) -> Double {
        numerics_normal_quantile(probability)
    }

    /// The probability that a standard normal variable is at most `z`.
    package static func normalCumulative(_ z: Double) -> Double {
        numerics_normal_cumulative(z)
    }

    /// The probability that a standard normal variable exceeds `z`.
    package static func normalSurvival(_ z: Double) -> Double {
        numerics_normal_survival(z)
    }

    /// The t below which a Student t variable lies with this probability, which is in (0, 1).
    package static func studentTQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
        numerics_student_t_quantile(probability, degreesOfFreedom)
    }

    /// The probability that a Student t variable is at most `t`.
    package static func studentTCumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
        numerics_student_t_tail(t, degreesOfFreedom, false)
    }

    /// The probability that a Student t variable exceeds `t`.
    package static func studentTSurvival(_ t: Double, degreesOfFreedom: Double) -> Double {
        numerics_student_t_tail(t, degreesOfFreedom, true)
    }

    /// The value below which a χ² variable lies with this probability, which is in (0, 1).
    package static func chiSquaredQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
        numerics_chi_squared_quantile(probability, degreesOfFreedom)
    }

    /// The probability that a χ² variable is at most `value`.
    package static func chiSquaredCumulative(_ value: Double, degreesOfFreedom: Double) -> Double {
        numerics_chi_squared_tail(value, degreesOfFreedom, false)
    }

    /// The probability that a χ² variable exceeds `value`.
    package static func chiSquaredSurvival(_ value: Double, degreesOfFreedom: Double) -> Double {
        numerics_chi_squared_tail(value, degreesOfFreedom, true)
    }

    /// The value below which an F variable lies with this probability, which is in (0, 1).
    package static func fQuantile(_ probability: Double, numerator: Double, denominator: Double) -> Double {
        numerics_f_quantile(probability, numerator, denominator)
    }

    /// The probability that an F variable with these degrees of freedom exceeds `value`.
    package static func fSurvival(_ value: Double, numerator: Double, denominator: Double) -> Double {
        numerics_f_tail(value, numerator, denominator, true)
    }
}

// MARK: - Proportions

extension Distribution {
    /// The value below which a Beta(alpha, beta) variable lies with this probability, which is in (0, 1).
    package static func betaQuantile(_ probability: Double, alpha: Double, beta: Double) -> Double {
        numerics_beta_quantile(probability, alpha, beta)
    }

    /// The probability that a Beta(alpha, beta) variable is at most `value`.
    package static func betaCumulative(_ value: Double, alpha: Double, beta: Double) -> Double {
        numerics_beta_tail(value, alpha, beta, false)
    }

    /// The probability that a Beta(alpha, beta) variable exceeds `value`.
    package static func betaSurvival(_ value: Double, alpha: Double, beta: Double) -> Double {
        numerics_beta_tail(value, alpha, beta, true)
    }

    /// The density of Beta(alpha, beta) at a value in (0, 1).
    package static func betaDensity(_ value: Double, alpha: Double, beta: Double) -> Double {
        numerics_beta_density(value, alpha, beta)
    }

    /// The probability of exactly this many successes in independent trials.
    package static func binomialProbability(_ successes: Int, trials: Int, probability: Double) -> Double {
        numerics_binomial_probability(Double(successes), Double(trials), probability)
    }

    /// The probability of at most this many successes in independent trials.
    package static func binomialCumulative(_ successes: Int, trials: Int, probability: Double) -> Double {
        numerics_binomial_tail(Double(successes), Double(trials), probability, false)
    }

    /// The probability of more than this many successes in independent trials.
    package static func binomialSurvival(_ successes: Int, trials: Int, probability: Double) -> Double {
        numerics_binomial_tail(Double(successes), Double(trials), probability, true)
    }

    /// The probability that `successes` of `drawn` balls are marked, drawn without replacement.
    ///
    /// `marked` of the `total` balls are; zero outside the support. Loader's saddle-point form (2000): a
    /// product of three binomial probabilities keeps fourteen digits where log-gamma loses five.
    package static func hypergeometricProbability(
        _ successes: Int,
        total: Int,
        marked: Int,
        drawn: Int
    ) -> Double {
        guard (0...total).contains(marked), (0...total).contains(drawn) else { return .nan }
        guard successes >= max(0, drawn - (total - marked)), successes <= min(drawn, marked) else { return 0 }
        guard drawn > 0, drawn < total else { return 1 }
        let share = Double(drawn) / Double(total)
        let hit = binomialProbability(successes, trials: marked, probability: share)
        let missed = binomialProbability(drawn - successes, trials: total - marked, probability: share)
        return hit * missed / binomialProbability(drawn, trials: total, probability: share)
    }
}

// MARK: - Power and special functions

extension Distribution {
    /// The probability that a noncentral t variable is at most `t`.
    package static func noncentralTCumulative(
        _ t: Double,
        degreesOfFreedom: Double,
        noncentrality: Double
    ) -> Double {
        numerics_noncentral_t_tail(t, degreesOfFreedom, noncentrality, false)
    }

    /// The probability that a noncentral t variable exceeds `t`.
    package static func noncentralTSurvival(
        _ t: Double,
        degreesOfFreedom: Double,
        noncentrality: Double
    ) -> Double {
        numerics_noncentral_t_tail(t, degreesOfFreedom, noncentrality, true)
    }

    /// The probability that a noncentral χ² variable is at most `value`.
    package static func noncentralChiSquaredCumulative(
        _ value: Double,
        degreesOfFreedom: Double,
        noncentrality: Double
    ) -> Double {
        numerics_noncentral_chi_squared_tail(value, degreesOfFreedom, noncentrality, false)
    }

    /// The logarithm of the gamma function of a positive value.
    package static func logGamma(_ value: Double) -> Double {
        numerics_log_gamma(value)
    }

    /// The regularised upper incomplete gamma function Q(shape, value).
    package static func regularizedGammaUpper(shape: Double, value: Double) -> Double {
        numerics_regularized_gamma_upper(shape, value)
    }
}
