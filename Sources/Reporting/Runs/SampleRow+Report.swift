import HarnessCore
import ResultStore

extension SampleRow {
    /// `passed`, a failure mode, `infrastructure` or `missing`.
    var outcomeName: String {
        if case .failed(let mode) = result?.verdict.outcome { return mode.rawValue }
        return status
    }

    /// `passed`, `failed`, `infrastructure` or `missing`.
    var status: String {
        switch result?.verdict.outcome {
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
            "status": .text(status), "planted": .optional(plantedLabel),
            "completion_sha256": .text(completionHash.hexadecimal),
            "program_sha256": .text(programHash.hexadecimal),
        ]
        guard let result else { return fields }
        fields.merge(result.json) { own, _ in own }
        return fields
    }
}

extension StoredResult {
    fileprivate var json: [String: JSONValue] {
        var fields: [String: JSONValue] = [
            "rule": .text(verdict.rule),
            "evidence": .object([
                "message": .text(verdict.evidence.message), "line": .optional(verdict.evidence.line),
                "case": .optional(verdict.evidence.caseIndex),
                "expected": .optional(verdict.evidence.expected),
                "actual": .optional(verdict.evidence.actual),
            ]),
            "cases": .object([
                "passed": .integer(verdict.casesPassed), "total": .integer(verdict.casesTotal),
            ]),
            "trust": .text(verdict.trust.rawValue), "isolation": .text(verdict.isolation.rawValue),
            "usage": .object([
                "cpu_us": .integer(verdict.usage.cpuMicroseconds),
                "wall_us": .integer(verdict.usage.wallMicroseconds),
                "peak_memory_bytes": .optional(verdict.usage.peakMemoryBytes),
            ]),
            "edit": .object([
                "raw": .optional(editDistance?.raw), "normalized": .optional(editDistance?.normalized),
            ]),
            "cached": .bool(isCached), "executions": .integer(executions), "attempt": .integer(attempt),
        ]
        if case .failed(let mode) = verdict.outcome {
            fields["class"] = .text(mode.family.rawValue)
            fields["mode"] = .text(mode.rawValue)
        }
        if let metrics = verdict.codeMetrics {
            fields["code"] = .object([
                "cyclomatic_complexity": .integer(metrics.cyclomaticComplexity),
                "nesting_depth": .integer(metrics.nestingDepth), "lines": .integer(metrics.codeLines),
            ])
        }
        return fields
    }
}
