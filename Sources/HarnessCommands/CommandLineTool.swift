import ArgumentParser
import Foundation
import HarnessCore

/// The command line: arguments in, exit code out.
package enum CommandLineTool {
    /// Runs the command the process was started with and ends the process.
    package static func main() async -> Never {
        // A reader that goes away shows as EPIPE where it is written to; the process must live to see it.
        signal(SIGPIPE, SIG_IGN)
        exit(
            await run(
                arguments: Array(CommandLine.arguments.dropFirst()),
                environment: ProcessInfo.processInfo.environment
            )
        )
    }

    /// Runs one command and tells its exit code.
    static func run(arguments: [String], environment: [String: String]) async -> Int32 {
        let ordered = GlobalFlagOrder.normalized(arguments, isCommand: CommandTree.isCommand)
        do {
            try CommandTree.checkCommandNames(ordered)
            var command = try RootCommand.parseAsRoot(ordered)
            if var context = command as? any ContextualCommand {
                return await run(&context, environment: environment)
            }
            try command.run()
            return 0
        } catch let error as HarnessError {
            let wantsJSON = ordered.prefix { $0 != "--" }.contains("--json")
            var options = GlobalOptions()
            options.json = wantsJSON
            Console(options, environment: environment).report(error)
            return Int32(error.code.rawValue)
        } catch {
            return finishParsing(with: error)
        }
    }

    /// Prints help, the version or a usage error, as the parser words it.
    private static func finishParsing(with error: any Error) -> Int32 {
        let code = RootCommand.exitCode(for: error)
        let text = RootCommand.fullMessage(for: error)
        guard !text.isEmpty else { return code.rawValue }
        let stream = code.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
        try? stream.write(contentsOf: Data((text + "\n").utf8))
        return code.rawValue
    }

    private static func run(
        _ command: inout any ContextualCommand,
        environment: [String: String]
    ) async -> Int32 {
        let console = Console(command.global, environment: environment)
        do {
            let context = try CommandContext(command.global, console: console, environment: environment)
            return try await command.run(in: context).rawValue
        } catch is ClosedPipe {
            return 0
        } catch let error as HarnessError {
            console.report(error)
            return Int32(error.code.rawValue)
        } catch let error as ValidationError {
            console.report(HarnessError(.usage, error.message))
            return Int32(HarnessError.Code.usage.rawValue)
        } catch {
            console.report(
                HarnessError(
                    .internalFault,
                    "unexpected fault: \(error)",
                    remedy: "this is a bug of evalharness; please report it with the command you typed"
                )
            )
            return Int32(HarnessError.Code.internalFault.rawValue)
        }
    }
}
