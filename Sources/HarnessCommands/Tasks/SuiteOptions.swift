import ArgumentParser
import HarnessCore

/// The flag that chooses a suite.
struct SuiteOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Use this suite: core, one of the configuration, or a file in HumanEval's form. (default: core)",
            valueName: "name"
        )
    )
    var suite: String?

    func source(in context: CommandContext) throws(HarnessError) -> SuiteSource {
        var configuration = context.configuration
        configuration.override(.suite, with: suite)
        return try SuiteSource.find(
            configuration.suiteName,
            configuration: configuration,
            folder: context.folder
        )
    }

    /// Loads the suite with the limits in force.
    func load(in context: CommandContext) throws(HarnessError) -> TaskSuite {
        try source(in: context).load(home: context.home(), overrides: context.configuration.limits())
    }
}
