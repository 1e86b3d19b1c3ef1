import Statistics

/// Draws from the laws that the generator needs; made of additions and products, so that every machine agrees.
struct GeneratorDraws {
    private var source: SeededGenerator

    init(seed: UInt64) { source = SeededGenerator(seed: seed) }

    /// Uniform in [0, 1).
    mutating func uniform() -> Double { Double(source.next() >> 11) * 0x1p-53 }

    mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

    mutating func index(below count: Int) -> Int { source.index(below: count) }

    mutating func word() -> UInt64 { source.next() }

    /// Nearly standard normal: the sum of twelve uniforms (Irwin–Hall), variance 1, within ±6.
    mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + uniform() } }

    /// A whole number with this mean and about a Poisson spread, at least 0.
    mutating func count(mean: Double) -> Int {
        max(0, Int((mean + normal() * mean.squareRoot()).rounded()))
    }

    /// Log-normal with this median; `spread` is the standard deviation of the logarithm.
    mutating func logNormal(median: Double, spread: Double) -> Double {
        median * GeneratorTruth.exponential(spread * normal())
    }
}
