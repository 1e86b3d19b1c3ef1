import HarnessCore

/// Counts results, saves them in batches and tells the observer, all in one place and one at a time.
actor ResultBook {
    private let ledger: any EvaluationLedger
    private let settings: EvaluationSettings
    private let observer: EvaluationObserver
    private let now: EvaluationClock
    private(set) var summary: EvaluationSummary

    private var results: [EvaluatedSample] = []
    private var lastSave: Duration

    // Until a first program gets a real verdict, faults are held back: if nothing works at all they are
    // not results but one fault of this machine, and `resume` must find the samples still missing.
    private var hasSucceeded = false
    private var heldBack: [EvaluatedSample] = []
    private var faults: [String: Int] = [:]

    /// So many equal faults and no success end the run.
    static let hopelessFaults = 5
    /// Results wait no longer than this for their batch to fill.
    static let longestWait = Duration.seconds(1)

    init(
        planned: Int,
        ledger: any EvaluationLedger,
        settings: EvaluationSettings,
        observer: @escaping EvaluationObserver,
        now: @escaping EvaluationClock
    ) {
        self.ledger = ledger
        self.settings = settings
        self.observer = observer
        self.now = now
        summary = EvaluationSummary(planned: planned)
        lastSave = now()
    }

    func tell(_ event: EvaluationEvent) { observer(event) }

    func quarantine(_ taskID: String, reason: String) {
        summary.quarantined.append(taskID)
        observer(.quarantined(taskID: taskID, reason: reason))
    }

    /// Keeps results that cost no execution: cached and quarantined ones.
    func add(_ samples: [EvaluatedSample]) async throws {
        for sample in samples { count(sample) }
        try await saveIfDue()
    }

    /// Keeps the results of one executed unit.
    ///
    /// - Throws: `unavailable` where every program so far met the same fault.
    func add(_ samples: [EvaluatedSample], of result: TrialResult) async throws {
        summary.executed += 1
        if result.verdict.outcome == .infrastructureError {
            if !hasSucceeded {
                heldBack += samples
                let fault = "\(result.verdict.rule): \(result.verdict.evidence.message)"
                faults[fault, default: 0] += 1
                if faults[fault, default: 0] >= Self.hopelessFaults { throw hopeless(result.verdict) }
                return
            }
        } else {
            hasSucceeded = true
            for sample in heldBack { count(sample) }
            heldBack = []
        }
        for sample in samples { count(sample) }
        try await saveIfDue()
    }

    /// Saves everything that has a verdict; with `isFinal`, faults that were held back are results after all.
    func save(isFinal: Bool) async throws {
        if isFinal {
            for sample in heldBack { count(sample) }
            heldBack = []
        }
        try await save()
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
        results.append(sample)
        observer(.finished(sample))
    }

    private func saveIfDue() async throws {
        guard results.count >= settings.batchSize || now() - lastSave >= Self.longestWait else { return }
        try await save()
    }

    private func save() async throws {
        // Taken out before the first suspension: others may add while the ledger writes.
        let batch = results
        results = []
        lastSave = now()
        if !batch.isEmpty { try await ledger.record(batch) }
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
