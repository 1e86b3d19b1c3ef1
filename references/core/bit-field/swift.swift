enum TaskError: Error {
    case invalidArgument, outOfRange
}

final class BitField {
    private var bits: [Bool]

    init(_ size: Int) throws {
        guard size >= 0 else { throw TaskError.invalidArgument }
        bits = Array(repeating: false, count: size)
    }

    func get(_ index: Int) throws -> Bool {
        guard bits.indices.contains(index) else { throw TaskError.outOfRange }
        return bits[index]
    }

    func put(_ index: Int, _ bit: Bool) throws {
        guard bits.indices.contains(index) else { throw TaskError.outOfRange }
        bits[index] = bit
    }

    func fill(_ start: Int, _ end: Int, _ bit: Bool) throws {
        guard start >= 0, end >= start, end <= bits.count else { throw TaskError.outOfRange }
        bits.replaceSubrange(start..<end, with: repeatElement(bit, count: end - start))
    }

    func ones() -> Int { bits.filter { $0 }.count }

    func pack() -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
        for (index, bit) in bits.enumerated() where bit { packed[index / 8] |= 1 << (index % 8) }
        return packed
    }
}
