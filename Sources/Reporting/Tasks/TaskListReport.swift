package import HarnessCore

/// The tasks of a suite.
package struct TaskListReport: Report {
    private let suite: TaskSuite

    package init(_ suite: TaskSuite) { self.suite = suite }

    package func lines(_ style: TextStyle) -> [String] {
        let columns: [TextTable.Column] = [
            .init("task", minimum: 8), .init("category"), .init("difficulty"), .init("cases", .right),
            .init("references", minimum: 8),
        ]
        let rows = suite.tasks.map { task in
            [
                printable(task.id), task.category?.rawValue ?? "–", task.difficulty?.rawValue ?? "–",
                task.test.caseCount.map(String.init) ?? "–",
                task.references.keys.sorted().map { printable($0.rawValue) }.joined(separator: ","),
            ]
        }
        var lines = TextTable(columns: columns, rows: rows).lines(style)
        if style.isAligned {
            lines.append("")
            lines.append("\(printable(suite.name)): \(Numbers.count(suite.tasks.count, "task"))")
        }
        return lines
    }

    package var json: JSONValue {
        .document(
            "tasks",
            [
                "suite": .object(["name": .text(suite.name), "hash": .text(suite.hash.hexadecimal)]),
                "tasks": .array(suite.tasks.map { .object($0.json) }),
            ]
        )
    }
}

extension TaskTest {
    /// The number of typed cases; nil for a foreign test, which does not count them.
    var caseCount: Int? {
        switch self {
        case .cases(let test): test.cases.count
        case .pythonCheck, .program: nil
        case .streams(let test): test.cases.count
        }
    }
}

extension EvalTask {
    var json: [String: JSONValue] {
        [
            "id": .text(id), "category": .optional(category?.rawValue),
            "difficulty": .optional(difficulty?.rawValue), "cases": .optional(test.caseCount),
            "references": .array(references.keys.sorted().map { .text($0.rawValue) }),
        ]
    }
}
