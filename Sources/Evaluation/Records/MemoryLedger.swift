package import HarnessCore

/// A ledger that lives as long as its process, for checks whose results nobody keeps.
package actor MemoryLedger: EvaluationLedger {
    private var known: [ContentHash: Verdict] = [:]
    /// Everything recorded, in the order of recording.
    package private(set) var results: [EvaluatedSample] = []

    package init() {}

    package func knownKeys(among keys: [ContentHash]) -> Set<ContentHash> {
        Set(keys.filter { known[$0] != nil })
    }

    package func verdicts(forKeys keys: [ContentHash]) -> [ContentHash: Verdict] {
        var found: [ContentHash: Verdict] = [:]
        for key in keys { found[key] = known[key] }
        return found
    }

    package func record(_ results: [EvaluatedSample]) {
        self.results += results
        for result in results {
            if let key = result.cacheKey { known[key] = result.verdict }
        }
    }

    package func flush() {}

    package func remember(_ verdicts: [ContentHash: Verdict]) {
        known.merge(verdicts) { _, new in new }
    }
}
