import HarnessCore
import Statistics
import Testing

@testable import Scoring

@Suite struct GateJudgementTests {
    private static let traits: [RunTrait: String] = [.suite: "core abc", .limits: "cpu 1 s"]

    private static func run(
        _ tasks: [ArmTask],
        missing: Int = 0,
        infrastructure: Int = 0,
        gap: String? = nil,
        traits: [RunTrait: String] = traits,
        age: Double = 1
    ) -> GateRun {
        let judged = tasks.reduce(0) { $0 + $1.judged }
        return GateRun(
            tasks: tasks,
            planned: judged + missing + infrastructure,
            judged: judged,
            infrastructureErrors: infrastructure,
            missing: missing,
            gap: gap,
            traits: traits,
            ageInDays: age
        )
    }

    /// 200 tasks of ten samples with rates from 0 to 1, moved by some samples.
    private static func tasks(shift: Int = 0) -> [ArmTask] {
        (0..<200).map { index in
            ArmTask(
                taskID: "t\(index)",
                difficulty: ["easy", "medium", "hard"][index % 3],
                judged: 10,
                passed: min(10, max(0, index % 11 + shift))
            )
        }
    }

    private static let notWorse = GatePolicy(
        name: "p",
        primary: GateRule(metric: .passAt(1), kind: .notWorse, margin: 0.03)
    )

    private func verdict(
        _ policy: GatePolicy = notWorse,
        base: GateRun = run(tasks()),
        candidate: GateRun,
        lockFaults: [String]? = nil
    ) -> GateVerdict {
        GateJudgement(policy, base: base, candidate: candidate, lockFaults: lockFaults).verdict
    }

    @Test func `better and equal pass, worse fails`() {
        #expect(verdict(candidate: Self.run(Self.tasks(shift: 1))) == .pass)
        #expect(verdict(candidate: Self.run(Self.tasks())) == .pass)
        #expect(verdict(candidate: Self.run(Self.tasks(shift: -2))) == .fail)
    }

    @Test func `equal is not better, and that is an open question`() throws {
        let policy = GatePolicy(name: "p", primary: GateRule(metric: .passAt(1), kind: .better, margin: 0))

        #expect(verdict(policy, candidate: Self.run(Self.tasks())) == .inconclusive)
        #expect(verdict(policy, candidate: Self.run(Self.tasks(shift: 2))) == .pass)
        #expect(verdict(policy, candidate: Self.run(Self.tasks(shift: -2))) == .fail)
    }

    @Test func `a margin inside the noise is an open question that names its price`() throws {
        let policy = GatePolicy(
            name: "p",
            primary: GateRule(metric: .passAt(1), kind: .notWorse, margin: 0.005)
        )

        let judgement = GateJudgement(
            policy,
            base: Self.run(Self.tasks()),
            candidate: Self.run(Self.tasks()),
            lockFaults: nil
        )

        #expect(judgement.verdict == .inconclusive)
        let measure = try #require(judgement.checks.first?.measure)
        #expect(measure.population == .suite)
        // z(0.95) = 1.6449; half-width and distance 0.005 give T · (1.6449 · SE / 0.005)².
        let error = try #require(measure.reading).standardError
        let expected = (200 * (1.6448536269514722 * error / 0.005) * (1.6448536269514722 * error / 0.005))
        #expect(try #require(measure.tasksToSettle) == expected.rounded(.up))
    }

    @Test func `metrics where less is better are judged in gains`() {
        func tasks(syntax: Int) -> [ArmTask] {
            (0..<200).map {
                ArmTask(taskID: "t\($0)", judged: 10, passed: 10 - syntax, failures: [.parseError: syntax])
            }
        }
        let policy = GatePolicy(
            name: "p",
            primary: GateRule(metric: .failures(.syntax), kind: .notWorse, margin: 0.03)
        )
        let base = Self.run(tasks(syntax: 2))

        #expect(verdict(policy, base: base, candidate: Self.run(tasks(syntax: 1))) == .pass)
        #expect(verdict(policy, base: base, candidate: Self.run(tasks(syntax: 4))) == .fail)
    }

    @Test func `every part must hold, and small parts are told and not judged`() throws {
        var candidate = Self.tasks()
        for index in candidate.indices where index % 3 == 2 { candidate[index].passed = 0 }
        let rule = GateRule(metric: .passAt(1), dimension: .difficulty, kind: .notWorse, margin: 0.1)
        let primary = GateRule(metric: .passAt(1), kind: .notWorse, margin: 0.9)
        let strict = GatePolicy(name: "p", primary: primary, guardrails: [rule])
        var lenient = strict
        lenient.guardrails[0].minimumTasks = 100

        #expect(verdict(strict, candidate: Self.run(candidate)) == .fail)
        let judgement = GateJudgement(
            lenient,
            base: Self.run(Self.tasks()),
            candidate: Self.run(candidate),
            lockFaults: nil
        )
        #expect(judgement.verdict == .pass)
        #expect(judgement.checks.count { $0.state == .notJudged } == 3)
    }

