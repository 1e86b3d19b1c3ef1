import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Scoring

/// The flags that name the policy, the baseline and the lock.
struct GateOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Judge by this policy: a name or a file.", valueName: "name"))
    var policy = "release"

    @Option(
        help: ArgumentHelp(
            "Measure against this run. (default: the policy's own baseline)",
            valueName: "run"
        )
    )
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            "Hold policy, tasks and baseline to this file. (default: evalharness.lock where it is there)",
            valueName: "file"
        )
    )
    var lock: String?

    static let lockName = "evalharness.lock"

    /// The policy and the baseline it is measured against.
    func inputs(
        _ context: CommandContext,
        _ finder: inout ComparedRuns
    ) throws(HarnessError) -> (policy: GatePolicy, baseline: ComparedRun) {
        let policy = try GatePolicySource.find(policy, in: context)
        guard let reference = baseline ?? policy.baseline else {
            throw HarnessError(
                .usage,
                "no baseline is named",
                remedy: "add --baseline RUN, for example --baseline @v1"
            )
        }
        return (policy, try stored(reference, &finder))
    }

    /// A run of the store: foreign results say too little to gate on.
    func stored(_ reference: String, _ finder: inout ComparedRuns) throws(HarnessError) -> ComparedRun {
        guard !ComparedRuns.isFile(reference) else {
            throw HarnessError(
                .usage,
                "\(reference): a gate needs runs of the store",
                remedy: "foreign results do not say how they were made; look at them with evalharness compare"
            )
        }
        return try finder.run(reference)
    }

    /// The lock in force; nil where nobody locked anything.
    func lockInForce(_ context: CommandContext) throws(HarnessError) -> GateLock? {
        if let lock {
            return try GateLock(
                contentsOf: URL(fileURLWithPath: lock, relativeTo: context.folder).absoluteURL
            )
        }
        let usual = context.folder.appending(path: Self.lockName)
        guard FileManager.default.fileExists(atPath: usual.path) else { return nil }
        return try GateLock(contentsOf: usual)
    }
}
