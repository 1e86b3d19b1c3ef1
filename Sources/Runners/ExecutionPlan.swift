package import HarnessCore

/// What has to be executed to judge one program.
package enum ExecutionPlan: Sendable, Hashable {
    /// One driver that answers the calls it is given.
    case calls(ExecutionRequest)
    /// A candidate that serves calls, and the examiner that makes them.
    case examined(candidate: ExecutionRequest, examiner: ExecutionRequest)
    /// Candidate and test in one process: whatever it reports could be forged.
    case shared(ExecutionRequest)
}
