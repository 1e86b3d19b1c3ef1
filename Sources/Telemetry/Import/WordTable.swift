/// Words by their bytes: each gets a number the first time it is seen, without a `String` for the rest.
///
/// Open addressing with FNV-1a; a table of one import, so that nobody outside can choose its collisions for long.
struct WordTable {
    /// The words in the order of their numbers, the field each stands in beside it.
    private(set) var words: [(field: UInt8, text: String)] = []
    private var hashes: [UInt64] = []
    private var slots: [Int32]
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]

    init() { slots = Array(repeating: -1, count: 1024) }

    /// The number of a word of this field, from 0.
    mutating func number(of text: UnsafeRawBufferPointer, field: UInt8) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(field)
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash ^= hash >> 29
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, words[candidate].field == field, holds(text, at: candidate) {
                return candidate
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = words.count
        slots[slot] = Int32(number)
        hashes.append(hash)
        words.append((field, String(decoding: text, as: UTF8.self)))
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        if words.count * 2 > slots.count { grow() }
        return number
    }

    private func holds(_ text: UnsafeRawBufferPointer, at number: Int) -> Bool {
        guard starts[number + 1] - starts[number] == text.count else { return false }
        return bytes.withUnsafeBytes { bytes in
            bytes[starts[number]..<starts[number + 1]].elementsEqual(text)
        }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
