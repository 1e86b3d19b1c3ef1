package import Foundation
package import HarnessCore

/// What compilers made, kept on disk by the content it was made from.
///
/// Names are digests, so nothing of a program becomes part of a path. Files appear whole, by renaming, and
/// carry a digest of their content: a file that was cut or changed is as good as none. Several processes may
/// share a folder.
package struct ArtifactCache: Sendable {
    private let folder: URL
    private let maximumBytes: Int

    /// What came of a compilation.
    package enum Entry: Sendable, Hashable {
        case artifact([UInt8])
        /// The compiler refused the program, and said so.
        case refused(code: Int, standardOutput: [UInt8], standardError: [UInt8])
    }

    /// Binds a folder, which need not exist yet; above `maximumBytes` the oldest entries go.
    ///
    /// Default is 2 GiB.
    package init(folder: URL, maximumBytes: Int = 2 << 30) {
        self.folder = folder
        self.maximumBytes = maximumBytes
    }

    /// The entry of a key; nil where there is none, or none that can be trusted.
    package func entry(for key: ContentHash) -> Entry? {
        let file = file(of: key)
        guard let data = try? Data(contentsOf: file) else { return nil }
        guard let entry = Self.decode(Array(data), key: key) else {
            try? FileManager.default.removeItem(at: file)
            return nil
        }
        // The date of last use decides what goes first.
        try? FileManager.default.setAttributes([.modificationDate: Date.now], ofItemAtPath: file.path)
        return entry
    }

    /// Keeps an entry; where that fails the next run compiles again, and nothing else is lost.
    package func keep(_ entry: Entry, for key: ContentHash) {
        let file = file(of: key)
        let bytes = Self.encode(entry, key: key)
        guard bytes.count <= maximumBytes / 4 else { return }
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let draft = file.deletingLastPathComponent().appending(path: ".draft-\(UUID().uuidString)")
            do {
                try Data(bytes).write(to: draft)
                guard rename(draft.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            } catch {
                try? FileManager.default.removeItem(at: draft)
                throw error
            }
        } catch {
            return
        }
    }

    /// Removes the entries that were not used for longest until the rest fits; returns how many went.
    @discardableResult
    package func prune() -> Int {
        let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey, .isRegularFileKey]
        guard
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: Array(keys))
        else { return 0 }
        var entries: [(file: URL, size: Int, used: Date)] = []
        for case let file as URL in files {
            guard let values = try? file.resourceValues(forKeys: keys), values.isRegularFile == true else {
                continue
            }
            entries.append((file, values.fileSize ?? 0, values.contentModificationDate ?? .distantPast))
        }
        var total = entries.reduce(0) { $0 + $1.size }
        var removed = 0
        for entry in entries.sorted(by: { $0.used < $1.used }) where total > maximumBytes {
            guard (try? FileManager.default.removeItem(at: entry.file)) != nil else { continue }
            total -= entry.size
            removed += 1
        }
        return removed
    }

    /// Where the entry of a key lies, whether it is there or not.
    private func file(of key: ContentHash) -> URL {
        let name = key.hexadecimal
        return folder.appending(path: String(name.prefix(2))).appending(path: name)
    }

    // MARK: - The form of a file

    private static let magic = "evalharness artifact 1\n"

    /// Magic, digest of key and content, content.
    private static func encode(_ entry: Entry, key: ContentHash) -> [UInt8] {
        let content: [UInt8] =
            switch entry {
            case .artifact(let bytes): Array("A".utf8) + bytes
            case .refused(let code, let output, let error):
                WireFormat.encode(frame: "R", [.int(Int64(code)), .bytes(output), .bytes(error)])
            }
        return Array((magic + digest(content, key) + "\n").utf8) + content
    }

    private static func decode(_ bytes: [UInt8], key: ContentHash) -> Entry? {
        let head = Array(magic.utf8)
        let start = head.count + 65
        guard bytes.count > start, bytes.starts(with: head) else { return nil }
        let content = Array(bytes[start...])
        guard bytes[head.count..<start].elementsEqual((digest(content, key) + "\n").utf8) else { return nil }
        switch content.first {
        case UInt8(ascii: "A"): return .artifact(Array(content.dropFirst()))
        case UInt8(ascii: "R"):
            guard let parts = try? WireFormat.frames(in: content).first?.values(), parts.count == 3,
                case .int(let code) = parts[0], case .bytes(let output) = parts[1],
                case .bytes(let error) = parts[2]
            else { return nil }
            return .refused(code: Int(code), standardOutput: output, standardError: error)
        default: return nil
        }
    }

    private static func digest(_ content: [UInt8], _ key: ContentHash) -> String {
        ContentHash(ofParts: [key.hexadecimal, ContentHash(of: content).hexadecimal]).hexadecimal
    }
}
