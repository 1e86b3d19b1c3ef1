import HarnessCore

/// The identity of a suite: everything that can change a verdict, and nothing else.
///
/// References, categories and difficulties are left out: editing them must not make old verdicts
/// incomparable.
enum SuiteHash {
    static func hash(of tasks: [EvalTask], limits: ResourceLimits) -> ContentHash {
        let suite = Value.list([.text("suite 1"), limits.canonical, .list(tasks.map(value))])
        return ContentHash(of: WireFormat.encode(suite))
    }

    private static func value(_ task: EvalTask) -> Value {
        .list([
            .text(task.id), .text(task.prompt), task.test.canonical,
            value(task.limits.cpuMilliseconds), value(task.limits.wallMilliseconds),
            value(task.limits.memoryBytes),
        ])
    }

    private static func value(_ number: Int?) -> Value { number.map { .int(Int64($0)) } ?? .null }
}
