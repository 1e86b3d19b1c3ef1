package import HarnessCore
import Synchronization

/// A sandbox that executes nothing: a script says what each request would have come to.
package final class ScriptedSandbox: SandboxExecuting {
    package typealias Script = @Sendable (ExecutionRequest) async throws -> RunReport

    private struct State {
        var requests: [ExecutionRequest] = []
        var running = 0
        var mostRunning = 0
    }

    private let script: Script
    private let state = Mutex(State())

    package init(_ script: @escaping Script) { self.script = script }

    /// Every request so far, in the order of their starts; of an examined pair the candidate comes first.
    package var requests: [ExecutionRequest] { state.withLock { $0.requests } }

    /// The most executions that ever ran at the same time.
    package var mostRunning: Int { state.withLock { $0.mostRunning } }

    package func run(_ request: ExecutionRequest) async throws -> RunReport {
        begin([request])
        defer { end() }
        return try await script(request)
    }

    package func runExamined(
        candidate: ExecutionRequest,
        examiner: ExecutionRequest
    ) async throws -> (candidate: RunReport, examiner: RunReport) {
        begin([candidate, examiner])
        defer { end() }
        return (try await script(candidate), try await script(examiner))
    }

    private func begin(_ requests: [ExecutionRequest]) {
        state.withLock { state in
            state.requests += requests
            state.running += 1
            state.mostRunning = max(state.mostRunning, state.running)
        }
    }

    private func end() { state.withLock { $0.running -= 1 } }
}

extension RunReport {
    /// A program that ended by itself after writing these frames to its result channel.
    package static func answered(_ frames: [[UInt8]], cpuMicroseconds: Int = 1000) -> RunReport {
        RunReport(
            termination: .exited(code: 0),
            usage: ResourceUsage(cpuMicroseconds: cpuMicroseconds, wallMicroseconds: cpuMicroseconds),
            results: frames.flatMap(\.self),
            isolation: .full
        )
    }

    /// A program that a limit stopped.
    package static func stopped(by limit: ResourceLimitKind) -> RunReport {
        RunReport(termination: .signaled(9), limitHit: limit, isolation: .full)
    }
}
