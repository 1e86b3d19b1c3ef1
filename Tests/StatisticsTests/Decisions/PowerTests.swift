import Testing

@testable import Statistics

struct ProportionPowerTests {
    /// R's documentation of `power.prop.test(p1 = .50, p2 = .75, power = .90)`: n = 76.7.
    @Test func `the pooled formula gives R's published example`() throws {
        let power = try ProportionPower(base: 0.5)

        #expect(abs(try power.unitsOfFirstArm(toDetect: 0.75, power: 0.9) - 76.7) < 0.05)
    }

    /// statsmodels 0.15 `NormalIndPower().solve_power(proportion_effectsize(.6, .5), power=.8, alpha=.05)`.
    @Test func `the arcsine formula agrees`() throws {
        let power = try ProportionPower(base: 0.5, formula: .arcsine)

        #expect(isClose(try power.unitsOfFirstArm(toDetect: 0.6), 387.1677468578107, 1e-8))
    }

    @Test(arguments: ProportionPower.Formula.allCases)
    func `units, power and effect are faces of one formula`(formula: ProportionPower.Formula) throws {
        let power = try ProportionPower(base: 0.2, ratio: 1.5, formula: formula)
        let units = try power.unitsOfFirstArm(toDetect: 0.26, power: 0.85)

        #expect(isClose(try power.minimumDetectableEffect(unitsOfFirstArm: units, power: 0.85), 0.06, 1e-8))
        // The far tail, and the continuity correction's undoing, are small.
        #expect(abs(try power.power(unitsOfFirstArm: units, share: 0.26) - 0.85) < 2e-3)
    }

    @Test func `no difference and impossible shares are refused`() throws {
        let power = try ProportionPower(base: 0.9)

        #expect(throws: StatisticsError.self) { try power.unitsOfFirstArm(toDetect: 0.9) }
        #expect(throws: StatisticsError.self) { try power.unitsOfFirstArm(toDetect: 1) }
        #expect(throws: StatisticsError.self) { try power.minimumDetectableEffect(unitsOfFirstArm: 5) }
        #expect(throws: StatisticsError.self) { try ProportionPower(base: 0) }
    }
}

struct MeanPowerTests {
    /// R's documentation: `power.t.test(power = .90, delta = 1)` n = 22.02; `pwr.t.test(d = .5)` n = 63.77.
    @Test func `published sample sizes come out`() throws {
        let power = try MeanPower(.twoArms())

        #expect(abs(try power.units(for: 1, power: 0.9) - 22.02) < 0.005)
        #expect(abs(try power.units(for: 0.5) - 63.77) < 0.005)
    }

    /// statsmodels 0.15 `TTestIndPower().power(.5, 30, .05, ratio=1.5)` and
    /// `TTestPower().solve_power(.4, power=.9, alpha=.05, alternative="larger")`.
    @Test func `unequal arms and one-sided pairs agree`() throws {
        let arms = try MeanPower(.twoArms(ratio: 1.5))
        let pairs = try MeanPower(.paired, isOneSided: true)

        #expect(isClose(try arms.power(of: 0.5, units: 30), 0.5530865834946614, 1e-8))
        #expect(isClose(try pairs.units(for: 0.4, power: 0.9), 54.90552803503061, 1e-7))
    }

    @Test func `the minimum detectable effect inverts the units`() throws {
        let power = try MeanPower(.twoArms())
        let units = try power.units(for: 0.37, power: 0.9)

        #expect(isClose(try power.minimumDetectableEffect(units: units, power: 0.9), 0.37, 1e-8))
        #expect(isClose(try power.power(of: 0, units: 20), 0.05, 1e-9))
    }

    @Test func `no effect, no degrees of freedom and a power below alpha are refused`() throws {
        let power = try MeanPower(.paired)

        #expect(throws: StatisticsError.self) { try power.units(for: 0) }
        #expect(throws: StatisticsError.self) { try power.power(of: 1, units: 1) }
        #expect(throws: StatisticsError.self) { try power.units(for: 1, power: 0.01) }
    }
}
