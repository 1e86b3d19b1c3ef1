import HarnessCore
import Statistics
import Testing

@testable import Scoring

/// Expected numbers come from SciPy's `ttest_rel`, statsmodels' `multipletests` and NumPy's linear algebra.
@Suite struct ModelComparisonTests {
    static let base = [0, 1, 2, 3, 4, 5, 2, 3, 1, 4]
    static let candidate = [2, 1, 4, 3, 5, 5, 1, 5, 3, 5]

    /// Ten tasks of five samples; the first half is easy, the second hard.
    static func tasks(_ passed: [Int], of judged: Int = 5, clusters: [Int]? = nil) -> [ArmTask] {
        passed.enumerated().map { index, passed in
            ArmTask(
                taskID: "task-\(index)",
                cluster: clusters.map { "\($0[index])" },
                difficulty: index < 5 ? "easy" : "hard",
                judged: judged,
                passed: passed
            )
        }
    }

    private func effect(clusters: [Int]? = nil) throws -> Effect {
        let comparison = ModelComparison(
            base: Self.tasks(Self.base, clusters: clusters),
            candidate: Self.tasks(Self.candidate, clusters: clusters),
            metric: .passAt(1)
        )
        return try #require(comparison.overall)
    }

    @Test func `independent tasks give the paired t test`() throws {
        let effect = try effect()
        let reading = try #require(effect.newTasks)

        #expect(effect.difference.isClose(to: 0.18))
        #expect(reading.basis == .tasks)
        #expect(reading.standardError.isClose(to: 0.069602043392737))
        #expect(reading.p.isClose(to: 0.02939946072683471))
        let interval = reading.interval(level: 0.95)
        #expect(interval.low.isClose(to: 0.022549238993728488))
        #expect(interval.high.isClose(to: 0.33745076100627147))
        #expect(try #require(effect.standardized).isClose(to: 0.8178064193007666))
        #expect(try #require(effect.minimumDetectable).isClose(to: 2.8015852181129683 * 0.069602043392737))
        #expect((effect.wins, effect.losses, effect.ties) == (6, 1, 3))
    }

    @Test func `tasks of one cluster share their error`() throws {
        // CR2 with matrix square roots of I - H, Satterthwaite degrees of freedom from the same matrices.
        let effect = try effect(clusters: [0, 0, 1, 1, 1, 2, 3, 3, 4, 4])
        let reading = try #require(effect.newTasks)

        #expect(effect.clusters == 5)
        #expect(reading.standardError.isClose(to: 0.038359204520278724))
        #expect(try #require(reading.degreesOfFreedom).isClose(to: 3.5744680851063837))
        #expect(reading.p.isClose(to: 0.01224550926423142))
    }

    @Test func `this suite alone is read from the sampling noise inside tasks`() throws {
        let reading = try #require(try effect().thisSuite)

        #expect(reading.basis == .samples)
        #expect(reading.standardError.isClose(to: 0.08366600265340757))
        #expect(try #require(reading.degreesOfFreedom).isClose(to: 53.84615384615388))
        #expect(reading.p.isClose(to: 0.03594748116341958))
        #expect(reading.interval(level: 0.95).low.isClose(to: 0.012248787371949177))
    }

    @Test func `parts are corrected by Holm as one family`() throws {
        let comparison = ModelComparison(
            base: Self.tasks(Self.base),
            candidate: Self.tasks(Self.candidate),
            metric: .passAt(1),
            by: [.difficulty]
        )

        let corrected = try #require(try ModelComparison.correct([comparison]).first)

        #expect(corrected.segments.map { $0.segment?.value } == ["easy", "hard"])
        #expect(try #require(corrected.segments[0].newTasks).p.isClose(to: 0.08900934250008571))
        #expect(try #require(corrected.segments[0].adjustedP).isClose(to: 2 * 0.08900934250008571))
        #expect(try #require(corrected.segments[1].adjustedP).isClose(to: 0.24198153056802096))
        #expect(corrected.overall?.adjustedP == nil, "one candidate is one question")
    }

    @Test func `several candidates against one baseline are a family of their own`() throws {
        let one = ModelComparison(
            base: Self.tasks(Self.base),
            candidate: Self.tasks(Self.candidate),
            metric: .passAt(1)
        )

        let corrected = try ModelComparison.correct([one, one])

        #expect(try #require(corrected[0].overall?.adjustedP).isClose(to: 2 * 0.02939946072683471))
    }

    @Test func `companions assume less and are exact for few tasks`() throws {
        let comparison = ModelComparison(
            base: Self.tasks(Self.base),
            candidate: Self.tasks(Self.candidate),
            metric: .passAt(1)
        )

        let companions = try #require(comparison.companions(seed: 1))

        // Differences in fifths: 2 2 1 −1 2 2 1, whose sum is 9 of at most 11. At least 9 in size: all signs alike
        // (2 ways) or one of the three ones the other way (6). Six better and one worse: 2 · (1 + 7) of 128.
        #expect(companions.signFlip.isExact)
        #expect(companions.signFlip.pValue.isClose(to: 8.0 / 128))
        #expect(companions.sign.pValue.isClose(to: 16.0 / 128))
    }

