enum TaskError: Error {
    case invalidArgument
}

func percentDecode(_ text: String, _ plusIsSpace: Bool) throws -> [UInt8] {
    var decoded: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
        switch byte {
        case UInt8(ascii: "%"):
            let high = try digit(bytes.next())
            decoded.append(16 * high + (try digit(bytes.next())))
        case UInt8(ascii: "+") where plusIsSpace: decoded.append(UInt8(ascii: " "))
        default: decoded.append(byte)
        }
    }
    return decoded
}

private func digit(_ byte: UInt8?) throws -> UInt8 {
    guard let byte, byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw TaskError.invalidArgument
    }
    return UInt8(digit)
}
