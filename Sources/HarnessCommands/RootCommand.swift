import ArgumentParser

/// `evalharness` itself: nothing but its commands.
struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evalharness",
        abstract: "Evaluate the code that models write: run it in a sandbox, judge it, keep the results",
        discussion: """
            Examples:
              evalharness run --model v2
              evalharness score samples.jsonl --suite HumanEval.jsonl.gz --model my-model
              evalharness runs show latest

            Results go to standard output, everything else to standard error.

            Exit codes:
              0    done                           75   incomplete, "resume" continues
              1    unexpected fault               78   bad configuration
              64   usage                          100  checked and not right; gate FAIL
              65   bad data                       101  gate INCONCLUSIVE
              66   no such file, run or task      102  no verdict: not comparable
              69   sandbox or language missing    103  lock differs
              74   write failed                   104  nothing selected or scored
                                                  130, 143  interrupted, terminated
            """,
        version: ProductVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Evaluate",
                subcommands: [RunCommand.self, ScoreCommand.self, ResumeCommand.self]
            ),
            CommandGroup(
                name: "Decide",
                subcommands: [CompareCommand.self, GateCommand.self, PowerCommand.self, ExportCommand.self]
            ),
            CommandGroup(name: "Look", subcommands: [RunsCommand.self, TasksCommand.self]),
            CommandGroup(
                name: "Maintain",
                subcommands: [
                    DoctorCommand.self, VerifyCommand.self, ConfigCommand.self, VersionCommand.self,
                ]
            ),
        ]
    )
}
