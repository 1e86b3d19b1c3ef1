package import HarnessCore

/// Which tasks of a suite a run asks; the default is all of them.
package struct TaskSelection: Sendable, Hashable {
    /// Patterns over task ids, `*` and `?` as in a shell; a task is kept when one matches.
    ///
    /// Default is none: all.
    package var patterns: [String]
    /// Default is none: all.
    package var categories: Set<EvalTask.Category>
    /// Default is none: all.
    package var difficulties: Set<EvalTask.Difficulty>
    /// Keeps this many tasks, drawn by the seed; nil keeps all.
    package var limit: Int?
    /// Decides which tasks a limit keeps.
    ///
    /// Default is 1.
    package var seed: UInt64

    package init(
        patterns: [String] = [],
        categories: Set<EvalTask.Category> = [],
        difficulties: Set<EvalTask.Difficulty> = [],
        limit: Int? = nil,
        seed: UInt64 = 1
    ) {
        self.patterns = patterns
        self.categories = categories
        self.difficulties = difficulties
        self.limit = limit
        self.seed = seed
    }

    /// Returns the kept tasks in the suite's order.
    ///
    /// - Throws: `nothingSelected` where no task is left, `usage` where a pattern matches no id or the limit is
    ///   not positive.
    package func tasks(of suite: TaskSuite) throws(HarnessError) -> [EvalTask] {
        if let limit, limit < 1 { throw HarnessError(.usage, "--limit \(limit): must be at least 1") }
        for pattern in patterns where !suite.tasks.contains(where: { matches($0.id, pattern: pattern) }) {
            throw HarnessError(
                .nothingSelected,
                "no task id of suite \"\(suite.name)\" matches \"\(pattern)\"",
                remedy: "list them with: evalharness tasks list"
            )
        }
        let kept = suite.tasks.filter { task in
            (patterns.isEmpty || patterns.contains { matches(task.id, pattern: $0) })
                && (categories.isEmpty || task.category.map(categories.contains) ?? false)
                && (difficulties.isEmpty || task.difficulty.map(difficulties.contains) ?? false)
        }
        guard !kept.isEmpty else {
            throw HarnessError(
                .nothingSelected,
                "the selection leaves none of the \(suite.tasks.count) tasks of suite \"\(suite.name)\"",
                remedy: "loosen --task, --category or --difficulty"
            )
        }
        guard let limit, limit < kept.count else { return kept }
        // Drawn by the id's digest: adding a task to the suite does not reshuffle the others.
        let drawn = kept.map { (id: $0.id, rank: ContentHash(ofParts: ["\(seed)", $0.id])) }
            .sorted { $0.rank < $1.rank }
            .prefix(limit)
        let ids = Set(drawn.map(\.id))
        return kept.filter { ids.contains($0.id) }
    }

    private func matches(_ id: String, pattern: String) -> Bool {
        GlobPattern(pattern).matches(id)
    }
}

/// A shell pattern: `*` stands for any text, `?` for one character, everything else for itself.
struct GlobPattern {
    private let pattern: [Unicode.Scalar]

    init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

    /// Linear in text times pattern: one remembered star is enough to backtrack to.
    func matches(_ text: String) -> Bool {
        let text = Array(text.unicodeScalars)
        var textPosition = 0
        var position = 0
        var star: (pattern: Int, text: Int)?
        while textPosition < text.count {
            if position < pattern.count, pattern[position] == "*" {
                star = (position, textPosition)
                position += 1
            } else if position < pattern.count,
                pattern[position] == "?" || pattern[position] == text[textPosition]
            {
                position += 1
                textPosition += 1
            } else if let last = star {
                position = last.pattern + 1
                textPosition = last.text + 1
                star = (last.pattern, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == "*" }
    }
}