    @Test func `the false discovery rate is a choice`() throws {
        let comparison = ModelComparison(
            base: Self.tasks(Self.base),
            candidate: Self.tasks(Self.candidate),
            metric: .passAt(1),
            by: [.difficulty]
        )

        let corrected = try ModelComparison.correct([comparison], by: .benjaminiHochberg)[0]

        #expect(try #require(corrected.segments[0].adjustedP).isClose(to: 2 * 0.08900934250008571))
        #expect(try #require(corrected.segments[1].adjustedP).isClose(to: 0.24198153056802096))
    }

    @Test func `single samples are pairs of outcomes`() throws {
        // Fagerland 2013: 59, 6, 16, 80; mid-p .0347; Newcombe's interval from statsmodels' components.
        func arm(_ outcomes: [(Int, Int)]) -> [ArmTask] {
            var tasks: [ArmTask] = []
            for (passed, count) in outcomes {
                for _ in 0..<count {
                    tasks.append(ArmTask(taskID: "t\(tasks.count)", judged: 1, passed: passed))
                }
            }
            return tasks
        }
        let base = arm([(1, 59), (0, 6), (1, 16), (0, 80)])
        let candidate = arm([(1, 59), (1, 6), (0, 16), (0, 80)])

        let effect = try #require(
            ModelComparison(base: base, candidate: candidate, metric: .passAt(1)).overall
        )
        let reading = try #require(effect.newTasks)

