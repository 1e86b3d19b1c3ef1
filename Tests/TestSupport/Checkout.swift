package import Foundation

/// The package's own folder, and what was built from it.
package enum Checkout {
    /// The folder of the manifest, as it was when the tests were compiled.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder the programs are built into: that of the test bundle, unless `EVALHARNESS_PRODUCTS` names another.
    package static let products: URL = {
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
