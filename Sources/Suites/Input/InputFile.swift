import Foundation
import Glibc
import HarnessCore

/// An open file to read from; closed when it is released.
final class InputFile {
    private let descriptor: Int32

    /// Opens a regular file or a pipe; a folder or a device is refused.
    ///
    /// - Parameters:
    ///   - path: Where the file is.
    ///   - shownPath: How messages name it.
    ///   - followsLinks: Whether the last component may be a symbolic link.
    /// - Throws: `noInput` where it cannot be opened; `badData` for a link that must not be followed.
    init(path: String, shownPath: String, followsLinks: Bool = true) throws(HarnessError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
        let cause = errno
        guard descriptor >= 0 else {
            if cause == ELOOP, !followsLinks {
                throw HarnessError(
                    .badData,
                    "is a symbolic link",
                    at: shownPath,
                    remedy: "copy the file itself here: links are not followed"
                )
            }
            throw HarnessError(
                .noInput,
                "cannot be opened: \(String(cString: strerror(cause)))",
                at: shownPath,
                remedy: cause == ENOENT ? "check the path" : nil
            )
        }
        var status = stat()
        let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
        guard kind == S_IFREG || kind == S_IFIFO else {
            throw HarnessError(.noInput, "is not a file", at: shownPath, remedy: "name a regular file")
        }
    }

    deinit { close(descriptor) }

    /// Reads some bytes; 0 at the end, nil where the system refuses.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { return nil }
        }
    }

    /// Returns the whole content, or nil where it is larger than `maximumBytes` or cannot be read.
    func contents(maximumBytes: Int) -> [UInt8]? {
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while content.count <= maximumBytes {
            guard let count = chunk.withUnsafeMutableBytes({ read(into: $0) }) else { return nil }
            if count == 0 { return content }
            content.append(contentsOf: chunk[..<count])
        }
        return nil
    }
}
