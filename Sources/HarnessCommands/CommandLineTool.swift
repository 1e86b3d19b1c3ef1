import ArgumentParser
import Foundation
import HarnessCore
import Sandbox

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
            return ExitCode.done.rawValue
        } catch {
            let settings = Console.Settings(wantsJSON: ordered.prefix { $0 != "--" }.contains("--json"))
            return end(with: error, console: Console(settings, environment: environment))
        }
    }

    /// Ends a command that was not understood, or that asked for help or the version.
    private static func end(with error: any Error, console: Console) -> Int32 {
        if let error = error as? HarnessError {
            console.report(error)
            return error.code.exitCode.rawValue
        }
        let code = RootCommand.exitCode(for: error)
        let text = RootCommand.fullMessage(for: error)
        guard code.isSuccess else {
            console.reportUsage(text, summary: RootCommand.message(for: error))
            return code.rawValue
        }
        return console.print(text) ? code.rawValue : ExitCode.writeFailed.rawValue
    }

    private static func run(
        _ command: inout any ContextualCommand,
        environment: [String: String]
    ) async -> Int32 {
        let console = Console(command.global.consoleSettings, environment: environment)
        do {
            let context = try CommandContext(command.global, console: console, environment: environment)
            return try await command.run(in: context).exitCode
        } catch is ClosedPipe {
            return ExitCode.done.rawValue
        } catch let error as HarnessError {
            console.report(error)
            return error.code.exitCode.rawValue
        } catch let error as ValidationError {
            console.report(HarnessError(.usage, error.message))
            return ExitCode.usage.rawValue
        } catch let error as SandboxError {
            let fault = HarnessError(
                .unavailable,
                "the sandbox failed: \(error)",
                remedy: "look for the cause with: evalharness doctor --verbose"
            )
            console.report(fault)
            return fault.code.exitCode.rawValue
        } catch {
            console.report(
                HarnessError(
                    .internalFault,
                    "unexpected fault: \(error)",
                    remedy: "this is a bug of evalharness; please report it with the command you typed"
                )
            )
            return ExitCode.internalFault.rawValue
        }
    }
}
