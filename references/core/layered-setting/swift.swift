enum TaskError: Error {
    case outOfRange, notFound, wrongType
}

func layeredSetting(_ layers: [[String: String?]], _ key: String, _ fallback: Int?) throws -> Int {
    let deciding = layers.first { $0.keys.contains(key) }
    guard let text = deciding?[key] ?? nil else {
        guard let fallback else { throw TaskError.notFound }
        return fallback
    }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard !digits.isEmpty, digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
        throw TaskError.wrongType
    }
    guard let number = Int(text) else { throw TaskError.outOfRange }
    return number
}
