import Evaluation
import HarnessCore
import Testing

struct EvaluationTallyTests {
    private func finished(
        _ taskID: String,
        _ index: Int,
        _ outcome: Verdict.Outcome,
        source: EvaluatedSample.Source = .executed
    ) -> EvaluationEvent {
        .finished(
            EvaluatedSample(
                taskID: taskID,
                index: index,
                language: .python,
                verdict: Verdict(
                    outcome: outcome,
                    rule: "test.rule",
                    casesPassed: 0,
                    casesTotal: 1,
                    trust: .outside,
                    isolation: .full
                ),
                editDistance: nil,
                normalizedEditDistance: nil,
                attempts: 1,
                source: source,
                elapsedMicroseconds: 0,
                cacheKey: nil
            )
        )
    }

    @Test func `faults are not part of the pass rate`() {
        var tally = EvaluationTally()
        tally.take(finished("a", 0, .passed), at: .zero)
        tally.take(finished("a", 1, .failed(.wrongValue)), at: .zero)
        tally.take(finished("a", 2, .infrastructureError), at: .zero)

        #expect(tally.passRate == 0.5)
        #expect(tally.done == 3)
    }

    @Test func `cached samples do not make the rest look faster`() {
        var tally = EvaluationTally()
        tally.take(.started(.init(tasks: 1, planned: 100, unique: 100, cached: 60)), at: .zero)
        for index in 0..<60 { tally.take(finished("a", index, .passed, source: .cached), at: .seconds(1)) }
        tally.take(.began(taskID: "a", index: 60), at: .seconds(2))
        for index in 60..<80 { tally.take(finished("a", index, .passed), at: .seconds(4)) }

        #expect(tally.rate(at: .seconds(4)) == 10)
        #expect(tally.remaining(at: .seconds(4)) == .seconds(2))
        #expect(tally.elapsed(at: .seconds(4)) == .seconds(4))
    }

    @Test func `slow programs are those that run, longest first`() {
        var tally = EvaluationTally()
        tally.take(.began(taskID: "a", index: 0), at: .seconds(0))
        tally.take(.began(taskID: "b", index: 0), at: .seconds(1))
        tally.take(.began(taskID: "c", index: 0), at: .seconds(2))
        tally.take(.began(taskID: "d", index: 0), at: .seconds(9))
        tally.take(finished("a", 0, .passed), at: .seconds(3))

        let slow = tally.slow(atLeast: .seconds(5), at: .seconds(10))

        #expect(slow.map(\.place.taskID) == ["b", "c"])
        #expect(slow.map(\.running) == [.seconds(9), .seconds(8)])
    }
}
