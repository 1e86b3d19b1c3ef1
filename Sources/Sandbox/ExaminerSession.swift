import CLauncher
import Foundation
import HarnessCore

/// An examiner that stays for a while and judges one candidate after another.
///
/// Half of the cost of an examined sample is the start of its examiner, a trusted program that never meets
/// anything of a candidate but plain values. So a slot keeps one, for a bounded number of candidates;
/// whatever is not exactly one verdict ends the session, and the caller starts over with an examiner of the
/// candidate's own.
final class ExaminerSession: Sendable {
    /// Candidates after which a session is replaced: what a test may leave behind stays bounded.
    static let maximumJobs = 64

    /// Why a session gave no verdict; the fallback finds out what it means.
    struct Ended: Error {}

    let memoryBytes: Int
    private let control: Int32
    private let queue: DispatchQueue
    private let running: Task<RunReport, any Error>

    /// Starts the examiner on its launcher, which serves nothing else while the session lasts.
    init(
        _ session: ExecutionRequest.Session,
        limits: ResourceLimits,
        on launcher: Launcher,
        id: UInt64
    ) throws {
        var ours: Int32 = -1
        var theirs: Int32 = -1
        let status = launcher_make_socket_pair(&ours, &theirs)
        guard status == 0 else { throw SandboxError(.executionFailed, "make a channel", underlying: -status) }
        var lasting = limits
        lasting.cpuMilliseconds *= Self.maximumJobs
        // The candidates' own limits bound each step; this one only bounds a forgotten session.
        lasting.wallMilliseconds = max(limits.wallMilliseconds * Self.maximumJobs, 3_600_000)
        let request = ExecutionRequest(files: [], start: session.start, limits: lasting)
        let channel = LauncherWire.Channel.following(theirs)
        // Ends when `close` shuts the control socket: the examiner reads its end there.
        running = Task { try await launcher.run(request, id: id, channel: channel) }
        control = ours
        memoryBytes = limits.memoryBytes
        queue = DispatchQueue(label: "examiner-session")
    }

    deinit { Glibc.close(control) }

    /// Hands over a job and the examiner's end of a candidate's channel, and waits for the one answer.
    ///
    /// Takes over `channel`. Throws `Ended` where the answer does not come within `milliseconds`, or the
    /// task is cancelled.
    func answer(to job: [UInt8], channel: Int32, within milliseconds: Int) async throws(Ended) -> [UInt8] {
        let frame: [UInt8]? = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { [control] in
                    let status = launcher_send(control, job, job.count, channel)
                    Glibc.close(channel)
                    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
                    let frame = status == 0 ? Self.frame(from: control, until: deadline) : nil
                    continuation.resume(returning: frame)
                }
            }
        } onCancel: {
            hangUp()
        }
        guard let frame else { throw Ended() }
        return frame
    }

    /// Ends the examiner and waits until its launcher is free again.
    func close() async {
        hangUp()
        // How it ended does not matter: every verdict it gave stands on its own.
        _ = try? await running.value
    }

    /// Shows the examiner the end of its control socket, from any thread.
    private func hangUp() { _ = Glibc.shutdown(control, Int32(SHUT_RDWR)) }

    /// Reads one frame and nothing after it; nil where the time is over or anything else arrives.
    private static func frame(from socket: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while received.count < 4 << 20 {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            guard left > 0 else { return nil }
            var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(clamping: Int(left) + 1)) >= 0 || errno == EINTR else { return nil }
            guard waiting.revents != 0 else { continue }
            let count = read(socket, &chunk, chunk.count)
            guard count > 0 else { return nil }
            received.append(contentsOf: chunk[..<count])
            let (frames, isComplete) = WireFormat.leadingFrames(in: received)
            if frames.count > 1 { return nil }
            if frames.count == 1 { return isComplete ? received : nil }
        }
        return nil
    }
}
