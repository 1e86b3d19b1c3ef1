package import HarnessCore

/// Where an evaluation finds known verdicts and leaves its results.
package protocol EvaluationLedger: Sendable {
    /// Returns those of the keys whose verdict is known.
    func knownKeys(among keys: [ContentHash]) async throws -> Set<ContentHash>

    /// Returns the known verdicts among the keys.
    func verdicts(forKeys keys: [ContentHash]) async throws -> [ContentHash: Verdict]

    /// Takes results, and verdicts under their cache keys; may keep them in memory until a batch is full.
    ///
    /// Must not give up when the calling task is cancelled: these results exist and have been paid for.
    func record(_ results: [EvaluatedSample]) async throws

    /// Returns when everything recorded so far is safe, also when the calling task is cancelled.
    func flush() async throws

    /// Makes verdicts that belong to no sample known to later runs, replacing older ones.
    func remember(_ verdicts: [ContentHash: Verdict]) async throws
}
