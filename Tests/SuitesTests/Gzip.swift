/// Packs bytes by gzip without compressing them (RFC 1952 around the stored blocks of RFC 1951).
enum Gzip {
    static func pack(_ content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var rest = content[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let length = UInt16(block.count)
            packed.append(rest.isEmpty ? 1 : 0)
            packed += littleEndian(UInt32(length), count: 2) + littleEndian(UInt32(~length), count: 2) + block
        } while !rest.isEmpty
        return packed + littleEndian(checksum(content), count: 4)
            + littleEndian(UInt32(content.count), count: 4)
    }

    private static func littleEndian(_ number: UInt32, count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        ~content.reduce(0xFFFF_FFFF) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }
}
