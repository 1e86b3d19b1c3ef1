/// Edit distances between sequences of symbols, by bit-parallel algorithms in memory that grows with one of them.
package enum Levenshtein {
    /// Insertions, deletions and substitutions that make one sequence the other (Levenshtein 1966).
    ///
    /// Myers' bit vectors (1999) in Hyyrö's block form (2003), within a band around the diagonal that grows until
    /// the distance fits in it (Ukkonen 1985).
    ///
    /// - Complexity: O(d · n / 64) for the distance d and the longer length n, and O(n) memory.
    package static func distance(_ first: Symbols, _ second: Symbols) -> Int {
        let (a, b) = trimmed(first[...], second[...])
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        let (pattern, text) = a.count <= b.count ? (a, b) : (b, a)
        var table = MatchTable(pattern: pattern)
        let placed = table.placed(text)
        if pattern.count <= 64 { return oneBlock(pattern, placed, &table) }
        // Equal symbols are a bound from below: where too few are shared, a band would be tried in vain.
        let bound = text.count - shared(pattern, placed, table)
        var band = max(64, text.count - pattern.count + 32, text.count / 4)
        if bound > band { band = text.count }
        while true {
            let found = blocks(pattern, placed, &table, band: band)
            // What leaves the band costs more than its width; what is found within is exact, and else a bound.
            if found <= band || band >= text.count { return found }
            band = found
        }
    }

    /// Insertions and deletions alone: what is left of both once their longest common subsequence is gone.
    package static func indel(_ first: Symbols, _ second: Symbols) -> Int {
        let (a, b) = trimmed(first[...], second[...])
        if a.isEmpty || b.isEmpty { return a.count + b.count }
        let (pattern, text) = a.count <= b.count ? (a, b) : (b, a)
        return a.count + b.count - 2 * commonSubsequence(pattern, text)
    }

    /// What differs: both without their common start and end.
    package static func trimmed(
        _ first: ArraySlice<UInt32>,
        _ second: ArraySlice<UInt32>
    ) -> (ArraySlice<UInt32>, ArraySlice<UInt32>) {
        let shortest = min(first.count, second.count)
        var start = 0
        while start < shortest, first[first.startIndex + start] == second[second.startIndex + start] {
            start += 1
        }
        var end = 0
        while end < shortest - start, first[first.endIndex - 1 - end] == second[second.endIndex - 1 - end] {
            end += 1
        }
        return (first.dropFirst(start).dropLast(end), second.dropFirst(start).dropLast(end))
    }

    // MARK: - Bit vectors

    private static func oneBlock(
        _ pattern: ArraySlice<UInt32>,
        _ text: [UInt32],
        _ table: inout MatchTable
    ) -> Int {
        table.fill(pattern)
        return table.withWords { words in
            var up = UInt64.max
            var down: UInt64 = 0
            var distance = pattern.count
            let last = UInt64(pattern.count - 1)
            for place in text {
                let match = words[Int(place)]
                let diagonal = (((match & up) &+ up) ^ up) | match | down
                var plus = down | ~(diagonal | up)
                let minus = up & diagonal
                distance += Int(truncatingIfNeeded: (plus >> last) & 1)
                distance -= Int(truncatingIfNeeded: (minus >> last) & 1)
                plus = plus << 1 | 1
                up = minus << 1 | ~(diagonal | plus)
                down = plus & diagonal
            }
            return distance
        }
    }

    /// How many symbols of the text find a partner of their own in the pattern, wherever it stands.
    private static func shared(_ pattern: ArraySlice<UInt32>, _ text: [UInt32], _ table: MatchTable) -> Int {
        var counts = Array(repeating: Int32(0), count: table.count)
        for symbol in pattern { counts[table.place(symbol)] += 1 }
        var shared = 0
        for word in text where counts[Int(word / 2)] > 0 {
            counts[Int(word / 2)] -= 1
            shared += 1
        }
        return shared
    }

    /// One column of 64 rows: bits where a cell is one more than the cell above it, and where it is one less.
    private struct Column {
        var up = UInt64.max
        var down: UInt64 = 0

        /// Takes the step along the border above, +1 in bit 0 or −1 in bit 1, and gives that at row `last`.
        @inline(__always)
        mutating func advance(_ match: UInt64, entering step: UInt64, last: UInt64) -> UInt64 {
            let entersUp = step & 1
            let entersDown = step >> 1
            let vertical = match | down
            let entering = match | entersDown
            let diagonal = (((entering & up) &+ up) ^ up) | entering
            let plus = down | ~(diagonal | up)
            let minus = up & diagonal
            let leaves = (plus >> last) & 1 | ((minus >> last) & 1) << 1
            let right = plus << 1 | entersUp
            up = (minus << 1 | entersDown) | ~(vertical | right)
            down = right & vertical
            return leaves
        }
    }

    /// The distance, if it is at most `band`; else something above that is not too low.
    ///
    /// A strip is 128 rows of the pattern over the columns of the band, its halves one column apart so that the
    /// processor can work at both. What passes from a strip to the one below is the step along their border; beyond
    /// the band the border rises by one with every column, and a strip begins with rows that rise by one: both are
    /// paths that exist, so nothing is ever counted too low.
    private static func blocks(
        _ pattern: ArraySlice<UInt32>,
        _ text: [UInt32],
        _ table: inout MatchTable,
        band: Int
    ) -> Int {
        var border = Array(repeating: UInt8(1), count: text.count)
        let slope = text.count - pattern.count
        var bound = band
        // A path of that cost leaves the diagonals between the two corners by half of what is left, at most.
        var margin = (bound - slope) / 2 + 1
        // Distance at the lower border of the strip above, one column before the strip's first.
        var corner = 0
        for first in stride(from: 0, to: pattern.count, by: 128) {
            let rows = min(128, pattern.count - first)
            let from = max(0, first - margin)
            let to = min(text.count, first + rows + slope + margin)
            let start = pattern.startIndex + first
            table.fill(pattern[start..<start + rows])
            table.withWords { words in
                border.withUnsafeMutableBufferPointer { border in
                    text.withUnsafeBufferPointer { text in
                        strip(text, from..<to, rows: rows, words: words, border: border)
                    }
                }
            }
            table.clear(pattern[start..<start + rows])
            corner += rows
            guard first + rows < pattern.count else { return corner + rise(border, from..<to) }
            // From the diagonal it costs no more than what is left of the longer one.
            let diagonal = max(from, min(first + rows, to))
            let cost = corner + rise(border, from..<diagonal) + text.count - diagonal
            bound = min(bound, max(cost, slope))
            margin = min(margin, (bound - slope) / 2 + 1)
            let next = min(to, max(from, first + rows - margin))
            corner += rise(border, from..<next)
        }
        return corner
    }

    /// How much the distance rises along a border.
    private static func rise(_ border: [UInt8], _ columns: Range<Int>) -> Int {
        border.withUnsafeBufferPointer { border in
            var rise = 0
            for column in columns { rise += Int(border[column] & 1) - Int(border[column] >> 1) }
            return rise
        }
    }

    /// Works through a strip.
    private static func strip(
        _ text: UnsafeBufferPointer<UInt32>,
        _ columns: Range<Int>,
        rows: Int,
        words: UnsafePointer<UInt64>,
        border: UnsafeMutableBufferPointer<UInt8>
    ) {
        guard !columns.isEmpty else { return }
        var upper = Column()
        if rows <= 64 {
            let last = UInt64(rows - 1)
            for column in columns {
                let match = words[Int(text[column])]
                border[column] = UInt8(
                    truncatingIfNeeded: upper.advance(match, entering: UInt64(border[column]), last: last)
                )
            }
        } else {
            // A constant for full strips is worth an instruction of the loop.
            if rows == 128 {
                pair(text, columns, upper, last: 63, words: words, border: border)
            } else {
                pair(text, columns, upper, last: UInt64(rows - 65), words: words, border: border)
            }
        }
    }

    @inline(__always)
    private static func pair(
        _ text: UnsafeBufferPointer<UInt32>,
        _ columns: Range<Int>,
        _ upper: Column,
        last: UInt64,
        words: UnsafePointer<UInt64>,
        border: UnsafeMutableBufferPointer<UInt8>
    ) {
        var upper = upper
        var lower = Column()
        let begin = columns.lowerBound
        var between = upper.advance(words[Int(text[begin])], entering: UInt64(border[begin]), last: 63)
        for column in (begin + 1)..<max(begin + 1, columns.upperBound) {
            let before = lower.advance(words[Int(text[column - 1]) + 1], entering: between, last: last)
            between = upper.advance(words[Int(text[column])], entering: UInt64(border[column]), last: 63)
            border[column - 1] = UInt8(truncatingIfNeeded: before)
        }
        let end = columns.upperBound - 1
        let before = lower.advance(words[Int(text[end]) + 1], entering: between, last: last)
        border[end] = UInt8(truncatingIfNeeded: before)
    }

    /// Length of the longest common subsequence (Hyyrö 2004), 64 rows at a time.
    private static func commonSubsequence(_ pattern: ArraySlice<UInt32>, _ text: ArraySlice<UInt32>) -> Int {
        var table = MatchTable(pattern: pattern)
        let placed = table.placed(text)
        var carries = Array(repeating: false, count: placed.count)
        var length = 0
        for start in stride(from: pattern.startIndex, to: pattern.endIndex, by: 64) {
            let rows = pattern[start..<min(start + 64, pattern.endIndex)]
            table.fill(rows)
            length += table.withWords { words in
                var open = UInt64.max
                for column in placed.indices {
                    let taken = open & words[Int(placed[column])]
                    let (sum, first) = open.addingReportingOverflow(taken)
                    let (total, second) = sum.addingReportingOverflow(carries[column] ? 1 : 0)
                    carries[column] = first || second
                    open = total | (open & ~taken)
                }
                let unused: UInt64 = rows.count == 64 ? 0 : UInt64.max << UInt64(rows.count)
                return (~open & ~unused).nonzeroBitCount
            }
            table.clear(rows)
        }
        return length
    }
}
