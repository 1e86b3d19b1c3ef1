import HarnessCore

/// Counts results, hands them to the ledger and tells the observer, all in one place and one at a time.
actor ResultBook {
    private let ledger: any EvaluationLedger
    private let observer: EvaluationObserver
    private(set) var summary: EvaluationSummary

    // Until a first program gets a real verdict, faults are held back: if nothing works at all they are
    // not results but one fault of this machine, and `resume` must find the samples still missing.
    private var hasSucceeded = false
    private var heldBack: [EvaluatedSample] = []
    private var faults: [String: Int] = [:]

    /// So many equal faults and no success end the run.
    static let hopelessFaults = 5

    init(
        planned: Int,
        ledger: any EvaluationLedger,
        observer: @escaping EvaluationObserver
    ) {
        self.ledger = ledger
        self.observer = observer
        summary = EvaluationSummary(planned: planned)
    }

    func tell(_ event: EvaluationEvent) { observer(event) }

    func quarantine(_ taskID: String, _ language: Language, reason: String) {
        if !summary.quarantined.contains(taskID) { summary.quarantined.append(taskID) }
        observer(.quarantined(taskID: taskID, language: language, reason: reason))
    }

    /// Keeps results that cost no execution: cached and quarantined ones.
    func add(_ samples: [EvaluatedSample]) async throws {
        try await ledger.record(samples)
        for sample in samples { count(sample) }
    }

    /// Keeps the results of one executed unit.
    ///
    /// - Throws: `unavailable` where every program so far met the same fault.
    func add(_ samples: [EvaluatedSample], of result: TrialResult) async throws {
        summary.executed += 1
        if result.verdict.outcome != .infrastructureError {
            hasSucceeded = true
            try await releaseFaults()
        } else if !hasSucceeded {
            heldBack += samples
            let fault = "\(result.verdict.rule): \(result.verdict.evidence.message)"
            faults[fault, default: 0] += 1
            if faults[fault, default: 0] >= Self.hopelessFaults { throw hopeless(result.verdict) }
            return
        }
        try await add(samples)
    }

    /// Saves everything that has a verdict; with `isFinal`, faults that were held back are results after all.
    func save(isFinal: Bool) async throws {
        if isFinal { try await releaseFaults() }
        try await ledger.flush()
    }

    private func releaseFaults() async throws {
        let faults = heldBack
        // Emptied before the ledger is asked: meanwhile another worker may come by here.
        heldBack = []
        if !faults.isEmpty { try await add(faults) }
    }

    func end(_ status: EvaluationSummary.Status) -> EvaluationSummary {
        summary.status = status
        observer(.ended(summary))
        return summary
    }

    private func count(_ sample: EvaluatedSample) {
        switch sample.verdict.outcome {
        case .passed: summary.passed += 1
        case .failed: summary.failed += 1
        case .infrastructureError: summary.infrastructureErrors += 1
        }
        if sample.source == .cached { summary.cached += 1 }
        observer(.finished(sample))
    }

    private func hopeless(_ verdict: Verdict) -> HarnessError {
        HarnessError(
            .unavailable,
            "the first \(Self.hopelessFaults) programs all met the same fault and none ran: "
                + verdict.evidence.message,
            remedy: "look for the cause with: evalharness doctor; then continue with: evalharness resume"
        )
    }
}
