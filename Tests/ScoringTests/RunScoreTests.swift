import HarnessCore
import Statistics
import Testing

@testable import Scoring

struct RunScoreTests {
    @Test func `pass@k is the mean over tasks, not over samples`() throws {
        // Pooled, pass@1 would be one half.
        let rows = samples("a", passed: 1, failed: 3) + samples("b", passed: 2, failed: 0)

        let score = RunScore(rows: rows, ks: [2, 1]).overall

        #expect(score.passAtK.map(\.k) == [1, 2])
        #expect(score.passAtK[0].mean?.value == (0.25 + 1) / 2)
        // pass@2 of a is 1 − C(3,2)/C(4,2) = 1/2, pass^2 of a is 0; both are 1 for b.
        #expect(try #require(score.passAtK[1].mean).value.isClose(to: 0.75))
        #expect(try #require(score.passHatK[1].mean).value.isClose(to: 0.5))
        #expect(score.tasks == 2 && score.samples == 6 && score.passed == 3)
    }

    @Test func `infrastructure errors are counted and leave every estimate alone`() {
        let judged = samples("a", passed: 1, failed: 1)
        let broken = samples("a", outcome: .infrastructureError, count: 3)
        let lost = samples("b", outcome: .infrastructureError, count: 2)

        let score = RunScore(rows: judged + broken + lost).overall

        #expect(score.passAtK[0].mean?.value == 0.5)
        #expect(score.passAtK[0].note == nil)
        #expect(score.infrastructureErrors == 5)
        #expect(score.samples == 2)
        #expect(score.tasks == 1 && score.tasksWithoutVerdict == 1)
        #expect(score.casesPassed?.tasks == 1)
    }

    @Test func `a task with fewer samples than k is left out with a note`() {
        let rows = samples("a", passed: 1, failed: 9) + samples("b", passed: 2, failed: 0)

        let score = RunScore(rows: rows, ks: [10, 11]).overall

        #expect(score.passAtK[0].mean?.value == 1)
        #expect(score.passAtK[0].tasksOmitted == 1)
        #expect(score.passAtK[0].note == "over 1 of 2 tasks: 1 with fewer than 10 judged samples")
        #expect(score.passAtK[1].mean == nil)
        #expect(score.passAtK[1].note == "no task has 11 judged samples")
    }

    @Test func `cases passed are averaged in a task first`() throws {
        var rows = samples("a", passed: 1, failed: 1) + samples("b", passed: 0, failed: 1)
        rows[1].casesPassed = 2
        rows[2].casesPassed = 1

        let score = RunScore(rows: rows).overall

        // a: (4/4 + 2/4) / 2 = 3/4; b: 1/4.
        #expect(try #require(score.casesPassed).value == 0.5)
    }

    @Test func `groups follow category, difficulty and language in their own order`() {
        var rows = samples("a", passed: 1, failed: 0) + samples("b", passed: 0, failed: 1)
        rows[0].category = .strings
        rows[0].difficulty = .hard
        rows[0].language = Language(rawValue: "swift")
        rows[1].category = .controlFlow
        rows[1].difficulty = .easy

        let score = RunScore(rows: rows)

        #expect(score.byCategory.map(\.key) == [.controlFlow, .strings])
        #expect(score.byCategory.map(\.score.passed) == [0, 1])
        #expect(score.byDifficulty.map(\.key) == [.easy, .hard])
        #expect(score.byLanguage.map(\.key.rawValue) == ["python", "swift"])
    }

    @Test func `failure modes add up to their families`() {
        let rows =
            samples("a", outcome: .failed(.wrongValue), count: 2)
            + samples("a", outcome: .failed(.partial), count: 1)
            + samples("b", outcome: .failed(.undefinedName), count: 1) + samples("b", passed: 1, failed: 0)

        let score = RunScore(rows: rows).overall

        #expect(score.failureModes == [.wrongValue: 2, .partial: 1, .undefinedName: 1])
        #expect(score.failureFamilies == [.logic: 3, .hallucination: 1])
    }

    @Test func `the order of the rows changes nothing`() {
        let rows = (0..<60).flatMap { task in
            samples("t\(task)", passed: task % 7, failed: 3 + task % 5)
        }

        let forward = RunScore(rows: rows, ks: [1, 3])

        #expect(forward == RunScore(rows: rows.reversed(), ks: [1, 3]))
        #expect(forward.overall.passAtK[0].mean?.interval.method == .studentT)
    }

    @Test func `no rows give no means`() {
        let score = RunScore(rows: [], ks: [1]).overall

        #expect(score.passAtK[0].mean == nil)
        #expect(score.casesPassed == nil)
        #expect(score.medianEditDistance == nil)
        #expect(score.tasks == 0 && score.samples == 0)
    }

    @Test func `edit distance and code metrics are taken over the samples that have them`() {
        var rows = samples("a", passed: 3, failed: 1)
        rows[0].editDistance = EditDistance(raw: 10, normalised: 0.2)
        rows[1].editDistance = EditDistance(raw: 30, normalised: 0.4)
        rows[0].codeMetrics = CodeMetrics(cyclomaticComplexity: 3, nestingDepth: 2, codeLines: 9)

        let score = RunScore(rows: rows).overall

        #expect(score.medianEditDistance == 20)
        #expect(score.meanNormalisedEditDistance?.isClose(to: 0.3) == true)
        #expect(score.meanCyclomaticComplexity == 3)
        #expect(score.meanNestingDepth == 2)
    }

    private func samples(_ task: String, passed: Int, failed: Int) -> [ScoredSample] {
        samples(task, outcome: .passed, count: passed)
            + samples(task, outcome: .failed(.wrongValue), count: failed)
    }

    private func samples(_ task: String, outcome: Verdict.Outcome, count: Int) -> [ScoredSample] {
        Array(
            repeating: ScoredSample(
                taskID: task,
                outcome: outcome,
                casesPassed: outcome == .passed ? 4 : 0,
                casesTotal: 4
            ),
            count: count
        )
    }
}

extension Double {
    fileprivate func isClose(to other: Double) -> Bool { abs(self - other) < 1e-12 }
}
