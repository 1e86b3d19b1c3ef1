package import Foundation
package import HarnessCore

/// Loads task suites: the built-in YAML tasks and foreign suites in HumanEval's form.
///
/// This module knows files and formats. It must not know how a task is run or judged.
package enum SuiteLoader {
    /// Loads the YAML tasks of a folder `<category>/<id>.yaml` and their references `<id>/<language>.<ext>`.
    ///
    /// The suite takes the name of its folder. Tasks come in the order of their categories' and files' names.
    ///
    /// - Parameters:
    ///   - tasksFolder: The folder of the suite itself, such as `tasks/core`.
    ///   - referencesFolder: The folder of the suite's references, such as `references/core`.
    ///   - limits: The limits of a task that sets none.
    ///   - overrides: The limits a user set: they hold for every task, whatever it sets.
    /// - Returns: The suite, with at least one task.
    /// - Throws: `badData` naming file, line, value, rule and remedy, for up to ten faulty files at once;
    ///   `noInput` where a folder is missing.
    package static func builtIn(
        tasksFolder: URL,
        referencesFolder: URL,
        limits: ResourceLimits = Self.builtInLimits,
        overrides: LimitOverrides = LimitOverrides()
    ) throws(HarnessError) -> TaskSuite {
        let tasks = try TaskFolder(tasks: tasksFolder, references: referencesFolder).load()
        return suite(
            named: tasksFolder.lastPathComponent,
            tasks: tasks,
            limits: limits,
            overrides: overrides
        )
    }

    /// Loads a suite in HumanEval's form from a file of JSON lines, plain or packed by gzip.
    ///
    /// The suite takes the name of its file without `.jsonl` and `.gz`; tasks keep the order of the file.
    /// Throws `badData` naming line, value, rule and remedy, for up to ten faulty lines at once; `noInput`
    /// where the file cannot be opened.
    package static func humanEval(
        file: URL,
        limits: ResourceLimits = ResourceLimits(),
        overrides: LimitOverrides = LimitOverrides()
    ) throws(HarnessError) -> TaskSuite {
        let tasks = try HumanEvalReader(file: file).load()
        return suite(named: Self.name(of: file), tasks: tasks, limits: limits, overrides: overrides)
    }

    /// The limits of a built-in task that sets none: 2 s of CPU, 10 s elapsed.
    ///
    /// The slowest reference takes a small part of a second.
    package static let builtInLimits = ResourceLimits(cpuMilliseconds: 2_000, wallMilliseconds: 10_000)

    /// The name of a foreign suite: its file's without `.jsonl` or `.json` and `.gz`.
    static func name(of file: URL) -> String {
        var name = file.lastPathComponent
        for suffix in [".gz", ".jsonl", ".json"] where name.hasSuffix(suffix) && name.count > suffix.count {
            name.removeLast(suffix.count)
        }
        return name
    }

    /// A user's limits stand over a task's, and a task's over the suite's.
    static func suite(
        named name: String,
        tasks: [EvalTask],
        limits: ResourceLimits,
        overrides: LimitOverrides
    ) -> TaskSuite {
        var tasks = tasks
        for index in tasks.indices { tasks[index].limits = tasks[index].limits.yielding(to: overrides) }
        let limits = overrides.applied(to: limits)
        return TaskSuite(
            name: name,
            tasks: tasks,
            hash: SuiteHash.hash(of: tasks, limits: limits),
            limits: limits
        )
    }
}
