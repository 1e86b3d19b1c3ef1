import Foundation
import HarnessCore

/// Lines of a file in chunks of bounded size, each a whole number of lines.
struct EventFile {
    /// About eight thousand events at a time.
    static let chunkBytes = 4 << 20
    /// What tells one file from another: a digest of its first bytes.
    static let headBytes = 4096

    private let handle: FileHandle
    private var rest: [UInt8] = []
    private(set) var offset: Int64
    private var isAtEnd = false
    private var isSkipping = false

    /// Opens a file; `-` is standard input.
    static func open(_ path: String) throws(HarnessError) -> FileHandle {
        if path == "-" { return .standardInput }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw HarnessError(
                .noInput,
                "cannot be read: \(String(cString: strerror(errno)))",
                at: path,
                remedy: "check the path"
            )
        }
        return handle
    }

    init(_ handle: FileHandle, from offset: Int64) {
        self.handle = handle
        self.offset = offset
    }

    /// A part of the file that ends where a line ends; nil at the file's end.
    struct Chunk: Sendable {
        var bytes: [UInt8]
        /// Where the next chunk begins.
        var end: Int64
        /// Whether the last line has no end yet: it is read, and read again when the file has grown.
        var isUnfinished = false
    }

    /// Reads on.
    ///
    /// A line that is longer than two chunks is cut: its first part is rejected, the rest passed over.
    mutating func next(at path: String) throws(HarnessError) -> Chunk? {
        while !isAtEnd {
            let read: Data?
            do {
                read = try handle.read(upToCount: Self.chunkBytes)
            } catch {
                throw HarnessError(.noInput, "cannot be read: \(error.localizedDescription)", at: path)
            }
            guard let read, !read.isEmpty else {
                isAtEnd = true
                break
            }
            offset += Int64(read.count)
            rest.append(contentsOf: read)
            if isSkipping {
                guard let end = rest.firstIndex(of: 0x0A) else {
                    rest.removeAll(keepingCapacity: true)
                    continue
                }
                rest.removeSubrange(...end)
                isSkipping = false
            }
            if let last = rest.lastIndex(of: 0x0A) {
                let bytes = Array(rest[...last])
                rest.removeSubrange(...last)
                return Chunk(bytes: bytes, end: offset - Int64(rest.count))
            }
            if rest.count > 2 * Self.chunkBytes {
                // Whatever it is, it is too long: enough is handed on to say so.
                let bytes = Array(rest.prefix(EventReader.maximumLine + 1))
                rest.removeAll(keepingCapacity: true)
                isSkipping = true
                return Chunk(bytes: bytes, end: offset)
            }
        }
        guard !rest.isEmpty else { return nil }
        defer { rest = [] }
        return Chunk(bytes: rest, end: offset - Int64(rest.count), isUnfinished: true)
    }
}
