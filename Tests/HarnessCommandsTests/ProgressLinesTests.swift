import Evaluation
import HarnessCore
import Reporting
import Testing

@testable import HarnessCommands

@Suite struct ProgressLinesTests {
    private func tally() -> EvaluationTally {
        var tally = EvaluationTally()
        tally.take(.started(EvaluationPlan.Counts(tasks: 2, planned: 4, unique: 4)), at: .zero)
        tally.take(.began(taskID: "slow\u{1B}[2J", index: 0), at: .zero)
        tally.take(.began(taskID: "fast", index: 1), at: .seconds(9))
        return tally
    }

    @Test func `slow programs are named and made harmless`() {
        let lines = ProgressLines(tally: tally(), now: .seconds(10)).terminal(TextStyle())

        #expect(lines.contains { $0 == "slow   slow␛[2J #0 10.0 s    fast #1 1.0 s" })
        #expect(lines.allSatisfy { TextWidth.columns(of: $0) <= 80 })
    }

    @Test func `a log line tells where the work is`() {
        let line = ProgressLines(tally: tally(), now: .seconds(65)).log

        #expect(line.hasPrefix("1:05  evaluated 0/4 (0 %)"))
    }
}
