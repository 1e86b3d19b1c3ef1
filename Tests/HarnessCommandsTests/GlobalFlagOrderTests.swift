import ArgumentParser
import Testing

@testable import HarnessCommands

@Suite struct GlobalFlagOrderTests {
    @Test(
        arguments: [
            (given: ["--json", "runs", "list"], expected: ["runs", "list", "--json"]),
            (["runs", "--json", "list"], ["runs", "list", "--json"]),
            (["-C", "dir", "-q", "run", "--model", "v2"], ["run", "-C", "dir", "-q", "--model", "v2"]),
            (["--config=x.yaml", "version"], ["version", "--config=x.yaml"]),
            (
                ["--color", "never", "config", "show", "--origin"],
                ["config", "show", "--color", "never", "--origin"]
            ),
            (["run", "--task", "--", "--json"], ["run", "--task", "--", "--json"]),
            (["--json"], ["--json"]), (["-C"], ["-C"]), (["--help"], ["--help"]),
        ]
    )
    func `global flags move behind the command`(given: [String], expected: [String]) {
        #expect(GlobalFlagOrder.normalized(given, isCommand: CommandTree.isCommand) == expected)
    }

    @Test func `the parser accepts what was moved`() throws {
        let arguments = GlobalFlagOrder.normalized(
            ["--json", "-C", "somewhere", "runs", "-v", "show", "@v2"],
            isCommand: CommandTree.isCommand
        )

        let command = try #require(try RootCommand.parseAsRoot(arguments) as? RunsShowCommand)

        #expect(command.global.json && command.global.verbose)
        #expect(command.global.folder == "somewhere")
        #expect(command.reference == "@v2")
    }
}
