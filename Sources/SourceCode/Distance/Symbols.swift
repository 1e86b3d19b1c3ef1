/// A sequence of symbols to compare: Unicode scalars, or tokens by number.
package typealias Symbols = [UInt32]

extension [UInt32] {
    /// The Unicode scalars of a text; nothing is normalised, so `é` in one scalar and in two are different.
    package init(scalarsOf text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            // Most programs are ASCII, where bytes are scalars.
            if bytes.allSatisfy({ $0 < 0x80 }) {
                return Symbols(unsafeUninitializedCapacity: bytes.count) { buffer, count in
                    for index in bytes.indices { buffer[index] = UInt32(bytes[index]) }
                    count = bytes.count
                }
            }
            var scalars: [UInt32] = []
            scalars.reserveCapacity(bytes.count)
            var index = 0
            while index < bytes.count {
                let first = UInt32(bytes[index])
                // A `String` holds valid UTF-8 only, so the first byte tells the length.
                switch first {
                case 0..<0x80:
                    scalars.append(first)
                    index += 1
                case 0..<0xE0:
                    scalars.append((first & 0x1F) << 6 | UInt32(bytes[index + 1]) & 0x3F)
                    index += 2
                case 0..<0xF0:
                    scalars.append(
                        (first & 0x0F) << 12 | (UInt32(bytes[index + 1]) & 0x3F) << 6
                            | UInt32(bytes[index + 2]) & 0x3F
                    )
                    index += 3
                default:
                    let high = (first & 0x07) << 18 | (UInt32(bytes[index + 1]) & 0x3F) << 12
                    scalars.append(
                        high | (UInt32(bytes[index + 2]) & 0x3F) << 6 | UInt32(bytes[index + 3]) & 0x3F
                    )
                    index += 4
                }
            }
            return scalars
        }
    }
}

/// Where each symbol of a pattern stands, 128 rows at a time.
///
/// Symbols below 256 have a place of their own, so that most programs need no dictionary.
struct MatchTable {
    /// Two words a place: rows 0 to 63, and 64 to 127.
    private var words: [UInt64]
    private var places: [UInt32: UInt32] = [:]

    /// Numbers the symbols of a pattern; all others share the last place, which never matches.
    init(pattern: ArraySlice<UInt32>) {
        for symbol in pattern where symbol >= 256 && places[symbol] == nil {
            places[symbol] = UInt32(256 + places.count)
        }
        words = Array(repeating: 0, count: 2 * (257 + places.count))
    }

    var count: Int { words.count / 2 }

    /// The text by where the words of its symbols begin.
    func placed(_ text: ArraySlice<UInt32>) -> [UInt32] {
        let nowhere = UInt32(count - 1)
        // Without symbols of its own the pattern needs no dictionary.
        if places.isEmpty { return text.map { 2 * min($0, nowhere) } }
        return text.map { 2 * ($0 < 256 ? $0 : places[$0] ?? nowhere) }
    }

    func place(_ symbol: UInt32) -> Int { symbol < 256 ? Int(symbol) : Int(places[symbol] ?? 0) }

    /// Notes where the symbols of up to 128 rows stand.
    mutating func fill(_ rows: ArraySlice<UInt32>) {
        for (row, symbol) in rows.enumerated() {
            words[2 * place(symbol) + row / 64] |= 1 << UInt64(row % 64)
        }
    }

    mutating func clear(_ rows: ArraySlice<UInt32>) {
        for symbol in rows {
            words[2 * place(symbol)] = 0
            words[2 * place(symbol) + 1] = 0
        }
    }

    func withWords<T>(_ body: (UnsafePointer<UInt64>) -> T) -> T {
        words.withUnsafeBufferPointer { buffer in
            // There are 257 places at least.
            guard let start = buffer.baseAddress else { preconditionFailure("a table without places") }
            return body(start)
        }
    }
}