    @Test func `a primary rule that judged nothing gives no verdict`() {
        var policy = Self.notWorse
        policy.primary.minimumTasks = 1_000
        var deep = Self.notWorse
        deep.primary.metric = .passAt(11)

        #expect(verdict(policy, candidate: Self.run(Self.tasks(shift: 1))) == .noVerdict)
        #expect(verdict(deep, candidate: Self.run(Self.tasks(shift: 1))) == .noVerdict, "k is larger than n")
    }

    static let voids: [(name: String, run: GateRun)] = [
        ("missing samples", run(tasks(shift: 1), missing: 1)),
        ("a part of the suite", run(tasks(shift: 1), gap: "was narrowed")),
        ("infrastructure errors", run(tasks(shift: 1), infrastructure: 11)),
        ("other limits", run(tasks(shift: 1), traits: [.suite: "core abc", .limits: "cpu 9 s"])),
        ("another suite", run(tasks(shift: 1), traits: [.suite: "core def", .limits: "cpu 1 s"])),
        ("nothing judged", run([])),
    ]

    @Test(arguments: voids.indices)
    func `what makes a comparison void gives no verdict, however good the numbers`(index: Int) {
        #expect(verdict(candidate: Self.voids[index].run) == .noVerdict, "\(Self.voids[index].name)")
    }

    @Test func `few infrastructure errors are let pass, and an old baseline is not`() {
        var policy = Self.notWorse
        policy.requirements.maximumBaselineDays = 14

        #expect(verdict(policy, candidate: Self.run(Self.tasks(shift: 1), infrastructure: 10)) == .pass)
        let old = Self.run(Self.tasks(), age: 15)
        #expect(verdict(policy, base: old, candidate: Self.run(Self.tasks(shift: 1))) == .noVerdict)
    }

    @Test func `a language that only the baseline answers gives no verdict`() {
        let go = Self.tasks().map { task in
            ArmTask(
                taskID: task.key.taskID,
                language: Language(rawValue: "go"),
                judged: task.judged,
                passed: task.passed
            )
        }
        var lenient = Self.notWorse
        lenient.requirements.isComplete = false

        let base = Self.run(Self.tasks() + go)
        #expect(verdict(base: base, candidate: Self.run(Self.tasks(shift: 1))) == .noVerdict)
        #expect(verdict(lenient, base: base, candidate: Self.run(Self.tasks(shift: 1))) == .pass)
        let more = Self.run(Self.tasks(shift: 1) + go)
        #expect(verdict(candidate: more) == .pass, "a language more takes nothing away")
    }

    @Test func `one cluster of tasks is an open question for new tasks`() {
        let policy = GatePolicy(name: "p", primary: GateRule(metric: .passAt(1), kind: .better, margin: 0))
        func tasks(_ passed: Int) -> [ArmTask] {
            (0..<5).map { ArmTask(taskID: "t\($0)", cluster: "x", judged: 10, passed: passed) }
        }

        let verdict = verdict(policy, base: Self.run(tasks(0)), candidate: Self.run(tasks(10)))

        #expect(verdict == .inconclusive)
    }

    @Test func `a lock that differs comes before everything else`() {
        let partial = Self.run(Self.tasks(shift: 1), missing: 5)

        #expect(verdict(candidate: partial, lockFaults: ["policy: other"]) == .lockDiffers)
        #expect(verdict(candidate: Self.run(Self.tasks(shift: 1)), lockFaults: []) == .pass)
    }

    /// Runs of a candidate whose true loss is `loss` on every task, 43 tasks of ten samples; seeded.
    private func shareOfPasses(loss: Double, runs: Int) -> Double {
        var generator = SeededGenerator(seed: 11)
        func draw(_ rate: Double) -> Int {
            (0..<10).count { _ in Double(generator.next() >> 11) / Double(1 << 53) < rate }
        }
        func tasks(minus loss: Double) -> [ArmTask] {
            (0..<43).map {
                ArmTask(taskID: "t\($0)", judged: 10, passed: draw(Double($0 % 8 + 2) / 10 - loss))
            }
        }
        let passes = (0..<runs).count { _ in
            let base = Self.run(tasks(minus: 0))
            return verdict(base: base, candidate: Self.run(tasks(minus: loss))) == .pass
        }
        return Double(passes) / Double(runs)
    }

    @Test func `a model that loses exactly the margin passes as rarely as alpha says`() {
        let runs = 600

        // Four standard errors of a share of 0.05 over 600 runs are 0.036.
        #expect(abs(shareOfPasses(loss: 0.03, runs: runs) - 0.05) < 0.036)
        #expect(shareOfPasses(loss: -0.05, runs: runs) > 0.7, "and a better one passes")
    }

    @Test func `a policy's hash covers what decides and not its name`() {
        var renamed = Self.notWorse
        renamed.name = "other"
        renamed.baseline = "@v1"
        var lowered = Self.notWorse
        lowered.primary.margin = 0.04
        var warned = Self.notWorse
        warned.inconclusive = .warn

        #expect(renamed.hash == Self.notWorse.hash)
        #expect(lowered.hash != Self.notWorse.hash)
        #expect(warned.hash != Self.notWorse.hash)
    }
}
