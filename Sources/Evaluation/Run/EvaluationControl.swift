import Synchronization

/// The switch by which somebody outside ends an evaluation early.
package final class EvaluationControl: Sendable {
    private let requests = Mutex(0)
    private let continuation: AsyncStream<Request>.Continuation
    /// Read by the one evaluation that this control belongs to.
    let stream: AsyncStream<Request>

    package init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(2))
    }

    /// Asks to stop: the first time to finish what runs and save, the second time to stop at once.
    package func stop() {
        let count = requests.withLock { count in
            count += 1
            return count
        }
        continuation.yield(count == 1 ? .finishRunning : .cancel)
    }

    /// Ends the stream, so that nobody waits for a request that cannot come.
    func close() { continuation.finish() }

    enum Request: Sendable {
        case finishRunning
        case cancel
    }
}
