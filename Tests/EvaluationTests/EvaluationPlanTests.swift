import Evaluation
import HarnessCore
import Testing

struct EvaluationPlanTests {
    @Test func `samples of one task with the same program share a unit`() throws {
        let samples = [makeSample("a", 0, "x"), makeSample("a", 1, "y"), makeSample("a", 2, "x")]

        let plan = try makePlan([makeTask("a")], samples)

        #expect(plan.units.map(\.samples) == [[0, 2], [1]])
        #expect(plan.counts == EvaluationPlan.Counts(tasks: 1, planned: 3, unique: 2))
    }

    @Test func `the same program for two tasks makes two units`() throws {
        let plan = try makePlan(
            [makeTask("a"), makeTask("b")],
            [makeSample("a", 0, "x"), makeSample("b", 0, "x")]
        )

        #expect(plan.counts.unique == 2)
        #expect(Set(plan.units.map(\.key)).count == 2)
    }

    @Test func `samples of tasks that were not selected are left out`() throws {
        let plan = try makePlan([makeTask("a")], [makeSample("b", 0, "x"), makeSample("a", 0, "x")])

        #expect(plan.samples.map(\.taskID) == ["a"])
    }

    @Test func `tasks with more time to use come first and ties keep the suite's order`() throws {
        let tasks = [
            makeTask("a"), makeTask("b"), makeTask("c", limits: LimitOverrides(cpuMilliseconds: 60_000)),
        ]

        let plan = try makePlan(tasks, ["b", "a", "c"].map { makeSample($0, 0, "x") })

        #expect(plan.units.map { plan.suite.tasks[$0.task].id } == ["c", "a", "b"])
    }

    @Test func `what tasks took in earlier runs decides over their limits`() throws {
        let tasks = [makeTask("a"), makeTask("b"), makeTask("c")]

        let plan = try makePlan(
            tasks,
            ["a", "b", "c"].map { makeSample($0, 0, "x") },
            history: ["a": 5, "b": 900, "c": 70]
        )

        #expect(plan.units.map { plan.suite.tasks[$0.task].id } == ["b", "c", "a"])
    }

    @Test func `two samples with one index are refused`() throws {
        let error = #expect(throws: HarnessError.self) {
            try makePlan([makeTask("a")], [makeSample("a", 1, "x"), makeSample("a", 1, "y")])
        }

        #expect(error?.code == .badData)
    }

    @Test func `a plan without any sample is refused`() throws {
        let error = #expect(throws: HarnessError.self) { try makePlan([makeTask("a")], []) }

        #expect(error?.code == .nothingSelected)
    }

    @Test(arguments: [
        ExecutionIdentity(runner: "r2", toolchain: "t1", judging: "j1", isolation: .full),
        ExecutionIdentity(runner: "r1", toolchain: "t2", judging: "j1", isolation: .full),
        ExecutionIdentity(runner: "r1", toolchain: "t1", judging: "j2", isolation: .full),
        ExecutionIdentity(runner: "r1", toolchain: "t1", judging: "j1", isolation: .fence),
    ])
    func `a verdict's key changes with whatever ran and judged the program`(other: ExecutionIdentity) throws {
        let samples = [makeSample("a", 0, "x")]

        let key = try makePlan([makeTask("a")], samples).units[0].key
        let otherKey = try makePlan([makeTask("a")], samples, identity: other).units[0].key

        #expect(key != otherKey)
    }

    @Test func `a verdict's key changes with the task's prompt, cases and limits and not with its name`()
        throws
    {
        var renamed = makeTask("a")
        renamed.id = "z"
        var otherPrompt = makeTask("a")
        otherPrompt.prompt = "Halve."
        var otherCases = makeTask("a")
        if case .cases(var test) = otherCases.test {
            test.cases[2].calls[0].expectation = .returns(.int(6))
            otherCases.test = .cases(test)
        }
        let otherLimits = makeTask("a", limits: LimitOverrides(memoryBytes: 1 << 30))
        func key(_ task: EvalTask) throws -> ContentHash {
            try makePlan([task], [makeSample(task.id, 0, "x")]).units[0].key
        }

        let original = try key(makeTask("a"))
        let renamedKey = try key(renamed)
        let others = try [otherPrompt, otherCases, otherLimits].map(key)

        #expect(!others.contains(original))
        #expect(Set(others).count == 3)
        // The prompt of a task is its name's only place in these fixtures, and it was kept.
        #expect(renamedKey == original)
    }
}
