/// A set of tasks that are asked and scored together.
package struct TaskSuite: Sendable, Hashable {
    /// `core` for the built-in suite; the file's base name for foreign ones.
    package var name: String
    /// In the order of the suite's files; ids are unique.
    package var tasks: [EvalTask]
    /// Identity of everything that can change a verdict: ids, prompts, tests, limits.
    package var hash: ContentHash
    package var limits: ResourceLimits

    package init(name: String, tasks: [EvalTask], hash: ContentHash, limits: ResourceLimits) {
        self.name = name
        self.tasks = tasks
        self.hash = hash
        self.limits = limits
    }
}
