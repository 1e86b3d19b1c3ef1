enum TaskError: Error {
    case invalidArgument, outOfRange
}

func encodeUtf8(_ codePoints: [Int]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for point in codePoints {
        guard (0...0x10FFFF).contains(point) else { throw TaskError.outOfRange }
        // Of the numbers in this range only the surrogates are no scalars.
        guard let scalar = Unicode.Scalar(UInt32(point)) else { throw TaskError.invalidArgument }
        bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
    return bytes
}
