import CZlib

/// Unpacks gzip data piece by piece, of one member or of several in a row.
final class GzipInflater {
    /// Whether the data may end here: a member is complete and the next has not begun.
    private(set) var isBetweenMembers = false
    private var isInPadding = false
    /// zlib keeps a pointer to its stream, so the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    /// 16 more than the largest window means: a gzip header, nothing else.
    static let gzip: Int32 = 15 + 16
    /// The header of zlib itself (RFC 1950).
    static let zlib: Int32 = 15

    /// Starts zlib for data with this header; nil where it has no memory.
    init?(header: Int32 = gzip) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let status = inflateInit2_(stream, header, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks some of `input` into `output`; nil where the data is damaged.
    func step(
        from input: UnsafeMutableRawBufferPointer,
        into output: UnsafeMutableRawBufferPointer
    ) -> (consumed: Int, produced: Int)? {
        if isBetweenMembers {
            // Tape archivers pad with zeros; anything else after a member must be the next one.
            isInPadding = isInPadding || input.first == 0
            if isInPadding { return input.allSatisfy { $0 == 0 } ? (input.count, 0) : nil }
            guard inflateReset(stream) == Z_OK else { return nil }
            isBetweenMembers = false
        }
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_in = uInt(input.count)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: Bytef.self)
        stream.pointee.avail_out = uInt(output.count)
        let status = inflate(stream, Z_NO_FLUSH)
        let consumed = input.count - Int(stream.pointee.avail_in)
        let produced = output.count - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END: isBetweenMembers = true
        case Z_OK: break
        // No progress without more of one of the two; an honest stream then has consumed its input.
        case Z_BUF_ERROR where consumed + produced > 0: break
        default: return nil
        }
        return (consumed, produced)
    }
}
