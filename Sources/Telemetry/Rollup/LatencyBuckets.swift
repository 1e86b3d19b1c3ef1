import Foundation

/// Latencies in buckets whose bounds grow by one ratio, so that sketches of days add up to one of a month.
///
/// DDSketch (Masson, Rim and Lee 2019) with a relative error of 1 %: bucket i holds (γ^(i−1), γ^i] milliseconds with
/// γ = 1.01 / 0.99; bucket `zero` holds what is below a microsecond.
package struct LatencySketch: Sendable, Hashable {
    package static let relativeError = 0.01
    static let gamma = (1 + relativeError) / (1 - relativeError)
    static let zero = -1000

    /// Counts by bucket.
    package private(set) var counts: [Int: Int] = [:]
    package private(set) var total = 0

    package init() {}

    /// The bucket of a latency in milliseconds.
    static func bucket(_ milliseconds: Double) -> Int {
        guard milliseconds > 1e-3 else { return zero }
        return Int((log(milliseconds) / log(gamma)).rounded(.up))
    }

    mutating package func add(bucket: Int, count: Int) {
        counts[bucket, default: 0] += count
        total += count
    }

    /// The latency below which this share lies, milliseconds, to 1 % of its value; nil where there is none.
    ///
    /// The element of rank ⌊share · (n − 1)⌋, as in the paper.
    package func quantile(_ share: Double) -> Double? {
        guard total > 0 else { return nil }
        let rank = Int((share * Double(total - 1)).rounded(.down))
        var seen = 0
        for (bucket, count) in counts.sorted(by: { $0.key < $1.key }) {
            seen += count
            if seen > rank {
                return bucket == Self.zero ? 0 : 2 * pow(Self.gamma, Double(bucket)) / (Self.gamma + 1)
            }
        }
        return nil
    }
}
