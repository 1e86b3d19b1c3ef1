import Foundation

/// Corrections of p-values for the number of questions asked.
package enum MultipleTesting: String, Sendable, Hashable, CaseIterable, Codable {
    /// Times the number of tests; under any dependence.
    case bonferroni
    /// Holm 1979: stepwise, never weaker than Bonferroni, under any dependence. The one to prefer.
    case holm
    /// Hochberg 1988: step-up; for independent or positively dependent tests.
    case hochberg
    /// Hommel 1988: never weaker than Hochberg, under the same assumption.
    case hommel
    /// Benjamini and Hochberg 1995: the false discovery rate; independent or positively dependent tests.
    case benjaminiHochberg = "bh"
    /// Benjamini and Yekutieli 2001: the false discovery rate under any dependence.
    case benjaminiYekutieli = "by"
    /// 1 − (1 − p)^m; independent tests.
    case sidak
    /// Holm's steps with Šidák's formula; independent tests.
    case holmSidak = "holm-sidak"

    /// The adjusted p-values in the order given; each is compared with the level of the whole family.
    ///
    /// As R's `p.adjust`. Empty for no p-values.
    ///
    /// - Throws: `.notFinite` for a NaN and `.outOfRange` for a value outside [0, 1].
    /// - Complexity: O(m log m), Hommel's O(m²).
    package func adjust(_ pValues: [Double]) throws(StatisticsError) -> [Double] {
        guard !pValues.isEmpty else { return [] }
        try Require.finite(pValues, "p-values")
        try Require.holds(pValues.allSatisfy { (0...1).contains($0) }, "p-values", rule: "in [0, 1]")
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        let adjusted = adjustSorted(order.map { pValues[$0] })
        var result = pValues
        for (rank, index) in order.enumerated() { result[index] = min(1, adjusted[rank]) }
        return result
    }

    private func adjustSorted(_ sorted: [Double]) -> [Double] {
        let count = Double(sorted.count)
        let ranked = sorted.enumerated()
        return switch self {
        case .bonferroni: sorted.map { $0 * count }
        case .sidak: sorted.map { Self.sidak($0, tests: count) }
        case .holm: Self.runningMaximum(ranked.map { (count - Double($0)) * $1 })
        case .holmSidak: Self.runningMaximum(ranked.map { Self.sidak($1, tests: count - Double($0)) })
        case .hochberg: Self.runningMinimum(ranked.map { (count - Double($0)) * $1 })
        case .benjaminiHochberg: Self.runningMinimum(ranked.map { count / Double($0 + 1) * $1 })
        case .benjaminiYekutieli:
            Self.runningMinimum(ranked.map { Self.harmonic(sorted.count) * count / Double($0 + 1) * $1 })
        case .hommel: Self.hommel(sorted)
        }
    }

    /// Keeps the digits of p-values near zero.
    private static func sidak(_ pValue: Double, tests: Double) -> Double {
        -expm1(tests * log1p(-pValue))
    }

    private static func harmonic(_ count: Int) -> Double {
        (1...count).reduce(0) { $0 + 1 / Double($1) }
    }

    private static func runningMaximum(_ values: [Double]) -> [Double] {
        var largest = 0.0
        return values.map { value in
            largest = max(largest, value)
            return largest
        }
    }

    private static func runningMinimum(_ values: [Double]) -> [Double] {
        var smallest = Double.infinity
        let reversed = values.reversed().map { value in
            smallest = min(smallest, value)
            return smallest
        }
        return reversed.reversed()
    }

    /// Wright's algorithm (1992), as in `p.adjust`.
    private static func hommel(_ sorted: [Double]) -> [Double] {
        let count = sorted.count
        let simes = sorted.enumerated().map { Double(count) * $1 / Double($0 + 1) }.min() ?? 1
        var best = Array(repeating: simes, count: count)
        for size in stride(from: count - 1, through: 2, by: -1) {
            let split = count - size + 1
            var smallest = Double.infinity
            for (step, index) in (split..<count).enumerated() {
                smallest = min(smallest, Double(size) * sorted[index] / Double(step + 2))
            }
            var current = best
            for index in 0..<split { current[index] = min(Double(size) * sorted[index], smallest) }
            for index in split..<count { current[index] = current[split - 1] }
            for index in best.indices { best[index] = max(best[index], current[index]) }
        }
        return zip(best, sorted).map { max($0, $1) }
    }
}
