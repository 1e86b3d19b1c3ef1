import Foundation

/// Estimators of what happens when `k` of a task's samples are drawn.
package enum PassAtK {
    /// The chance that at least one of `k` drawn samples passes; nil unless `0 ≤ c ≤ n` and `1 ≤ k ≤ n`.
    ///
    /// Unbiased estimator 1 − C(n−c, k) / C(n, k) of Chen et al. 2021, eq. 1. The ratio is the product of
    /// (1 − b / (n − j)) for j in 0..<a, where a and b are the smaller and the larger of c and k; its
    /// logarithm is summed, so that tiny chances keep their digits where `1 − product` would lose them.
    ///
    /// - Complexity: O(min(c, k)).
    package static func estimate(n: Int, c: Int, k: Int) -> Double? {
        guard isValid(n: n, c: c, k: k) else { return nil }
        if n - c < k { return 1 }
        if k == 1 { return Double(c) / Double(n) }
        let factors = min(c, k)
        let larger = Double(max(c, k))
        var logarithm = 0.0
        for j in 0..<factors { logarithm += log1p(-larger / Double(n - j)) }
        // The subtraction from zero turns the −0 of an empty product into 0.
        return 0 - expm1(logarithm)
    }

    /// The chance that all of `k` drawn samples pass: C(c, k) / C(n, k); nil outside the same ranges.
    ///
    /// The measure of reliability that is written pass^k.
    ///
    /// - Complexity: O(k).
    package static func allPass(n: Int, c: Int, k: Int) -> Double? {
        guard isValid(n: n, c: c, k: k) else { return nil }
        if c < k { return 0 }
        var product = 1.0
        for j in 0..<k { product *= Double(c - j) / Double(n - j) }
        return product
    }

    private static func isValid(n: Int, c: Int, k: Int) -> Bool {
        k >= 1 && k <= n && c >= 0 && c <= n
    }
}
