import TestSupport

@testable import Statistics

extension ReferenceResults {
    mutating func set(_ path: String, _ interval: ConfidenceInterval) {
        set(path, [interval.low, interval.high])
    }

    /// A statistic and its p-value under two paths.
    mutating func set(_ path: String, p: String, _ test: HypothesisTest) {
        set(path, test.statistic)
        set(p, test.pValue)
    }
}
