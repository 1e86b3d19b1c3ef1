import Foundation
import HarnessCore

/// One thing in a folder, told apart without following links.
struct FolderEntry {
    enum Kind {
        case file
        case folder
        case link
        case other
    }

    var name: String
    var url: URL
    var kind: Kind

    /// Whether this is a folder or a link to one.
    var isFolder: Bool {
        switch kind {
        case .folder: true
        case .link: linksToFolder
        case .file, .other: false
        }
    }

    /// Lists a folder by name, hidden entries left out; throws `noInput` where it cannot be read.
    static func entries(of folder: URL) throws(HarnessError) -> [FolderEntry] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw HarnessError(
                .noInput,
                "the folder cannot be read",
                at: folder.relativePath,
                remedy: "check the path and the permissions"
            )
        }
        return names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
            name in
            let url = folder.appendingPathComponent(name)
            return FolderEntry(name: name, url: url, kind: kind(of: url))
        }
    }

    private var linksToFolder: Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }

    private static func kind(of url: URL) -> Kind {
        // The attributes of the link itself, not of what it names.
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return switch attributes?[.type] as? FileAttributeType {
        case .typeRegular: .file
        case .typeDirectory: .folder
        case .typeSymbolicLink: .link
        default: .other
        }
    }
}
