import ArgumentParser
import Evaluation
import Foundation
import HarnessCore
import Reporting
import ResultStore
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
            called humaneval or mbpp; problems of MultiPL-E (humaneval-cpp.jsonl.gz) with results
            (humaneval-cpp-details.json.gz), of HumanEval-X (humaneval_cpp.jsonl.gz), of MBXP with
            samples. Nothing is kept in the store; verdicts stay in the cache, and a second
            verification is over at once. The exit code is 100 where a result differs from the
            published one for no known reason.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The folder with suites, samples and published results.", valueName: "dir"))
    var directory: String

    @Flag(help: "Measure everything again, also what an earlier verification has measured.")
    var fresh = false

    @Option(
        name: [.customLong("check")],
        help: ArgumentHelp(
            "Keep checks whose name holds this text; may be repeated. (default: all)",
            valueName: "text"
        )
    )
    var check: [String] = []

    @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        sandbox.apply(to: &context.configuration)
        let folder = URL(fileURLWithPath: directory, relativeTo: context.folder).absoluteURL
        let limits = try context.configuration.limits()
        let settings = try Workbench.Settings(context.configuration, allowsUnsafe: sandbox.allowUnsafe)
        let installation = try context.installation()
        let verification = try Verification(folder: folder.standardizedFileURL)
        let chosen = try selected(verification.checks)
        let control = EvaluationControl()
        let signals = SignalWatch { number, count in
            if count > 2 { _exit(128 + number) }
            control.stop()
        }
        defer { signals.end() }
        let report: VerificationReport
        do {
            let cache = try ResultStore(path: installation.cache.appending(path: "verdicts.sqlite"))
            report = try await Workbenches.use(installation, settings: settings) { benches in
                let languages = try await benches.languages(Set(chosen.map(\.language)).sorted())
                var checks: [VerificationReport.Check] = []
                var skipped: [(String, String)] = []
                for check in chosen {
                    if let reason = languages.identities.unavailable[check.language] {
                        skipped.append((check.name, reason))
                        continue
                    }
                    checks.append(
                        try await measure(
                            check,
                            of: verification,
                            limits,
                            on: benches,
                            languages.identities,
                            cache: cache,
                            jobs: settings.jobs,
                            control: control,
                            context.console
                        )
                    )
                }
                return VerificationReport(
                    checks,
                    notCovered: skipped + verification.notCovered.map { ($0.path, $0.reason) },
                    isolation: languages.identities.isolation
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

    /// The checks whose names hold one of the texts that were asked for, or all.
    private func selected(_ checks: [Verification.Check]) throws(HarnessError) -> [Verification.Check] {
        guard !check.isEmpty else { return checks }
        let chosen = checks.filter { each in check.contains { each.name.localizedCaseInsensitiveContains($0) }
        }
        guard !chosen.isEmpty else {
            throw HarnessError(
                .nothingSelected,
                "--check: no check is called so",
                remedy: "there are: " + checks.map(\.name).joined(separator: "; ")
            )
        }
        return chosen
    }

    private func measure(
        _ check: Verification.Check,
        of verification: Verification,
        _ limits: LimitOverrides,
        on benches: Workbenches,
        _ identities: ExecutionIdentities,
        cache: ResultStore,
        jobs: Int,
        control: EvaluationControl,
        _ console: Console
    ) async throws -> VerificationReport.Check {
        console.note("\(printable(check.name)):")
        let start = ContinuousClock.now
        let clock: @Sendable () -> Duration = { ContinuousClock.now - start }
        let display = ProgressDisplay(console: console, clock: clock)
        let (trial, isFresh) = (benches.trial, fresh)
        let outcome = try await display.shown {
            try await verification.run(
                check,
                limits: limits,
                trial: trial,
                identities: identities,
                cache: cache,
                isFresh: isFresh,
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
