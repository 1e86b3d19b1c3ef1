/// How many mutants of the references the cases of a suite kill: its mutation scores.
package struct MutantReport: Report {
    private let suite: String
    private let tasks: [TaskMutants]
    private let threshold: Double

    /// `threshold` is the score that every task must reach, 0 to 1.
    package init(suite: String, tasks: [TaskMutants], threshold: Double) {
        self.suite = suite
        self.tasks = tasks
        self.threshold = threshold
    }

    /// The mutants of one task.
    package struct TaskMutants: Sendable, Hashable {
        package var taskID: String
        package var killed: Int
        /// Of the killed: those that ran into a limit of time.
        package var timedOut: Int
        package var equivalent: Int
        /// Name and operator of each mutant that no case tells from the reference.
        package var survivors: [Survivor]
        /// What is wrong beside the score, in words.
        package var problems: [String]

        package init(
            taskID: String,
            killed: Int,
            timedOut: Int,
            equivalent: Int,
            survivors: [Survivor],
            problems: [String]
        ) {
            self.taskID = taskID
            self.killed = killed
            self.timedOut = timedOut
            self.equivalent = equivalent
            self.survivors = survivors
            self.problems = problems
        }

        fileprivate var total: Int { killed + survivors.count }
        fileprivate var score: Double { total == 0 ? 1 : Double(killed) / Double(total) }
    }

    package struct Survivor: Sendable, Hashable {
        package var name: String
        package var `operator`: String
        package var line: Int

        package init(name: String, operator: String, line: Int) {
            self.name = name
            self.operator = `operator`
            self.line = line
        }
    }

    /// Whether every task reaches the threshold and nothing else is wrong.
    package var isGood: Bool { tasks.allSatisfy(isGood) }

    private func isGood(_ task: TaskMutants) -> Bool { task.problems.isEmpty && task.score >= threshold }

    package func lines(_ style: TextStyle) -> [String] {
        let width = tasks.map { printable($0.taskID).count }.max() ?? 0
        var lines: [String] = []
        for task in tasks {
            let id = printable(task.taskID)
            let padded = id + String(repeating: " ", count: width - id.count)
            let mark = isGood(task) ? style.coloured("✔", .green) : style.coloured("✘", .red)
            let extra =
                (task.timedOut > 0 ? ", \(Numbers.count(task.timedOut)) by time" : "")
                + (task.equivalent > 0 ? ", \(Numbers.count(task.equivalent)) equivalent" : "")
            let count = "\(Numbers.count(task.killed)) of \(Numbers.count(task.total)) killed\(extra)"
            lines.append("\(mark) \(padded)  \(Self.percent(task.score))  \(count)")
            for survivor in task.survivors {
                lines += style.wrapped("alive: " + printable(survivor.name), indent: "    ")
            }
            for problem in task.problems { lines += style.wrapped(printable(problem), indent: "    ") }
        }
        let mark = isGood ? style.coloured("✔", .green) : style.coloured("✘", .red)
        let good = tasks.count(where: isGood)
        let sum = "\(Numbers.count(killed)) of \(Numbers.count(total, "mutant")) killed"
        lines += style.wrapped(
            "\(mark) \(printable(suite)): \(Self.percent(score).trimmed), \(sum); \(Numbers.count(good)) of "
                + "\(Numbers.count(tasks.count, "task")) reach \(Self.percent(threshold).trimmed)"
        )
        return lines
    }

    private var killed: Int { tasks.reduce(0) { $0 + $1.killed } }
    private var total: Int { tasks.reduce(0) { $0 + $1.total } }
    private var score: Double { total == 0 ? 1 : Double(killed) / Double(total) }

    /// Rounded down, so that 100 % means all.
    private static func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000 + 1e-9).rounded(.down))
        let text = "\(tenths / 10).\(tenths % 10) %"
        return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }

    package var json: JSONValue {
        .document(
            "tasks-mutants",
            [
                "suite": .text(suite), "threshold": .number(threshold), "score": .number(score),
                "killed": .integer(killed), "total": .integer(total), "good": .bool(isGood),
                "tasks": .array(
                    tasks.map { task in
                        .object([
                            "id": .text(task.taskID), "good": .bool(isGood(task)),
                            "score": .number(task.score),
                            "killed": .integer(task.killed), "timed_out": .integer(task.timedOut),
                            "equivalent": .integer(task.equivalent), "total": .integer(task.total),
                            "survivors": .array(
                                task.survivors.map {
                                    .object([
                                        "name": .text($0.name), "operator": .text($0.operator),
                                        "line": .integer($0.line),
                                    ])
                                }
                            ),
                            "problems": .array(task.problems.map(JSONValue.text)),
                        ])
                    }
                ),
            ]
        )
    }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
