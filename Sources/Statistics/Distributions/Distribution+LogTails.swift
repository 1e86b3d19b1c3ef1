import Foundation

extension Distribution {
    /// The natural logarithm of the probability that a standard normal variable exceeds `z`.
    ///
    /// Finite where the probability itself is zero in double precision (z > 38): beyond 30 it is the
    /// continued fraction of Mills' ratio, exact to 1e-15 there.
    package static func normalLogSurvival(_ z: Double) -> Double {
        guard z > 30 else { return log(normalSurvival(z)) }
        var fraction = z
        for term in stride(from: 20, through: 1, by: -1) { fraction = z + Double(term) / fraction }
        return -z * z / 2 - log(2 * Double.pi) / 2 - log(fraction)
    }

    /// The logarithm of the number of ways to choose `count` of `total`; −∞ where there is none.
    package static func logChoose(_ total: Int, _ count: Int) -> Double {
        guard count >= 0, count <= total else { return -.infinity }
        return logGamma(Double(total) + 1) - logGamma(Double(count) + 1) - logGamma(Double(total - count) + 1)
    }
}
