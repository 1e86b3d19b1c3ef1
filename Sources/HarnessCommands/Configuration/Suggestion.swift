import Scoring

/// Finds what somebody probably meant to type.
enum Suggestion {
    /// The known word nearest to a mistyped one; nil where none is near.
    static func nearest(to word: String, among known: [String]) -> String? {
        let lowered = word.lowercased()
        let ranked = known.compactMap { candidate in
            EditDistance.levenshtein(lowered, candidate.lowercased()).map {
                (word: candidate, distance: $0.raw)
            }
        }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        // A third of the letters may be wrong: enough for a slip, too little for another word.
        return best.distance <= max(2, word.count / 3) && best.distance < word.count ? best.word : nil
    }
}
