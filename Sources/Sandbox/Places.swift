import Foundation
import HarnessCore

/// Where `/harness` and `/box` are: levels without a private root have them in a folder of the host.
struct Places {
    private let root: String?

    init(level: IsolationLevel, workFolder: URL) {
        root = level >= .namespaces ? nil : workFolder.path
    }

    /// Replaces the two folders in an argument or a value of the environment by where they are.
    func found(in text: String) -> String {
        guard let root else { return text }
        if text == "/box" { return root + text }
        // Paths stand at the beginning, after a sign, or in a list.
        var result = text
        for place in ["/harness/", "/box/"] {
            for before in ["=", ":", ","] {
                result = result.replacing(before + place, with: before + root + place)
            }
            if result.hasPrefix(place) { result = root + result }
            if result.hasPrefix("-I" + place) { result = "-I" + root + result.dropFirst(2) }
        }
        return result
    }
}

/// Links at the top of the root that a merged system has: `/lib` to `usr/lib`.
enum SystemLinks {
    private static let tops = ["bin", "lib", "lib32", "lib64", "libx32", "sbin"]

    /// The links, as `/lib=usr/lib`, whose targets are shown; none where a shown path needs a real folder there.
    static func needed(by paths: [String]) -> [String] {
        tops.compactMap { top in
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/\(top)"),
                !paths.contains(where: { $0 == "/\(top)" || $0.hasPrefix("/\(top)/") })
            else { return nil }
            let folder = target.hasPrefix("/") ? target : "/" + target
            let isShown = paths.contains {
                $0 == folder || $0.hasPrefix(folder + "/") || folder.hasPrefix($0 + "/")
            }
            return isShown ? "/\(top)=\(target)" : nil
        }
    }
}
