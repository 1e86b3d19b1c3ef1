package import HarnessCore
package import ResultStore

extension ResultStore {
    /// Stores a run with its plan and all its texts, before anything is executed.
    ///
    /// `suite` is the whole suite, also where the plan asks only some of its tasks.
    package func createRun(
        _ run: RunRecord,
        suite: TaskSuite,
        plan: EvaluationPlan,
        program: @escaping (Sample, EvalTask) -> String
    ) throws(HarnessError) {
        var tasks: [String: EvalTask] = [:]
        for task in plan.suite.tasks { tasks[task.id] = task }
        // Lazy: the assembled programs of a large run do not fit in memory together.
        let samples = plan.samples.lazy.compactMap { sample in
            tasks[sample.taskID].map { PlannedSample(sample: sample, program: program(sample, $0)) }
        }
        try createRun(run, tasks: suite.tasks, samples: samples)
    }

    /// Plans what a stored run still needs: samples without a result and those the harness failed at.
    ///
    /// The samples' texts come from the store; the suite must be the one the run was planned with.
    /// - Returns: nil where every sample has its verdict.
    /// - Throws: `badConfiguration` where today's results would not be comparable with those the run has.
    package func planRest(
        of run: RunRecord,
        suite: TaskSuite,
        runnerDigest: String,
        identities: ExecutionIdentities,
        history: [String: Int] = [:],
        program: (Sample, EvalTask) -> String
    ) throws(HarnessError) -> EvaluationPlan? {
        try run.requireSame("the suite \"\(run.suiteName)\"", run.suiteHash, suite.hash)
        try run.requireSame("the limits", run.limits, suite.limits)
        try run.requireSame("the runner", run.runnerDigest, runnerDigest)
        guard run.isolation == identities.isolation else {
            throw HarnessError(
                .badConfiguration,
                "run \(run.id) was made at isolation level \(run.isolation.rawValue), "
                    + "and this machine now gives \(identities.isolation.rawValue)",
                remedy: "resume it where the level is the same, or start a new run"
            )
        }
        var samples: [Sample] = []
        var last: Int?
        // In pages: what the database has at hand at a time stays small, however long the run.
        repeat {
            let page = try pending(run: run.id, after: last, limit: 500)
            samples += page.map(\.sample)
            last = page.last?.position
        } while last != nil
        guard !samples.isEmpty else { return nil }
        let toolchains = try RunToolchains(decoding: run.toolchain)
        for language in Set(samples.map(\.language)).sorted() where identities.unavailable[language] == nil {
            let identity = identities[language]
            try run.requireSame("the version of evalharness", run.toolVersion, identity.judging)
            // A language that was missing then has no results yet that could differ.
            guard let stored = toolchains[language]?.digest, !stored.isEmpty else { continue }
            try run.requireSame("the toolchain of \(language)", stored, identity.toolchain)
        }
        return try EvaluationPlan(
            suite: suite,
            samples: samples,
            identities: identities,
            history: history,
            program: program
        )
    }
}

extension RunRecord {
    fileprivate func requireSame<Value: Equatable>(
        _ name: String,
        _ stored: Value,
        _ current: Value
    ) throws(HarnessError) {
        guard stored != current else { return }
        throw HarnessError(
            .badConfiguration,
            "\(name) changed since run \(id) was started",
            remedy: "restore what the run was started with, or start a new run"
        )
    }
}
