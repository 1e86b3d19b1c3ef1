import ArgumentParser
import Evaluation
import Foundation
import HarnessCore
import Reporting
import Sandbox

/// Checks this installation against published results: `evalharness verify`.
struct VerifyCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check this installation: score samples whose results are published and compare",
        discussion: """
            Examples:
              evalharness verify data/
              evalharness verify data/ --no-warm --json

            The folder holds, at any depth, HumanEval.jsonl.gz or MbppPlus.jsonl.gz and beside
            it or elsewhere samples with their authors' verdicts in EvalPlus's form, in a folder
            called humaneval or mbpp. Nothing is kept in the store. The exit code is 100 where a
            result differs from the published one for no known reason.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The folder with suites, samples and published results.", valueName: "dir"))
    var directory: String

    @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        sandbox.apply(to: &context.configuration)
        let folder = URL(fileURLWithPath: directory, relativeTo: context.folder).absoluteURL
        let limits = try context.configuration.limits()
        let settings = try Workbench.Settings(context.configuration, allowsUnsafe: sandbox.allowUnsafe)
        let installation = try context.installation()
        let verification = try Verification(folder: folder.standardizedFileURL)
        let control = EvaluationControl()
        let signals = SignalWatch { number, count in
            if count > 2 { _exit(128 + number) }
            control.stop()
        }
        defer { signals.end() }
        let report: VerificationReport
        do {
            report = try await Workbench.use(installation, language: .python, settings: settings) {
                workbench in
                var checks: [VerificationReport.Check] = []
                for check in verification.checks {
                    checks.append(
                        try await measure(
                            check,
                            of: verification,
                            limits,
                            on: workbench,
                            control: control,
                            context.console
                        )
                    )
                }
                return VerificationReport(
                    checks,
                    notCovered: verification.notCovered.map { ($0.path, $0.reason) },
                    isolation: workbench.pool.isolation
                )
            }
        } catch let error as HarnessError {
            if error.code == .incomplete, let signal = signals.firstSignal {
                context.console.note("interrupted: nothing of a verification is kept")
                return .interrupted(signal: signal)
            }
            throw error
        }
        try context.console.show(report)
        context.console.suggestNext(
            report.isGood ? "evalharness run --model v2" : "evalharness doctor --verbose"
        )
        return report.isGood ? .done : .judgedFailure
    }

    private func measure(
        _ check: Verification.Check,
        of verification: Verification,
        _ limits: LimitOverrides,
        on workbench: Workbench,
        control: EvaluationControl,
        _ console: Console
    ) async throws -> VerificationReport.Check {
        console.note("\(printable(check.name)):")
        let start = ContinuousClock.now
        let clock: @Sendable () -> Duration = { ContinuousClock.now - start }
        let display = ProgressDisplay(console: console, clock: clock)
        let (trial, identity, jobs) = (workbench.trial, workbench.identity, workbench.jobs)
        let outcome = try await display.shown {
            try await verification.run(
                check,
                limits: limits,
                trial: trial,
                identity: identity,
                jobs: jobs,
                now: clock,
                control: control,
                observer: display.observe
            )
        }
        return VerificationReport.Check(outcome)
    }
}

extension VerificationReport.Check {
    fileprivate init(_ outcome: Verification.Outcome) {
        self.init(
            name: outcome.check.name,
            publishedPassed: outcome.publishedPasses,
            measuredPassed: outcome.measuredPasses,
            samples: outcome.samples,
            infrastructure: outcome.infrastructureErrors,
            publishedPercent: outcome.check.publishedScore?.percent,
            isGood: outcome.isConfirmed,
            differences: outcome.disagreements.map { disagreement in
                VerificationReport.Difference(
                    taskID: disagreement.taskID,
                    index: disagreement.index,
                    published: disagreement.published ? "passed" : "failed",
                    measured: disagreement.measured.rule,
                    message: disagreement.measured.evidence.message,
                    reason: disagreement.reason
                )
            }
        )
    }
}
