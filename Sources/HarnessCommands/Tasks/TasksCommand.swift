import ArgumentParser

/// The group of commands about tasks: `evalharness tasks`.
struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "Look at the tasks of a suite and check them",
        discussion: """
            Examples:
              evalharness tasks list
              evalharness tasks show merge-intervals
              evalharness tasks check
            """,
        subcommands: [TasksListCommand.self, TasksShowCommand.self, TasksCheckCommand.self]
    )
}
