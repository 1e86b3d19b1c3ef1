/// A task that both runs answered.
package struct TaskPair: Sendable, Hashable {
    package var base: ArmTask
    package var candidate: ArmTask

    package init(base: ArmTask, candidate: ArmTask) {
        self.base = base
        self.candidate = candidate
    }

    package var key: ArmTask.Key { base.key }
}

/// The tasks of two runs, paired by id and language.
package struct TaskPairing: Sendable, Hashable {
    /// Tasks in both runs, by id and language.
    package var shared: [TaskPair]
    package var onlyBase: [ArmTask.Key]
    package var onlyCandidate: [ArmTask.Key]

    /// Pairs two runs; a key stands at most once in each.
    package init(base: [ArmTask], candidate: [ArmTask]) {
        let others = Dictionary(candidate.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(base.map(\.key))
        shared = base.sorted { $0.key < $1.key }.compactMap { task in
            others[task.key].map { TaskPair(base: task, candidate: $0) }
        }
        onlyBase = base.map(\.key).filter { others[$0] == nil }.sorted()
        onlyCandidate = candidate.map(\.key).filter { !known.contains($0) }.sorted()
    }
}
