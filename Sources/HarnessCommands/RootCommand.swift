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
            Exit codes: 0 done; 1 unexpected fault; 64 usage; 65 bad data; 66 no such file, run or task;
            69 sandbox or language unavailable; 74 write failed; 75 incomplete, "resume" continues;
            78 bad configuration; 100 checked and not right; 102 no verdict; 104 nothing selected;
            130 interrupted; 143 terminated.
            """,
        version: ProductVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Evaluate",
                subcommands: [RunCommand.self, ScoreCommand.self, ResumeCommand.self]
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
