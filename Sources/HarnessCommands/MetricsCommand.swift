import ArgumentParser
import Foundation
import HarnessCore
import Reporting
import Scoring
import SourceCode

/// Measures programs without running them: `evalharness metrics FILE`.
struct MetricsCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics",
        abstract: "Measure programs without running them: complexity, size and style",
        discussion: """
            Cyclomatic complexity counts the decisions that lizard counts, cognitive complexity follows SonarSource's
            specification. Style is 100 less the share of the lines that deductions weigh.

            Examples:
              evalharness metrics solution.py --functions
              evalharness metrics src/*.rs --style --json
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: "Programs; the extension names the language.")
    var files: [String]

    @Option(help: ArgumentHelp("Language of all files, whatever their extension.", valueName: "name"))
    var language: String?

    @Flag(help: "Show every function.")
    var functions = false

    @Flag(help: "Show every deduction of the style score with its line.")
    var style = false

    /// Bytes of a file from which it is refused unread.
    static let maximumBytes = 16 << 20

    func run(in context: CommandContext) throws -> CommandEnding {
        var programs: [SourceReport.Program] = []
        for file in files { programs.append(try program(at: file)) }
        try context.console.show(SourceReport(programs, showsFunctions: functions, showsStyle: style))
        return .done
    }

    private func program(at path: String) throws(HarnessError) -> SourceReport.Program {
        let name = language ?? Grammar.language(ofExtension: (path as NSString).pathExtension) ?? ""
        guard let grammar = Grammar.named(name) else {
            throw HarnessError(
                .usage,
                "no known language of a program",
                at: path,
                remedy: "say --language with one of " + Grammar.names.joined(separator: ", ")
            )
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
            let size = attributes[.size] as? Int
        else { throw HarnessError(.noInput, "is no file", at: path) }
        guard size <= Self.maximumBytes, let data = FileManager.default.contents(atPath: path) else {
            throw HarnessError(
                .badData,
                "cannot be read or has more than \(Self.maximumBytes) bytes",
                at: path
            )
        }
        let source = Tokenizer.tokenize(Array(data), grammar)
        guard let metrics = SourceMetrics(of: source, in: grammar) else {
            throw HarnessError(.internalFault, "the structure of \(name) is not described", at: path)
        }
        return SourceReport.Program(
            path: path,
            language: name,
            metrics: metrics,
            style: StyleScore(source, metrics, in: grammar),
            radon: name == Language.python.rawValue
                ? PythonStructure.metrics(of: String(decoding: data, as: UTF8.self)).cyclomaticComplexity
                : nil
        )
    }
}
