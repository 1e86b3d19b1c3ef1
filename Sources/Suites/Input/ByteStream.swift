import HarnessCore

/// The bytes of a file in order, unpacked on the way where the file is packed by gzip.
///
/// Whether it is packed is told by its first bytes, not by its name.
final class ByteStream {
    /// Why a stream cannot go on.
    struct Fault: Error {
        var message: String
        var remedy: String?
    }

    private let file: InputFile
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    private var inflater: GzipInflater?
    private var unread: Range<Int>
    private var delivered = 0
    private let maximumBytes: Int

    /// Starts to read.
    ///
    /// - Parameters:
    ///   - file: The open file.
    ///   - mustBePacked: Whether its name promises gzip.
    ///   - maximumBytes: How many bytes may come out before the stream fails.
    /// - Throws: `Fault` where the file cannot be read or is not what its name promises.
    init(file: InputFile, mustBePacked: Bool, maximumBytes: Int) throws(Fault) {
        self.file = file
        self.maximumBytes = maximumBytes
        unread = 0..<0
        // A pipe may deliver a single byte at first.
        while unread.count < 2 {
            let rest = UnsafeMutableRawBufferPointer(rebasing: input[unread.upperBound...])
            guard let count = file.read(into: rest) else { throw Self.unreadable }
            if count == 0 { break }
            unread = 0..<unread.upperBound + count
        }
        if unread.count >= 2, input[0] == 0x1F, input[1] == 0x8B {
            guard let started = GzipInflater() else {
                throw Fault(message: "zlib cannot start", remedy: "free some memory and try again")
            }
            inflater = started
        } else if mustBePacked, !unread.isEmpty {
            throw Fault(
                message: "is not packed by gzip, though its name says so",
                remedy: "rename it without .gz"
            )
        }
    }

    deinit { input.deallocate() }

    /// Fills some of `output`; 0 at the end.
    func read(into output: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
        let count: Int
        if let inflater {
            count = try unpack(with: inflater, into: output)
        } else {
            count = try copy(into: output)
        }
        delivered += count
        guard delivered <= maximumBytes else {
            throw Fault(
                message: "holds more than \(maximumBytes) bytes\(inflater == nil ? "" : " when unpacked")",
                remedy: "split it into smaller files"
            )
        }
        return count
    }

    private static let unreadable = Fault(
        message: "cannot be read",
        remedy: "check the disk and the permissions"
    )

    private func copy(into output: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
        if unread.isEmpty {
            guard let count = file.read(into: output) else { throw Self.unreadable }
            return count
        }
        let count = min(unread.count, output.count)
        output.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[unread.prefix(count)]))
        unread.removeFirst(count)
        return count
    }

    private func unpack(
        with inflater: GzipInflater,
        into output: UnsafeMutableRawBufferPointer
    ) throws(Fault) -> Int {
        while true {
            if unread.isEmpty {
                guard let count = file.read(into: input) else { throw Self.unreadable }
                guard count > 0 else {
                    if inflater.isBetweenMembers { return 0 }
                    throw Fault(message: "the gzip data is cut off", remedy: "fetch or pack the file again")
                }
                unread = 0..<count
            }
            let step = inflater.step(
                from: UnsafeMutableRawBufferPointer(rebasing: input[unread]),
                into: output
            )
            guard let step else {
                throw Fault(message: "the gzip data is damaged", remedy: "fetch or pack the file again")
            }
            unread.removeFirst(step.consumed)
            if step.produced > 0 { return step.produced }
        }
    }
}
