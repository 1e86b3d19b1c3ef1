package import HarnessCore

/// The one writer of a run: collects results and stores them in batches.
///
/// A batch is stored when it is full or when its oldest result is `interval` old, whatever comes first.
/// A result is safe against kill -9 once a `flush()` that began after its `submit` has returned, or a batch
/// with it has been stored; what is lost before that has no row and is run again by `resume`.
package actor ResultWriter {
    /// Results that have been stored; those left out because the sample had a verdict are not counted.
    package private(set) var storedCount = 0

    private let store: ResultStore
    private let run: String
    private let batchSize: Int
    private let interval: Duration
    private let sleep: @Sendable (Duration) async throws -> Void

    private var buffer: [SampleResult] = []
    private var isWriting = false
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var timer: Task<Void, Never>?
    /// The fault of a timed flush, which nobody waited for; the next caller gets it.
    private var unreportedFault: HarnessError?

    /// Makes a writer for one run.
    ///
    /// - Parameters:
    ///   - store: Where the run is kept.
    ///   - run: The id of the run.
    ///   - batchSize: Results per transaction at most, and in memory about as many. Default is 256.
    ///   - interval: How long a result waits for others at most. Default is half a second.
    ///   - sleep: Waits; injected by tests.
    package init(
        store: ResultStore,
        run: String,
        batchSize: Int = 256,
        interval: Duration = .milliseconds(500),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.store = store
        self.run = run
        self.batchSize = max(1, batchSize)
        self.interval = interval
        self.sleep = sleep
    }

    /// Takes one result; where the batch is full, returns only after it has been stored.
    ///
    /// - Throws: The fault of the write, or that of an earlier timed one. The results stay in memory and the
    ///   next flush tries again.
    package func submit(_ result: SampleResult) async throws(HarnessError) {
        buffer.append(result)
        try reportFault()
        if buffer.count >= batchSize {
            try await flush()
        } else if timer == nil {
            startTimer()
        }
    }

    /// Stores everything submitted so far.
    package func flush() async throws(HarnessError) {
        while isWriting { await withCheckedContinuation { waiters.append($0) } }
        try reportFault()
        timer?.cancel()
        timer = nil
        guard !buffer.isEmpty else { return }
        let batch = buffer
        buffer = []
        isWriting = true
        defer {
            isWriting = false
            for waiter in waiters { waiter.resume() }
            waiters = []
        }
        do {
            storedCount += try await store.recordInBackground(batch, run: run)
        } catch {
            buffer = batch + buffer
            throw error
        }
    }

    /// Whether a timed flush failed and nobody has been told yet.
    var hasUnreportedFault: Bool { unreportedFault != nil }

    private func reportFault() throws(HarnessError) {
        guard let fault = unreportedFault else { return }
        unreportedFault = nil
        throw fault
    }

    private func startTimer() {
        timer = Task { [weak self, sleep, interval] in
            do { try await sleep(interval) } catch { return }
            await self?.flushAfterInterval()
        }
    }

    private func flushAfterInterval() async {
        timer = nil
        do throws(HarnessError) { try await flush() } catch { unreportedFault = error }
    }
}
