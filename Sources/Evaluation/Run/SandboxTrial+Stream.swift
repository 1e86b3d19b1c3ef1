import HarnessCore
import Judging
import Runners

extension SandboxTrial {
    /// Python's runner reports its errors as the driver does; others leave them on standard error.
    private var streamJudge: Judge { runner.runsPythonChecks ? judge : programJudge }

    /// Judges a whole program by what it prints: one fresh process a case, until the first that fails.
    func streamVerdict(
        _ task: EvalTask,
        _ test: StreamTest,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict {
        var limits = limits
        // A program may print all that is expected, written in another way, and be told apart from a flood.
        let longest = test.cases.map(\.output.utf8.count).max() ?? 0
        limits.outputBytes = max(limits.outputBytes, 2 * longest + 1024)
        var request: ExecutionRequest
        switch try runner.streamPlan(program: program, limits: limits, toolchain: toolchain) {
        case .calls(let run): request = run
        case .compiled(let plan):
            switch try await compile(plan, task: task, sample: sample, program: program, judge: streamJudge) {
            case .verdict(let verdict): return verdict
            case .artifact(let artifact): request = plan.run(artifact: artifact)
            }
        case .examined, .shared:
            throw HarnessError(.internalFault, "task \(task.id): the plan of a whole program is none of one")
        }
        var tally = StreamTally(test: test)
        while let next = tally.next {
            request.calls = Array(next.input.utf8)
            var report = try await sandbox.run(request)
            report.standardOutput = runner.withoutNoise(report.standardOutput)
            let failure = streamJudge.failure(of: &tally, sample: sample, report: report, program: program)
            if let failure {
                try requireToolchain(after: failure)
                return failure
            }
        }
        return streamJudge.passed(tally, sample: sample)
    }
}
