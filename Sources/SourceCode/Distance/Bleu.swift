import Foundation

/// BLEU of one candidate against references, up to four symbols at a time.
///
/// Papineni, Roukos, Ward and Zhu 2002.
package enum Bleu {
    /// From 0 to 1; 0 for an empty candidate.
    ///
    /// Smoothed as CodeXGLUE's `bleu.py` does with `smooth=True` (Lin and Och 2004): one is added to the matches and
    /// to the counts of every order. The brevity penalty takes the shortest reference, as it does.
    ///
    /// - Complexity: O(n) in the lengths.
    package static func smoothed(_ candidate: Symbols, references: [Symbols]) -> Double {
        guard !candidate.isEmpty, let shortest = references.map(\.count).min() else { return 0 }
        var logarithms = 0.0
        for order in 1...maximumOrder {
            var limits: [ArraySlice<UInt32>: Int] = [:]
            for reference in references {
                limits.merge(grams(reference, order), uniquingKeysWith: max)
            }
            var matches = 0
            for (gram, count) in grams(candidate, order) { matches += min(count, limits[gram, default: 0]) }
            let possible = max(0, candidate.count - order + 1)
            logarithms += log(Double(matches + 1) / Double(possible + 1))
        }
        let ratio = shortest == 0 ? 1 : Double(candidate.count) / Double(shortest)
        let penalty = ratio >= 1 ? 1 : exp(1 - 1 / ratio)
        return exp(logarithms / Double(maximumOrder)) * penalty
    }

    package static let maximumOrder = 4

    private static func grams(_ symbols: Symbols, _ order: Int) -> [ArraySlice<UInt32>: Int] {
        var counts: [ArraySlice<UInt32>: Int] = [:]
        guard symbols.count >= order else { return counts }
        for start in 0...(symbols.count - order) { counts[symbols[start..<start + order], default: 0] += 1 }
        return counts
    }
}
