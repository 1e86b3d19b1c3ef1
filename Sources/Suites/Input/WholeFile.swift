package import Foundation
package import HarnessCore

/// Reads a small file as a whole, unpacked where it is packed by gzip.
package enum WholeFile {
    /// Returns the content; throws `badData` where it is larger than `maximumBytes` or damaged, `noInput` where it cannot be opened.
    package static func contents(of file: URL, maximumBytes: Int) throws(HarnessError) -> [UInt8] {
        let path = file.relativePath
        let input = try InputFile(path: file.path, shownPath: path)
        do throws(ByteStream.Fault) {
            let stream = try ByteStream(
                file: input,
                mustBePacked: file.pathExtension == "gz",
                maximumBytes: maximumBytes
            )
            var content: [UInt8] = []
            let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
            defer { chunk.deallocate() }
            while true {
                let count = try stream.read(into: chunk)
                guard count > 0 else { return content }
                content.append(contentsOf: chunk.prefix(count))
            }
        } catch {
            throw HarnessError(.badData, error.message, at: path, remedy: error.remedy)
        }
    }
}
