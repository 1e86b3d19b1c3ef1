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
    /// - Complexity: O(m · n / 64) in the lengths of what differs.
    package static func levenshtein(_ first: String, _ second: String) -> EditDistance? {
        let left = Array(first.unicodeScalars)
        let right = Array(second.unicodeScalars)
        let longest = max(left.count, right.count)
        guard longest > 0 else { return EditDistance(raw: 0, normalised: 0) }

        let shortest = min(left.count, right.count)
        var start = 0
        while start < shortest, left[start] == right[start] { start += 1 }
        var end = 0
        while end < shortest - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        let a = left[start..<left.count - end]
        let b = right[start..<right.count - end]

        let raw: Int
        if a.isEmpty || b.isEmpty {
            raw = max(a.count, b.count)
        } else if a.count > maximumLength || b.count > maximumLength {
            return nil
        } else {
            // The pattern is the shorter one: fewer blocks, and one column of them in the cache.
            raw = a.count <= b.count ? blockDistance(pattern: a, text: b) : blockDistance(pattern: b, text: a)
        }
        return EditDistance(raw: raw, normalised: Double(raw) / Double(longest))
    }
}

extension EditDistance {
    /// Myers' bit-vector algorithm (1999) in Hyyrö's block form (2003) for patterns of any length.
    ///
    /// A block holds 64 rows of one column as two bit vectors: where a cell is one more than the cell above
    /// it, and where it is one less. What passes from a block to the one below is the difference −1, 0 or 1
    /// along their border.
    private static func blockDistance(
        pattern: ArraySlice<Unicode.Scalar>,
        text: ArraySlice<Unicode.Scalar>
    ) -> Int {
        let blocks = (pattern.count + 63) / 64
        var matches: [Unicode.Scalar: [UInt64]] = [:]
        for (row, scalar) in pattern.enumerated() {
            matches[scalar, default: Array(repeating: 0, count: blocks)][row / 64] |= 1 << UInt64(row % 64)
        }
        let noMatches = Array(repeating: UInt64(0), count: blocks)
        var positive = Array(repeating: UInt64.max, count: blocks)
        var negative = noMatches
        let lastRow: UInt64 = 1 << UInt64((pattern.count - 1) % 64)
        var distance = pattern.count

        for scalar in text {
            let column = matches[scalar] ?? noMatches
            // The border above the first row grows by one with every column.
            var borderPositive: UInt64 = 1
            var borderNegative: UInt64 = 0
            for block in 0..<blocks {
                let match = column[block]
                let up = positive[block]
                let down = negative[block]
                let vertical = match | down
                let entering = match | borderNegative
                let diagonal = (((entering & up) &+ up) ^ up) | entering
                var right = down | ~(diagonal | up)
                var left = up & diagonal

                let border = block == blocks - 1 ? lastRow : 1 << 63
                let leavingPositive: UInt64 = right & border == 0 ? 0 : 1
                let leavingNegative: UInt64 = left & border == 0 ? 0 : 1
                right = (right << 1) | borderPositive
                left = (left << 1) | borderNegative
                positive[block] = left | ~(vertical | right)
                negative[block] = right & vertical
                borderPositive = leavingPositive
                borderNegative = leavingNegative
            }
            distance += Int(borderPositive) - Int(borderNegative)
        }
        return distance
    }
}
