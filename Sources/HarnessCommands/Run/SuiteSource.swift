import Foundation
import HarnessCore
import Suites

/// Which suite is asked, and how to load it again.
enum SuiteSource: Sendable, Hashable {
    case builtIn
    /// A file in HumanEval's form.
    case humanEval(URL)

    /// The name of the suite that comes with the product.
    static let builtInName = "core"

    /// Finds a suite by the name a user gives: the built-in one, one of the configuration, or a file.
    static func find(
        _ name: String,
        configuration: Configuration,
        folder: URL
    ) throws(HarnessError) -> SuiteSource {
        if let entry = configuration.suites[name] { return .humanEval(entry.file) }
        if name == builtInName { return .builtIn }
        let file = URL(fileURLWithPath: name, relativeTo: folder).absoluteURL.standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path) else {
            let known = [builtInName] + configuration.suites.keys.sorted()
            throw HarnessError(
                .noInput,
                "there is no suite \"\(name)\"",
                remedy: "name one of \(known.joined(separator: ", ")), or a file in HumanEval's form"
            )
        }
        return .humanEval(file)
    }

    /// What the store keeps so that `resume` finds the suite again.
    var stored: String {
        switch self {
        case .builtIn: Self.builtInName
        case .humanEval(let file): file.path
        }
    }

    init(stored: String) {
        self = stored == Self.builtInName ? .builtIn : .humanEval(URL(fileURLWithPath: stored))
    }

    /// Loads the suite; `overrides` are the limits that a user set for all of its tasks.
    func load(home: URL, overrides: LimitOverrides = LimitOverrides()) throws(HarnessError) -> TaskSuite {
        switch self {
        case .builtIn:
            try SuiteLoader.builtIn(
                tasksFolder: home.appending(path: "tasks/\(Self.builtInName)"),
                referencesFolder: home.appending(path: "references/\(Self.builtInName)"),
                overrides: overrides
            )
        case .humanEval(let file): try SuiteLoader.humanEval(file: file, overrides: overrides)
        }
    }
}
