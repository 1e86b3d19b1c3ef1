/// Tests that compare the data with all, or many, ways they could have been labelled.
///
/// Two-sided p-values count |T| ≥ |T observed|, with a tolerance for rounding, so ties count as extreme.
package enum PermutationTest {
    /// How the orders were looked at.
    package struct Outcome: Sendable, Hashable {
        package var pValue: Double
        /// Orders at least as extreme as the observed one.
        package var extreme: Int
        /// Orders looked at.
        package var total: Int
        /// Whether those were all there are; else they were drawn, and p is (extreme + 1)/(total + 1).
        package var isExact: Bool
    }

    /// The sign-flip test of paired differences against symmetry about zero.
    ///
    /// All 2ⁿ signs up to n = 20, above that drawn ones.
    ///
    /// - Throws: `.noVariation` where all differences are zero, `.tooFew`, `.notFinite`, `.outOfRange` for
    ///   fewer than 100 replicates.
    package static func signFlip(
        differences: [Double],
        replicates: Int = 10_000,
        seed: UInt64
    ) throws(StatisticsError) -> Outcome {
        try Require.finite(differences, "differences")
        try Require.holds(replicates >= 100, "replicates", rule: "at least 100")
        // A zero difference has no sign to flip.
        let values = differences.filter { $0 != 0 }
        guard !values.isEmpty else { throw .noVariation("differences") }
        let limit = abs(values.reduce(0, +)) - 1e-12 * values.reduce(0) { $0 + abs($1) }
        if values.count <= 20 {
            // The first sign is fixed: the other half of the orders mirrors this one.
            var sum = values.reduce(0, +)
            var signs = Array(repeating: 1.0, count: values.count)
            let half = 1 << (values.count - 1)
            var extreme = 1
            for step in 1..<max(1, half) {
                // Gray code: each order differs from the last in one sign.
                let index = step.trailingZeroBitCount + 1
                signs[index] = -signs[index]
                sum += 2 * signs[index] * values[index]
                if abs(sum) >= limit { extreme += 1 }
            }
            return Outcome(
                pValue: Double(extreme) / Double(half),
                extreme: 2 * extreme,
                total: 2 * half,
                isExact: true
            )
        }
        var generator = SeededGenerator(seed: seed)
        var extreme = 0
        for _ in 0..<replicates where abs(flippedSum(values, &generator)) >= limit { extreme += 1 }
        return drawn(extreme, of: replicates)
    }

    /// The test that two independent samples come from one law, by their difference of means.
    ///
    /// All orders up to `exactLimit`, above that drawn ones.
    ///
    /// - Throws: `.noVariation` where all values are equal, `.tooFew`, `.notFinite`, `.outOfRange` for fewer
    ///   than 100 replicates.
    package static func meanDifference(
        _ first: [Double],
        _ second: [Double],
        replicates: Int = 10_000,
        seed: UInt64,
        exactLimit: Int = 200_000
    ) throws(StatisticsError) -> Outcome {
        try Require.finite(first, "first sample")
        try Require.finite(second, "second sample")
        try Require.holds(replicates >= 100, "replicates", rule: "at least 100")
        let mean = Moments(finite: first + second).mean
        // With the mean taken away the sum of the first alone tells the difference.
        let values = (first + second).map { $0 - mean }
        guard values.contains(where: { $0 != values[0] }) else { throw .noVariation("values") }
        let observed = values.prefix(first.count).reduce(0, +)
        let limit = abs(observed) - 1e-12 * values.reduce(0) { $0 + abs($1) }
        if orders(values.count, first.count, atMost: exactLimit) != nil {
            var count = (extreme: 0, total: 0)
            enumerate(values, from: 0, left: first.count, sum: 0, limit: limit, &count)
            return Outcome(
                pValue: Double(count.extreme) / Double(count.total),
                extreme: count.extreme,
                total: count.total,
                isExact: true
            )
        }
        var generator = SeededGenerator(seed: seed)
        var shuffled = values
        // Sums of the smaller sample mirror those of the larger.
        let size = min(first.count, second.count)
        var extreme = 0
        for _ in 0..<replicates where abs(drawnSum(&shuffled, size, &generator)) >= limit { extreme += 1 }
        return drawn(extreme, of: replicates)
    }

    /// Phipson and Smyth 2010: the observed order counts as one of the drawn ones, so p is never zero.
    private static func drawn(_ extreme: Int, of total: Int) -> Outcome {
        Outcome(
            pValue: Double(extreme + 1) / Double(total + 1),
            extreme: extreme,
            total: total,
            isExact: false
        )
    }

    /// The sum with random signs: a bit each, moved to where a double has its sign, without a branch.
    private static func flippedSum(_ values: [Double], _ generator: inout SeededGenerator) -> Double {
        values.withUnsafeBufferPointer { values in
            // Two sums, so that an addition need not wait for the one before.
            var (even, odd) = (0.0, 0.0)
            var index = 0
            while index < values.count {
                var bits = generator.next()
                let end = min(index + 64, values.count)
                while index + 1 < end {
                    even += Double(bitPattern: values[index].bitPattern ^ (bits << 63))
                    odd += Double(bitPattern: values[index + 1].bitPattern ^ ((bits & 2) << 62))
                    bits >>= 2
                    index += 2
                }
                if index < end {
                    even += Double(bitPattern: values[index].bitPattern ^ (bits << 63))
                    index += 1
                }
            }
            return even + odd
        }
    }

    /// The sum of `size` values drawn without replacement: the head of a Fisher-Yates shuffle.
    private static func drawnSum(
        _ values: inout [Double],
        _ size: Int,
        _ generator: inout SeededGenerator
    ) -> Double {
        var sum = 0.0
        for index in 0..<size {
            values.swapAt(index, index + generator.index(below: values.count - index))
            sum += values[index]
        }
        return sum
    }

    private static func orders(_ total: Int, _ size: Int, atMost limit: Int) -> Int? {
        var count = 1.0
        for index in 0..<min(size, total - size) { count = count * Double(total - index) / Double(index + 1) }
        return count <= Double(limit) + 0.5 ? Int(count.rounded()) : nil
    }

    private static func enumerate(
        _ values: [Double],
        from start: Int,
        left: Int,
        sum: Double,
        limit: Double,
        _ count: inout (extreme: Int, total: Int)
    ) {
        if left == 0 {
            count.total += 1
            if abs(sum) >= limit { count.extreme += 1 }
            return
        }
        for index in start...(values.count - left) {
            enumerate(
                values,
                from: index + 1,
                left: left - 1,
                sum: sum + values[index],
                limit: limit,
                &count
            )
        }
    }
}
