import Foundation
import HarnessCore

/// Tries, from inside a fresh box, what the isolation level says must be refused.
///
/// A level is not believed because its set-up succeeded: a kernel, a container or a security module may
/// have taken a fence away without an error. The probe program is the launcher itself, started cold with
/// `--probe`; it prints one line per attempt.
package enum IsolationProbe {
    /// One attempt and what came of it.
    package struct Outcome: Sendable, Hashable {
        /// What was tried: `write outside the box`.
        package var name: String
        /// Whether it was refused, as the level promises.
        package var holds: Bool
        /// What was seen: an error name, a signal, a limit.
        package var seen: String
    }

    static func run(
        on launcher: Launcher,
        program: URL
    ) async throws -> (outcomes: [Outcome], fences: Fences) {
        guard launcher.isolation > .none else { return ([], []) }
        let path = "/harness/\(program.lastPathComponent)"
        var (outcomes, fences) = try await attempts(launcher, path)
        outcomes.append(try await forbiddenCall(launcher, path))
        if launcher.isolation == .full { outcomes.append(try await sharedMemory(launcher, path)) }
        outcomes.append(try await cpuTime(launcher, path))
        return (outcomes, fences)
    }

    private static let limits = ResourceLimits(
        cpuMilliseconds: 1000,
        wallMilliseconds: 5000,
        memoryBytes: 64 << 20,
        processes: 8
    )

    private static func probe(
        _ launcher: Launcher,
        _ path: String,
        _ name: String,
        limits: ResourceLimits = limits
    ) async throws -> RunReport {
        try await launcher.run(request(launcher, path, name, limits: limits), id: 1)
    }

    private static func request(
        _ launcher: Launcher,
        _ path: String,
        _ name: String,
        limits: ResourceLimits = limits
    ) -> ExecutionRequest {
        let command = [path, "--probe", name, launcher.isolation.rawValue]
        return ExecutionRequest(files: [], start: .cold(command: command), limits: limits)
    }

    private static func attempts(
        _ launcher: Launcher,
        _ path: String
    ) async throws -> (outcomes: [Outcome], fences: Fences) {
        let (report, fences) = try await launcher.runFenced(request(launcher, path, "attempts"), id: 1)
        var outcomes: [Outcome] = []
        var isComplete = false
        for line in String(decoding: report.standardOutput, as: UTF8.self).split(separator: "\n") {
            let fields = line.split(separator: "\t").map(String.init)
            if fields == ["end"] { isComplete = true }
            guard fields.count == 3 else { continue }
            outcomes.append(Outcome(name: fields[0], holds: fields[1] == "refused", seen: fields[2]))
        }
        guard isComplete, report.termination == .exited(code: 0) else {
            throw SandboxError(.probeFailed, "the probe did not finish: \(report.termination)")
        }
        return (outcomes, fences)
    }

    private static func forbiddenCall(_ launcher: Launcher, _ path: String) async throws -> Outcome {
        let report = try await probe(launcher, path, "mount")
        return Outcome(
            name: "mount a file system",
            holds: report.limitHit == .forbiddenSystemCall,
            seen: describe(report)
        )
    }

    /// Shared memory escapes the limits of a single process: only a control group counts it.
    private static func sharedMemory(_ launcher: Launcher, _ path: String) async throws -> Outcome {
        var small = limits
        small.memoryBytes = 8 << 20
        let report = try await probe(launcher, path, "shared-memory", limits: small)
        return Outcome(
            name: "exceed the memory limit",
            holds: report.limitHit == .memory,
            seen: describe(report)
        )
    }

    private static func cpuTime(_ launcher: Launcher, _ path: String) async throws -> Outcome {
        var short = limits
        short.cpuMilliseconds = 20
        // On a busy machine even that may take long to come by, and would look like a fence that is open.
        short.wallMilliseconds = 60_000
        let report = try await probe(launcher, path, "spin", limits: short)
        return Outcome(
            name: "exceed the CPU time limit",
            holds: report.limitHit == .cpuTime,
            seen: describe(report)
        )
    }

    private static func describe(_ report: RunReport) -> String {
        if let limit = report.limitHit { return "stopped: \(limit.rawValue)" }
        switch report.termination {
        case .exited(let code): return "exited with \(code)"
        case .signaled(let signal): return "signal \(signal)"
        }
    }
}
