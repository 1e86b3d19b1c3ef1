package import HarnessCore
package import ResultStore
package import Scoring

/// One side of a comparison: a stored run, or counts that somebody else measured.
package struct ComparedRun: Sendable, Hashable {
    /// The model.
    package let name: String
    /// The run's id, or the file of foreign results.
    package let reference: String
    package let tasks: [ArmTask]
    /// nil for foreign results.
    package let stored: StoredRun?
    /// Tasks of the whole suite; nil for foreign results.
    package let suiteTasks: Int?
    /// What the reader should know about the choice of this run.
    package let notices: [String]

    /// Reads a stored run.
    ///
    /// `wasAskedByModel` tells whether `@model` chose the run, so that a newer unfinished one is worth a word.
    package init(
        _ run: StoredRun,
        in store: ResultStore,
        wasAskedByModel: Bool = false
    ) throws(HarnessError) {
        name = run.record.model
        reference = run.record.id
        tasks = ArmTask.tasks(try store.outcomeCounts(run: run.record.id))
        stored = run
        suiteTasks = try store.suiteTaskCount(run: run.record.id)
        var notices: [String] = []
        if wasAskedByModel, let newer = try store.newerRun(than: run.record) {
            notices.append(
                "\(run.record.model) has a newer run, \(newer.id), which is \(newer.status.rawValue)"
            )
        }
        self.notices = notices
    }

    /// Takes counts that somebody else measured.
    package init(foreign name: String, file: String, tasks: [ArmTask]) {
        self.name = name
        reference = file
        self.tasks = tasks
        stored = nil
        suiteTasks = nil
        notices = []
    }

    /// Judged samples.
    package var judged: Int { tasks.reduce(0) { $0 + $1.judged } }

    /// Why the run does not cover its suite; nil where it does, or nobody knows.
    package var gap: String? {
        guard let stored else { return nil }
        if stored.record.status != .complete { return "is \(stored.record.status.rawValue)" }
        if stored.settings.isPartial { return "was narrowed to a part of the suite" }
        let answered = Set(tasks.map(\.key.taskID)).count
        if let suiteTasks, answered < suiteTasks { return "answers \(answered) of \(suiteTasks) tasks" }
        return nil
    }

    /// Samples per task: `10`, or `5 to 10`.
    package var samplesPerTask: String {
        let counts = tasks.map { $0.judged + $0.infrastructureErrors + $0.missing }
        guard let least = counts.min(), let most = counts.max() else { return "0" }
        return least == most ? "\(least)" : "\(least) to \(most)"
    }

    /// The settings that a comparison of models must hold constant, as text; empty for foreign results.
    package var traits: [RunTrait: String] {
        guard let stored else { return [:] }
        let record = stored.record
        return [
            .suite: "\(record.suiteName) \(record.suiteHash.hexadecimal.prefix(16))",
            .limits: record.limits.words + stored.settings.limits.words,
            .sandbox: record.isolation.rawValue,
            .toolchain: stored.toolchains.byLanguage.sorted { $0.key < $1.key }
                .map { "\($0.key) \($0.value.version) \($0.value.digest.prefix(8))" }
                .joined(separator: ", "),
            .runner: String(record.runnerDigest.prefix(16)),
            .samples: samplesPerTask,
            .tool: record.toolVersion,
        ]
    }
}

extension ArmTask {
    /// Adds the outcomes of each task and language up; tasks in the order of the counts.
    static func tasks(_ counts: [OutcomeCount]) -> [ArmTask] {
        var tasks: [ArmTask] = []
        for count in counts {
            let key = Key(taskID: count.taskID, language: count.language)
            if tasks.last?.key != key {
                tasks.append(
                    ArmTask(
                        taskID: count.taskID,
                        language: count.language,
                        category: count.category?.rawValue,
                        difficulty: count.difficulty?.rawValue,
                        judged: 0,
                        passed: 0
                    )
                )
            }
            tasks[tasks.count - 1].add(count)
        }
        return tasks
    }

    private mutating func add(_ count: OutcomeCount) {
        switch count.outcome {
        case .missing: missing += count.samples
        case .infrastructureError: infrastructureErrors += count.samples
        case .passed, .failed:
            judged += count.samples
            if let mode = count.mode { failures[mode, default: 0] += count.samples }
            if count.outcome == .passed { passed += count.samples }
            let shares = SampleMoments(
                count: count.samples,
                sum: count.caseShares,
                squares: count.squaredCaseShares
            )
            cases = cases.map { $0 + shares } ?? shares
            guard count.editSamples > 0 else { return }
            let distances = SampleMoments(
                count: count.editSamples,
                sum: count.editDistances,
                squares: count.squaredEditDistances
            )
            edit = edit.map { $0 + distances } ?? distances
        }
    }
}

extension ResourceLimits {
    /// All limits as text that is equal where they are.
    var words: String {
        "cpu \(cpuMilliseconds) ms, wall \(wallMilliseconds) ms, memory \(memoryBytes >> 20) MiB, "
            + "output \(outputBytes >> 10) KiB, results \(resultBytes >> 10) KiB, files \(fileBytes >> 10) KiB, "
            + "processes \(processes), open files \(openFiles)"
    }
}

extension LimitOverrides {
    /// What the user set in the place of suite and tasks; nothing where nothing was set.
    var words: String {
        let parts = [
            cpuMilliseconds.map { "cpu \($0) ms" }, wallMilliseconds.map { "wall \($0) ms" },
            memoryBytes.map { "memory \($0 >> 20) MiB" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : ", set for every task: " + parts.joined(separator: ", ")
    }
}

extension RunRecord {
    /// How interpreters were started.
    var starts: String { isWarm ? "warm" : "cold" }
}