        #expect(reading.basis == .binary)
        #expect(reading.p.isClose(to: 0.03468966484069824))
        let interval = reading.interval(level: 0.95)
        #expect(interval.low.isClose(to: -0.11862119563870999))
        #expect(interval.high.isClose(to: -0.004625113933050061))
        #expect(effect.thisSuite == nil, "one sample does not tell its own noise")
    }

    @Test func `equal runs get a bound, never an interval of no width`() throws {
        let tasks = Self.tasks(Array(repeating: 5, count: 10))
        let effect = try #require(
            ModelComparison(base: tasks, candidate: tasks, metric: .passAt(2)).overall
        )

        let suite = try #require(effect.thisSuite)
        #expect(suite.basis == .bound)
        #expect(suite.p == 1)
        // The rule of three: ln(2/0.05) over 50 samples.
        #expect(suite.interval(level: 0.95).high.isClose(to: 3.6888794541139363 / 50))
        #expect(effect.minimumDetectable != 0)
    }

    @Test func `a constant gain is bounded by the tasks that were not seen`() throws {
        let base = Self.tasks(Array(repeating: 2, count: 10))
        let candidate = Self.tasks(Array(repeating: 3, count: 10))

        let effect = try #require(
            ModelComparison(base: base, candidate: candidate, metric: .passAt(1)).overall
        )
        let reading = try #require(effect.newTasks)

        // Clopper and Pearson's upper limit for 0 of 10 is 0.3084971.
        let interval = reading.interval(level: 0.95)
        #expect(reading.basis == .bound)
        #expect(interval.low.isClose(to: 0.2 * (1 - 0.30849710) - 0.30849710, within: 1e-7))
        #expect(interval.high.isClose(to: 0.2 * (1 - 0.30849710) + 0.30849710, within: 1e-7))
        // At the level of its own p the interval just touches zero.
        #expect(abs(reading.interval(level: 1 - reading.p).low) < 1e-9)
    }

    @Test func `tasks of one run only are named and left out`() {
        let comparison = ModelComparison(
            base: Self.tasks([1, 2, 3]),
            candidate: Array(Self.tasks([1, 2, 3, 4]).dropFirst()),
            metric: .passAt(1)
        )

        #expect(comparison.pairing.shared.map(\.key.taskID) == ["task-1", "task-2"])
        #expect(comparison.pairing.onlyBase.map(\.taskID) == ["task-0"])
        #expect(comparison.pairing.onlyCandidate.map(\.taskID) == ["task-3"])
        #expect(comparison.overall?.tasks == 2)
    }

    @Test func `a k beyond the samples and tasks without verdict give no value`() {
        let few = ModelComparison(base: Self.tasks([1]), candidate: Self.tasks([2]), metric: .passAt(6))
        let none = ModelComparison(
            base: Self.tasks([0], of: 0),
            candidate: Self.tasks([2]),
            metric: .passAt(1)
        )

        #expect(few.overall == nil)
        #expect(few.tasksWithoutValue == 1)
        #expect(none.overall == nil)
    }

    @Test func `flips come worst first, in the direction of the metric`() {
        func task(_ id: String, edit: Double) -> ArmTask {
            ArmTask(
                taskID: id,
                judged: 1,
                passed: 1,
                edit: SampleMoments(count: 1, sum: edit, squares: edit * edit)
            )
        }
        let comparison = ModelComparison(
            base: [task("a", edit: 0.2), task("b", edit: 0.5), task("c", edit: 0.1)],
            candidate: [task("a", edit: 0.1), task("b", edit: 0.9), task("c", edit: 0.1)],
            metric: .edit
        )

        #expect(comparison.flips.map(\.pair.key.taskID) == ["b", "a"])
        #expect(comparison.overall?.losses == 1)
    }

    @Test func `one problem in several languages is one cluster`() {
        let id = "Go/7"

        #expect(ArmTask(taskID: id, language: Language(rawValue: "go"), judged: 1, passed: 1).cluster == "7")
        #expect(
            ArmTask(taskID: "CPP/7", language: Language(rawValue: "cpp"), judged: 1, passed: 1).cluster == "7"
        )
        #expect(ArmTask(taskID: "HumanEval/7", judged: 1, passed: 1).cluster == "HumanEval/7")
        #expect(ArmTask(taskID: "x", cluster: "contest-3", judged: 1, passed: 1).cluster == "contest-3")
    }

    @Test func `within the margin on both sides is equivalent`() throws {
        let tasks = (0..<400).map { ArmTask(taskID: "t\($0)", judged: 10, passed: $0 % 11) }
        let other = (0..<400).map { ArmTask(taskID: "t\($0)", judged: 10, passed: ($0 + $0 % 2) % 11) }
        let effect = try #require(ModelComparison(base: tasks, candidate: other, metric: .passAt(1)).overall)

        #expect(effect.word(alpha: 0.05, margin: 0.2, isHigherBetter: true) == .equivalent)
        #expect(effect.word(alpha: 0.05, margin: 0.0001, isHigherBetter: true) == .notResolved)
    }

    @Test func `the interval for new tasks covers the truth as often as it says, clusters or not`() throws {
        // Thirty problems in two languages; the model gains 0.1 on average, more on some problems than on others.
        var generator = SeededGenerator(seed: 5)
        func uniform() -> Double { Double(generator.next() >> 11) / Double(1 << 53) }
        func passed(_ rate: Double) -> Int { (0..<5).count { _ in uniform() < rate } }
        var covered = 0
        let runs = 600
        for _ in 0..<runs {
            var base: [ArmTask] = []
            var candidate: [ArmTask] = []
            for problem in 0..<30 {
                let (rate, gain) = (0.2 + 0.4 * uniform(), 0.3 * uniform() - 0.05)
                for language in ["go", "python"] {
                    func task(_ rate: Double) -> ArmTask {
                        ArmTask(
                            taskID: "\(language)/\(problem)",
                            language: Language(rawValue: language),
                            judged: 5,
                            passed: passed(rate)
                        )
                    }
                    base.append(task(rate))
                    candidate.append(task(rate + gain))
                }
            }
            let effect = try #require(
                ModelComparison(base: base, candidate: candidate, metric: .passAt(1)).overall
            )
            #expect(effect.clusters == 30)
            let interval = try #require(effect.newTasks).interval(level: 0.95)
            if interval.low <= 0.1 && interval.high >= 0.1 { covered += 1 }
        }
        #expect(abs(Double(covered) / Double(runs) - 0.95) < 0.036)
    }

    @Test func `the interval for this suite covers the truth as often as it says`() throws {
        // 43 tasks of 10 samples, both models with the same rates; seeded, so the counts never change.
        var generator = SeededGenerator(seed: 7)
        let rates = (0..<43).map { Double($0 % 9 + 1) / 10 }
        func draw(_ id: Int, _ rate: Double) -> ArmTask {
            let passed = (0..<10).count { _ in Double(generator.next() >> 11) / Double(1 << 53) < rate }
            return ArmTask(taskID: "t\(id)", judged: 10, passed: passed)
        }
        var covered = 0
        let runs = 600
        for _ in 0..<runs {
            let base = rates.enumerated().map { draw($0.offset, $0.element) }
            let candidate = rates.enumerated().map { draw($0.offset, $0.element) }
            let effect = try #require(
                ModelComparison(base: base, candidate: candidate, metric: .passAt(1)).overall
            )
            let interval = try #require(effect.thisSuite).interval(level: 0.95)
            if interval.low <= 0 && interval.high >= 0 { covered += 1 }
        }
        // Four standard errors of a share of 0.95 over 600 runs are 0.036.
        #expect(abs(Double(covered) / Double(runs) - 0.95) < 0.036)
    }
}

extension Double {
    /// Whether a number agrees with another one to a relative tolerance.
    func isClose(to other: Double, within tolerance: Double = 1e-8) -> Bool {
        abs(self - other) <= tolerance * max(1e-12, abs(other))
    }
}
