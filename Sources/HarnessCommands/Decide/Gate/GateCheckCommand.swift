import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Scoring

/// Judges a candidate: `evalharness gate check`, or just `evalharness gate`.
struct GateCheckCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Judge a candidate by a policy; the exit code is the verdict",
        discussion: """
            Example:
              evalharness gate check @v2 --baseline @v1 --policy release -o gate.junit.xml
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The candidate: latest, an id, or @MODEL.", valueName: "run"))
    var candidate = "latest"

    @OptionGroup var gate: GateOptions

    @OptionGroup var files: OutputOptions

    @Flag(help: "Append the result to the file that GITHUB_STEP_SUMMARY names.")
    var githubSummary = false

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        try files.validate(forms: GateReport.forms)
        let summary = try githubSummary ? JobSummary(context.environment) : nil
        var finder = ComparedRuns(context, storeOptions)
        let (policy, base) = try gate.inputs(context, &finder)
        let candidate = try gate.stored(candidate, &finder)
        guard candidate.reference != base.reference else {
            throw HarnessError(
                .usage,
                "candidate and baseline are the same run, \(base.reference)",
                remedy: "name two runs: evalharness gate @v2 --baseline @v1"
            )
        }
        let lock = try gate.lockInForce(context)
        let now = Date.now
        let judgement = GateJudgement(
            policy,
            base: GateRun(base, now: now),
            candidate: GateRun(candidate, now: now),
            lockFaults: lock?.faults(policy: policy, baseline: base, candidate: candidate)
        )
        let report = GateReport(judgement, policy: policy, base: base, candidate: candidate, now: now)
        try files.write(report.forms, in: context)
        try summary?.append(report.document.markdown)
        try context.console.show(report)
        context.console.suggestNext(
            "evalharness compare \(printable(base.reference)) \(printable(candidate.reference))"
        )
        return ending(report)
    }

    private func ending(_ report: GateReport) -> CommandEnding {
        switch report.judgement.verdict {
        case .pass: .done
        case .fail: .judgedFailure
        case .inconclusive: report.exitCode == 0 ? .done : .inconclusive
        case .noVerdict: .noVerdict
        case .lockDiffers: .lockDiffers
        }
    }
}

/// The summary of a GitHub Actions step.
struct JobSummary {
    /// GitHub drops a summary past 1 MiB whole; earlier steps may have written some of it.
    private static let maximumBytes = 900_000
    private let url: URL

    /// Takes the file from the environment, before anything is computed.
    init(_ environment: [String: String]) throws(HarnessError) {
        guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else {
            throw HarnessError(
                .usage,
                "--github-summary: GITHUB_STEP_SUMMARY names no file",
                remedy: "outside GitHub Actions write the Markdown with -o gate.md"
            )
        }
        url = URL(fileURLWithPath: path)
    }

    /// Adds text at the end of the file.
    func append(_ text: String) throws(HarnessError) {
        let content =
            text.utf8.count <= Self.maximumBytes ? text : "The gate's result is too long for a summary.\n"
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw fault() }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do { try handle.write(contentsOf: Data(content.utf8)) } catch { throw fault() }
    }

    private func fault() -> HarnessError {
        HarnessError(.writeFailed, "the job's summary cannot be written", at: url.path)
    }
}
