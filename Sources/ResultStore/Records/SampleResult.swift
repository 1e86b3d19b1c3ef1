package import HarnessCore

/// What one sample got: its verdict and what was measured beside it.
package struct SampleResult: Sendable, Hashable {
    package var key: SampleKey
    package var verdict: Verdict
    /// Distance of the candidate's text to the reference; nil where there is no reference.
    package var editDistance: EditDistanceValue?
    /// Whether the verdict came from the cache or from an identical program, without an execution.
    package var isCached: Bool
    /// Executions behind the verdict: 0 when cached, 2 where a doubtful result was run again.
    package var executions: Int
    /// Stores the verdict in the cache under this key, in the same transaction; nil stores nothing.
    ///
    /// For verdicts that the program alone decides: never for doubtful results or infrastructure errors.
    package var cacheKey: ContentHash?

    package init(
        key: SampleKey,
        verdict: Verdict,
        editDistance: EditDistanceValue? = nil,
        isCached: Bool = false,
        executions: Int = 1,
        cacheKey: ContentHash? = nil
    ) {
        self.key = key
        self.verdict = verdict
        self.editDistance = editDistance
        self.isCached = isCached
        self.executions = executions
        self.cacheKey = cacheKey
    }
}

/// An edit distance, as counted and as a share of the longer text.
package struct EditDistanceValue: Sendable, Hashable, Codable {
    package var raw: Int
    /// From 0 (equal) to 1.
    package var normalized: Double

    package init(raw: Int, normalized: Double) {
        self.raw = raw
        self.normalized = normalized
    }
}
