import ArgumentParser
import Foundation
import HarnessCore
import Reporting

/// Fixes policy, tasks and baseline before a candidate is looked at: `evalharness gate lock`.
struct GateLockCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Fix the policy, the tasks and the baseline's results in a file for version control",
        discussion: """
            Example:
              evalharness gate lock --baseline @v1 --policy release
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup var gate: GateOptions

    @Flag(help: "Leave the baseline's run and results out: it is measured anew from time to time.")
    var movingBaseline = false

    @Flag(help: "Replace a lock that says something else.")
    var replace = false

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        var finder = ComparedRuns(context, storeOptions)
        let (policy, base) = try gate.inputs(context, &finder)
        let path = gate.lock ?? GateOptions.lockName
        let url = URL(fileURLWithPath: path, relativeTo: context.folder).absoluteURL
        let lock = GateLock(policy: policy, baseline: base, isBaselineMoving: movingBaseline)
        if FileManager.default.fileExists(atPath: url.path), !replace {
            let faults = try GateLock(contentsOf: url).faults(policy: policy, baseline: base, candidate: nil)
            guard faults.isEmpty else {
                throw HarnessError(
                    .usage,
                    "the lock says something else: " + faults.joined(separator: "; "),
                    at: path,
                    remedy: "add --replace to fix the new state, and have the change reviewed"
                )
            }
        }
        try OutputOptions.write(lock.text, to: path, in: context)
        try context.console.show(LockReport(path: path, policy: policy, baseline: base, faults: []))
        context.console.suggestNext("git add \(path)")
        return .done
    }
}

/// Tells whether policy, tasks and baseline are still as they were locked: `evalharness gate verify`.
struct GateVerifyCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Tell whether the policy, the tasks and the baseline are as they were locked",
        discussion: """
            Example:
              evalharness gate verify --baseline @v1 --policy release
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup var gate: GateOptions

    @OptionGroup(title: "Store") var storeOptions: StoreOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        var finder = ComparedRuns(context, storeOptions)
        let (policy, base) = try gate.inputs(context, &finder)
        let path = gate.lock ?? GateOptions.lockName
        let lock = try GateLock(
            contentsOf: URL(fileURLWithPath: path, relativeTo: context.folder).absoluteURL
        )
        let faults = lock.faults(policy: policy, baseline: base, candidate: nil)
        try context.console.show(LockReport(path: path, policy: policy, baseline: base, faults: faults))
        return faults.isEmpty ? .done : .lockDiffers
    }
}
