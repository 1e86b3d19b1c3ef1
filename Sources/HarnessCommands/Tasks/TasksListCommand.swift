import ArgumentParser
import Evaluation
import HarnessCore
import Reporting

/// Lists the tasks of a suite: `evalharness tasks list`.
struct TasksListCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tasks of a suite",
        discussion: """
            Examples:
              evalharness tasks list --category strings
              evalharness tasks list --suite HumanEval.jsonl.gz --json
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup(title: "Suite") var suite: SuiteOptions

    @OptionGroup(title: "Selection") var selection: SelectionOptions

    func run(in context: CommandContext) throws -> CommandEnding {
        var suite = try suite.load(in: context)
        let seed = try context.configuration.seed()
        suite.tasks = try selection.selection(seed: seed).tasks(of: suite)
        try context.console.show(TaskListReport(suite))
        let example = suite.tasks.first.map { printable($0.id) } ?? "ID"
        context.console.suggestNext("evalharness tasks show \(example)", "evalharness tasks check")
        return .done
    }
}
