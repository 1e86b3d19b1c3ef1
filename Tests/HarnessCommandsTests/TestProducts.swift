import Foundation

/// Where the programs lie that were built beside the tests.
enum TestProducts {
    /// The folder of the test bundle.
    static let folder: URL = {
        if let override = ProcessInfo.processInfo.environment["EVALHARNESS_PRODUCTS"] {
            return URL(filePath: override)
        }
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        if FileManager.default.fileExists(atPath: own.appending(path: "evalharness").path) { return own }
        // The test runner of the tool chain loads the bundle by the path it is given.
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        return bundle.map { URL(filePath: $0).deletingLastPathComponent() } ?? own
    }()
}
