import Statistics
import Testing

@testable import Scoring

@Suite struct PowerPlanTests {
    /// ω² = 0.01 between tasks of each model, 0.2 inside, correlation one half: ω_d² = 0.01.
    private func plan() throws -> PowerPlan {
        try PowerPlan(between: 0.01, within: 0.2, correlation: 0.5, alpha: 0.05, chance: 0.8, source: "")
    }

    @Test func `tasks, samples and the visible difference are one equation`() throws {
        let plan = try plan()

        // (1.959964 + 0.841621)² · (0.01 + 0.4/10) / 0.03² = 436.05
        #expect(try plan.tasks(effect: 0.03, samples: 10) == 437)
        #expect(try plan.visible(tasks: 437, samples: 10) <= 0.03)
        #expect(try plan.visible(tasks: 436, samples: 10) > 0.03)
        #expect(try plan.samples(effect: 0.03, tasks: 437) == 10)
        #expect(try plan.samples(effect: 0.03, tasks: 436) == 11)
        #expect(abs(try plan.chance(of: 0.03, tasks: 437, samples: 10) - 0.8) < 0.002)
    }

    @Test func `samples cannot replace tasks`() throws {
        // Even endless samples leave 0.01: (2.8016)² · 0.01 / 0.03² = 87.2 tasks.
        #expect(try plan().samples(effect: 0.03, tasks: 87) == nil)
        #expect(try plan().samples(effect: 0.03, tasks: 89) != nil)
    }

    @Test func `advice names what the spread is made of`() throws {
        func effect(_ base: [Int], _ candidate: [Int], of judged: Int) throws -> Effect {
            try #require(
                ModelComparison(
                    base: ModelComparisonTests.tasks(base, of: judged),
                    candidate: ModelComparisonTests.tasks(candidate, of: judged),
                    metric: .passAt(1)
                ).overall
            )
        }
        // All or nothing on each task: no noise inside, every difference is the tasks'.
        let tasks = try effect([0, 0, 0, 0, 5, 5, 5, 5], [0, 5, 0, 5, 5, 0, 5, 5], of: 5)
        // Coin flips on equal tasks: all of it is noise.
        let noise = try effect([2, 3, 2, 3, 2, 3], [3, 2, 3, 2, 2, 3], of: 5)
        let single = try effect([0, 1, 0, 1], [1, 1, 0, 0], of: 1)

        #expect(ComparisonAdvice(tasks)?.purchase == .tasks)
        #expect(ComparisonAdvice(noise)?.purchase == .samples)
        #expect(ComparisonAdvice(single)?.purchase == .aSecondSample)
    }
}
