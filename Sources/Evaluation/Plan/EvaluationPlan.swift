package import HarnessCore

/// What a run will do, before it does anything: which programs, in which order, for which samples.
///
/// A sample is what a model wrote; a *unit* is a program to be run. Samples of one task with the same program
/// share a unit and its verdict. The plan holds the samples' texts but no assembled program: those are
/// made when their turn comes and dropped after, so that memory does not grow with the run.
package struct EvaluationPlan: Sendable {
    /// The suite as asked: its tasks are the selected ones, its hash is that of the whole suite.
    package let suite: TaskSuite
    /// The samples of the selected tasks, in the suite's order, then by language and index.
    package let samples: [Sample]
    /// Longest first, ties in the samples' order: the last worker must not start the longest program last.
    package let units: [Unit]
    package let identities: ExecutionIdentities
    /// The languages of the samples, sorted.
    package let languages: [Language]

    /// One program to run and the samples that get its verdict.
    package struct Unit: Sendable, Hashable {
        /// Position in the suite's tasks.
        package var task: Int
        /// Positions in the plan's samples, ascending; never empty.
        package var samples: [Int]
        /// The name of its verdict in the cache.
        package var key: ContentHash
    }

    /// The numbers of the dry-run line.
    package struct Counts: Sendable, Hashable {
        package var tasks: Int
        /// Samples that need a verdict.
        package var planned: Int
        /// Different programs among them.
        package var unique: Int
        /// Programs whose verdict is known from an earlier run; 0 until somebody looked.
        package var cached: Int

        package init(tasks: Int, planned: Int, unique: Int, cached: Int = 0) {
            self.tasks = tasks
            self.planned = planned
            self.unique = unique
            self.cached = cached
        }
    }

    /// Plans the samples of a suite's selected tasks.
    ///
    /// The suite is already reduced to the tasks in question, see `TaskSelection`; samples of other tasks are left
    /// out. `history` holds the CPU microseconds that a task's programs took in earlier runs, by task id;
    /// `program` assembles the program of a sample, as the runner does.
    /// - Throws: `badData` for two samples with the same task, language and index, `nothingSelected` where no sample is left.
    package init(
        suite: TaskSuite,
        samples: [Sample],
        identities: ExecutionIdentities,
        history: [String: Int] = [:],
        program: (Sample, EvalTask) -> String
    ) throws(HarnessError) {
        var positions: [String: Int] = [:]
        for (position, task) in suite.tasks.enumerated() { positions[task.id] = position }
        let kept = samples.compactMap { sample in positions[sample.taskID].map { (task: $0, sample: sample) }
        }
        .sorted {
            ($0.task, $0.sample.language, $0.sample.index) < ($1.task, $1.sample.language, $1.sample.index)
        }
        guard !kept.isEmpty else {
            throw HarnessError(
                .nothingSelected,
                "none of the \(samples.count) samples belongs to a selected task of suite \"\(suite.name)\"",
                remedy: "check --suite and --task against the task ids in the samples"
            )
        }
        for (left, right) in zip(kept, kept.dropFirst())
        where left.task == right.task && left.sample.language == right.sample.language
            && left.sample.index == right.sample.index
        {
            let sample = left.sample
            throw HarnessError(
                .badData,
                "two samples of task \"\(sample.taskID)\" in \(sample.language) have the index \(sample.index)"
            )
        }
        self.suite = suite
        self.identities = identities
        languages = Set(kept.map(\.sample.language)).sorted()
        self.samples = kept.map(\.sample)
        units = Self.units(of: kept, suite: suite, identities: identities, history: history, program: program)
    }

    /// Plans samples that all depend on the same identity.
    package init(
        suite: TaskSuite,
        samples: [Sample],
        identity: ExecutionIdentity,
        history: [String: Int] = [:],
        program: (Sample, EvalTask) -> String
    ) throws(HarnessError) {
        try self.init(
            suite: suite,
            samples: samples,
            identities: ExecutionIdentities(identity),
            history: history,
            program: program
        )
    }

    package var counts: Counts {
        Counts(
            tasks: Set(units.map(\.task)).count,
            planned: samples.count,
            unique: units.count
        )
    }

    /// The limits a task's programs run under.
    package func limits(of task: EvalTask) -> ResourceLimits {
        task.limits.applied(to: suite.limits)
    }

    private static func units(
        of samples: [(task: Int, sample: Sample)],
        suite: TaskSuite,
        identities: ExecutionIdentities,
        history: [String: Int],
        program: (Sample, EvalTask) -> String
    ) -> [Unit] {
        var units: [Unit] = []
        var known: [ContentHash: Int] = [:]
        var current: (task: Int, language: Language, key: VerdictKey)?
        for (position, entry) in samples.enumerated() {
            let task = suite.tasks[entry.task]
            let language = entry.sample.language
            if current?.task != entry.task || current?.language != language {
                let limits = task.limits.applied(to: suite.limits)
                let key = VerdictKey(task: task, limits: limits, identity: identities[language])
                current = (entry.task, language, key)
                // Two tasks never share a unit, even where their tests are the same; nor do two languages.
                known.removeAll(keepingCapacity: true)
            }
            guard let keys = current?.key else { continue }
            let key = keys.key(program: program(entry.sample, task), form: entry.sample.form)
            if let unit = known[key] {
                units[unit].samples.append(position)
            } else {
                known[key] = units.count
                units.append(Unit(task: entry.task, samples: [position], key: key))
            }
        }
        let expected = suite.tasks.map { expectedMicroseconds($0, suite: suite, history: history) }
        // Sorting positions keeps ties in order: `sort` makes no promise about them.
        return units.indices
            .sorted { (expected[units[$1].task], $0) < (expected[units[$0].task], $1) }
            .map { units[$0] }
    }

    /// What a program of this task is expected to cost; an unknown task may take all that its limit allows.
    private static func expectedMicroseconds(
        _ task: EvalTask,
        suite: TaskSuite,
        history: [String: Int]
    ) -> Int {
        history[task.id] ?? task.limits.applied(to: suite.limits).cpuMilliseconds * 1000
    }
}
