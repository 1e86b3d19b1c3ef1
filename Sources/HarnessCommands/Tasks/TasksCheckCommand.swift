import ArgumentParser
import Evaluation
import Foundation
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
              evalharness tasks check --language java,go
              evalharness tasks check --mutants --task 'merge-*'

            With --mutants, each reference is changed in one small way after the other (operators, constants,
            comparisons, statements, …), and the share of these mutants that the cases tell from the reference is
            printed: the mutation score. Mutants that do what the reference does are listed by hand, with reasons,
            in references/core/<task>/equivalent-mutants.yaml.

            The exit code is 100 where a task does not hold, has no reference to prove it, or has a mutation score
            below 95 %.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @OptionGroup(title: "Suite") var suite: SuiteOptions

    @OptionGroup(title: "Selection") var selection: SelectionOptions

    @OptionGroup(title: "Selection") var languages: LanguageOptions

    @Flag(help: "Measure instead what share of the Python references' mutants the cases kill.")
    var mutants = false

    @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        sandbox.apply(to: &context.configuration)
        var suite = try suite.load(in: context)
        let seed = try context.configuration.seed()
        suite.tasks = try selection.selection(seed: seed).tasks(of: suite)
        let settings = try Workbench.Settings(context.configuration, allowsUnsafe: sandbox.allowUnsafe)
        let installation = try context.installation()
        let (tasks, wanted) = (suite, languages)
        if mutants {
            let folder = try context.home().appending(path: "references/\(suite.name)")
            let report = try await Workbenches.use(installation, settings: settings) { benches in
                let languages = try wanted.chosen(in: benches.catalog)
                return try await mutantReport(tasks, benches, wanted: languages, referencesFolder: folder)
            }
            try context.console.show(report)
            context.console.suggestNext("evalharness tasks show ID --reference")
            return report.isGood ? .done : .judgedFailure
        }
        let report = try await Workbenches.use(installation, settings: settings) { benches in
            try await check(tasks, benches, wanted: try wanted.chosen(in: benches.catalog))
        }
        try context.console.show(report)
        if report.isGood {
            context.console.suggestNext("evalharness run --model v2")
        } else {
            context.console.suggestNext("evalharness tasks show ID --reference")
        }
        return report.isGood ? .done : .judgedFailure
    }
}

extension TasksCheckCommand {
    /// Checks the suite in every wanted language, or in every language that any of its tasks has a reference in.
    private func check(
        _ suite: TaskSuite,
        _ benches: Workbenches,
        wanted: [Language]
    ) async throws -> TaskCheckReport {
        try Self.requireKnownLanguages(of: suite, benches.catalog.languages)
        let known = Set(suite.tasks.flatMap(\.references.keys)).intersection(benches.catalog.languages)
        // Python's constant answers show that the cases can tell, so it comes first.
        let all = known.sorted { ($0 == .python ? 0 : 1, $0) < ($1 == .python ? 0 : 1, $1) }
        let start = ContinuousClock.now
        var findings: [TaskCheckReport.Finding] = []
        var missing: [String] = []
        for language in wanted.isEmpty ? all : wanted {
            let opened = await benches.opening(language)
            if wanted.isEmpty, case .failure(let error) = opened {
                missing.append(error.message + (error.remedy.map { ": " + $0 } ?? ""))
                continue
            }
            let bench = try opened.get()
            let check = TaskCheck(
                trial: bench.trial,
                jobs: bench.jobs,
                isolation: bench.pool.isolation,
                now: { ContinuousClock.now - start }
            )
            let rows = try await check.run(suite, language: language)
            findings += rows.map { TaskCheckReport.Finding($0, language: all.count > 1 ? language : nil) }
        }
        return TaskCheckReport(suite: suite.name, findings: findings, missingLanguages: missing)
    }

    /// Throws where a reference is in a language that has no runner: nobody would ever run it.
    private static func requireKnownLanguages(
        of suite: TaskSuite,
        _ known: [Language]
    ) throws(HarnessError) {
        for task in suite.tasks {
            guard let other = task.references.keys.sorted().first(where: { !known.contains($0) }) else {
                continue
            }
            let names = known.map(\.rawValue)
            throw HarnessError(
                .badData,
                "the task \"\(task.id)\" has a reference in \"\(other)\", and no runner is called that",
                remedy: Suggestion.nearest(to: other.rawValue, among: names).map { "did you mean \($0)?" }
                    ?? "references are files named <language>.<ext>; known are \(names.joined(separator: ", "))"
            )
        }
    }
}

extension TaskCheckReport.Finding {
    fileprivate init(_ row: TaskCheck.Row, language: Language?) {
        let parts = [
            ("reference", row.reference), ("empty solution", row.empty), ("wrong solution", row.wrong),
        ]
        var problems: [String] = []
        var unchecked: [String] = []
        for (name, finding) in parts {
            switch finding {
            case .asExpected, .notNeeded: break
            case .unexpected(let reason): problems.append("\(name): \(reason)")
            case .notChecked(let reason): unchecked.append("\(name): \(reason)")
            }
        }
        let name = language.map { "\(row.taskID) (\($0.rawValue))" } ?? row.taskID
        self.init(taskID: name, isGood: row.isSound, problems: problems, unchecked: unchecked)
    }
}
