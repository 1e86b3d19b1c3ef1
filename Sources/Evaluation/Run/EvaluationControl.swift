import Synchronization

/// The switch by which somebody outside ends evaluations early.
///
/// One switch may serve several evaluations, one after the other: what was asked stays asked.
package final class EvaluationControl: Sendable {
    private struct State {
        var requests = 0
        var listener: AsyncStream<Request>.Continuation?
    }

    private let state = Mutex(State())

    package init() {}

    /// Asks to stop: the first time to finish what runs and save, the second time to stop at once.
    package func stop() {
        state.withLock { state in
            state.requests += 1
            state.listener?.yield(state.requests == 1 ? .finishRunning : .cancel)
        }
    }

    /// Returns what is asked from now on, and first what was asked already.
    func requests() -> AsyncStream<Request> {
        let (stream, continuation) = AsyncStream<Request>.makeStream(bufferingPolicy: .bufferingNewest(2))
        state.withLock { state in
            state.listener = continuation
            if state.requests > 0 { continuation.yield(.finishRunning) }
            if state.requests > 1 { continuation.yield(.cancel) }
        }
        return stream
    }

    /// Ends the stream that was given out last, so that nobody waits for a request that cannot come.
    func stopListening() {
        state.withLock { state in
            state.listener?.finish()
            state.listener = nil
        }
    }

    enum Request: Sendable {
        case finishRunning
        case cancel
    }
}
