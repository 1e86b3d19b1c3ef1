import ArgumentParser
import Evaluation
import HarnessCore
import Reporting
import Runners
import Sandbox

/// Proves that tasks can tell right from wrong: `evalharness tasks check`.
struct TasksCheckCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every task: its reference passes twice alike, an empty and a wrong solution fail",
        discussion: """
            Examples:
              evalharness tasks check
              evalharness tasks check --task 'merge-*' --no-warm

            The exit code is 100 where a task does not hold, or has no reference to prove it.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup(title: "Suite") var suite: SuiteOptions

    @OptionGroup(title: "Selection") var selection: SelectionOptions

    @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        sandbox.apply(to: &context.configuration)
        var suite = try suite.load(in: context)
        let seed = try context.configuration.seed()
        suite.tasks = try selection.selection(seed: seed).tasks(of: suite)
        let settings = try Workbench.Settings(context.configuration, allowsUnsafe: sandbox.allowUnsafe)
        let installation = try context.installation()
        let rows = try await Workbench.use(installation, language: .python, settings: settings) { workbench in
            let start = ContinuousClock.now
            let check = TaskCheck(
                trial: workbench.trial,
                jobs: workbench.jobs,
                isolation: workbench.pool.isolation,
                now: { ContinuousClock.now - start }
            )
            return try await check.run(suite, language: workbench.runner.language)
        }
        let report = TaskCheckReport(suite: suite.name, findings: rows.map(TaskCheckReport.Finding.init))
        try context.console.show(report)
        if report.isGood {
            context.console.suggestNext("evalharness run --model v2")
        } else {
            context.console.suggestNext("evalharness tasks show ID --reference")
        }
        return report.isGood ? .done : .judgedFailure
    }
}

extension TaskCheckReport.Finding {
    fileprivate init(_ row: TaskCheck.Row) {
        let parts = [
            ("reference", row.reference), ("empty solution", row.empty), ("wrong solution", row.wrong),
        ]
        var problems: [String] = []
        var unchecked: [String] = []
        for (name, finding) in parts {
            switch finding {
            case .asExpected: break
            case .unexpected(let reason): problems.append("\(name): \(reason)")
            case .notChecked(let reason): unchecked.append("\(name): \(reason)")
            }
        }
        self.init(taskID: row.taskID, isGood: row.isSound, problems: problems, unchecked: unchecked)
    }
}
