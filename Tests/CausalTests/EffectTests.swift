import Causal
import Foundation
import Statistics
import Testing

/// Against SciPy 1.17: the estimating equations of all models stacked, their derivative taken numerically, and
/// the sandwich of both; it shares no formula with what it checks.
struct EffectTests {
    struct Expected: Sendable {
        var name: String
        var value: Double
        /// Rows independent, and in clusters with G / (G − 1).
        var errors: (independent: Double, clustered: Double)
    }

    static let weighted: [(Estimand, Expected)] = [
        (
            .all,
            Expected(name: "ate", value: 0.952474623706277, errors: (0.26871863865969164, 0.2561304582105793))
        ),
        (
            .treated,
            Expected(name: "att", value: 1.1776434916121625, errors: (0.2776084680429013, 0.2650735240707522))
        ),
        (
            .overlap,
            Expected(
                name: "ato",
                value: 0.9511856365612846,
                errors: (0.25202154632623325, 0.22601399163280447)
            )
        ),
    ]

    @Test(arguments: weighted.indices)
    func `weighted means and their errors are those of the stacked equations`(index: Int) throws {
        let (estimand, expected) = Self.weighted[index]
        for isClustered in [false, true] {
            let study = try SmallStudy.study(isClustered: isClustered)
            let effect = try Weighting(PropensityModel(study), estimand: estimand).effect(study)

            #expect(isClose(effect.value, expected.value, 1e-9))
            let error = isClustered ? expected.errors.clustered : expected.errors.independent
            #expect(isClose(effect.standardError, error, 1e-6))
            #expect(effect.degreesOfFreedom == (isClustered ? 14 : .infinity))
        }
    }

    @Test func `Horvitz and Thompson's sum is that of the stacked equations`() throws {
        let study = try SmallStudy.study()
        let weighting = Weighting(try PropensityModel(study))
        let effect = try weighting.horvitzThompson(study)

        #expect(isClose(effect.value, 0.8935306869252464, 1e-9))
        #expect(isClose(effect.standardError, 0.2398294229637087, 1e-6))
        let model = try PropensityModel(study)
        #expect(throws: StatisticsError.self) {
            try Weighting(model, estimand: .treated).horvitzThompson(study)
        }
    }

    static let means: [(ArmMeans.Method, Estimand, Expected, control: Double)] = [
        (
            .regression, .all,
            Expected(name: "", value: 0.8407499648288697, errors: (0.2544929565346429, 0.2325500580061935)),
            0.872825253541642
        ),
        (
            .weightedRegression, .all,
            Expected(name: "", value: 0.7860128419460144, errors: (0.24094569064614196, 0.22448080468737014)),
            0.8756534731664498
        ),
        (
            .augmented, .all,
            Expected(name: "", value: 0.7945746874563883, errors: (0.24702266442053228, 0.22580509421581232)),
            0.8737446984420548
        ),
        (
            .regression, .treated,
            Expected(name: "", value: 1.087412382065282, errors: (0.27528625351751485, 0.23456463072429878)),
            1.1395441396738486
        ),
        (
            .weightedRegression, .treated,
            Expected(name: "", value: 1.069719288017762, errors: (0.28121255993769334, 0.2659607553979121)),
            1.1572372337213686
        ),
        (
            .augmented, .treated,
            Expected(name: "", value: 1.0850138301511612, errors: (0.27834514728042453, 0.2612438229184021)),
            1.1419426915879693
        ),
    ]

    @Test(arguments: means.indices)
    func `means of outcome models and their errors are those of the stacked equations`(index: Int) throws {
        let (method, estimand, expected, control) = Self.means[index]
        for isClustered in [false, true] {
            let study = try SmallStudy.study(isClustered: isClustered)
            let means = try ArmMeans(
                study,
                propensity: PropensityModel(study),
                method: method,
                estimand: estimand
            )
            let effect = try means.effect()

            #expect(isClose(effect.value, expected.value, 1e-9))
            #expect(isClose(means.controlMean, control, 1e-9))
            let error = isClustered ? expected.errors.clustered : expected.errors.independent
            #expect(isClose(effect.standardError, error, 1e-6))
        }
    }

    /// statsmodels 0.15, `OLS` with `get_robustcov_results`.
    @Test func `adjusting by regression has every usual error`() throws {
        let adjusted = try RegressionAdjustment(SmallStudy.study())
        let errors = try [LinearRegression.StandardErrors.hc0, .hc1, .hc2, .hc3]
            .map { try adjusted.effect(errors: $0).standardError }

        #expect(isClose(try adjusted.effect().value, 0.9717105685134227))
        #expect(
            areClose(
                errors,
                [0.2554764335312916, 0.2644432320053408, 0.26500829488636013, 0.27497566762885983]
            )
        )
        let clustered = try RegressionAdjustment(SmallStudy.study(isClustered: true))
        let error = try clustered.effect(errors: .clustered(SmallStudy.clusters, .cr1)).standardError
        #expect(isClose(error, 0.23003632948610334))
        #expect(try clustered.effect().degreesOfFreedom < 14)
    }

    @Test func `weights tell how few rows they lean on`() throws {
        let model = try PropensityModel(SmallStudy.study())
        let everybody = Weighting(model)

        #expect(
            isClose(Weighting(model, estimand: .treated).effectiveCount(treated: false), 20.862755475560657)
        )
        #expect(isClose(everybody.effectiveCount(treated: true), 18.07694233451184))
        #expect(isClose(everybody.largestShare(treated: true), 0.1190394847803216))
        let mean = everybody.stabilized.reduce(0, +) / 60
        #expect(abs(mean - 1) < 0.1)
    }

    /// NumPy and SciPy's `ks_2samp`.
    @Test func `balance before and after weighting agrees`() throws {
        let study = try SmallStudy.study()
        let weights = Weighting(try PropensityModel(study), estimand: .treated).weights
        let treated = study.isTreated

        #expect(isClose(try Balance.varianceRatio(SmallStudy.x1, isTreated: treated), 0.8618199549295954))
        #expect(
            isClose(
                try Balance.varianceRatio(SmallStudy.x1, isTreated: treated, weights: weights),
                1.2795003399060283
            )
        )
        #expect(isClose(try Balance.distributionGap(SmallStudy.x1, isTreated: treated), 0.4371327849588719))
        #expect(
            isClose(
                try Balance.distributionGap(SmallStudy.x1, isTreated: treated, weights: weights),
                0.17391304347826086
            )
        )
    }

    @Test func `the means' ratio is on the scale of the outcome`() throws {
        let study = try SmallStudy.study()
        let means = try ArmMeans(study, propensity: PropensityModel(study))
        let ratio = try #require(means.logRatio())

        #expect(isClose(ratio.value, log(means.treatedMean / means.controlMean)))
        let shifted = try study.replacing(outcomes: study.outcomes.map { $0 - 100 })
        #expect(try ArmMeans(shifted, propensity: PropensityModel(shifted)).logRatio() == nil)
    }
}
