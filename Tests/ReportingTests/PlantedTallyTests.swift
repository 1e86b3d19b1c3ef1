import HarnessCore
import Testing

@testable import Reporting

@Suite struct PlantedTallyTests {
    @Test func `samples without a label say nothing`() {
        var tally = PlantedTally()
        tally.count(ReportFixture.row(0, 0, .passed))
        tally.count(ReportFixture.row(0, 1, .failed(.exception)))

        #expect(tally.sentence == nil)
        #expect(tally.json == .null)
    }

    @Test func `outcome, family and mode are counted apart`() {
        var tally = PlantedTally()
        let planted: [(label: String, outcome: Verdict.Outcome)] = [
            ("passed", .passed), ("passed", .failed(.exception)), ("logic.partial", .failed(.partial)),
            ("logic.wrong-value", .failed(.partial)), ("syntax.no-code", .infrastructureError),
        ]
        for (index, sample) in planted.enumerated() {
            tally.count(ReportFixture.row(0, index, sample.outcome, label: sample.label))
        }

        #expect(tally.judged == 4)
        #expect(tally.outcomeRight == 3)
        #expect(tally.failed == 3)
        #expect(tally.familyRight == 2)
        #expect(tally.modeRight == 1)
    }
}
