import Synchronization

/// The places in which programs run at one time, numbered from 0.
///
/// A slot has one processor, whatever pool uses it: pools that serve the same workers share their slots, so that two
/// programs at a time never meet on one processor while another is free.
package final class SandboxSlots: Sendable {
    package let count: Int
    private let state: Mutex<State>

    private struct State {
        var free: [Int]
        var waiting: [CheckedContinuation<Int, Never>] = []
    }

    /// Makes `count` slots, at least 1.
    package init(count: Int) {
        precondition(count >= 1, "a pool needs a slot")
        self.count = count
        state = Mutex(State(free: (0..<count).reversed()))
    }

    /// Takes the lowest free slot; waits where there is none.
    func lease() async -> Int {
        await withCheckedContinuation { continuation in
            let slot = state.withLock { state -> Int? in
                if let slot = state.free.popLast() { return slot }
                state.waiting.append(continuation)
                return nil
            }
            if let slot { continuation.resume(returning: slot) }
        }
    }

    /// Gives a slot to whoever has waited longest.
    func giveBack(_ slot: Int) {
        let next = state.withLock { state -> CheckedContinuation<Int, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free.append(slot)
            return nil
        }
        next?.resume(returning: slot)
    }
}
