import Foundation
import Glibc
import HarnessCore

/// Reads a file line by line and never holds more of it than one line.
final class LineReader {
    /// One line, without its line feed.
    enum Line {
        case content([UInt8])
        /// The line was skipped; only its size is known.
        case tooLong(byteCount: Int)
    }

    /// What the file may hold at most, unpacked, when nobody says otherwise: 1 GiB.
    static let defaultMaximumBytes = 1 << 30

    /// How messages name the file.
    let shownPath: String
    /// The number of the line returned last, from 1.
    private(set) var lineNumber = 0

    private let stream: ByteStream
    private let maximumLineBytes: Int
    private let buffer: UnsafeMutableRawBufferPointer
    private var unread = 0..<0

    init(
        file: URL,
        maximumLineBytes: Int,
        maximumBytes: Int = defaultMaximumBytes
    ) throws(HarnessError) {
        let path = file.relativePath
        shownPath = path
        self.maximumLineBytes = maximumLineBytes
        let input = try InputFile(path: file.path, shownPath: path)
        do {
            stream = try ByteStream(
                file: input,
                mustBePacked: file.pathExtension == "gz",
                maximumBytes: maximumBytes
            )
        } catch {
            throw HarnessError(.badData, error.message, at: path, remedy: error.remedy)
        }
        buffer = .allocate(byteCount: 1 << 16, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The place of the current line, for messages.
    var location: String { "\(shownPath):\(lineNumber)" }

    /// Returns the next line; nil at the end.
    func next() throws(HarnessError) -> Line? {
        var line: [UInt8] = []
        var byteCount = 0
        lineNumber += 1
        while true {
            if unread.isEmpty, try !fill() {
                if byteCount > 0 { return finish(line, byteCount: byteCount) }
                lineNumber -= 1
                return nil
            }
            let feed = lineFeed()
            let piece = unread.lowerBound..<(feed ?? unread.upperBound)
            byteCount += piece.count
            if byteCount <= maximumLineBytes {
                line.append(contentsOf: buffer[piece])
            } else {
                line = []
            }
            unread = (feed.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
            if feed != nil { return finish(line, byteCount: byteCount) }
        }
    }

    private func finish(_ line: [UInt8], byteCount: Int) -> Line {
        byteCount <= maximumLineBytes ? .content(line) : .tooLong(byteCount: byteCount)
    }

    private func fill() throws(HarnessError) -> Bool {
        do throws(ByteStream.Fault) {
            let count = try stream.read(into: buffer)
            unread = 0..<count
            return count > 0
        } catch {
            throw HarnessError(.badData, error.message, at: location, remedy: error.remedy)
        }
    }

    /// The position of the first unread line feed.
    private func lineFeed() -> Int? {
        guard let start = buffer.baseAddress?.advanced(by: unread.lowerBound),
            let found = memchr(start, Int32(UInt8(ascii: "\n")), unread.count)
        else { return nil }
        return unread.lowerBound + (found - start)
    }
}
