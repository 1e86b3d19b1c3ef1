package import HarnessCore

/// What a run was, for the head of its reports.
package struct RunDescription: Sendable, Hashable {
    /// The name people use: `r-7f3a9c`.
    package var id: String
    package var model: String
    package var modelVersion: String?
    package var suite: String
    package var suiteHash: String
    package var languages: [String]
    package var status: Status
    /// Whether the selection left out tasks of the suite.
    package var isPartial: Bool
    package var isolation: IsolationLevel?
    /// `python 3.11.2`, one for each language.
    package var toolchains: [String]
    package var limits: ResourceLimits
    package var isWarm: Bool
    package var seed: UInt64
    package var toolVersion: String
    /// Seconds since 1970.
    package var created: Double
    /// Seconds since 1970; nil while the run is not finished.
    package var finished: Double?

    package enum Status: String, Sendable, Hashable {
        case complete
        /// Stopped, or still at work.
        case interrupted
    }

    package init(
        id: String,
        model: String,
        modelVersion: String? = nil,
        suite: String,
        suiteHash: String,
        languages: [String],
        status: Status,
        isPartial: Bool,
        isolation: IsolationLevel?,
        toolchains: [String],
        limits: ResourceLimits,
        isWarm: Bool,
        seed: UInt64,
        toolVersion: String,
        created: Double,
        finished: Double?
    ) {
        self.id = id
        self.model = model
        self.modelVersion = modelVersion
        self.suite = suite
        self.suiteHash = suiteHash
        self.languages = languages
        self.status = status
        self.isPartial = isPartial
        self.isolation = isolation
        self.toolchains = toolchains
        self.limits = limits
        self.isWarm = isWarm
        self.seed = seed
        self.toolVersion = toolVersion
        self.created = created
        self.finished = finished
    }
}

/// The samples of a run by what became of them; always planned = passed + failed + infrastructure + missing.
package struct SampleCounts: Sendable, Hashable {
    package var passed: Int
    package var failed: Int
    package var infrastructure: Int
    package var missing: Int
    /// Those of the above whose verdict an earlier run had reached.
    package var cached: Int

    package init(passed: Int = 0, failed: Int = 0, infrastructure: Int = 0, missing: Int = 0, cached: Int = 0)
    {
        self.passed = passed
        self.failed = failed
        self.infrastructure = infrastructure
        self.missing = missing
        self.cached = cached
    }

    package var planned: Int { passed + failed + infrastructure + missing }

    /// Samples that count for or against the model.
    package var scored: Int { passed + failed }

    var json: JSONValue {
        .object([
            "planned": .integer(planned), "scored": .integer(scored), "passed": .integer(passed),
            "failed": .integer(failed), "infrastructure": .integer(infrastructure),
            "missing": .integer(missing), "cached": .integer(cached),
        ])
    }
}
