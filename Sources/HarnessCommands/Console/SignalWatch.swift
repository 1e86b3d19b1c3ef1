import Dispatch
import Foundation
import Synchronization

/// Tells of requests to end the process: ^C and termination.
final class SignalWatch: Sendable {
    private struct State {
        var sources: [any DispatchSourceSignal] = []
        var first: Int32?
        var count = 0
    }

    private let state = Mutex(State())

    /// The signal that arrived first; nil where none did.
    var firstSignal: Int32? { state.withLock { $0.first } }

    /// Starts watching; the handler receives the signal and how many have arrived with it.
    ///
    /// From here on these signals do not end the process by themselves.
    init(handler: @escaping @Sendable (Int32, Int) -> Void) {
        let queue = DispatchQueue(label: "evalharness.signals")
        for number in [SIGINT, SIGTERM] {
            // A signal source sees a signal only where its default action is out of the way.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [weak self] in
                guard let self else { return }
                let count = state.withLock { state in
                    state.count += 1
                    if state.first == nil { state.first = number }
                    return state.count
                }
                handler(number, count)
            }
            source.activate()
            state.withLock { $0.sources.append(source) }
        }
    }

    /// Stops watching and gives the signals their usual meaning back.
    func end() {
        state.withLock { state in
            for source in state.sources { source.cancel() }
            state.sources = []
        }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
