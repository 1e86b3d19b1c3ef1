package import HarnessCore

/// The metrics of a run: over all samples, and by category, difficulty and language.
///
/// Depends on the set of rows only: their order changes nothing.
package struct RunScore: Sendable, Hashable {
    package var overall: GroupScore
    /// Groups in the order of `EvalTask.Category.allCases`; those without a sample are left out.
    package var byCategory: [Group<EvalTask.Category>]
    /// Groups in the order of `EvalTask.Difficulty.allCases`.
    package var byDifficulty: [Group<EvalTask.Difficulty>]
    /// Groups in the order of the languages' names.
    package var byLanguage: [Group<Language>]

    /// Scores the rows for each `k` asked.
    ///
    /// `seed` starts the bootstrap where one is used; `level` is the confidence of the intervals.
    package init(rows: [ScoredSample], ks: [Int] = [1], level: Double = 0.95, seed: UInt64 = 0) {
        func score(_ rows: [ScoredSample]) -> GroupScore {
            GroupScore(rows: rows, ks: ks, level: level, seed: seed)
        }
        func groups<Key: Hashable & Sendable>(
            _ keys: [Key],
            by key: (ScoredSample) -> Key?
        ) -> [Group<Key>] {
            keys.compactMap { name in
                let members = rows.filter { key($0) == name }
                return members.isEmpty ? nil : Group(key: name, score: score(members))
            }
        }
        overall = score(rows)
        byCategory = groups(EvalTask.Category.allCases, by: \.category)
        byDifficulty = groups(EvalTask.Difficulty.allCases, by: \.difficulty)
        byLanguage = groups(Set(rows.map(\.language)).sorted(), by: \.language)
    }

    /// One group of tasks and its score.
    package struct Group<Key: Hashable & Sendable>: Sendable, Hashable {
        package var key: Key
        package var score: GroupScore
    }
}
