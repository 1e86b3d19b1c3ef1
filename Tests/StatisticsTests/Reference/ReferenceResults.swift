@testable import Statistics

/// Computed numbers by the paths of `ReferenceCase.expected`.
struct ReferenceResults {
    private(set) var numbers: [String: Double] = [:]

    mutating func set(_ path: String, _ value: Double) { numbers[path] = value }

    mutating func set(_ path: String, _ values: [Double]) {
        for (index, value) in values.enumerated() { numbers["\(path)[\(index)]"] = value }
    }

    mutating func set(_ path: String, _ interval: ConfidenceInterval) {
        set(path, [interval.low, interval.high])
    }

    /// A statistic and its p-value under two paths.
    mutating func set(_ path: String, p: String, _ test: HypothesisTest) {
        set(path, test.statistic)
        set(p, test.pValue)
    }
}
