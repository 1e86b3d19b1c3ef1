import Causal
import Statistics
import Testing

struct OmittedCauseTests {
    /// Cinelli and Hazlett 2020, table 1 (Darfur): effect .097, error .023, 783 degrees of freedom; robustness
    /// value 13.9 %, 7.6 % at 5 %, partial R² 2.2 %.
    @Test func `the published robustness values come out`() throws {
        let cause = try OmittedCause(effect: 0.09731582, standardError: 0.02325654, degrees: 783)

        #expect(abs(cause.robustnessValue() - 0.13878) < 5e-6)
        #expect(abs(cause.robustnessOfInterval() - 0.07626) < 5e-6)
        #expect(abs(cause.partialRSquared - 0.0219) < 5e-5)
    }

    /// NumPy and SciPy from the formulas of the paper.
    @Test func `a regression's values and what a benchmark would do agree`() throws {
        let study = try SmallStudy.study()
        let plain = try RegressionAdjustment(study).effect(errors: .classical)
        let cause = try OmittedCause(
            effect: plain.value,
            standardError: plain.standardError,
            degrees: plain.degreesOfFreedom
        )
        let strength = try #require(try study.strengths().first)

        #expect(isClose(cause.robustnessValue(), 0.3732588924238748))
        #expect(isClose(cause.robustnessOfInterval(), 0.18202178190784934))
        #expect(isClose(cause.partialRSquared, 0.18186773763339226))
        #expect(strength.source == "x1")
        #expect(isClose(strength.treatmentShare, 0.1568235113801858))
        #expect(isClose(strength.outcomeShare, 0.3219155271038473))
        let bound = try #require(
            OmittedCause.strength(
                times: 1,
                treatmentShare: strength.treatmentShare,
                outcomeShare: strength.outcomeShare
            )
        )
        #expect(isClose(bound.treatment, 0.18599132387679404))
        #expect(isClose(bound.outcome, 0.6916885762208107))
        let left = try cause.effect(withTreatmentShare: bound.treatment, outcomeShare: bound.outcome)
        #expect(isClose(left, 0.1523822210687934, 1e-9))
    }

    /// A regression that leaves a cause out, and the same with it: the formula is exact.
    @Test func `leaving a cause out moves the effect as the formula says`() throws {
        let full = try SmallStudy.study()
        let short = try ObservationalStudy(
            isTreated: full.isTreated,
            outcomes: full.outcomes,
            covariates: [full.covariates[1]]
        )
        let without = try RegressionAdjustment(short).effect(errors: .classical)
        let strength = try #require(try full.strengths().first)
        let cause = try OmittedCause(
            effect: without.value,
            standardError: without.standardError,
            degrees: without.degreesOfFreedom
        )
        let adjusted = try cause.effect(
            withTreatmentShare: strength.treatmentShare,
            outcomeShare: strength.outcomeShare
        )

        #expect(isClose(adjusted, try RegressionAdjustment(full).effect().value, 1e-9))
    }

    @Test func `an interval with zero in it needs no cause, and a robust error lowers the value`() throws {
        let weak = try OmittedCause(effect: 1, standardError: 1, degrees: 50)
        let strong = try OmittedCause(effect: 5, standardError: 1, degrees: 50)
        let clustered = try OmittedCause(effect: 5, standardError: 1, degrees: 50, reportedError: 2)

        #expect(weak.robustnessOfInterval() == 0)
        #expect(clustered.robustnessOfInterval() < strong.robustnessOfInterval())
        #expect(clustered.robustnessValue() == strong.robustnessValue())
        #expect(OmittedCause.strength(times: 5, treatmentShare: 0.3, outcomeShare: 0.1) == nil)
        #expect(throws: StatisticsError.self) { try OmittedCause(effect: 1, standardError: 0, degrees: 9) }
    }
}

struct RosenbaumBoundsTests {
    /// SciPy `rankdata` and the normal tail.
    @Test(arguments: [
        (1, 0.025230304305546795), (1.5, 0.08113742319927686), (2, 0.14978729134290908),
        (3, 0.2861526242666741),
    ])
    func `bounds of the signed ranks agree`(gamma: Double, expected: Double) throws {
        let differences = [1.2, -0.4, 2.2, 0.7, -1.1, 3, 0.2, 1.9, -0.3, 0.8, 1.5, 0]

        #expect(isClose(try Sensitivity.rosenbaumBound(differences: differences, gamma: gamma), expected))
    }

    /// 110 of 122 pairs (Rosenbaum 2002): the bound crosses .025 a little above 5.
    @Test func `the largest gamma is found, in either direction`() throws {
        let differences = Array(repeating: 1.0, count: 110) + Array(repeating: -1.0, count: 12)
        let gamma = try #require(try Sensitivity.rosenbaumGamma(differences: differences))
        let other = try Sensitivity.rosenbaumGamma(differences: differences.map { -$0 })

        #expect((5.0...5.2).contains(gamma))
        #expect(other == gamma)
        #expect(try Sensitivity.rosenbaumBound(discordant: 122, treatedOnly: 110, gamma: gamma) <= 0.025)
        #expect(
            try Sensitivity.rosenbaumBound(discordant: 122, treatedOnly: 110, gamma: gamma + 0.01) > 0.025
        )
        #expect(try Sensitivity.rosenbaumGamma(differences: [1, -1, 1, -1]) == nil)
        #expect(throws: StatisticsError.self) { try Sensitivity.rosenbaumGamma(differences: [0, 0]) }
    }
}
