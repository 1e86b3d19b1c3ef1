import HarnessCore
import Judging
import Runners

extension SandboxTrial {
    /// What compiling came to.
    enum Compilation {
        case artifact([UInt8])
        case verdict(Verdict)
    }

    /// Compiles a program, or finds what came of it when it was compiled before.
    func compile(
        _ plan: CompilePlan,
        task: EvalTask,
        sample: Sample,
        program: String,
        judge: Judge
    ) async throws -> Compilation {
        if let known = artifacts?.entry(for: plan.key) {
            switch known {
            case .artifact(let bytes): return .artifact(bytes)
            case .refused(let code, let output, let error):
                let report = RunReport(
                    termination: .exited(code: code),
                    standardOutput: output,
                    standardError: error,
                    isolation: isolation
                )
                if let verdict = judge.compileVerdict(
                    for: task,
                    sample: sample,
                    program: program,
                    report: report
                ) {
                    return .verdict(verdict)
                }
            }
        }
        let report = try await sandbox.run(plan.compile)
        guard
            let verdict = judge.compileVerdict(for: task, sample: sample, program: program, report: report)
        else {
            artifacts?.keep(.artifact(report.results), for: plan.key)
            return .artifact(report.results)
        }
        try requireToolchain(after: verdict)
        // A limit may have to do with the moment; what the compiler says about the program has not.
        if verdict.outcome != .infrastructureError, verdict.outcome != .failed(.compileLimit),
            report.limitHit == nil, case .exited(let code) = report.termination
        {
            let entry = ArtifactCache.Entry.refused(
                code: code,
                standardOutput: report.standardOutput,
                standardError: report.standardError
            )
            artifacts?.keep(entry, for: plan.key)
        }
        return .verdict(verdict)
    }

    /// Throws where a failure may be that of a toolchain that has gone: it then says nothing about the program.
    func requireToolchain(after verdict: Verdict) throws(HarnessError) {
        guard case .failed = verdict.outcome, !toolchain.isStillThere else { return }
        throw HarnessError(
            .unavailable,
            "\(runner.displayName) was removed or replaced while programs ran",
            at: toolchain.executable,
            remedy: "install it again, then continue with: evalharness resume"
        )
    }
}
