/// How far a program is from a reference, by every measure that is in use.
package struct ProgramDistance: Sendable, Hashable {
    /// Levenshtein distance in Unicode scalars.
    package var scalars: Distance
    /// Levenshtein distance in tokens: comments and blanks do not count.
    package var tokens: Distance
    /// Levenshtein distance in tokens once the program's own names are numbered.
    package var renamed: Distance
    /// CodeXGLUE's edit similarity, from 0 to 100: insertions and deletions over both lengths, rounded.
    package var editSimilarity: Int
    /// Whether the words between blanks are equal, as CodeXGLUE has it.
    package var isExactMatch: Bool
    /// Smoothed BLEU over tokens, from 0 to 1; see `Bleu`.
    package var bleu: Double

    /// A distance as counted and in relation to the longer sequence.
    package struct Distance: Sendable, Hashable {
        package var raw: Int
        /// Length of the longer sequence.
        package var longest: Int

        /// From 0 for equal sequences to 1; 0 for two empty ones.
        package var normalised: Double { longest == 0 ? 0 : Double(raw) / Double(longest) }
        package var similarity: Double { 1 - normalised }

        init(_ first: Symbols, _ second: Symbols) {
            raw = Levenshtein.distance(first, second)
            longest = max(first.count, second.count)
        }
    }

    /// Symbols of either text above which they are not compared: it bounds the time a hostile sample can cost.
    package static let maximumLength = 20_000

    /// Compares a program with one reference; nil where either has more than `maximumLength` scalars.
    package init?(_ program: ProgramText, _ reference: ProgramText) {
        guard max(program.scalars.count, reference.scalars.count) <= Self.maximumLength else { return nil }
        scalars = Distance(program.scalars, reference.scalars)
        tokens = Distance(program.tokens, reference.tokens)
        renamed = Distance(program.renamed, reference.renamed)
        let both = program.scalars.count + reference.scalars.count
        let indel = Levenshtein.indel(program.scalars, reference.scalars)
        editSimilarity =
            both == 0 ? 100 : Int((100 * (1 - Double(indel) / Double(both))).rounded(.toNearestOrEven))
        isExactMatch = program.words == reference.words
        bleu = Bleu.smoothed(program.tokens, references: [reference.tokens])
    }

    /// The distance to the nearest of several references, by tokens, and its place among them; nil without any.
    package static func nearest(
        _ program: ProgramText,
        among references: [ProgramText]
    ) -> (place: Int, distance: ProgramDistance)? {
        var best: (place: Int, distance: ProgramDistance)?
        for (place, reference) in references.enumerated() {
            guard let distance = ProgramDistance(program, reference) else { continue }
            if best.map({ distance.tokens.normalised < $0.distance.tokens.normalised }) ?? true {
                best = (place, distance)
            }
        }
        return best
    }
}
