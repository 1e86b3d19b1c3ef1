import Foundation
import Statistics

extension SeededGenerator {
    /// Uniform in (0, 1).
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Standard normal, by Box and Muller (1958).
    mutating func normal() -> Double {
        (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform())
    }

    /// Gamma with scale one, by Marsaglia and Tsang (2000); `shape` is positive.
    mutating func gamma(shape: Double) -> Double {
        // Below one, a larger shape is drawn and shrunk.
        guard shape >= 1 else { return gamma(shape: shape + 1) * pow(uniform(), 1 / shape) }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let root = 1 + c * x
            guard root > 0 else { continue }
            let v = root * root * root
            if log(uniform()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
        }
    }

    /// Beta, as the share of one of two gammas; both shapes are positive.
    mutating func beta(_ alpha: Double, _ beta: Double) -> Double {
        let (first, second) = (gamma(shape: alpha), gamma(shape: beta))
        // Two shapes near zero may both underflow: then one of the ends, as likely as the mean says.
        guard first + second > 0 else { return isTrue(alpha / (alpha + beta)) ? 1 : 0 }
        return first / (first + second)
    }

    mutating func isTrue(_ probability: Double) -> Bool { uniform() < probability }
}
