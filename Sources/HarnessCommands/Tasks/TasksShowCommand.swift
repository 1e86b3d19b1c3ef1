import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Runners

/// Prints what a model is asked: `evalharness tasks show`.
struct TasksShowCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print a task: the prompt a model sees, how answers are judged, the limits",
        discussion: """
            Examples:
              evalharness tasks show merge-intervals
              evalharness tasks show merge-intervals --language swift
              evalharness tasks show HumanEval/0 --suite HumanEval.jsonl.gz --reference
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The task's id.", valueName: "id"))
    var id: String

    @OptionGroup(title: "Suite") var suite: SuiteOptions

    @Option(
        name: [.customShort("l"), .long],
        help: ArgumentHelp("The language the task is asked in. (default: python)", valueName: "name")
    )
    var language: String?

    @Flag(help: "Print the known-good solutions too.")
    var reference = false

    func run(in context: CommandContext) throws -> CommandEnding {
        let suite = try suite.load(in: context)
        guard let task = suite.tasks.first(where: { $0.id == id }) else {
            let nearest = Suggestion.nearest(to: id, among: suite.tasks.map(\.id))
            throw HarnessError(
                .noInput,
                "there is no task \"\(id)\" in suite \"\(suite.name)\"",
                remedy: nearest.map { "did you mean \"\($0)\"?" } ?? "list them with: evalharness tasks list"
            )
        }
        let catalog = try RunnerCatalog(folder: context.home().appending(path: "runners"))
        let name = language.map { Language(rawValue: $0) } ?? task.test.onlyLanguage ?? .python
        let runner = try catalog.runner(for: name)
        if let only = task.test.onlyLanguage, name != only {
            let known = (try? catalog.runner(for: only).displayName) ?? only.rawValue
            throw HarnessError(.usage, "task \"\(id)\" is asked in \(known) only")
        }
        try context.console.show(
            TaskReport(
                task,
                limits: task.limits.applied(to: suite.limits),
                prompt: runner.prompt(for: task),
                language: runner.language,
                showsReference: reference
            )
        )
        context.console.suggestNext("evalharness run --model v2 --task \(printable(id))")
        return .done
    }
}
