import Foundation

/// Room on the disk that holds a path.
enum DiskSpace {
    /// Bytes that this user may still write; nil where the system does not say.
    static func available(at url: URL) -> Int? {
        // The folder may not exist yet: its nearest parent that does is on the same disk.
        var folder = url
        while folder.path != "/" && !FileManager.default.fileExists(atPath: folder.path) {
            folder.deleteLastPathComponent()
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return (attributes?[.systemFreeSize] as? NSNumber)?.intValue
    }
}
