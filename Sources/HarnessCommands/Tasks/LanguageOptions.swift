import ArgumentParser
import HarnessCore
import Runners

/// The flag that chooses languages.
struct LanguageOptions: ParsableArguments {
    @Option(
        name: [.customShort("l"), .long],
        help: ArgumentHelp(
            "Keep these languages, comma-separated; may be repeated. (default: all there are)",
            valueName: "name,…"
        )
    )
    var language: [String] = []

    /// The languages that were named, without repetition; empty where none was.
    ///
    /// - Throws: `usage` for a language that no runner defines.
    func chosen(in catalog: RunnerCatalog) throws(HarnessError) -> [Language] {
        var chosen: [Language] = []
        for name in language.flatMap({ $0.split(separator: ",") }) {
            let runner = try catalog.runner(for: Language(rawValue: String(name)))
            if !chosen.contains(runner.language) { chosen.append(runner.language) }
        }
        return chosen
    }
}
