import Foundation
import Statistics

/// A promise of a test or interval, and the simulation that tries it.
struct Check: Sendable {
    /// What the simulated rate must be.
    enum Promise: Sendable {
        /// The nominal rate: exact methods on data that meet their assumptions.
        case equals(Double)
        /// Within so much of the nominal rate: approximations, and counts, which cannot hit it.
        case near(Double, within: Double)
        /// At most the rate: conservative tests.
        case atMost(Double)
        /// At least the rate: conservative intervals, or a failure that must show.
        case atLeast(Double)
    }

    var name: String
    var promise: Promise
    /// Fewer than the others where one replicate is dear.
    var share = 1.0
    /// Whether a replicate rejects (tests) or covers (intervals); an error is no verdict.
    var run: @Sendable (inout SeededGenerator) throws -> Bool

    struct Result: Sendable {
        var name: String
        var promise: Promise
        var hits: Int
        var replicates: Int
        /// Replicates in which the method refused to give a number.
        var refused: Int

        var rate: Double { Double(hits) / Double(max(1, replicates - refused)) }

        /// Three and a half Monte Carlo errors at the promised rate: one false alarm in two thousand checks.
        func slack(at rate: Double) -> Double {
            3.5 * (rate * (1 - rate) / Double(max(1, replicates - refused))).squareRoot()
        }

        var holds: Bool {
            switch promise {
            case .equals(let wanted): abs(rate - wanted) <= slack(at: wanted)
            case .near(let wanted, let width): abs(rate - wanted) <= width + slack(at: wanted)
            case .atMost(let wanted): rate <= wanted + slack(at: wanted)
            case .atLeast(let wanted): rate >= wanted - slack(at: wanted)
            }
        }

        var line: String {
            let wanted =
                switch promise {
                case .equals(let rate): String(format: "= %.3f", rate)
                case .near(let rate, let width): String(format: "%.3f ± %.3f", rate, width)
                case .atMost(let rate): String(format: "≤ %.3f", rate)
                case .atLeast(let rate): String(format: "≥ %.3f", rate)
                }
            let words = [
                holds ? "ok  " : "FAIL", String(format: "%.4f", rate), wanted.padded(to: 15),
                "\(replicates)".padded(to: 7), name,
                refused > 0 ? "(no number in \(refused))" : "",
            ]
            return words.joined(separator: "  ")
        }
    }

    func result(replicates: Int, seed: UInt64) -> Result {
        let count = max(200, Int(Double(replicates) * share))
        var result = Result(name: name, promise: promise, hits: 0, replicates: count, refused: 0)
        // Every check has a stream of its own: adding one does not move the others.
        let stream = name.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        for replicate in 0..<count {
            var generator = SeededGenerator(seed: stream &+ UInt64(replicate))
            do {
                if try run(&generator) { result.hits += 1 }
            } catch {
                result.refused += 1
            }
        }
        return result
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension SeededGenerator {
    /// In (0, 1).
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

    /// Standard normal, by Box and Muller (1958).
    mutating func normal() -> Double {
        (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform())
    }

    mutating func exponential() -> Double { -log(uniform()) }

    mutating func isTrue(_ probability: Double) -> Bool { uniform() < probability }

    mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
        (0..<trials).count { _ in isTrue(probability) }
    }

    mutating func normals(_ count: Int, deviation: Double = 1) -> [Double] {
        (0..<count).map { _ in deviation * normal() }
    }

    /// A logistic normal: how hard tasks are.
    mutating func difficulty() -> Double { 1 / (1 + exp(-1.5 * normal())) }
}
