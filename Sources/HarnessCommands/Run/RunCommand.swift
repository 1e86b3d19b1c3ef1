import ArgumentParser
import HarnessCore

/// Evaluates a model's samples on a suite: `evalharness run`.
struct RunCommand: ContextualCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Evaluate a model: run its samples in the sandbox, judge them, keep and print the results",
        discussion: """
            Examples:
              evalharness run --model v2
              evalharness run --model v1 --category strings -k 1,10 --jobs 4
              evalharness run --model v2 --language python,java
              evalharness run --model v2 --dry-run

            A model is a folder of the installation's "models", or an entry under
            "models:" in evalharness.yaml. The exit code is 0 for any pass rate once
            every sample has its verdict.
            """
    )

    @OptionGroup(title: "Every command") var global: GlobalOptions

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Evaluate this model's samples. (default: run.model of the configuration)",
            valueName: "name"
        )
    )
    var model: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Ask this suite: core, one of the configuration, or the file of one. (default: core)",
            valueName: "name"
        )
    )
    var suite: String?

    @OptionGroup var options: EvaluationOptions

    func run(in context: CommandContext) async throws -> CommandEnding {
        var context = context
        context.configuration.override(.model, with: model)
        context.configuration.override(.suite, with: suite)
        try options.apply(to: &context.configuration)
        guard let name = context.configuration.modelName else {
            throw HarnessError(
                .usage,
                "no model is chosen",
                remedy: "add --model NAME, for example \"evalharness run --model v2\""
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
        let source = try ModelSource.find(
            name,
            configuration: context.configuration,
            home: context.home()
        )
        return try await session.evaluate(source, isDryRun: options.dryRun)
    }
}
