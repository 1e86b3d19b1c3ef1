import HarnessCore

/// How a language writes the types of a signature.
struct TypePatterns: Sendable, Hashable, Decodable {
    /// Patterns by type word, then by position; `plain` is always there.
    private var patterns: [Word: [String: String]]

    enum Word: String, Sendable, Hashable, CaseIterable {
        case int, float, bool, string, bytes, list, set, map, tuple, optional, record, void
    }

    /// Where a type stands.
    enum Position: String, Sendable, Hashable, CaseIterable {
        case plain, parameter, changed, result, field, element, key, optional

        /// Positions whose pattern is taken where this one has none, nearest first.
        fileprivate var fallbacks: [Position] {
            switch self {
            case .plain: []
            case .changed: [.parameter]
            case .key: [.element]
            case .parameter, .result, .field, .element, .optional: []
            }
        }
    }

    private static let tupleParts = ["single", "empty", "item", "separator", "uniform_key"]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        var patterns: [Word: [String: String]] = [:]
        for key in container.allKeys {
            guard let word = Word(rawValue: key.stringValue) else {
                throw Self.fault(
                    container,
                    key,
                    "is no type; known: \(Self.list(Word.allCases.map(\.rawValue)))"
                )
            }
            var forms: [String: String]
            if let text = try? container.decode(String.self, forKey: key) {
                forms = ["plain": text]
            } else {
                forms = try container.decode([String: String].self, forKey: key)
            }
            let positions = Position.allCases.map(\.rawValue)
            let known =
                positions + positions.map { $0 == "plain" ? "wide" : "wide_\($0)" }
                + (word == .tuple ? Self.tupleParts : [])
            if let stranger = forms.keys.sorted().first(where: { !known.contains($0) }) {
                throw Self.fault(container, key, "unknown key \"\(stranger)\"; known: \(Self.list(known))")
            }
            guard forms["plain"] != nil else { throw Self.fault(container, key, "needs the key \"plain\"") }
            forms["single"] = forms["single"] ?? forms["plain"]
            forms["empty"] = forms["empty"] ?? forms["plain"]
            patterns[word] = forms
        }
        for word in Word.allCases where patterns[word] == nil {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "has no pattern for \(word.rawValue)"
                )
            )
        }
        self.patterns = patterns
    }

    /// Writes a type where it stands.
    func text(_ type: ValueType, at position: Position, isWide: Bool) -> String {
        Writer(patterns: patterns, isWide: isWide).text(type, at: position)
    }

    private static func fault(
        _ container: KeyedDecodingContainer<AnyKey>,
        _ key: AnyKey,
        _ message: String
    ) -> DecodingError {
        .dataCorrupted(.init(codingPath: container.codingPath + [key], debugDescription: message))
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

/// Writes types of one task.
private struct Writer {
    var patterns: [TypePatterns.Word: [String: String]]
    var isWide: Bool

    func text(_ type: ValueType, at position: TypePatterns.Position) -> String {
        let word = type.word
        switch type {
        case .int, .float, .bool, .string, .bytes, .void:
            return pattern(word, position)
        case .record(let name):
            return pattern(word, position).replacing("{name}", with: name)
        case .list(let element):
            return fill(pattern(word, position), [text(element, at: .element)])
        case .set(let element):
            return fill(pattern(word, position), [text(element, at: .key)])
        case .map(let key, let value):
            return fill(pattern(word, position), [text(key, at: .key), text(value, at: .element)])
        case .tuple(let elements): return tuple(elements, at: position)
        case .optional(let wrapped): return optional(wrapped, at: position)
        }
    }

    /// A type that has a form of its own for being wrapped hides the optional's pattern.
    private func optional(_ wrapped: ValueType, at position: TypePatterns.Position) -> String {
        let own = patterns[wrapped.word]
        if own?["optional"] != nil || (isWide && own?["wide_optional"] != nil) {
            return text(wrapped, at: .optional)
        }
        return fill(pattern(.optional, position), [text(wrapped, at: .element)])
    }

    private func tuple(_ elements: [ValueType], at position: TypePatterns.Position) -> String {
        let forms = patterns[.tuple] ?? [:]
        let item = forms["item"] ?? "{0}"
        let items = elements.enumerated().map { index, element in
            fill(item, [text(element, at: .element)])
                .replacing("{ordinal}", with: Self.ordinal(index))
                .replacing("{number}", with: String(index + 1))
        }
        let form: String
        switch elements.count {
        case 0: form = forms["empty"] ?? ""
        case 1: form = forms["single"] ?? ""
        default:
            // Where tuples cannot be hashed, an array may stand for one whose parts have one type.
            if position == .key, Set(elements).count == 1, let uniform = forms["uniform_key"] {
                return fill(uniform, [items[0]])
            }
            form = pattern(.tuple, position)
        }
        return form.replacing("{items}", with: items.joined(separator: forms["separator"] ?? ", "))
    }

    private func pattern(_ word: TypePatterns.Word, _ position: TypePatterns.Position) -> String {
        let forms = patterns[word] ?? [:]
        let places = [position] + position.fallbacks
        if isWide {
            for place in places where place != .plain {
                if let form = forms["wide_\(place.rawValue)"] { return form }
            }
            if let form = forms["wide"] { return form }
        }
        for place in places {
            if let form = forms[place.rawValue] { return form }
        }
        return forms["plain"] ?? ""
    }

    private func fill(_ pattern: String, _ parts: [String]) -> String {
        // One pass: a part may hold what looks like a placeholder.
        var result = ""
        var rest = pattern[...]
        while let start = rest.firstIndex(of: "{") {
            result += rest[..<start]
            let tail = rest[start...].dropFirst()
            if let digit = tail.first?.wholeNumberValue, digit < parts.count, tail.dropFirst().first == "}" {
                result += parts[digit]
                rest = tail.dropFirst(2)
            } else {
                result += "{"
                rest = tail
            }
        }
        return result + rest
    }

    private static func ordinal(_ index: Int) -> String {
        let words = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"]
        return index < words.count ? words[index] : "Item\(index + 1)"
    }
}

extension ValueType {
    /// The type's word in patterns and in the `T` frame.
    var word: TypePatterns.Word {
        switch self {
        case .int: .int
        case .float: .float
        case .bool: .bool
        case .string: .string
        case .bytes: .bytes
        case .list: .list
        case .set: .set
        case .map: .map
        case .tuple: .tuple
        case .optional: .optional
        case .record: .record
        case .void: .void
        }
    }
}
