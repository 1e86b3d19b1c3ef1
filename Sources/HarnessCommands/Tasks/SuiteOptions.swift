import ArgumentParser
import HarnessCore

/// The flag that chooses a suite.
struct SuiteOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Use this suite: core, one of the configuration, or the file of one. (default: core)",
            valueName: "name"
        )
    )
    var suite: String?

    @Flag(help: "Ask the suite's extra tests too: EvalPlus's plus inputs, MBPP's challenge tests.")
    var extra = false

    func source(in context: CommandContext) throws(HarnessError) -> SuiteSource {
        var configuration = context.configuration
        configuration.override(.suite, with: suite)
        return try SuiteSource.find(
            configuration.suiteName,
            configuration: configuration,
            folder: context.folder,
            includesExtraTests: extra
        )
    }

    /// Loads the suite with the limits in force.
    func load(in context: CommandContext) throws(HarnessError) -> TaskSuite {
        try source(in: context).load(home: context.home(), overrides: context.configuration.limits())
    }
}
