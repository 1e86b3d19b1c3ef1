import HarnessCore
import Testing

@testable import Scoring

@Suite struct OutcomeTransitionsTests {
    @Test func `with one sample per task moves are counts`() {
        let pairs = [
            TaskPair(base: task(failing: .exception), candidate: task()),
            TaskPair(base: task(failing: .exception), candidate: task(failing: .wrongValue)),
            TaskPair(base: task(), candidate: task()),
        ]

        let transitions = OutcomeTransitions(pairs)

        #expect(transitions.tasks(from: .runtime, to: nil) == 1)
        #expect(transitions.tasks(from: .runtime, to: .logic) == 1)
        #expect(transitions.tasks(from: nil, to: nil) == 1)
        #expect(transitions.base == [.runtime: 2, nil: 1])
    }

    @Test func `with several samples the order of samples does not matter`() {
        // Half of the base's samples fail, a quarter of the candidate's: products of shares.
        let base = ArmTask(taskID: "t", judged: 4, passed: 2, failures: [.exception: 2])
        let candidate = ArmTask(taskID: "t", judged: 4, passed: 3, failures: [.wrongValue: 1])

        let transitions = OutcomeTransitions([TaskPair(base: base, candidate: candidate)])

        #expect(transitions.tasks(from: .runtime, to: .logic) == 0.125)
        #expect(transitions.tasks(from: .runtime, to: nil) == 0.375)
        let all = OutcomeTransitions.outcomes.flatMap { from in
            OutcomeTransitions.outcomes.map { transitions.tasks(from: from, to: $0) }
        }
        #expect(all.reduce(0, +) == 1, "all moves of a task make one task")
    }

    @Test func `tasks that do not say why they failed are left out`() {
        let silent = ArmTask(taskID: "t", judged: 4, passed: 2)

        #expect(OutcomeTransitions([TaskPair(base: silent, candidate: silent)]).base.isEmpty)
    }

    private func task(failing mode: FailureMode? = nil) -> ArmTask {
        ArmTask(taskID: "t", judged: 1, passed: mode == nil ? 1 : 0, failures: mode.map { [$0: 1] } ?? [:])
    }
}
