import Dispatch
import Foundation
import Synchronization

/// Tells of requests to end the process: ^C and termination.
final class SignalWatch: Sendable {
    private let arrivals = Arrivals()
    // Never changed after the initializer, and a dispatch source may be cancelled from any thread.
    private nonisolated(unsafe) let sources: [any DispatchSourceSignal]

    /// What has arrived so far.
    private final class Arrivals: Sendable {
        private let state = Mutex((first: Int32?.none, count: 0))

        var first: Int32? { state.withLock { $0.first } }

        func add(_ number: Int32) -> Int {
            state.withLock { state in
                state.count += 1
                if state.first == nil { state.first = number }
                return state.count
            }
        }
    }

    /// The signal that arrived first; nil where none did.
    var firstSignal: Int32? { arrivals.first }

    /// Starts watching; the handler receives the signal and how many have arrived with it.
    ///
    /// From here on these signals do not end the process by themselves.
    init(handler: @escaping @Sendable (Int32, Int) -> Void) {
        let queue = DispatchQueue(label: "evalharness.signals")
        sources = [SIGINT, SIGTERM].map { [arrivals] number in
            // A signal source sees a signal only where its default action is out of the way.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { handler(number, arrivals.add(number)) }
            source.activate()
            return source
        }
    }

    /// Stops watching and gives the signals their usual meaning back.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
