import SourceCode

/// How far a text is from another, in insertions, deletions and substitutions of Unicode scalars.
package struct EditDistance: Sendable, Hashable, Codable {
    /// Levenshtein distance (1966).
    package var raw: Int
    /// Raw distance over the length of the longer text: 0 for equal texts, 1 for nothing in common.
    package var normalised: Double

    package init(raw: Int, normalised: Double) {
        self.raw = raw
        self.normalised = normalised
    }

    /// Scalars that may be left of each text once their common start and end are gone.
    package static let maximumLength = 20_000

    /// Measures the distance between two texts; nil where they differ over more than `maximumLength`.
    ///
    /// Neither UTF-16 units nor grapheme clusters are counted, and nothing is normalised: `é` in one scalar
    /// and in two are two edits apart. The limit bounds the time one hostile sample can cost to some 50 ms.
    ///
    /// - Complexity: O(d · n / 64) in the distance and the longer length of what differs.
    package static func levenshtein(_ first: String, _ second: String) -> EditDistance? {
        let left = Symbols(scalarsOf: first)
        let right = Symbols(scalarsOf: second)
        let longest = max(left.count, right.count)
        guard longest > 0 else { return EditDistance(raw: 0, normalised: 0) }
        let (a, b) = Levenshtein.trimmed(left[...], right[...])
        guard a.isEmpty || b.isEmpty || max(a.count, b.count) <= maximumLength else { return nil }
        let raw = Levenshtein.distance(left, right)
        return EditDistance(raw: raw, normalised: Double(raw) / Double(longest))
    }
}
