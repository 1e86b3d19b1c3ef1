package import Foundation

/// Published suites and samples, where they lie beside the checkout or where `EVALHARNESS_SHARED` says.
package enum SharedData {
    package static let folder: URL = {
        let shared =
            ProcessInfo.processInfo.environment["EVALHARNESS_SHARED"].map { URL(filePath: $0) }
            ?? Checkout.root.deletingLastPathComponent().appending(path: "shared")
        return shared.appending(path: "data")
    }()

    package static let humanEval = folder.appending(path: "humaneval/HumanEval.jsonl.gz")

    package static var isAvailable: Bool { FileManager.default.fileExists(atPath: humanEval.path) }
}
