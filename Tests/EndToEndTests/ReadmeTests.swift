import Foundation
import TestSupport
import Testing

/// What the README shows must be there: every command, every flag, every make target.
@Suite(.timeLimit(.minutes(2)))
struct ReadmeTests {
    /// A command line of the README's code blocks, as words.
    static let commands: [[String]] = codeLines(startingWith: "evalharness ").map { line in
        // A comment behind the command is for the reader.
        let command = line.split(separator: " #", maxSplits: 1)[0]
        return command.split(separator: " ").dropFirst().map(String.init)
    }

    @Test func `the README shows every command that the help lists`() async throws {
        let help = try await Tool.run(["--help"]).output
        // `  run                     Evaluate a model: …`, below a heading in capitals.
        let listed = help.split(separator: "\n").drop { !$0.hasSuffix("SUBCOMMANDS:") }
            .compactMap { $0.firstMatch(of: /^ {2}([a-z]+)(?: {2,}|$)/).map { String($0.1) } }

        #expect(listed.count > 8)
        for name in listed { #expect(Self.commands.contains { $0.first == name }, "\(name) is missing") }
    }

    @Test(arguments: commands)
    func `a command of the README exists with its flags`(command: [String]) async throws {
        // The path of subcommands ends where help no longer knows the word: an argument or a flag.
        var path: [String] = []
        var help = try await Tool.run(["--help"])
        for word in command {
            guard !word.hasPrefix("-") else { break }
            guard help.output.contains("\n  \(word) ") || help.output.contains("\n  \(word)\n") else { break }
            path.append(word)
            help = try await Tool.run(path + ["--help"])
        }

        #expect(!path.isEmpty, "\(command)")
        #expect(help.code == 0)
        for flag in command where flag.hasPrefix("-") {
            #expect(help.output.contains(flag), "\(flag) of \(command)")
        }
    }

    @Test func `every make target of the README is in the Makefile`() throws {
        let makefile = try String(contentsOf: Checkout.root.appending(path: "Makefile"), encoding: .utf8)
        let targets = Self.codeLines(startingWith: "make ").compactMap {
            $0.split(separator: " ").dropFirst().first
        }

        #expect(targets.contains("demo") && targets.contains("test"))
        for target in targets { #expect(makefile.contains("\n\(target):"), "make \(target)") }
    }

    @Test func `the configuration in the README is accepted`() async throws {
        let folder = try TemporaryFolder()
        let text = try #require(Self.text)
        let block = try #require(text.firstMatch(of: /```yaml\n((?s).*?)```/)?.output.1)
        let file = try folder.write(String(block), to: "evalharness.yaml")

        let outcome = try await Tool.run(["config", "show", "--origin", "--config", file.path])

        #expect(outcome.code == 0)
        #expect(outcome.output.contains("evalharness.yaml:2"))
    }

    private static var text: String? {
        try? String(contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)
    }

    private static func codeLines(startingWith start: String) -> [Substring] {
        guard let text else { return [] }
        var isCode = false
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isCode.toggle()
            } else if isCode {
                let command = line.hasPrefix("$ ") ? line.dropFirst(2) : line
                if command.hasPrefix(start) { lines.append(command) }
            }
        }
        return lines
    }
}
