import ArgumentParser
import HarnessCore

/// The names of the commands, for what the parser does not do by itself.
enum CommandTree {
    /// Whether a word is a command at the path that precedes it.
    static func isCommand(after path: [String], _ word: String) -> Bool {
        names(after: path).contains(word)
    }

    /// Refuses an unknown command with the nearest known one.
    static func checkCommandNames(_ arguments: [String]) throws(HarnessError) {
        var path: [String] = []
        for argument in arguments {
            let known = names(after: path)
            guard !known.isEmpty, !argument.hasPrefix("-") else { return }
            guard known.contains(argument) else {
                // What is no name goes to the command that stands for its group.
                if command(at: path)?.configuration.defaultSubcommand != nil { return }
                let place = path.isEmpty ? "evalharness" : "evalharness " + path.joined(separator: " ")
                let list = "commands of \(place): " + known.joined(separator: ", ")
                let nearest = Suggestion.nearest(to: argument, among: known)
                throw HarnessError(
                    .usage,
                    "there is no command \"\(argument)\" in \"\(place)\"",
                    remedy: nearest.map { "did you mean \"\(place) \($0)\"? \(list)" } ?? list
                )
            }
            path.append(argument)
        }
    }

    private static func names(after path: [String]) -> [String] {
        // The parser's own `help` command takes a path of commands itself.
        if path.first == "help" { return [] }
        guard let command = command(at: path) else { return [] }
        return command.configuration.subcommands.map { $0._commandName } + (path.isEmpty ? ["help"] : [])
    }

    private static func command(at path: [String]) -> (any ParsableCommand.Type)? {
        var command: any ParsableCommand.Type = RootCommand.self
        for name in path {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == name })
            else { return nil }
            command = next
        }
        return command
    }
}
