/// A mapping that refuses keys it does not know.
struct StrictValues<Key: CodingKey & CaseIterable & Hashable> {
    private let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder) throws {
        let all = try decoder.container(keyedBy: AnyKey.self)
        let known = Set(Key.allCases.map(\.stringValue))
        if let stranger = all.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath + [stranger],
                    debugDescription: "unknown key \"\(stranger.stringValue)\"; known: "
                        + Key.allCases.map(\.stringValue).joined(separator: ", ")
                )
            )
        }
        container = try decoder.container(keyedBy: Key.self)
    }

    func required<Value: Decodable>(_ key: Key) throws -> Value {
        try container.decode(Value.self, forKey: key)
    }

    func optional<Value: Decodable>(_ key: Key) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: key)
    }
}

/// Any key at all.
struct AnyKey: CodingKey, Hashable {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
