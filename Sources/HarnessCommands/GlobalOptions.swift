import ArgumentParser

/// The flags every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Read this configuration instead of ./evalharness.yaml.",
            valueName: "file"
        )
    )
    var config: String?

    @Option(
        name: .customShort("C"),
        help: ArgumentHelp("Work in this folder instead of the current one.", valueName: "dir")
    )
    var folder: String?

    @Flag(help: "Print exactly one JSON object on standard output.")
    var json = false

    @Option(help: "Colour the output; auto colours terminals unless NO_COLOR is set.")
    var color: ColorChoice = .auto

    @Flag(name: [.customShort("q"), .long], help: "Print results, warnings and errors only.")
    var quiet = false

    @Flag(name: [.customShort("v"), .long], help: "Print what is done and found on the way.")
    var verbose = false

    var consoleSettings: Console.Settings {
        Console.Settings(
            color: color,
            wantsJSON: json,
            verbosity: quiet ? .quiet : verbose ? .verbose : .normal
        )
    }

    enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
        case auto
        case always
        case never
    }
}
