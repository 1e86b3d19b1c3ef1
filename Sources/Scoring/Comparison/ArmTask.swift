package import HarnessCore

/// How the samples of one task in one language fared in one run: what comparisons are made of.
package struct ArmTask: Sendable, Hashable {
    package var key: Key
    /// Tasks of one cluster are not independent: one problem in several languages.
    package var cluster: String
    package var category: String?
    package var difficulty: String?
    /// Judged samples, the n of pass@k.
    package var judged: Int
    /// The c of pass@k.
    package var passed: Int
    /// Failed samples by mode; empty where nobody says why.
    package var failures: [FailureMode: Int]
    package var infrastructureErrors: Int
    /// Planned samples without a result.
    package var missing: Int
    /// Shares of cases passed by the judged samples.
    package var cases: SampleMoments?
    /// Normalised edit distances of the judged samples that have one.
    package var edit: SampleMoments?

    /// What pairs a task of one run with that of another.
    package struct Key: Sendable, Hashable, Comparable {
        package var taskID: String
        package var language: Language

        package init(taskID: String, language: Language) {
            self.taskID = taskID
            self.language = language
        }

        package static func < (left: Key, right: Key) -> Bool {
            (left.taskID, left.language) < (right.taskID, right.language)
        }
    }

    package init(
        taskID: String,
        language: Language = .python,
        cluster: String? = nil,
        category: String? = nil,
        difficulty: String? = nil,
        judged: Int,
        passed: Int,
        failures: [FailureMode: Int] = [:],
        infrastructureErrors: Int = 0,
        missing: Int = 0,
        cases: SampleMoments? = nil,
        edit: SampleMoments? = nil
    ) {
        key = Key(taskID: taskID, language: language)
        self.cluster = cluster ?? Self.problem(of: taskID, in: language)
        self.category = category
        self.difficulty = difficulty
        self.judged = judged
        self.passed = passed
        self.failures = failures
        self.infrastructureErrors = infrastructureErrors
        self.missing = missing
        self.cases = cases
        self.edit = edit
    }

    /// The problem a task poses, whatever the language: `0` for `Go/0` in Go, else the whole id.
    ///
    /// HumanEval-X names the language in the id; suites that give all languages one id need no rule.
    static func problem(of taskID: String, in language: Language) -> String {
        guard let slash = taskID.firstIndex(of: "/") else { return taskID }
        let prefix = taskID[..<slash].lowercased()
        let names: [String: Set<String>] = [
            "cpp": ["c++", "cpp"], "javascript": ["js", "javascript"], "typescript": ["ts", "typescript"],
        ]
        let known = names[language.rawValue.lowercased()] ?? [language.rawValue.lowercased()]
        return known.contains(prefix) ? String(taskID[taskID.index(after: slash)...]) : taskID
    }

    /// Failed samples of one family.
    package func failed(_ family: FailureMode.Family) -> Int {
        failures.reduce(0) { $1.key.family == family ? $0 + $1.value : $0 }
    }
}

/// Count, sum and sum of squares of values in [0, 1].
package struct SampleMoments: Sendable, Hashable {
    package var count: Int
    package var sum: Double
    package var squares: Double

    package init(count: Int, sum: Double, squares: Double) {
        self.count = count
        self.sum = sum
        self.squares = squares
    }

    /// nil without values.
    package var mean: Double? { count > 0 ? sum / Double(count) : nil }

    /// Unbiased variance of one value; nil for fewer than two.
    package var variance: Double? {
        guard count >= 2 else { return nil }
        return max(0, squares - sum * sum / Double(count)) / Double(count - 1)
    }

    package static func + (left: SampleMoments, right: SampleMoments) -> SampleMoments {
        SampleMoments(
            count: left.count + right.count,
            sum: left.sum + right.sum,
            squares: left.squares + right.squares
        )
    }
}
