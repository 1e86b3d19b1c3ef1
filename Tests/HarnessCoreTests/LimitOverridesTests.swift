import HarnessCore
import Testing

@Suite struct LimitOverridesTests {
    @Test func `A limit that is set replaces the suite's, the others stay`() {
        let limits = ResourceLimits(cpuMilliseconds: 1, wallMilliseconds: 2, memoryBytes: 3, processes: 4)

        #expect(LimitOverrides().applied(to: limits) == limits)
        #expect(
            LimitOverrides(cpuMilliseconds: 9, memoryBytes: 8).applied(to: limits)
                == ResourceLimits(cpuMilliseconds: 9, wallMilliseconds: 2, memoryBytes: 8, processes: 4)
        )
        #expect(LimitOverrides(wallMilliseconds: 7).applied(to: limits).wallMilliseconds == 7)
    }

    @Test func `A limit yields where somebody with more say has set it`() {
        let task = LimitOverrides(cpuMilliseconds: 1, wallMilliseconds: 2)
        let user = LimitOverrides(cpuMilliseconds: 9, memoryBytes: 8)

        #expect(task.yielding(to: user) == LimitOverrides(wallMilliseconds: 2))
        #expect(task.yielding(to: LimitOverrides()) == task)
    }
}
