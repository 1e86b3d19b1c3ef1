import Testing

@testable import Statistics

struct PairedPowerTests {
    /// (1.959964 + 0.841621)² · .09 / .03² = 784.888.
    @Test func `tasks for an effect follow the closed form`() throws {
        let power = try PairedPower(between: 0.05, firstWithin: 0.02, secondWithin: 0.02)

        #expect(try power.tasks(for: 0.03) == 785)
        #expect(try power.tasks(for: -0.03) == 785)
        #expect(try power.tasks(for: 0.03, firstSamples: 10, secondSamples: 10) == 471)
    }

    @Test func `effect, tasks and power are three faces of one formula`() throws {
        let power = try PairedPower(between: 0.05, firstWithin: 0.1, secondWithin: 0.2, designEffect: 1.5)

        let effect = try power.minimumDetectableEffect(
            tasks: 164,
            power: 0.9,
            firstSamples: 5,
            secondSamples: 2
        )

        #expect(try power.tasks(for: effect, power: 0.9, firstSamples: 5, secondSamples: 2) == 164)
        // The far tail adds next to nothing.
        #expect(abs(try power.power(of: effect, tasks: 164, firstSamples: 5, secondSamples: 2) - 0.9) < 1e-6)
    }

    @Test func `one-sided tests need fewer tasks and no effect is found as often as alpha says`() throws {
        let two = try PairedPower(between: 0.1, firstWithin: 0, secondWithin: 0)
        let one = try PairedPower(between: 0.1, firstWithin: 0, secondWithin: 0, isOneSided: true)

        #expect(try one.tasks(for: 0.05) < two.tasks(for: 0.05))
        #expect(isClose(try two.power(of: 0, tasks: 100), 0.05))
        #expect(isClose(try one.power(of: 0, tasks: 100), 0.05))
    }

    @Test func `no effect, no variance and no tasks are refused`() throws {
        let power = try PairedPower(between: 0.1, firstWithin: 0, secondWithin: 0)

        #expect(throws: StatisticsError.outOfRange("effect", rule: "positive")) { try power.tasks(for: 0) }
        #expect(throws: StatisticsError.self) { try power.tasks(for: 1e-12) }
        #expect(throws: StatisticsError.self) { try power.minimumDetectableEffect(tasks: 0) }
        #expect(throws: StatisticsError.self) {
            try PairedPower(between: 0, firstWithin: 0, secondWithin: 0)
        }
        #expect(throws: StatisticsError.self) {
            try PairedPower(between: -1, firstWithin: 2, secondWithin: 0)
        }
    }
}
