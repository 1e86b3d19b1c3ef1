package import HarnessCore
package import ResultStore

/// A run of the store with its settings and toolchains read.
package struct StoredRun: Sendable, Hashable {
    package let record: RunRecord
    package let counts: RunCounts
    package let settings: RunSettings
    package let toolchains: RunToolchains

    /// Reads what the store keeps as text.
    package init(_ overview: RunOverview) throws(HarnessError) {
        record = overview.run
        counts = overview.counts
        settings = try RunSettings(decoding: overview.run.settings)
        toolchains = try RunToolchains(decoding: overview.run.toolchain)
    }

    var json: [String: JSONValue] {
        let limits = record.limits
        return [
            "id": .text(record.id), "status": .text(record.status.rawValue),
            "created": .text(record.created), "finished": .optional(record.finished),
            "partial": .bool(settings.isPartial), "seed": .integer(record.seed),
            "tool": .object(["version": .text(record.toolVersion)]),
            "model": .object([
                "name": .text(record.model), "version": .optional(settings.modelVersion),
                "samples": .text(record.sampleSource),
            ]),
            "suite": .object([
                "name": .text(record.suiteName), "hash": .text(record.suiteHash.hexadecimal),
                "source": .text(settings.suiteSource),
            ]),
            "selection": .object([
                "tasks": .array(settings.taskPatterns.map(JSONValue.text)),
                "categories": .array(settings.categories.map(JSONValue.text)),
                "difficulties": .array(settings.difficulties.map(JSONValue.text)),
                "limit": .optional(settings.limit),
                "languages": settings.languages.map { .array($0.map(JSONValue.text)) } ?? .null,
            ]),
            "sandbox": .object([
                "isolation": .text(record.isolation.rawValue), "warm": .bool(record.isWarm),
                "runner": .text(record.runnerDigest),
                "toolchains": .object(
                    toolchains.byLanguage.mapValues {
                        .object(["version": .text($0.version), "digest": .text($0.digest)])
                    }
                ),
                "limits": .object([
                    "cpu_seconds": .number(Double(limits.cpuMilliseconds) / 1_000),
                    "wall_seconds": .number(Double(limits.wallMilliseconds) / 1_000),
                    "memory_mb": .integer(limits.memoryBytes >> 20),
                ]),
            ]),
            "counts": .object([
                "planned": .integer(counts.samples), "scored": .integer(counts.judged),
                "passed": .integer(counts.passed), "failed": .integer(counts.failed),
                "infrastructure": .integer(counts.infrastructureErrors), "missing": .integer(counts.missing),
                "cached": .integer(counts.cached), "tasks": .integer(counts.tasks),
            ]),
        ]
    }
}
