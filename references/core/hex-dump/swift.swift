enum TaskError: Error {
    case invalidArgument
}

func hexDump(_ data: [UInt8], _ start: Int) throws -> [String] {
    guard start >= 0 else { throw TaskError.invalidArgument }
    return stride(from: 0, to: data.count, by: 8).map { offset in
        let chunk = data[offset..<min(offset + 8, data.count)]
        let bytes = chunk.map { hexadecimal(UInt($0), width: 2) }.joined(separator: " ")
        let padding = String(repeating: " ", count: 23 - bytes.utf8.count)
        let characters = chunk.map { (0x20...0x7E).contains($0) ? Character(Unicode.Scalar($0)) : "." }
        return hexadecimal(UInt(start) + UInt(offset), width: 4) + ": " + bytes + padding + "  " + String(characters)
    }
}

private func hexadecimal(_ number: UInt, width: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
