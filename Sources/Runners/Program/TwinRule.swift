import Foundation

/// A way to change tests so that no right program passes them any more.
struct TwinRule: Sendable, Hashable, Decodable {
    /// Finds an assertion; its group `expected` holds what a right program gives.
    var find: String
    /// Instead of a changed expectation: what stands in the place of the first match, with `$1` for groups.
    var put: String?
    /// What begins and ends a text in `expected`; default is the double quote.
    var quotes: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case find, put, quotes
    }

    init(from decoder: any Decoder) throws {
        let values = try StrictValues<CodingKeys>(decoder)
        find = try values.required(.find)
        put = try values.optional(.put)
        quotes = try values.optional(.quotes) ?? "\""
        try ExpressionText.check(find, decoder)
        guard (put == nil) == find.contains("(?<expected>") else {
            throw ExpressionText.fault(decoder, "\"find\" needs a group \"expected\", or \"put\" beside it")
        }
    }

    /// The tests changed at one place each, in the order of the places.
    func twins(of tests: String) -> [String] {
        guard let expression = ExpressionText.compiled(find) else { return [] }
        let matches = expression.matches(in: tests, range: NSRange(tests.startIndex..., in: tests))
        if let put {
            guard let match = matches.first, let range = Range(match.range, in: tests) else { return [] }
            let text = expression.replacementString(for: match, in: tests, offset: 0, template: put)
            return [tests.replacingCharacters(in: range, with: text)]
        }
        return matches.compactMap { match in
            guard let range = Range(match.range(withName: "expected"), in: tests),
                let changed = ExpectedText(String(tests[range]), quotes: quotes).changed
            else { return nil }
            return tests.replacingCharacters(in: range, with: changed)
        }
    }
}

/// An expectation as a test writes it, in whatever language.
struct ExpectedText {
    private let characters: [Character]
    private let quotes: Set<Character>

    /// Longer numbers may not fit their type once they have one digit more.
    private static let maximumDigits = 8
    private static let flags = [
        "true": "false", "false": "true", "True": "False", "False": "True", "TRUE": "FALSE", "FALSE": "TRUE",
    ]

    init(_ text: String, quotes: String) {
        characters = Array(text)
        self.quotes = Set(quotes)
    }

    /// The expectation with its literals changed to others of their types; nil where it has none.
    ///
    /// A text begins with one more character, a number with one more digit, a flag is turned over. All of them, because
    /// one alone may not matter: `(1, 2)` is 2 in a language with a comma operator.
    var changed: String? {
        var result = ""
        var isChanged = false
        var position = 0
        while position < characters.count {
            let character = characters[position]
            if quotes.contains(character) {
                let end = endOfText(from: position)
                result += "\(character)~" + String(characters[(position + 1)..<end])
                isChanged = true
                position = end
            } else if character.isWordCharacter {
                let end = characters[position...].firstIndex { !$0.isWordCharacter } ?? characters.count
                let word = String(characters[position..<end])
                let other = Self.flags[word] ?? (isNumber(word, at: position) ? "1" + word : nil)
                result += other ?? word
                isChanged = isChanged || other != nil
                position = end
            } else {
                result.append(character)
                position += 1
            }
        }
        return isChanged ? result : nil
    }

    /// The position behind the quote that ends a text, or the end of all.
    private func endOfText(from start: Int) -> Int {
        var position = start + 1
        while position < characters.count, characters[position] != characters[start] {
            position += characters[position] == "\\" ? 2 : 1
        }
        return min(position + 1, characters.count)
    }

    /// Whether a word begins with the digits of a decimal number that may have one more.
    private func isNumber(_ word: String, at position: Int) -> Bool {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard (1...Self.maximumDigits).contains(digits.count) else { return false }
        // `0x1f` is no decimal number, and `.5` only the end of one.
        if digits == "0", word.count > 1, let next = word.dropFirst().first, "xXbBoO".contains(next) {
            return false
        }
        return position == 0 || !".'".contains(characters[position - 1])
    }
}

extension Character {
    fileprivate var isWordCharacter: Bool { isASCII && (isLetter || isNumber) || self == "_" || self == "$" }
}
