import Foundation
import TestSupport

extension Checkout {
    static func manifest() throws -> String { try text("Package.swift") }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Every file under `Sources` by its path below it, in order.
    static func sources() throws -> [(path: String, text: String)] {
        try files(under: ["Sources"]).map { (String($0.path.dropFirst("Sources/".count)), $0.text) }
    }

    /// Every text file under some folders by its path below the checkout, in order.
    static func files(under folders: [String]) throws -> [(path: String, text: String)] {
        var files: [(path: String, text: String)] = []
        for name in folders {
            let folder = root.appendingPathComponent(name)
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() {
                // Nil for a folder, and no text for what is not UTF-8.
                guard
                    let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path),
                    let text = String(data: data, encoding: .utf8)
                else { continue }
                files.append(("\(name)/\(path)", text))
            }
        }
        return files
    }
}
