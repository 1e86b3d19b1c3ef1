import Dispatch
import Foundation
import Synchronization

/// Tells of requests to end the process: ^C, termination, and a terminal that goes away.
final class SignalWatch: Sendable {
    private let arrivals = Arrivals()
    private let watched: [Int32]
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
    /// A hang-up counts as a request for termination, unless the process was started to outlive it (`nohup`).
    ///
    /// From here on these signals do not end the process by themselves.
    init(handler: @escaping @Sendable (Int32, Int) -> Void) {
        let queue = DispatchQueue(label: "evalharness.signals")
        // A signal source sees a signal only where its default action is out of the way.
        let outlivesHangUp = signal(SIGHUP, SIG_IGN).map { unsafeBitCast($0, to: Int.self) } == 1
        watched = outlivesHangUp ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
        sources = watched.map { [arrivals] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            let meaning = number == SIGHUP ? SIGTERM : number
            source.setEventHandler { handler(meaning, arrivals.add(meaning)) }
            source.activate()
            return source
        }
    }

    /// Stops watching and gives the signals their usual meaning back.
    func end() {
        for source in sources { source.cancel() }
        for number in watched { signal(number, SIG_DFL) }
    }
}
