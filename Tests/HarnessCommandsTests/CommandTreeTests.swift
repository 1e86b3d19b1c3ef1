import ArgumentParser
import HarnessCore
import Testing

@testable import HarnessCommands

@Suite struct CommandTreeTests {
    @Test(
        arguments: [
            (arguments: ["rnu"], suggestion: "evalharness run"),
            (["runs", "lsit"], "evalharness runs list"),
            (["tasks", "chekc"], "evalharness tasks check"),
        ]
    )
    func `a mistyped command is answered with the nearest one`(
        arguments: [String],
        suggestion: String
    ) throws {
        let error = #expect(throws: HarnessError.self) { try CommandTree.checkCommandNames(arguments) }

        #expect(error?.code == .usage)
        #expect(error?.remedy?.hasPrefix("did you mean \"\(suggestion)\"?") == true)
    }

    @Test(
        arguments: [
            ["run", "--model", "v2"], ["runs", "show", "latest"], ["--help"], ["help", "runs", "list"],
            ["score", "anything"], ["gate", "@v2", "--baseline", "@v1"], ["gate", "lock"], [],
        ]
    )
    func `known commands and their arguments pass`(arguments: [String]) throws {
        try CommandTree.checkCommandNames(arguments)
    }

    @Test func `every command has an example and an abstract without a full stop`() {
        var commands = RootCommand.configuration.subcommands
        while let command = commands.popLast() {
            let configuration = command.configuration
            #expect(configuration.discussion.contains("evalharness "), "\(command)")
            #expect(!configuration.abstract.isEmpty && !configuration.abstract.hasSuffix("."), "\(command)")
            commands += configuration.subcommands
        }
    }

    @Test func `every leaf command can end with a status of its own`() {
        var commands = RootCommand.configuration.subcommands
        var leaves = 0
        while let command = commands.popLast() {
            let children = command.configuration.subcommands
            if children.isEmpty {
                leaves += 1
                #expect(command is any ContextualCommand.Type, "\(command)")
            }
            commands += children
        }
        #expect(leaves == 20)
    }
}
