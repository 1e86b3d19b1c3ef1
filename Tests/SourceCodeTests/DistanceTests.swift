import TestSupport
import Testing

@testable import SourceCode

@Suite struct DistanceTests {
    /// The recurrence as Wagner and Fischer (1974) give it.
    private static func recurrence(_ a: Symbols, _ b: Symbols, substitution: Int) -> Int {
        var row = Array(0...b.count)
        for (line, symbol) in a.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in b.indices {
                let above = row[column + 1]
                row[column + 1] = min(
                    diagonal + (symbol == b[column] ? 0 : substitution),
                    above + 1,
                    row[column] + 1
                )
                diagonal = above
            }
        }
        return row[b.count]
    }

    private static func pair(
        _ random: inout SeededGenerator,
        length: Int,
        letters: UInt32
    ) -> (Symbols, Symbols) {
        let first = (0..<Int.random(in: 0...length, using: &random)).map { _ in
            UInt32.random(in: 0..<letters, using: &random)
        }
        guard Bool.random(using: &random) else {
            return (
                first,
                (0..<Int.random(in: 0...length, using: &random)).map { _ in
                    UInt32.random(in: 0..<letters, using: &random)
                }
            )
        }
        var second = first
        for _ in 0..<Int.random(in: 0...max(1, length / 3), using: &random) where !second.isEmpty {
            let place = Int.random(in: 0..<second.count, using: &random)
            switch Int.random(in: 0...2, using: &random) {
            case 0: second.remove(at: place)
            case 1: second[place] = 0
            default: second.insert(1, at: place)
            }
        }
        return (first, second)
    }

    @Test(arguments: [(20, 3), (70, 4), (140, 600), (300, 26)] as [(Int, UInt32)])
    func `bit vectors, bands and alignments agree with the recurrence`(length: Int, letters: UInt32) throws {
        var random = SeededGenerator(seed: UInt64(length))
        for _ in 0..<(6_000 / length) {
            let (a, b) = Self.pair(&random, length: length, letters: letters)
            let expected = Self.recurrence(a, b, substitution: 1)
            #expect(Levenshtein.distance(a, b) == expected)
            #expect(Levenshtein.indel(a, b) == Self.recurrence(a, b, substitution: 2))
            let alignment = try #require(Alignment(a, b))
            #expect(alignment.distance == expected)
            #expect(alignment.runs.reduce(0) { $0 + $1.first.count } == a.count)
            #expect(alignment.runs.reduce(0) { $0 + $1.second.count } == b.count)
            for run in alignment.runs where run.kind == .equal { #expect(a[run.first] == b[run.second]) }
        }
    }

    @Test func `a long pair is aligned in parts, and too much work is refused`() throws {
        var random = SeededGenerator(seed: 5)
        let a = (0..<1_500).map { _ in UInt32.random(in: 0..<3, using: &random) }
        let b = (0..<1_400).map { _ in UInt32.random(in: 0..<3, using: &random) }

        #expect(try #require(Alignment(a, b)).distance == Levenshtein.distance(a, b))
        #expect(Alignment(Symbols(repeating: 0, count: 30_000), Symbols(repeating: 1, count: 30_000)) == nil)
    }

    @Test func `scalars of every length are read`() {
        let text = "a\u{e9}\u{20ac}\u{1F600}\u{0}"
        #expect(Symbols(scalarsOf: text) == text.unicodeScalars.map(\.value))
    }

    @Test func `comments, blanks and a program's own names do not count after normalisation`() throws {
        let grammar = try #require(Grammar.named("python"))
        var numbers = SymbolNumbers()
        let first = ProgramText(
            "def f(items):\n    total = sum(items)\n    return total\n",
            in: grammar,
            numbering: &numbers
        )
        let second = ProgramText(
            "def g(xs):  # sums\n  s = sum(xs)\n  return s\n",
            in: grammar,
            numbering: &numbers
        )
        let third = ProgramText("def g(xs):\n  s = max(xs)\n  return s\n", in: grammar, numbering: &numbers)
        let distance = try #require(ProgramDistance(first, second))

        #expect(distance.renamed.raw == 0 && distance.tokens.raw == 5 && distance.scalars.raw > 5)
        #expect(try #require(ProgramDistance(first, third)).renamed.raw == 1)
        #expect(ProgramDistance.nearest(first, among: [third, second])?.place == 1)
    }

    /// Counted by hand: abcd against abxd has 2 insertions and deletions over 8, BLEU counts 3/4, 1/3, 0/2 and 0/1.
    @Test func `the figures of CodeXGLUE follow their definitions`() throws {
        var numbers = SymbolNumbers()
        let first = ProgramText("a b c d", in: nil, numbering: &numbers)
        let second = ProgramText("a  b\nx d", in: nil, numbering: &numbers)
        let distance = try #require(ProgramDistance(first, second))
        let bleu = ((4.0 / 5) * (2.0 / 4) * (1.0 / 3) * (1.0 / 2)).squareRoot().squareRoot()

        #expect(!distance.isExactMatch && distance.tokens.raw == 1)
        #expect(abs(distance.bleu - bleu) < 1e-12)
        #expect(
            try #require(ProgramDistance(first, ProgramText("a b c  d", in: nil, numbering: &numbers)))
                .isExactMatch
        )
        // Seven scalars and eight, five of them in order: 5 edits over 15.
        #expect(distance.editSimilarity == 67)
    }
}
