package import HarnessCore

/// Turns one program into a verdict, whatever the language and whatever the sandbox.
package protocol ProgramTrial: Sendable {
    /// Assembles the program of a sample.
    func program(for sample: Sample, task: EvalTask) -> String

    /// Runs a program and judges what happened; throws only for the harness's own faults.
    func verdict(
        for task: EvalTask,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict
}
