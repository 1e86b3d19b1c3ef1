import ArgumentParser
import Foundation
import HarnessCore

/// Evaluates samples that somebody has generated: `evalharness score`.
struct ScoreCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Evaluate a file or folder of samples that exist already",
        discussion: """
            Examples:
              evalharness score samples.jsonl --suite HumanEval.jsonl.gz --model my-model
              evalharness score samples/ --model my-model

            A samples file has one JSON object a line with "task_id" and "completion"
            or "solution", plain or gzip; a task may have many samples. Files of HumanEval,
            EvalPlus, MultiPL-E, HumanEval-X and mxeval are read as they are.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Argument(help: ArgumentHelp("The samples: a .jsonl or .jsonl.gz file, or a folder.", valueName: "file"))
    var samples: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The name under which the results are kept.", valueName: "name")
    )
    var model: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The suite the samples answer: core, one of the configuration, or the file of one. "
                + "(default: core)",
            valueName: "name"
        )
    )
    var suite: String?

    @OptionGroup var options: EvaluationOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        guard !model.isEmpty, model.unicodeScalars.count <= 200 else {
            throw HarnessError(.usage, "--model: must have from 1 to 200 characters")
        }
        var context = context
        context.configuration.override(.suite, with: suite)
        try options.apply(to: &context.configuration)
        let file = URL(fileURLWithPath: samples, relativeTo: context.folder).absoluteURL.standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw HarnessError(
                .noInput,
                "there is no such file of samples",
                at: file.path,
                remedy: "check the path; it is relative to \(context.folder.path)"
            )
        }
        let session = try EvaluationSession(
            context: context,
            suite: SuiteSource.find(
                context.configuration.suiteName,
                configuration: context.configuration,
                folder: context.folder,
                includesExtraTests: options.extra
            ),
            selection: options.selection,
            languages: options.languages,
            allowsUnsafe: options.sandbox.allowUnsafe
        )
        let source = ModelSource(name: model, version: nil, samples: file, origin: file.path)
        return try await session.evaluate(source, isDryRun: options.dryRun)
    }
}
