import Foundation

/// A text packed as LiveCodeBench packs its private tests: a pickled Python text, in zlib's form, in base64.
///
/// Unpickling runs whatever code the data names. Here nothing is run: only the few instructions that make one text
/// are known, and anything else is refused.
enum PackedText {
    enum Fault: Error, Equatable {
        case notBase64
        case damaged
        case tooLarge(maximumBytes: Int)
        /// An instruction of a pickle that makes something else than a text.
        case otherThanText
    }

    /// Returns the text; what it may take unpacked is bounded.
    static func text(in packed: String, maximumBytes: Int) throws(Fault) -> String {
        guard let data = Data(base64Encoded: packed, options: .ignoreUnknownCharacters), !data.isEmpty else {
            throw .notBase64
        }
        return try pickledText(in: try inflated(Array(data), maximumBytes: maximumBytes))
    }

    static func inflated(_ packed: [UInt8], maximumBytes: Int) throws(Fault) -> [UInt8] {
        guard let inflater = GzipInflater(header: GzipInflater.zlib) else { throw .damaged }
        var input = packed
        var consumed = 0
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while !inflater.isBetweenMembers {
            let step = input.withUnsafeMutableBytes { source in
                chunk.withUnsafeMutableBytes { target in
                    inflater.step(
                        from: UnsafeMutableRawBufferPointer(rebasing: source[consumed...]),
                        into: target
                    )
                }
            }
            guard let step, step.consumed + step.produced > 0 else { throw .damaged }
            consumed += step.consumed
            result.append(contentsOf: chunk.prefix(step.produced))
            guard result.count <= maximumBytes else { throw .tooLarge(maximumBytes: maximumBytes) }
        }
        guard consumed == packed.count else { throw .damaged }
        return result
    }

    /// Reads a pickle that holds one text (Python, `Lib/pickletools.py`, protocols 2 to 5).
    static func pickledText(in bytes: [UInt8]) throws(Fault) -> String {
        var position = 0
        var text: String?
        func number(_ count: Int) throws(Fault) -> Int {
            guard position + count <= bytes.count else { throw .damaged }
            var number: UInt64 = 0
            for index in (0..<count).reversed() { number = number << 8 | UInt64(bytes[position + index]) }
            position += count
            guard let size = Int(exactly: number) else { throw .damaged }
            return size
        }
        while position < bytes.count {
            let instruction = bytes[position]
            position += 1
            var sizeBytes = 0
            switch instruction {
            case 0x80: position += 1  // PROTO
            case 0x95: position += 8  // FRAME
            case 0x94: break  // MEMOIZE
            case UInt8(ascii: "q"): position += 1  // BINPUT
            case UInt8(ascii: "r"): position += 4  // LONG_BINPUT
            case 0x8C: sizeBytes = 1  // SHORT_BINUNICODE
            case UInt8(ascii: "X"): sizeBytes = 4  // BINUNICODE
            case 0x8D: sizeBytes = 8  // BINUNICODE8
            case UInt8(ascii: "."):
                guard let text, position == bytes.count else { throw .damaged }
                return text
            default: throw .otherThanText
            }
            guard sizeBytes > 0 else { continue }
            let size = try number(sizeBytes)
            guard size <= bytes.count - position else { throw .damaged }
            guard text == nil,
                let content = String(validating: bytes[position..<position + size], as: UTF8.self)
            else { throw .otherThanText }
            text = content
            position += size
        }
        throw .damaged
    }
}
