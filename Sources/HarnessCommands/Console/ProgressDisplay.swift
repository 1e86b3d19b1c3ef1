import Evaluation
import Foundation
import HarnessCore
import Reporting
import Synchronization

/// Shows how far an evaluation is: redrawn lines on a terminal, now and then a plain line elsewhere.
final class ProgressDisplay: Sendable {
    private struct State {
        var tally = EvaluationTally()
        var drawnLines = 0
        var loggedTenth = 0
        var lastLog = Duration.zero
    }

    private let state = Mutex(State())
    private let console: Console
    private let clock: @Sendable () -> Duration
    /// A log gets a line at each tenth of the way, or after this long.
    private static let longestSilence = Duration.seconds(30)

    /// Shows nothing yet; `clock` tells the time since the evaluation began.
    init(console: Console, clock: @escaping @Sendable () -> Duration) {
        self.console = console
        self.clock = clock
    }

    func observe(_ event: EvaluationEvent) {
        let now = clock()
        state.withLock { state in
            state.tally.take(event, at: now)
            if case .quarantined(let taskID, let language, let reason) = event {
                erase(&state)
                console.warn(
                    "the reference of \(printable(taskID)) in \(printable(language.rawValue)) fails on this machine, so its samples count as "
                        + "infrastructure errors: \(printable(reason))"
                )
            }
            if case .retrying(let taskID, let language, let index, let reason) = event,
                console.verbosity == .verbose
            {
                erase(&state)
                let place = "\(printable(taskID)) \(printable(language.rawValue)) #\(index)"
                console.detail("again: \(place): \(printable(reason))")
            }
            if case .stopping = event, !console.isInteractive {
                console.note("stopping: finishing what runs (a second signal stops at once)")
            }
            if !console.isInteractive { logIfDue(&state, now: now) }
        }
    }

    /// Shows progress while something is done, and leaves a clean line whatever happens.
    func shown<Outcome: Sendable>(
        during body: @escaping @Sendable () async throws -> Outcome
    ) async throws -> Outcome {
        defer { finish() }
        return try await withThrowingTaskGroup(of: Outcome?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                await self.keepDrawing()
                return nil
            }
            while let outcome = try await group.next() {
                guard let outcome else { continue }
                group.cancelAll()
                return outcome
            }
            // The drawing ends only once it is cancelled, after the outcome.
            throw CancellationError()
        }
    }

    /// Redraws a terminal's lines, or breaks a log's silence, until the task is cancelled.
    private func keepDrawing() async {
        guard console.verbosity >= .normal else { return }
        let pause: Duration = console.isInteractive ? .milliseconds(100) : .seconds(1)
        while !Task.isCancelled {
            state.withLock { state in
                if console.isInteractive {
                    draw(&state, now: clock())
                } else {
                    logIfDue(&state, now: clock())
                }
            }
            // Cancelled while asleep: the loop's condition sees it.
            try? await Task.sleep(for: pause)
        }
    }

    /// Removes what was drawn, so that what follows starts on a clean line.
    private func finish() {
        state.withLock { erase(&$0) }
    }

    private func draw(_ state: inout State, now: Duration) {
        let lines = ProgressLines(tally: state.tally, now: now).terminal(console.noticeStyle)
        var text = Self.upwards(state.drawnLines)
        for line in lines { text += line + "\u{1B}[K\n" }
        state.drawnLines = lines.count
        console.writeNotice(text + "\u{1B}[J")
    }

    private func erase(_ state: inout State) {
        guard state.drawnLines > 0 else { return }
        console.writeNotice(Self.upwards(state.drawnLines) + "\u{1B}[J")
        state.drawnLines = 0
    }

    private static func upwards(_ lines: Int) -> String { lines > 0 ? "\r\u{1B}[\(lines)A" : "\r" }

    private func logIfDue(_ state: inout State, now: Duration) {
        guard state.tally.counts != nil else { return }
        let progress = ProgressLines(tally: state.tally, now: now)
        guard progress.tenths > state.loggedTenth || now - state.lastLog >= Self.longestSilence else {
            return
        }
        state.loggedTenth = progress.tenths
        state.lastLog = now
        console.note(progress.log)
    }
}
