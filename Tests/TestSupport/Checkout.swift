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

    /// Copies a file or folder of the checkout, given by its path below `root`, as the user who runs the tests.
    ///
    /// `FileManager.copyItem` keeps the owner, which only root may do where the checkout is somebody else's.
    package static func copy(_ path: String, to place: URL) throws {
        let source = root.appending(path: path)
        let kept = try FileManager.default.attributesOfItem(atPath: source.path)
        guard kept[.type] as? FileAttributeType == .typeDirectory else {
            try Data(contentsOf: source).write(to: place)
            return try FileManager.default.setAttributes(
                kept.filter { $0.key == .posixPermissions },
                ofItemAtPath: place.path
            )
        }
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: source.path).sorted() {
            try copy("\(path)/\(name)", to: place.appending(path: name))
        }
    }
}
