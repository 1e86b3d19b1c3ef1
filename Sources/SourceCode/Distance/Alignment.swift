/// How one sequence becomes another, with the fewest insertions, deletions and substitutions.
package struct Alignment: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable { case equal, substitution, deletion, insertion }

    /// A run of steps of one kind; an insertion takes nothing of the first sequence, a deletion nothing of the second.
    package struct Run: Sendable, Hashable {
        package var kind: Kind
        package var first: Range<Int>
        package var second: Range<Int>
    }

    package var runs: [Run] = []

    /// Steps that are not equal: the Levenshtein distance.
    package var distance: Int {
        runs.reduce(0) { $0 + ($1.kind == .equal ? 0 : max($1.first.count, $1.second.count)) }
    }

    /// Cells of the table that is kept for one part; longer parts are split first.
    private static let maximumCells = 1 << 20
    /// Cells that may be computed before the answer is given up.
    package static let maximumWork = 400_000_000

    /// Aligns two sequences; nil where their lengths' product is above `maximumWork`.
    ///
    /// Hirschberg's division (1975) with tables of at most a million cells below: memory grows with the lengths, not
    /// with their product. Depth of the division is logarithmic.
    package init?(_ first: Symbols, _ second: Symbols) {
        guard first.count.multipliedReportingOverflow(by: second.count).overflow == false,
            first.count * second.count <= Self.maximumWork
        else { return nil }
        var parts = [(0..<first.count, 0..<second.count)]
        while let (a, b) = parts.popLast() {
            if a.isEmpty || b.isEmpty || (a.count + 1) * (b.count + 1) <= Self.maximumCells {
                table(first, a, second, b)
                continue
            }
            // Split the longer way so that both halves shrink.
            let middle = a.lowerBound + a.count / 2
            let ahead = Self.lastRow(first[a.lowerBound..<middle], second[b], isReversed: false)
            let behind = Self.lastRow(first[middle..<a.upperBound], second[b], isReversed: true)
            var best = 0
            for split in 0...b.count
            where ahead[split] + behind[b.count - split] < ahead[best] + behind[b.count - best] {
                best = split
            }
            let split = b.lowerBound + best
            // The last pushed is read first: the order of the sequences.
            parts.append((middle..<a.upperBound, split..<b.upperBound))
            parts.append((a.lowerBound..<middle, b.lowerBound..<split))
        }
    }

    private static func lastRow(
        _ first: ArraySlice<UInt32>,
        _ second: ArraySlice<UInt32>,
        isReversed: Bool
    ) -> [Int32] {
        let a = isReversed ? Array(first.reversed()) : Array(first)
        let b = isReversed ? Array(second.reversed()) : Array(second)
        var row = (0...b.count).map(Int32.init)
        for (index, symbol) in a.enumerated() {
            var diagonal = row[0]
            row[0] = Int32(index + 1)
            for column in b.indices {
                let above = row[column + 1]
                row[column + 1] = min(
                    diagonal + (symbol == b[column] ? 0 : 1),
                    min(above, row[column]) + 1
                )
                diagonal = above
            }
        }
        return row
    }

    /// Aligns a part by a table of its own and appends the steps.
    private mutating func table(_ first: Symbols, _ a: Range<Int>, _ second: Symbols, _ b: Range<Int>) {
        if a.isEmpty || b.isEmpty {
            if !a.isEmpty { add(.deletion, a, b.lowerBound..<b.lowerBound) }
            if !b.isEmpty { add(.insertion, a.lowerBound..<a.lowerBound, b) }
            return
        }
        let width = b.count + 1
        var steps = Array(repeating: Kind.equal, count: (a.count + 1) * width)
        var row = (0...b.count).map(Int32.init)
        for column in 1...b.count { steps[column] = .insertion }
        for line in 1...a.count {
            let symbol = first[a.lowerBound + line - 1]
            var diagonal = row[0]
            row[0] = Int32(line)
            steps[line * width] = .deletion
            for column in 1...b.count {
                let above = row[column]
                let isEqual = symbol == second[b.lowerBound + column - 1]
                let change = diagonal + (isEqual ? 0 : 1)
                let best = min(change, min(above, row[column - 1]) + 1)
                steps[line * width + column] =
                    best == change
                    ? (isEqual ? .equal : .substitution) : best == above + 1 ? .deletion : .insertion
                row[column] = best
                diagonal = above
            }
        }
        var path: [Kind] = []
        var (line, column) = (a.count, b.count)
        while line > 0 || column > 0 {
            let step = steps[line * width + column]
            path.append(step)
            if step != .insertion { line -= 1 }
            if step != .deletion { column -= 1 }
        }
        var (left, right) = (a.lowerBound, b.lowerBound)
        for step in path.reversed() {
            let nextLeft = step == .insertion ? left : left + 1
            let nextRight = step == .deletion ? right : right + 1
            add(step, left..<nextLeft, right..<nextRight)
            (left, right) = (nextLeft, nextRight)
        }
    }

    private mutating func add(_ kind: Kind, _ first: Range<Int>, _ second: Range<Int>) {
        if let last = runs.last, last.kind == kind, last.first.upperBound == first.lowerBound,
            last.second.upperBound == second.lowerBound
        {
            runs[runs.count - 1].first = last.first.lowerBound..<first.upperBound
            runs[runs.count - 1].second = last.second.lowerBound..<second.upperBound
        } else {
            runs.append(Run(kind: kind, first: first, second: second))
        }
    }
}
