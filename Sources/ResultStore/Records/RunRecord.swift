package import HarnessCore

/// One evaluation of one set of samples: everything needed to say what its numbers mean.
package struct RunRecord: Sendable, Hashable {
    /// The public name of the run: `r-7f3a9c`.
    package var id: String
    package var model: String
    package var suiteName: String
    package var suiteHash: ContentHash
    package var status: Status
    /// When the run was planned: ISO 8601, UTC.
    package var created: String
    /// When the run ended, however it did; nil while it runs.
    package var finished: String?
    /// The resolved settings as a JSON object, for people and for `resume`.
    package var settings: String
    package var toolVersion: String
    package var seed: Int
    /// The suite's limits; a task may override some of them.
    package var limits: ResourceLimits
    package var isolation: IsolationLevel
    /// Identity of the language definitions and drivers.
    package var runnerDigest: String
    /// Versions and digests of the toolchains as a JSON object, by language.
    package var toolchain: String
    /// Whether executions were forked from a ready interpreter.
    package var isWarm: Bool
    /// Where the samples came from: a path, or `bundled:v2`.
    package var sampleSource: String

    package init(
        id: String,
        model: String,
        suiteName: String,
        suiteHash: ContentHash,
        status: Status = .running,
        created: String,
        finished: String? = nil,
        settings: String = "{}",
        toolVersion: String,
        seed: Int,
        limits: ResourceLimits,
        isolation: IsolationLevel,
        runnerDigest: String,
        toolchain: String = "{}",
        isWarm: Bool,
        sampleSource: String
    ) {
        self.id = id
        self.model = model
        self.suiteName = suiteName
        self.suiteHash = suiteHash
        self.status = status
        self.created = created
        self.finished = finished
        self.settings = settings
        self.toolVersion = toolVersion
        self.seed = seed
        self.limits = limits
        self.isolation = isolation
        self.runnerDigest = runnerDigest
        self.toolchain = toolchain
        self.isWarm = isWarm
        self.sampleSource = sampleSource
    }

    /// Where a run stands; a killed process leaves its run `running`, and `resume` takes it up from there.
    package enum Status: String, Sendable, Hashable, CaseIterable, Codable {
        case running
        case complete
        case interrupted
    }
}

/// How far a run has come, counted in samples.
package struct RunCounts: Sendable, Hashable, Codable {
    /// Tasks that have at least one sample in the run.
    package var tasks: Int
    /// Planned samples: `passed + failed + infrastructureErrors + missing`.
    package var samples: Int
    package var passed: Int
    package var failed: Int
    package var infrastructureErrors: Int
    /// Samples without any result yet.
    package var missing: Int
    /// Results taken from the verdict cache or from an identical program of the same run.
    package var cached: Int

    package init(
        tasks: Int,
        samples: Int,
        passed: Int,
        failed: Int,
        infrastructureErrors: Int,
        missing: Int,
        cached: Int
    ) {
        self.tasks = tasks
        self.samples = samples
        self.passed = passed
        self.failed = failed
        self.infrastructureErrors = infrastructureErrors
        self.missing = missing
        self.cached = cached
    }

    /// Samples that still need work: those without a result and those the harness failed at.
    package var pending: Int { missing + infrastructureErrors }
    /// Samples with a verdict that counts.
    package var judged: Int { passed + failed }
}

/// A run together with how far it has come.
package struct RunOverview: Sendable, Hashable {
    package var run: RunRecord
    package var counts: RunCounts

    package init(run: RunRecord, counts: RunCounts) {
        self.run = run
        self.counts = counts
    }
}
