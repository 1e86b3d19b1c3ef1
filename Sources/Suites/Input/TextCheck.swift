import HarnessCore

/// Checks that bytes from a file are text, and says at which byte they are not.
enum TextCheck {
    /// Throws `badData` for a NUL byte or invalid UTF-8, with the byte's offset from 0.
    static func validate(_ bytes: [UInt8], at location: String) throws(HarnessError) {
        if let offset = bytes.firstIndex(of: 0) {
            throw HarnessError(
                .badData,
                "NUL byte at byte offset \(offset)",
                at: location,
                remedy: "the file is damaged or not text: write it again as UTF-8"
            )
        }
        if let offset = firstInvalidOffset(in: bytes) {
            throw HarnessError(
                .badData,
                "invalid UTF-8 at byte offset \(offset)",
                at: location,
                remedy: "write the file as UTF-8"
            )
        }
    }

    /// The offset of the first byte that begins no valid character.
    static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return offset
    }
}
