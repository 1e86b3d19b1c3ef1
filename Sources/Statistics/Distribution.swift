import CNumerics

/// Quantiles and probabilities of the distributions that intervals are made of.
///
/// Computed by Boost.Math; an argument outside the domain gives NaN.
package enum Distribution {
    /// The z below which a standard normal variable lies with this probability, which is in (0, 1).
    package static func normalQuantile(_ probability: Double) -> Double {
        numerics_normal_quantile(probability)
    }

    /// The probability that a standard normal variable is at most `z`.
    package static func normalCumulative(_ z: Double) -> Double {
        numerics_normal_cumulative(z)
    }

    /// The t below which a Student t variable lies with this probability, which is in (0, 1).
    package static func studentTQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
        numerics_student_t_quantile(probability, degreesOfFreedom)
    }
}
