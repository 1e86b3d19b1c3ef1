package import HarnessCore

/// One sample of a run and what became of it; all its text comes from a model or its program.
package struct SampleRow: Sendable, Hashable {
    package var taskID: String
    package var index: Int
    package var language: Language
    package var category: EvalTask.Category?
    package var difficulty: EvalTask.Difficulty?
    /// Nil while the sample has no result.
    package var verdict: Verdict?
    package var plantedLabel: String?
    package var editDistance: Int?
    package var normalizedEditDistance: Double?
    package var isCached: Bool

    package init(
        taskID: String,
        index: Int,
        language: Language,
        category: EvalTask.Category? = nil,
        difficulty: EvalTask.Difficulty? = nil,
        verdict: Verdict?,
        plantedLabel: String? = nil,
        editDistance: Int? = nil,
        normalizedEditDistance: Double? = nil,
        isCached: Bool = false
    ) {
        self.taskID = taskID
        self.index = index
        self.language = language
        self.category = category
        self.difficulty = difficulty
        self.verdict = verdict
        self.plantedLabel = plantedLabel
        self.editDistance = editDistance
        self.normalizedEditDistance = normalizedEditDistance
        self.isCached = isCached
    }

    /// `passed`, a failure mode, `infrastructure` or `missing`.
    package var outcomeName: String {
        switch verdict?.outcome {
        case .passed: "passed"
        case .failed(let mode): mode.rawValue
        case .infrastructureError: "infrastructure"
        case nil: "missing"
        }
    }

    /// `passed`, `failed`, `infrastructure` or `missing`.
    package var status: String {
        switch verdict?.outcome {
        case .passed: "passed"
        case .failed: "failed"
        case .infrastructureError: "infrastructure"
        case nil: "missing"
        }
    }

    var json: [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "task": .text(taskID), "index": .integer(index), "language": .text(language.rawValue),
            "category": .optional(category?.rawValue), "difficulty": .optional(difficulty?.rawValue),
            "status": .text(status), "planted": .optional(plantedLabel), "cached": .bool(isCached),
            "edit": .object([
                "raw": .optional(editDistance), "normalized": .optional(normalizedEditDistance),
            ]),
        ]
        guard let verdict else { return fields }
        if case .failed(let mode) = verdict.outcome {
            fields["class"] = .text(mode.family.rawValue)
            fields["mode"] = .text(mode.rawValue)
        }
        fields["rule"] = .text(verdict.rule)
        fields["evidence"] = .object([
            "message": .text(verdict.evidence.message), "line": .optional(verdict.evidence.line),
            "case": .optional(verdict.evidence.caseIndex), "expected": .optional(verdict.evidence.expected),
            "actual": .optional(verdict.evidence.actual),
        ])
        fields["cases"] = .object([
            "passed": .integer(verdict.casesPassed), "total": .integer(verdict.casesTotal),
        ])
        fields["trust"] = .text(verdict.trust.rawValue)
        fields["isolation"] = .text(verdict.isolation.rawValue)
        fields["usage"] = .object([
            "cpu_us": .integer(verdict.usage.cpuMicroseconds),
            "wall_us": .integer(verdict.usage.wallMicroseconds),
            "peak_memory_bytes": .optional(verdict.usage.peakMemoryBytes),
        ])
        return fields
    }
}
