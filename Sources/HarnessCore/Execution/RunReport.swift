/// What happened to one execution: facts only, no judgement.
package struct RunReport: Sendable, Hashable {
    package var termination: Termination
    /// The limit that ended the execution, where one did.
    package var limitHit: ResourceLimitKind?
    /// Whether the sandbox ended the program without a limit: it was no longer needed, its examiner had gone.
    package var isStopped: Bool
    package var usage: ResourceUsage
    /// Captured bytes, cut at the output limit.
    package var standardOutput: [UInt8]
    package var standardError: [UInt8]
    /// What the program wrote to its result channel: wire frames, if it was honest.
    package var results: [UInt8]
    package var isolation: IsolationLevel

    package init(
        termination: Termination,
        limitHit: ResourceLimitKind? = nil,
        isStopped: Bool = false,
        usage: ResourceUsage = ResourceUsage(),
        standardOutput: [UInt8] = [],
        standardError: [UInt8] = [],
        results: [UInt8] = [],
        isolation: IsolationLevel
    ) {
        self.termination = termination
        self.limitHit = limitHit
        self.isStopped = isStopped
        self.usage = usage
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.results = results
        self.isolation = isolation
    }

    package enum Termination: Sendable, Hashable {
        case exited(code: Int)
        case signaled(Int)
    }
}

/// The limit that stopped an execution, in the order in which causes are believed.
package enum ResourceLimitKind: String, Sendable, Hashable, CaseIterable, Codable {
    case wallTime = "wall-time"
    case cpuTime = "cpu-time"
    case output
    case memory
    case files
    case processes
    /// A system call that ends the program at once.
    case forbiddenSystemCall = "forbidden-system-call"
}

/// What an execution used, measured from outside.
package struct ResourceUsage: Sendable, Hashable, Codable {
    /// User and system time of the whole process tree, microseconds.
    package var cpuMicroseconds: Int
    /// Elapsed time from the start of the box to the death of its last process, microseconds.
    package var wallMicroseconds: Int
    /// Peak memory, bytes; nil where nothing on this machine can tell.
    package var peakMemoryBytes: Int?

    package init(cpuMicroseconds: Int = 0, wallMicroseconds: Int = 0, peakMemoryBytes: Int? = nil) {
        self.cpuMicroseconds = cpuMicroseconds
        self.wallMicroseconds = wallMicroseconds
        self.peakMemoryBytes = peakMemoryBytes
    }
}

/// How strictly executions are confined on this machine, proved by probes when the pool starts.
package enum IsolationLevel: String, Sendable, Hashable, CaseIterable, Codable, Comparable {
    /// Resource limits only: candidates can harm the machine.
    case none
    /// Landlock, seccomp without new processes, resource limits; no namespaces.
    case fence
    /// Namespaces, private root, seccomp, Landlock where the kernel has it; memory bounded per process.
    case namespaces
    /// Everything of `namespaces`, and control groups that bound the whole process tree.
    case full

    package static func < (left: IsolationLevel, right: IsolationLevel) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .none: 0
        case .fence: 1
        case .namespaces: 2
        case .full: 3
        }
    }
}

/// The port behind which executions happen.
package protocol SandboxExecuting: Sendable {
    /// Runs one program; throws only for the harness's own faults.
    func run(_ request: ExecutionRequest) async throws -> RunReport

    /// Runs a candidate and its examiner side by side, connected by a channel on descriptor 3 of both.
    ///
    /// The candidate is stopped once the examiner has ended.
    func runExamined(
        candidate: ExecutionRequest,
        examiner: ExecutionRequest
    ) async throws -> (candidate: RunReport, examiner: RunReport)
}
