import HarnessCore
import Testing

@testable import Judging

struct VerdictCachingTests {
    private let limits = ResourceLimits(cpuMilliseconds: 1000, wallMilliseconds: 3000)

    @Test(arguments: [
        (Verdict.Outcome.passed, true), (.failed(.wrongValue), true), (.failed(.memory), true),
        (.failed(.exception), true), (.failed(.cpuTime), false), (.failed(.wallTime), false),
        (.failed(.signal), false), (.failed(.processes), false), (.infrastructureError, false),
    ])
    func `what would be judged the same again may be kept`(outcome: Verdict.Outcome, isCacheable: Bool) {
        #expect(verdict(outcome, cpu: 100, wall: 200).isCacheable(under: limits) == isCacheable)
    }

    @Test(arguments: [(799, 100, false), (801, 100, true), (100, 2399, false), (100, 2401, true)])
    func `a result near a time limit is believed and not kept`(cpu: Int, wall: Int, isNear: Bool) {
        let passed = verdict(.passed, cpu: cpu, wall: wall)

        #expect(passed.isCacheable(under: limits) == !isNear)
        #expect(!passed.isDoubtful)
    }

    @Test(arguments: [
        (Verdict.Outcome.passed, false), (.failed(.wrongValue), false), (.failed(.memory), false),
        (.failed(.cpuTime), true), (.failed(.wallTime), true), (.failed(.signal), true),
        (.failed(.processes), true), (.infrastructureError, false),
    ])
    func `what a busy machine can bring about is doubtful`(outcome: Verdict.Outcome, isDoubtful: Bool) {
        #expect(verdict(outcome, cpu: 100, wall: 200).isDoubtful == isDoubtful)
    }

    @Test func `an examiner without a verdict is doubted, and one without memory not kept`() {
        var silenced = verdict(.failed(.forgedResult), cpu: 100, wall: 200)
        silenced.rule = "examiner.silenced"
        var overwhelmed = verdict(.failed(.memory), cpu: 100, wall: 200)
        overwhelmed.rule = "examiner.overwhelmed"

        #expect(silenced.isDoubtful && !silenced.isCacheable(under: limits))
        #expect(!overwhelmed.isDoubtful && !overwhelmed.isCacheable(under: limits))
    }

    private func verdict(_ outcome: Verdict.Outcome, cpu: Int, wall: Int) -> Verdict {
        Verdict(
            outcome: outcome,
            rule: "",
            casesPassed: 0,
            casesTotal: 1,
            trust: .outside,
            isolation: .full,
            usage: ResourceUsage(cpuMicroseconds: cpu * 1000, wallMicroseconds: wall * 1000)
        )
    }
}
