import ArgumentParser
import Foundation
import HarnessCore

/// A command that does its work with a console, a configuration and an exit status of its own.
protocol ContextualCommand: ParsableCommand {
    var global: GlobalOptions { get }

    mutating func run(in context: CommandContext) async throws -> CommandEnding
}

/// How a command that did not fail ends.
enum CommandEnding: Sendable, Hashable {
    case done
    /// The measurement is not complete; resume will continue.
    case incomplete
    /// Something was checked and is not right.
    case judgedFailure
    /// A gate's question is open: neither shown nor excluded.
    case inconclusive
    /// A gate's runs cannot be compared, or too much of them is missing.
    case noVerdict
    /// The policy, the tasks or the baseline are not those that were locked.
    case lockDiffers
    /// No sample could be judged.
    case nothingScored
    case unavailable
    /// A signal ended the run; what was finished is saved.
    case interrupted(signal: Int32)

    /// The process's exit code.
    var exitCode: Int32 {
        switch self {
        case .done: ExitCode.done.rawValue
        case .incomplete: ExitCode.incomplete.rawValue
        case .judgedFailure: ExitCode.judgedFailure.rawValue
        case .inconclusive: ExitCode.inconclusive.rawValue
        case .noVerdict: ExitCode.noVerdict.rawValue
        case .lockDiffers: ExitCode.lockDiffers.rawValue
        case .nothingScored: ExitCode.nothingSelected.rawValue
        case .unavailable: ExitCode.unavailable.rawValue
        // As a shell has it; `ExitCode` lists the two that the program ends with in order.
        case .interrupted(let signal): 128 + signal
        }
    }
}

/// What a command works with.
struct CommandContext {
    let console: Console
    let environment: [String: String]
    let folder: URL
    let executable: URL
    /// The settings in force; a command puts its flags on top.
    var configuration: Configuration

    init(_ options: GlobalOptions, console: Console, environment: [String: String]) throws {
        self.console = console
        self.environment = environment
        if let wanted = options.folder {
            guard FileManager.default.changeCurrentDirectoryPath(wanted) else {
                throw HarnessError(.noInput, "-C: there is no such folder", at: wanted)
            }
        }
        folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
        executable = Installation.runningExecutable
        configuration = try Configuration.load(
            explicitFile: options.config,
            folder: folder,
            environment: environment
        )
    }

    /// The folder of tasks, references, runners and models.
    func home() throws(HarnessError) -> URL {
        try Installation.home(executable: executable, environment: environment)
    }

    /// The data and the sandbox's programs.
    func installation() throws(HarnessError) -> Installation {
        try Installation.find(executable: executable, environment: environment)
    }
}
