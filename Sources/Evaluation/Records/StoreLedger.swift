package import HarnessCore
package import ResultStore

/// The ledger of one run in the store.
package struct StoreLedger: EvaluationLedger {
    private let store: ResultStore
    private let writer: ResultWriter

    /// Takes the id of a run that has been created.
    package init(store: ResultStore, run: String) {
        self.store = store
        writer = ResultWriter(store: store, run: run)
    }

    package func knownKeys(among keys: [ContentHash]) throws -> Set<ContentHash> {
        var known: Set<ContentHash> = []
        var rest = keys[...]
        // In pieces: the store answers with whole verdicts, and only their keys are wanted.
        while !rest.isEmpty {
            let piece = rest.prefix(256)
            rest.removeFirst(piece.count)
            known.formUnion(try store.cachedVerdicts(forKeys: piece).keys)
        }
        return known
    }

    package func verdicts(forKeys keys: [ContentHash]) throws -> [ContentHash: Verdict] {
        try store.cachedVerdicts(forKeys: keys)
    }

    package func record(_ results: [EvaluatedSample]) async throws {
        try await shielded { writer in
            for result in results { try await writer.submit(SampleResult(result)) }
        }
    }

    package func flush() async throws {
        try await shielded { writer in try await writer.flush() }
    }

    package func remember(_ verdicts: [ContentHash: Verdict]) throws {
        try store.storeVerdicts(verdicts)
    }

    /// Lets the writer finish although the calling task may be cancelled: a task of its own does not inherit that.
    private func shielded(_ body: @escaping @Sendable (ResultWriter) async throws -> Void) async throws {
        try await Task { [writer] in try await body(writer) }.value
    }
}

extension SampleResult {
    fileprivate init(_ sample: EvaluatedSample) {
        var distance: EditDistanceValue?
        if let raw = sample.editDistance, let normalized = sample.normalizedEditDistance {
            distance = EditDistanceValue(raw: raw, normalized: normalized)
        }
        self.init(
            key: SampleKey(taskID: sample.taskID, language: sample.language, index: sample.index),
            verdict: sample.verdict,
            editDistance: distance,
            isCached: sample.source == .cached || sample.source == .shared,
            executions: sample.source == .executed ? sample.attempts : 0,
            cacheKey: sample.cacheKey
        )
    }
}
