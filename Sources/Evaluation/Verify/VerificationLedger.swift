import HarnessCore
import ResultStore

/// Keeps the results of one check in memory, and the verdicts of all in a cache of their own.
actor VerificationLedger: EvaluationLedger {
    private let cache: ResultStore?
    private var waiting: [ContentHash: Verdict] = [:]
    /// Everything recorded, in the order of recording.
    private(set) var results: [EvaluatedSample] = []

    /// Verdicts that are in memory at one time before they are written.
    private static let batch = 32

    init(cache: ResultStore?) { self.cache = cache }

    func knownKeys(among keys: [ContentHash]) throws -> Set<ContentHash> {
        Set(try verdicts(forKeys: keys).keys)
    }

    func verdicts(forKeys keys: [ContentHash]) throws -> [ContentHash: Verdict] {
        try cache?.cachedVerdicts(forKeys: keys) ?? [:]
    }

    func record(_ results: [EvaluatedSample]) throws {
        self.results += results
        for result in results {
            if let key = result.cacheKey { waiting[key] = result.verdict }
        }
        if waiting.count >= Self.batch { try flush() }
    }

    func flush() throws {
        guard !waiting.isEmpty else { return }
        try cache?.storeVerdicts(waiting)
        waiting = [:]
    }

    func remember(_ verdicts: [ContentHash: Verdict]) throws {
        try cache?.storeVerdicts(verdicts)
    }
}
