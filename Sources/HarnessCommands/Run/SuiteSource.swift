import Foundation
import HarnessCore
import Suites

/// Which suite is asked, and how to load it again.
enum SuiteSource: Sendable, Hashable {
    case builtIn
    /// A file of a foreign suite, and whether its extra tests are asked too.
    case foreign(URL, includesExtraTests: Bool)

    /// The name of the suite that comes with the product.
    static let builtInName = "core"

    /// Finds a suite by the name a user gives: the built-in one, one of the configuration, or a file.
    static func find(
        _ name: String,
        configuration: Configuration,
        folder: URL,
        includesExtraTests: Bool = false
    ) throws(HarnessError) -> SuiteSource {
        if let entry = configuration.suites[name] {
            return .foreign(entry.file, includesExtraTests: includesExtraTests)
        }
        if name == builtInName {
            guard !includesExtraTests else {
                throw HarnessError(
                    .usage,
                    "--extra: the suite \(builtInName) has no extra tests",
                    remedy: "leave it out, or name a file of EvalPlus or MBPP by --suite"
                )
            }
            return .builtIn
        }
        let file = URL(fileURLWithPath: name, relativeTo: folder).absoluteURL.standardizedFileURL
        guard FileManager.default.fileExists(atPath: file.path) else {
            let known = [builtInName] + configuration.suites.keys.sorted()
            throw HarnessError(
                .noInput,
                "there is no suite \"\(name)\"",
                remedy: "name one of \(known.joined(separator: ", ")), or the file of a suite"
            )
        }
        return .foreign(file, includesExtraTests: includesExtraTests)
    }

    /// What the store keeps so that `resume` finds the suite again.
    var stored: String {
        switch self {
        case .builtIn: Self.builtInName
        case .foreign(let file, let includesExtraTests):
            file.path + (includesExtraTests ? Self.extraMark : "")
        }
    }

    init(stored: String) {
        if stored == Self.builtInName {
            self = .builtIn
            return
        }
        let isExtra = stored.hasSuffix(Self.extraMark)
        let path = isExtra ? String(stored.dropLast(Self.extraMark.count)) : stored
        self = .foreign(URL(fileURLWithPath: path), includesExtraTests: isExtra)
    }

    /// Ends the stored path of a suite whose extra tests are asked.
    private static let extraMark = "#extra"

    /// Loads the suite; `overrides` are the limits that a user set for all of its tasks.
    func load(home: URL, overrides: LimitOverrides = LimitOverrides()) throws(HarnessError) -> TaskSuite {
        switch self {
        case .builtIn:
            try SuiteLoader.builtIn(
                tasksFolder: home.appending(path: "tasks/\(Self.builtInName)"),
                referencesFolder: home.appending(path: "references/\(Self.builtInName)"),
                overrides: overrides
            )
        case .foreign(let file, let includesExtraTests):
            try SuiteLoader.foreign(
                file: file,
                includesExtraTests: includesExtraTests,
                overrides: overrides
            )
        }
    }
}
