import HarnessCore
import Judging
import Runners

extension SandboxTrial {
    /// How many twins of a program are tried at most before it is called forged or honest.
    private static let maximumTwins = 4

    /// Judges a program that holds its own tests, and of one that passes a twin with a changed expectation.
    ///
    /// A changed expectation that does not matter to a test, such as one within its tolerance, would make a forger of
    /// an honest program: it takes two different ones, where there are two.
    func programVerdict(
        _ task: EvalTask,
        _ test: ProgramTest,
        sample: Sample,
        program: String,
        limits: ResourceLimits
    ) async throws -> Verdict {
        if let package = runner.missingPackage(for: program, toolchain) {
            return Judge.missingDependency(package, isolation: isolation)
        }
        let (verdict, _) = try await runProgram(task, test, sample, program, limits)
        guard verdict.outcome == .passed else { return verdict }
        let twins = runner.twins(of: task, seed: ContentHash(of: program), count: Self.maximumTwins)
        var passed = 0
        for twin in twins {
            let twinProgram = runner.program(for: sample, task: twin)
            let (other, hasRun) = try await runProgram(twin, test, sample, twinProgram, limits)
            switch other.outcome {
            case .infrastructureError: return other
            case .passed:
                passed += 1
                if passed == 2 { return programJudge.forged(verdict) }
            // What does not compile proves nothing.
            case .failed where hasRun: return verdict
            case .failed: continue
            }
        }
        if passed > 0 { return programJudge.forged(verdict) }
        let reason = twins.isEmpty ? "the runner finds no expectation" : "no changed expectation compiles"
        return programJudge.unproved(verdict, because: "\(reason) in the tests of task \(task.id)")
    }

    /// Runs one program; says too whether it came to run at all.
    private func runProgram(
        _ task: EvalTask,
        _ test: ProgramTest,
        _ sample: Sample,
        _ program: String,
        _ limits: ResourceLimits
    ) async throws -> (verdict: Verdict, hasRun: Bool) {
        // The system's generator, not the run's seed: the candidate must not be able to guess it.
        let nonce = Self.nonce()
        let plan = try runner.programPlan(
            form: test.form,
            program: program,
            nonce: nonce,
            limits: limits,
            toolchain: toolchain
        )
        let request: ExecutionRequest
        switch plan {
        case .calls(let run): request = run
        case .compiled(let compiled):
            switch try await compile(
                compiled,
                task: task,
                sample: sample,
                program: program,
                judge: programJudge
            ) {
            case .verdict(var verdict):
                verdict.trust = .shared
                return (verdict, false)
            case .artifact(let artifact): request = compiled.run(artifact: artifact)
            }
        case .examined, .shared:
            throw HarnessError(.internalFault, "task \(task.id): the plan of a program is none of a program")
        }
        let report = try await sandbox.run(request)
        let verdict = programJudge.programVerdict(
            for: task,
            sample: sample,
            report: report,
            program: program,
            nonce: nonce
        )
        try requireToolchain(after: verdict)
        return (verdict, true)
    }
}
