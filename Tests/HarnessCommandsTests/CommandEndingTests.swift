import ArgumentParser
import Foundation
import HarnessCore
import TestSupport
import Testing

@testable import HarnessCommands

@Suite struct CommandEndingTests {
    @Test(
        arguments: [
            (status: CommandEnding.done, code: Int32(0)), (.incomplete, 75), (.judgedFailure, 100),
            (.inconclusive, 101), (.noVerdict, 102), (.lockDiffers, 103), (.nothingScored, 104),
            (.unavailable, 69), (.interrupted(signal: SIGINT), 130),
            (.interrupted(signal: SIGTERM), 143),
        ]
    )
    func `every end has its documented code`(status: CommandEnding, code: Int32) {
        #expect(status.exitCode == code)
    }

    @Test func `the help lists every exit code with its meaning`() {
        let help = RootCommand.configuration.discussion
        for code in ExitCode.allCases {
            let number = "\(code.rawValue)"
            let entry = number + String(repeating: " ", count: 5 - number.count) + code.meaning
            #expect(help.contains(entry), "\(code)")
        }
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    private static let refused: [(arguments: [String], code: Int32)] = [
        (["version", "--no-such-flag"], 64), (["no-such-command"], 64),
        (["runs", "samples", "--index", "1"], 64),
        (["--config", "/no/such/file.yaml", "version"], 66), (["-C", "/no/such/folder", "version"], 66),
        (["runs", "list", "--store", "/no/such/store.sqlite"], 66), (["run", "--model", "../../etc"], 66),
        (["run", "--model", "v2", "--jobs", "0"], 64),
        (["run", "--model", "v2", "--store", "a", "--results-dir", "b"], 64),
    ]

    @Test(arguments: refused)
    func `a command that cannot start says so by its code`(arguments: [String], code: Int32) async {
        let environment = ["EVALHARNESS_HOME": Checkout.root.path]

        let result = await CommandLineTool.run(arguments: arguments, environment: environment)

        #expect(result == code)
    }
}
